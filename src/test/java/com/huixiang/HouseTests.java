package com.huixiang;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.kernel.Problem;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.RestController;

/** The rules of the house (STYLE.md). Each test is one sentence of it. */
class HouseTests {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.huixiang");

    private static final List<SourceFile> SOURCES = SourceFile.allOfTheProduct();

    // ---- Floors ----------------------------------------------------------------------------------------------------

    @Test
    void callsGoDownAndNobodyTrespasses() {
        ApplicationModules.of(Huixiang.class).verify();
    }

    @Test
    void eachRoomSaysOnWhomItStands() {
        ApplicationModules.of(Huixiang.class)
                .forEach(module -> assertThat(declaredOn(module.getBasePackage().getName()))
                        .as("package-info.java of %s needs @ApplicationModule(allowedDependencies = …)", module)
                        .isNotNull());
    }

    private static ApplicationModule declaredOn(String packageName) {
        return HOUSE.getPackage(packageName)
                .tryGetAnnotationOfType(ApplicationModule.class)
                .orElse(null);
    }

    @Test
    void theKernelStaysSmallAndKnowsNoDomain() {
        List<String> kernel = HOUSE.stream()
                .filter(type -> type.getPackageName().startsWith("com.huixiang.kernel"))
                .filter(JavaClass::isTopLevelClass)
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals("package-info"))
                .toList();

        assertThat(kernel).as("top-level types of the kernel").hasSizeLessThanOrEqualTo(12);
    }

    // ---- Names -----------------------------------------------------------------------------------------------------

    private static final Pattern FORBIDDEN_NAME = Pattern.compile(
            "(Base|Abstract|Common)[A-Z].*|.*(Impl|Manager|Helper|Utils?|Processor|Handler|Dto|DTO|Vo|VO|Bo|BO)");

    @Test
    void namesAreWordsOfTheTrade() {
        classes()
                .should()
                .haveNameNotMatching(".*[.$](" + FORBIDDEN_NAME.pattern() + ")")
                .because("these endings say nothing about what the class is for (STYLE.md, Names)")
                .check(HOUSE);
    }

    @Test
    void packagesAreNamedForWhatTheyDoNotForTechnique() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..", "..utils..", "..model..", "..dto..", "..service..", "..impl..", "..common..",
                        "..helper..", "..entity..", "..controller..", "..repository..", "..config..")
                .check(HOUSE);
    }

    // ---- Drawers ---------------------------------------------------------------------------------------------------

    @Test
    void controllersAndRepositoriesAreHidden() {
        classes()
                .that(are(annotatedWith(RestController.class)
                        .or(annotatedWith(Controller.class))
                        .or(annotatedWith(Repository.class))))
                .should()
                .bePackagePrivate()
                .check(HOUSE);
    }

    @Test
    void httpIsSpokenOnlyAtTheEdge() {
        noClasses()
                .that()
                .resideOutsideOfPackages("com.huixiang", "..web..", "com.huixiang.push")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web..", "org.springframework.http..", "jakarta.servlet..")
                .check(HOUSE);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = HOUSE.stream()
                .map(JavaClass::getPackage)
                .filter(each -> !each.isAnnotatedWith(NullMarked.class))
                .map(each -> each.getName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unmarked).as("packages without @NullMarked in their package-info.java").isEmpty();
    }

    @Test
    void collaboratorsComeThroughTheConstructor() {
        fields().should()
                .notBeAnnotatedWith(Autowired.class)
                .andShould()
                .notBeAnnotatedWith(Value.class)
                .check(HOUSE);
        methods().should().notBeAnnotatedWith(Autowired.class).check(HOUSE);
    }

    // ---- Time ------------------------------------------------------------------------------------------------------

    @Test
    void everybodyAsksTheClock() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("com.huixiang.kernel.ClockConfiguration")
                .should()
                .callMethodWhere(asksTheMachineForTheTime())
                .orShould()
                .callConstructor(java.util.Date.class)
                .because("time is a parameter: inject java.time.Clock, so that a test can set it")
                .check(HOUSE);
    }

    private static DescribedPredicate<JavaMethodCall> asksTheMachineForTheTime() {
        return describe("asks the machine for the time", call -> {
            MethodCallTarget target = call.getTarget();
            String owner = target.getOwner().getName();
            boolean now = owner.startsWith("java.time.")
                    && target.getName().equals("now")
                    && target.getRawParameterTypes().stream().noneMatch(type -> type.getName().equals("java.time.Clock"));
            boolean ownClock = owner.equals("java.time.Clock") && target.getName().startsWith("system");
            boolean millis = owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis");
            return now || ownClock || millis;
        });
    }

    @Test
    void theDatabaseIsNotAskedForTheTimeEither() {
        Pattern databaseTime = Pattern.compile("(?i)\\bnow\\(\\)|\\bcurrent_(timestamp|date|time)\\b|\\bclock_timestamp\\(");

        assertThat(linesOf(SOURCES, line -> databaseTime.matcher(line).find())).isEmpty();
    }

    // ---- Plain Java ------------------------------------------------------------------------------------------------

    @Test
    void thereIsOneLogAndNobodyPrints() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.apache.commons.logging..", "org.apache.log4j..")
                .check(HOUSE);
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(HOUSE);
    }

    @Test
    void noGeneratedAccessorsNoObjectMappersNoOrm() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "lombok..", "org.mapstruct..", "io.vavr..", "jakarta.persistence..", "org.hibernate..",
                        "com.fasterxml.jackson.databind..")
                .because("records, SQL that can be read, and Jackson 3 (tools.jackson) are enough")
                .check(HOUSE);
        assertThat(linesOf(SOURCES, line -> line.contains("@SuppressWarnings(\"all\")")))
                .isEmpty();
    }

    // ---- Refusals --------------------------------------------------------------------------------------------------

    private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:-[a-z0-9]+)*(?:\\.[a-z]+(?:-[a-z0-9]+)*)+)\"");
    private static final Pattern MADE =
            Pattern.compile("new (?<type>\\w+Problem)\\(\\s*Kind\\.\\w+,\\s*(?<code>\"[^\"]*\")", Pattern.DOTALL);

    @Test
    void eachModuleKeepsItsRefusalsInOneFile() {
        classes()
                .that()
                .areAssignableTo(Problem.class)
                .and()
                .areNotAssignableFrom(Problem.class)
                .should()
                .haveSimpleNameEndingWith("Problem")
                .check(HOUSE);
    }

    @Test
    void everyRefusalHasADottedCodeOfItsOwn() {
        Map<String, List<String>> owners = new HashMap<>();
        List<String> malformed = new ArrayList<>();
        for (SourceFile source : SOURCES) {
            Matcher made = MADE.matcher(source.text());
            while (made.find()) {
                String code = made.group("code");
                if (CODE.matcher(code).matches()) {
                    owners.computeIfAbsent(code, key -> new ArrayList<>()).add(source.path());
                } else {
                    malformed.add(source.path() + " " + code);
                }
            }
        }

        assertThat(owners).as("the scan finds the refusals").hasSizeGreaterThan(20);
        assertThat(malformed).as("codes look like conversation.not-yours").isEmpty();
        owners.values().removeIf(files -> files.size() == 1);
        assertThat(owners).as("codes used for more than one refusal").isEmpty();
    }

    // ---- Words for the reader --------------------------------------------------------------------------------------

    @Test
    void everyPublicTypeSaysWhatItIsFor() {
        List<String> silent = SOURCES.stream()
                .filter(source -> source.isPublicType() && !source.hasTypeComment())
                .map(SourceFile::path)
                .toList();

        assertThat(silent).as("public types without a Javadoc sentence").isEmpty();
    }

    @Test
    void everyRoomSaysWhatItIsFor() {
        List<String> silent = SOURCES.stream()
                .filter(source -> source.path().endsWith("package-info.java") && !source.hasTypeComment())
                .map(SourceFile::path)
                .toList();

        assertThat(silent).as("package-info.java without a paragraph").isEmpty();
    }

    private static List<String> linesOf(List<SourceFile> sources, Predicate<String> wanted) {
        return sources.stream()
                .flatMap(source -> source.text().lines().filter(wanted).map(line -> source.path() + ": " + line.strip()))
                .toList();
    }
}
