package com.huixiang.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.StaffBrowser;
import com.huixiang.StaffBrowser.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A house where nobody works yet opens for its owner, and for nobody else. */
@HuixiangTest
class SetUpTests {

    @Autowired
    SetUp setUp;

    @Autowired
    StaffRepository repository;

    @Autowired
    StaffFixtures people;

    @Autowired
    JdbcClient sql;

    @Value("${huixiang.data}")
    Path data;

    @LocalServerPort
    int port;

    StaffBrowser stranger;

    @BeforeEach
    void nobodyWorksHere() {
        sql.sql("delete from staff.member").update();
        setUp.begin(false);
        stranger = new StaffBrowser(port);
    }

    @AfterEach
    void somebodyDoesAgain() {
        people.hire("张总", Role.ADMIN);
        setUp.begin(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/session", "/api/staff/members", "/chat", "/widget.js", "/shop/", "/live/visitor", "/files/1/2",
                "/console/../chat", "/api/setup/..;/session", "/actuator/info", "/api/demo/accounts"
            })
    void nothingElseAnswers(String path) {
        Answer answer = stranger.get(path);

        assertThat(answer.status()).isIn(503, 400);
        assertThat(answer.code()).isIn("staff.not-set-up", "");
    }

    @Test
    void theSetUpPageAndTheHealthDo() {
        assertThat(stranger.get("/api/setup").body().path("needed").asBoolean()).isTrue();
        assertThat(stranger.get("/actuator/health").status()).isEqualTo(200);
        assertThat(stranger.get("/console/").code()).isNotEqualTo("staff.not-set-up");
    }

    @Test
    void theCodeIsOfNoUseAnyMoreOnceSomebodyWorksHereByAnotherWay() {
        assertThat(data.resolve("setup-code.txt")).exists();

        people.hire("张总", Role.ADMIN);

        assertThat(stranger.get("/api/setup").body().path("needed").asBoolean()).isFalse();
        assertThat(data.resolve("setup-code.txt")).doesNotExist();
    }

    @Test
    void withoutTheCodeAStrangerGetsNothing() {
        assertThat(open("aaaa-bbbb").code()).isEqualTo("staff.wrong-set-up-code");
        assertThat(repository.isEmpty()).isTrue();
    }

    @Test
    void theOwnerMakesHisAccountOnceAndTheHouseIsOpen() throws Exception {
        String code = code();

        assertThat(open(code.toUpperCase()).status()).isEqualTo(204);

        assertThat(stranger.get("/api/setup").body().path("needed").asBoolean()).isFalse();
        assertThat(stranger.signIn("owner", "tall-grey-heron").get("/api/session").body().path("role").asString())
                .isEqualTo("admin");
        assertThat(stranger.get("/api/audit?verb=staff.set-up").body().at("/items/0/by/name").asString()).isEqualTo("张总");
        assertThat(open(code).code()).isEqualTo("staff.set-up-already");
        assertThat(data.resolve("setup-code.txt")).doesNotExist();
        assertThat(stranger.post("/api/visitor/session", "{\"site\":\"shop\"}").body().toString()).contains("青禾家居");
    }

    @Test
    void theCodeIsForTheOwnerOfTheFolderAlone() throws Exception {
        var rights = Files.getPosixFilePermissions(data.resolve("setup-code.txt"));

        assertThat(PosixFilePermissions.toString(rights)).isEqualTo("rw-------");
    }

    @Test
    void aWeakPasswordIsRefusedHereToo() throws Exception {
        assertThat(open(code(), "password123").code()).isEqualTo("staff.password-too-common");
        assertThat(repository.isEmpty()).isTrue();
    }

    @Test
    void twoAtOnceMakeOneAccount() throws Exception {
        String code = code();

        long made = IntStream.range(0, 4)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> made(code, "owner" + n)))
                .toList()
                .stream()
                .filter(CompletableFuture::join)
                .count();

        assertThat(made).isEqualTo(1);
    }

    @Test
    void whereNobodySitsAtABrowserTheSettingsMakeTheAccount() {
        setUp.begin(true);

        assertThat(stranger.tryToSignIn("admin", HuixiangTest.OWNERS_PASSWORD).status()).isEqualTo(200);
    }

    private boolean made(String code, String login) {
        try {
            setUp.open(code, new SetUp.Owner(login, login, "tall-grey-heron", ""));
            return true;
        } catch (StaffProblem tooLate) {
            return false;
        }
    }

    private String code() throws Exception {
        return Files.readString(data.resolve("setup-code.txt")).strip();
    }

    private Answer open(String code) {
        return open(code, "tall-grey-heron");
    }

    private Answer open(String code, String password) {
        stranger.get("/api/setup");
        return stranger.post("/api/setup", """
                {"code":"%s","login":"owner","name":"张总","password":"%s","shop":"青禾家居"}""".formatted(code, password));
    }
}
