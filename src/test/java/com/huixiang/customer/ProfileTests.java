package com.huixiang.customer;

import static com.huixiang.customer.CustomerFixtures.AGENT_WANG;
import static com.huixiang.customer.CustomerFixtures.caller;
import static com.huixiang.customer.CustomerFixtures.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.customer.ProfileField.Of;
import com.huixiang.customer.ProfileField.Section;
import com.huixiang.customer.ProfileField.Type;
import com.huixiang.customer.TimelineEntry.Words;
import com.huixiang.kernel.Caller;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** P-01, P-02: what is known of a customer, who said so and when, and which word counts. */
@HuixiangTest
class ProfileTests {

    private static final Caller LEAD = caller(AGENT_WANG, true);
    private static final Caller AGENT = caller(AGENT_WANG, false);

    @Autowired
    Customers customers;

    @Autowired
    Profiles profiles;

    @Autowired
    CustomFields fields;

    @Autowired
    ContactPeople people;

    @Autowired
    CustomerConflicts conflicts;

    @Autowired
    CustomerMerges merges;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient sql;

    @Test
    void eachValueKnowsItsSourceAndTime() {
        clock.stop();
        CustomerId lin = customers.recognise(Identity.member("M1"), shop("tmall").named("林晓"));
        clock.advance(Duration.ofHours(1));
        customers.recognise(Identity.member("M1"), shop("tmall").reachedBy("138 0013 8000", null));

        Profiles.Line name = field(lin, "name");
        assertThat(name.value()).isEqualTo("林晓");
        assertThat(name.said().source()).isEqualTo("shop:tmall");
        assertThat(name.said().standing()).isEqualTo(Standing.SHOP);
        assertThat(Duration.between(name.said().at(), field(lin, "phone").said().at())).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void whatStaffCorrectedCountsAndTheShopIsKeptBeside() {
        CustomerId lin = customers.recognise(Identity.member("M1"), shop("tmall").named("林小"));

        write(lin, "name", "林晓");
        customers.recognise(Identity.member("M1"), shop("tmall").named("林小小"));

        Profiles.Line name = field(lin, "name");
        assertThat(name.value()).isEqualTo("林晓");
        assertThat(name.said().by()).isEqualTo("王芳");
        assertThat(name.others()).singleElement().satisfies(other -> {
            assertThat(other.value()).isEqualTo("林小小");
            assertThat(other.source()).isEqualTo("shop:tmall");
        });
        assertThat(customers.get(lin).name()).isEqualTo("林晓");
    }

    @Test
    void aCorrectionTakenBackLetsTheShopCountAgain() {
        CustomerId lin = customers.recognise(Identity.member("M1"), shop("tmall").named("林小").reachedBy("13800138000", null));
        write(lin, "name", "林晓");
        write(lin, "phone", "");
        assertThat(customers.get(lin).phone()).isNull();

        write(lin, "name", null);
        write(lin, "phone", null);

        assertThat(customers.get(lin).name()).isEqualTo("林小");
        assertThat(customers.get(lin).phone()).isEqualTo("13800138000");
    }

    @Test
    void amongEqualSourcesTheNewerWordCounts() {
        clock.stop();
        CustomerId lin = customers.recognise(Identity.member("M1"), web());
        profiles.learnAll(List.of(
                said(lin, "region", "杭州", Standing.SHOP, "shop:jd", Duration.ZERO),
                said(lin, "region", "上海", Standing.SHOP, "shop:tmall", Duration.ofDays(-3)),
                said(lin, "region", "北京", Standing.TRAIT, "event", Duration.ofDays(3))));

        assertThat(field(lin, "region").value()).isEqualTo("杭州");
        assertThat(field(lin, "region").others()).extracting(Profiles.Said::value).containsExactly("上海", "北京");

        profiles.learnAll(List.of(said(lin, "region", "苏州", Standing.SHOP, "shop:tmall", Duration.ofDays(1))));
        assertThat(field(lin, "region").value()).isEqualTo("苏州");
    }

    @Test
    void anOlderWordThatComesLaterReplacesNothing() {
        clock.stop();
        CustomerId lin = customers.recognise(Identity.member("M1"), web());
        profiles.learnAll(List.of(said(lin, "region", "杭州", Standing.TRAIT, "event", Duration.ZERO)));

        assertThat(profiles.learnAll(List.of(said(lin, "region", "上海", Standing.TRAIT, "event", Duration.ofDays(-1)))))
                .isZero();

        assertThat(field(lin, "region").value()).isEqualTo("杭州");
    }

    @Test
    void valuesAreBroughtIntoOneSpellingAndNonsenseIsScreenedOut() {
        CustomerId lin = customers.recognise(Identity.member("M1"), web());

        int written = profiles.learnAll(List.of(
                said(lin, "birthday", "1990年3月7日", Standing.SHOP, "erp", Duration.ZERO),
                said(lin, "gender", "女", Standing.SHOP, "erp", Duration.ZERO),
                said(lin, "phone", "+86 138-0013-8000", Standing.SHOP, "erp", Duration.ZERO),
                said(lin, "email", "nobody", Standing.SHOP, "erp", Duration.ZERO),
                said(lin, "birthday", "1990-02-30", Standing.SHOP, "other", Duration.ZERO),
                said(lin, "shoe-colour", "red", Standing.SHOP, "erp", Duration.ZERO)));

        assertThat(written).isEqualTo(3);
        assertThat(field(lin, "birthday").value()).isEqualTo("1990-03-07");
        assertThat(field(lin, "gender").value()).isEqualTo("female");
        assertThat(customers.get(lin).phone()).isEqualTo("13800138000");
        assertThat(field(lin, "email").value()).isNull();
    }

    @Test
    void nonsenseOfAMemberIsRefusedByTheNameOfTheField() {
        CustomerId lin = customers.recognise(Identity.member("M1"), web());

        assertThatThrownBy(() -> write(lin, "birthday", "next tuesday")).hasMessageContaining("Birthday");
        assertThatThrownBy(() -> write(lin, "shoe-colour", "red")).hasMessageContaining("no such field");
    }

    @Test
    void whatTheVisitorSaysHimselfDoesNotReplaceWhatTheShopVouchesFor() {
        CustomerId lin = customers.recognise(Identity.member("M1"), shop("tmall").named("林晓"));
        sql.sql("insert into customer.identity values ('VISITOR', 'browser-1', ?, 'web', now())").param(lin.value()).update();

        customers.recognise(Identity.visitor("browser-1"), web().named("皇帝"));

        assertThat(customers.get(lin).name()).isEqualTo("林晓");
        assertThat(field(lin, "name").others()).extracting(Profiles.Said::standing).containsExactly(Standing.SAID);
    }

    @Test
    void aChangeIsOnTheTrailWithoutTheNumber() {
        CustomerId lin = customers.recognise(Identity.member("M1"), web());

        write(lin, "phone", "13800138000");

        assertThat(sql.sql("select after ->> 'phone' from audit.entry where verb = 'customer.profile.changed'")
                        .query(String.class)
                        .single())
                .isEqualTo("138****8000");
    }

    @Test
    void whoMayNotSeeNumbersSeesAPartOfEachSourcesWord() {
        CustomerId lin = customers.recognise(Identity.member("M1"), shop("tmall").reachedBy("13800138000", null));
        customers.recognise(Identity.member("M1"), shop("jd").reachedBy("13900139000", null));

        Profiles.Profile profile = profiles.of(lin, AGENT);
        assertThat(profile.masked()).isTrue();
        assertThat(profile.toString()).contains("139****9000").contains("138****8000").doesNotContain("13800138000");
    }

    @Test
    void theHouseAddsFieldsOfItsOwn() {
        CustomerId lin = customers.recognise(Identity.member("M1"), web());
        ProfileField pet = new ProfileField(
                "pet", Of.PERSON, Section.TRAITS, new Words("宠物", "Pet"), Type.CHOICE,
                List.of(new ProfileField.Choice("cat", "猫", "Cat"), new ProfileField.Choice("dog", "狗", "Dog")), true);

        assertThatThrownBy(() -> fields.add(pet, AGENT)).hasMessageContaining("not allow");
        fields.add(pet, LEAD);
        write(lin, "pet", "狗");

        assertThat(field(lin, "pet").value()).isEqualTo("dog");
        assertThat(field(lin, "pet").custom()).isTrue();
        assertThatThrownBy(() -> fields.add(pet, LEAD)).hasMessageContaining("already");
        fields.remove("pet", LEAD);
        assertThat(profiles.of(lin, LEAD).fields()).extracting(Profiles.Line::key).doesNotContain("pet");
        fields.add(pet, LEAD);
        assertThat(field(lin, "pet").value()).isEqualTo("dog");
    }

    @Test
    void anEnterpriseHasOtherFieldsAndPeopleToTalkTo() {
        CustomerId shop = customers.recognise(Identity.member("C1"), web().named("青山设计"));

        profiles.become(shop, Of.ENTERPRISE, LEAD);
        write(shop, "industry", "室内设计");
        people.add(shop, new ContactPeople.Entry("何静", "采购", "139 0013 9000", "", null), LEAD);

        assertThat(profiles.of(shop, LEAD).fields()).extracting(Profiles.Line::key).contains("credit-code").doesNotContain("birthday");
        assertThat(field(shop, "name").value()).isEqualTo("青山设计");
        assertThat(people.of(shop, AGENT)).singleElement().satisfies(he -> {
            assertThat(he.name()).isEqualTo("何静");
            assertThat(he.phone()).isEqualTo("139****9000");
        });
    }

    @Test
    void whatDoesNotFitTogetherIsShownAndNeverMerged() {
        CustomerId lin = customers.recognise(Identity.member("M1"), shop("tmall").named("林晓").reachedBy("13800138000", null));
        CustomerId other = customers.recognise(Identity.member("M2"), shop("jd").named("林小").reachedBy("13800138000", null));
        profiles.learnAll(List.of(
                said(lin, "birthday", "1990-03-07", Standing.SHOP, "erp", Duration.ZERO),
                said(lin, "birthday", "1991-03-07", Standing.TRAIT, "event", Duration.ZERO)));
        sql.sql("insert into customer.identity values ('MEMBER', 'M9', ?, 'shop:jd', now())").param(lin.value()).update();

        assertThat(other).isNotEqualTo(lin);
        assertThat(conflicts.of(other, LEAD)).singleElement().satisfies(conflict -> {
            assertThat(conflict.kind()).isEqualTo("phone-elsewhere");
            assertThat(conflict.other()).isEqualTo(lin);
            assertThat(conflict.words().zh()).contains("13800138000");
        });
        assertThat(conflicts.of(other, AGENT).getFirst().words().zh()).contains("138****8000");
        assertThat(conflicts.of(lin, LEAD)).extracting(CustomerConflicts.Conflict::kind)
                .containsExactly("two-birthdays", "two-member");
    }

    @Test
    void aConflictIsSettledByACorrectionOrByAReason() {
        CustomerId lin = customers.recognise(Identity.member("M1"), web());
        profiles.learnAll(List.of(
                said(lin, "birthday", "1990-03-07", Standing.SHOP, "erp", Duration.ZERO),
                said(lin, "birthday", "1991-03-07", Standing.TRAIT, "event", Duration.ZERO)));
        sql.sql("insert into customer.identity values ('MEMBER', 'M9', ?, 'shop:jd', now())").param(lin.value()).update();

        write(lin, "birthday", "1990-03-07");
        conflicts.settle(lin, "two-member", "两张会员卡都是本人的", LEAD);

        assertThat(conflicts.of(lin, LEAD)).isEmpty();
        assertThatThrownBy(() -> conflicts.settle(lin, "two-member", "x", AGENT)).hasMessageContaining("not allow");
    }

    @Test
    void aMergeTakesFieldsAndConsentsAlongAndPartingBringsThemBack() {
        clock.stop();
        CustomerId lin = customers.recognise(Identity.member("M1"), shop("tmall").named("林晓"));
        clock.advance(Duration.ofMinutes(1));
        CustomerId visitor = customers.recognise(Identity.visitor("b1"), web());
        profiles.learnAll(List.of(
                said(visitor, "region", "杭州", Standing.TRAIT, "event", Duration.ZERO),
                said(visitor, "birthday", "1991-03-07", Standing.SAID, "web", Duration.ZERO),
                said(lin, "birthday", "1990-03-07", Standing.SHOP, "web", Duration.ZERO)));
        people.add(visitor, new ContactPeople.Entry("何静", null, null, null, null), LEAD);
        String before = snapshot();

        var merge = merges.merge(visitor, lin, "同一个人", LEAD);

        assertThat(field(lin, "region").value()).isEqualTo("杭州");
        assertThat(field(lin, "birthday").value()).isEqualTo("1990-03-07");
        assertThat(people.of(lin, LEAD)).hasSize(1);

        merges.part(merge.id(), "看错了", LEAD);

        assertThat(snapshot()).isEqualTo(before);
    }

    private String snapshot() {
        return sql.sql("""
                        select (select string_agg(v::text, ';' order by v::text) from customer.field_value v)
                            || (select string_agg(p::text, ';' order by p::text) from customer.contact_person p)""")
                .query(String.class)
                .single();
    }

    private void write(CustomerId customer, String field, @Nullable String value) {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put(field, value);
        profiles.write(customer, values, LEAD);
    }

    private Profiles.Line field(CustomerId customer, String key) {
        return profiles.of(customer, LEAD).fields().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private Learned said(CustomerId customer, String field, String value, Standing standing, String source, Duration when) {
        return new Learned(customer, field, value, standing, source, clock.instant().plus(when));
    }

    private static CustomerFacts shop(String name) {
        return CustomerFacts.from("shop:" + name);
    }
}
