package com.huixiang.order;

import static com.huixiang.staff.StaffFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.StaffBrowser;
import com.huixiang.agenda.DueAppointments;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** P-02: the lines of a real shop are in, to the penny, however often its file is brought. */
@HuixiangTest
class RetailFileTests {

    private static final Path SAMPLE = Path.of("src/test/resources/retail/online_retail_sample.csv");
    private static final Path WHOLE = Path.of("../shared/data/uci_online_retail/online_retail.csv.gz");

    @Autowired
    StaffFixtures people;

    @Autowired
    DueAppointments due;

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
    void theSampleIsInToThePenny() throws IOException {
        JsonNode done = bring(SAMPLE);

        assertThat(done.path("kind").asString()).isEqualTo("online-retail");
        assertThat(done.path("state").asString()).isEqualTo("done");
        assertThat(done.path("lines").asInt()).isEqualTo(435);
        assertThat(done.path("rejected").asInt()).isZero();
        assertThat(done.path("changed").asInt()).isEqualTo(47);
        assertThat(number("select sum(quantity * price) from shop.line")).isEqualByComparingTo("-2447.70");
        assertThat(number("select sum(amount) from shop.order_mirror")).isEqualByComparingTo("-2447.70");
        assertThat(number("select count(*) from customer.customer")).isEqualByComparingTo("22");
        assertThat(number("select count(*) from shop.order_mirror where reversal and state = 'CANCELLED'"))
                .isEqualByComparingTo("9");
        assertThat(number("select count(*) from shop.product")).isEqualByComparingTo("317");
    }

    @Test
    void equalLinesAreTwoLinesAndTheSameFileAgainChangesNothing() throws IOException {
        bring(SAMPLE);
        assertThat(number("select count(*) from shop.line")).isEqualByComparingTo("435");
        String before = sql.sql("select md5(string_agg(o::text, '' order by id)) from shop.order_mirror o").query(String.class).single();

        JsonNode again = bring(SAMPLE);

        assertThat(again.path("changed").asInt()).isZero();
        assertThat(number("select count(*) from shop.line")).isEqualByComparingTo("435");
        assertThat(sql.sql("select md5(string_agg(o::text, '' order by id)) from shop.order_mirror o").query(String.class).single())
                .isEqualTo(before);
        assertThat(number("select count(*) from customer.customer")).isEqualByComparingTo("22");
    }

    @Test
    void aCancelledInvoiceGivesItsMoneyBack() throws IOException {
        bring(SAMPLE);

        assertThat(number("""
                select count(*) from shop.order_mirror o join shop.refund r on r.order_id = o.id
                 where o.reversal and r.amount = -o.amount and r.amount > 0""")).isEqualByComparingTo("9");
    }

    @Test
    void theWholeFileIsInToThePenny() throws IOException {
        Assumptions.assumeTrue(Files.exists(WHOLE), "the whole data set is not on this machine");

        long began = System.nanoTime();
        JsonNode done = bring(WHOLE);
        Duration took = Duration.ofNanos(System.nanoTime() - began);

        assertThat(done.path("lines").asInt()).isEqualTo(541_909);
        assertThat(done.path("rejected").asInt()).isZero();
        assertThat(number("select sum(quantity * price) from shop.line")).isEqualByComparingTo("9747747.934");
        assertThat(number("select sum(amount) from shop.order_mirror")).isEqualByComparingTo("9747747.934");
        assertThat(number("select count(*) from shop.line")).isEqualByComparingTo("541909");
        assertThat(number("select count(*) from shop.order_mirror")).isEqualByComparingTo("25900");
        assertThat(number("select count(distinct customer_id) from shop.order_mirror")).isEqualByComparingTo("4372");
        assertThat(number("select count(*) from shop.line where customer_id is null")).isEqualByComparingTo("135080");
        assertThat(number("select count(*) from shop.order_mirror where reversal")).isEqualByComparingTo("3836");
        assertThat(number("select count(*) from shop.product")).isEqualByComparingTo("4070");
        assertThat(took).isLessThan(Duration.ofSeconds(60));

        assertThat(bring(WHOLE).path("changed").asInt()).isZero();
        assertThat(number("select count(*) from shop.line")).isEqualByComparingTo("541909");
    }

    private JsonNode bring(Path file) throws IOException {
        StaffBrowser.Answer taken = admin.post("/api/imports?file=" + file.getFileName(), Files.readAllBytes(file));
        assertThat(taken.status()).as(taken.raw().body()).isEqualTo(201);
        due.fulfil();
        return admin.get("/api/imports/" + taken.body().path("id").asString()).body();
    }

    private BigDecimal number(String query) {
        return sql.sql(query).query(BigDecimal.class).single();
    }
}
