package com.huixiang.imports;

import static com.huixiang.staff.StaffFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.StaffBrowser;
import com.huixiang.StaffBrowser.Answer;
import com.huixiang.agenda.Agenda;
import com.huixiang.agenda.DueAppointments;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** P-02: whatever file somebody brings, good lines go in and each other line says why not; nothing ends in a failure. */
@HuixiangTest
class BringingFilesTests {

    private static final String HEADER = "订单号,下单时间,会员号,商品编码,商品名称,数量,单价\n";
    private static final String GOOD = "T-1,2026-11-01 10:00:00,M1,A,羊毛地毯,1,599\n";

    @Autowired
    StaffFixtures people;

    @Autowired
    DueAppointments due;

    @Autowired
    Agenda agenda;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    StaffBrowser admin;

    @BeforeEach
    void somebodyMayImport() {
        admin = new StaffBrowser(port).signIn(people.hire("赵磊", Role.ADMIN).login(), PASSWORD);
    }

    @Test
    void theKindIsToldByTheFirstLineWhateverTheEncoding() {
        assertThat(done(HEADER + GOOD).path("good").asInt()).isEqualTo(1);
        assertThat(done((HEADER + GOOD).getBytes(Charset.forName("GBK"))).path("good").asInt()).isEqualTo(1);
        assertThat(done(("\uFEFF" + HEADER + GOOD).replace(',', '\t').getBytes(StandardCharsets.UTF_16LE)).path("good").asInt())
                .isEqualTo(1);
        assertThat(done("sku;name;price\nA;羊毛地毯;599\n").path("kind").asString()).isEqualTo("products");
        assertThat(sql.sql("select name from shop.product where sku = 'A'").query(String.class).single()).isEqualTo("羊毛地毯");
    }

    @Test
    void aBadLineIsNamedWithItsReasonAndTheOthersAreIn() {
        JsonNode file = done(HEADER + GOOD
                + "T-2,昨天,M1,A,地毯,1,599\n"
                + "T-3,2026-11-01 10:00:00,M1,A,地毯,很多,599\n"
                + "T-4,2026-11-01 10:00:00,M1,A,地毯,1,-5\n"
                + "T-5,2026-11-01 10:00:00,M1,A,地毯,1,5,多,余\n"
                + ",2026-11-01 10:00:00,M1,A,地毯,1,5\n"
                + "T-6,2026-11-01 10:00:00,M1,B,\"带,逗号\n和换行\",2,5.125\n");

        assertThat(file.path("lines").asInt()).isEqualTo(7);
        assertThat(file.path("rejected").asInt()).isEqualTo(5);
        assertThat(file.path("good").asInt()).isEqualTo(2);
        JsonNode lines = admin.get("/api/imports/" + file.path("id").asString() + "/rejected").body();
        assertThat(lines.get(0).path("line").asInt()).isEqualTo(3);
        assertThat(lines.get(0).path("reason").path("zh").asString()).contains("昨天");
        assertThat(lines.get(0).path("reason").path("en").asString()).isNotBlank();
        String csv = admin.get("/api/imports/" + file.path("id").asString() + "/rejected.csv").raw().body();
        assertThat(csv).contains("T-2", "T-5").hasLineCount(6);
    }

    @Test
    void aFileThatCannotBeUsedAtAllIsRefusedInWords() throws IOException {
        assertThat(bring("".getBytes()).code()).isEqualTo("imports.empty");
        assertThat(bring(HEADER.getBytes(StandardCharsets.UTF_8)).code()).isEqualTo("imports.empty");
        assertThat(bring("甲,乙\n1,2\n".getBytes(StandardCharsets.UTF_8)).code()).isEqualTo("imports.columns-unknown");
        assertThat(bring(new byte[] {'P', 'K', 3, 4, 0, 0}).code()).isEqualTo("imports.not-a-table");
        assertThat(bring(new byte[] {0x1f, (byte) 0x8b, 1, 2, 3}).code()).isEqualTo("imports.broken");
        assertThat(bring((HEADER + "T-1,\"never closed" + "x".repeat(1_100_000)).getBytes(StandardCharsets.UTF_8)).code())
                .isEqualTo("imports.quotes-open");
        byte[] whole = packed(HEADER + GOOD.repeat(50_000));
        JsonNode cut = done(java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(cut.path("state").asString()).isEqualTo("failed");
        assertThat(cut.path("problem").path("zh").asString()).contains("损坏");
    }

    @Test
    void aPackedFileIsUnpacked() throws IOException {
        assertThat(done(packed(HEADER + GOOD)).path("good").asInt()).isEqualTo(1);
    }

    @Test
    void whatBeganAndWasKilledBeginsAgainAndDoublesNothing() {
        JsonNode file = bring((HEADER + GOOD).getBytes(StandardCharsets.UTF_8)).body();
        UUID id = UUID.fromString(file.path("id").asString());
        sql.sql("update imports.import set state = 'RUNNING', attempts = 1, lines = 1 where id = ?").param(id).update();
        due.fulfil();
        assertThat(admin.get("/api/imports/" + id).body().path("state").asString()).isEqualTo("done");

        agenda.remind(ImportWork.DUTY, id.toString(), clock.instant());
        due.fulfil();

        assertThat(sql.sql("select count(*) from shop.line").query(Integer.class).single()).isEqualTo(1);
        assertThat(sql.sql("select count(*) from imports.piece").query(Integer.class).single()).isZero();
    }

    @Test
    void onlyWhoMayImportSeesAndBringsFiles() {
        StaffBrowser agent = new StaffBrowser(port).signIn(people.hire("王芳", Role.AGENT).login(), PASSWORD);

        assertThat(agent.get("/api/imports").code()).isEqualTo("imports.not-yours");
        assertThat(agent.post("/api/imports?file=x.csv", new byte[] {1}).code()).isEqualTo("imports.not-yours");
        assertThat(admin.get("/api/imports/" + UUID.randomUUID()).code()).isEqualTo("imports.not-found");
        assertThat(admin.get("/api/imports/kinds").body().size()).isEqualTo(3);
    }

    private JsonNode done(String text) {
        return done(text.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode done(byte[] file) {
        Answer taken = bring(file);
        assertThat(taken.status()).as(taken.raw().body()).isEqualTo(201);
        due.fulfil();
        return admin.get("/api/imports/" + taken.body().path("id").asString()).body();
    }

    private Answer bring(byte[] file) {
        return admin.post("/api/imports?file=orders.csv", file);
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
