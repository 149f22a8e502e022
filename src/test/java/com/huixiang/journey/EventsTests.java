package com.huixiang.journey;

import static com.huixiang.staff.StaffFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.StaffBrowser;
import com.huixiang.channel.ChannelAccount;
import com.huixiang.channel.ChannelAccounts;
import com.huixiang.channel.ChannelFixtures;
import com.huixiang.customer.CustomerFacts;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Identity;
import com.huixiang.journey.EventDoor.Answer;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** P-02: events of shops' pages and of servers, over real HTTP. */
@HuixiangTest
class EventsTests {

    private static final String LIN = "5a7c0a5e-1f1e-4d7c-9a53-000000000001";

    @Autowired
    Customers customers;

    @Autowired
    ChannelAccounts accounts;

    @Autowired
    ChannelFixtures channels;

    @Autowired
    StaffFixtures people;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    EventDoor door;
    StaffBrowser colleague;

    @BeforeEach
    void aShopAndAColleague() {
        clock.stopAt(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        accounts.open(new ChannelAccount("shop", "青禾家居商城", "您好", List.of()));
        door = new EventDoor(port, clock);
        colleague = new StaffBrowser(port).signIn(people.hire("赵磊", Role.ADMIN).login(), PASSWORD);
    }

    // ---- What comes in ------------------------------------------------------------------------------------------------

    @Test
    void whatACustomerLooksAtIsInHisFileAtOnce() {
        String home = page("m-1", LIN, "首页");
        clock.advance(Duration.ofSeconds(10));
        Answer taken = door.fromPage("shop", home, viewed("m-2", LIN, "QH-1", "羊毛地毯"));

        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.accepted()).isEqualTo(2);
        JsonNode journey = journeyOf(LIN);
        assertThat(journey.path("items")).hasSize(2);
        JsonNode newest = journey.path("items").get(0);
        assertThat(newest.path("name").asString()).isEqualTo("Product Viewed");
        assertThat(newest.path("product").path("sku").asString()).isEqualTo("QH-1");
        assertThat(newest.path("product").path("name").asString()).isEqualTo("羊毛地毯");
        JsonNode now = colleague.get("/api/customers/" + fileOf(LIN) + "/now").body();
        assertThat(now.path("product").path("name").asString()).isEqualTo("羊毛地毯");
    }

    @Test
    void unknownEventsAndUnknownPropertiesAreKept() {
        door.fromPage("shop", """
                {"type":"track","messageId":"m-1","anonymousId":"%s","event":"Sofa Tried In AR",
                 "properties":{"room":{"width":3.25,"walls":["白","灰"]},"sku":"QH-9"},"timestamp":"%s"}"""
                .formatted(LIN, clock.instant()));

        JsonNode entry = journeyOf(LIN).path("items").get(0);
        assertThat(entry.path("name").asString()).isEqualTo("Sofa Tried In AR");
        assertThat(entry.path("properties").path("room").path("width").decimalValue()).isEqualByComparingTo("3.25");
        assertThat(entry.path("properties").path("room").path("walls").get(1).asString()).isEqualTo("灰");
    }

    @Test
    void theSameMessageTwiceCountsOnceWhateverTimeItTells() {
        door.fromPage("shop", viewed("m-1", LIN, "QH-1", "羊毛地毯"));
        clock.advance(Duration.ofMinutes(3));
        Answer again = door.fromPage("shop", viewed("m-1", LIN, "QH-1", "羊毛地毯"), viewed("m-2", LIN, "QH-2", "茶几"),
                viewed("m-2", LIN, "QH-2", "茶几"));

        assertThat(again.accepted()).isEqualTo(1);
        assertThat(again.duplicates()).isEqualTo(2);
        assertThat(events()).isEqualTo(2);
    }

    @Test
    void theSameBatchSentManyTimesAtOnceIsInOnce() {
        String[] messages = IntStream.range(0, 100)
                .mapToObj(number -> viewed("m-" + number, LIN + number % 7, "QH-" + number, "商品"))
                .toArray(String[]::new);
        List<Answer> answers = IntStream.range(0, 8)
                .mapToObj(sender -> CompletableFuture.supplyAsync(() -> door.fromPage("shop", messages)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(answers.stream().mapToInt(Answer::accepted).sum()).isEqualTo(100);
        assertThat(events()).isEqualTo(100);
    }

    @Test
    void lateEventsFindTheirPlaceAndTheirMonth() {
        Instant now = clock.instant();
        door.fromPage("shop", viewed("m-2", LIN, "QH-2", "茶几"));
        Answer late = door.fromPage("shop", at(now.minus(Duration.ofDays(20)), "m-1", LIN));
        Answer older = server(at(now.minus(Duration.ofDays(1200)), "m-0", LIN));

        assertThat(late.accepted()).isEqualTo(1);
        assertThat(older.accepted()).isEqualTo(1);
        JsonNode items = journeyOf(LIN).path("items");
        assertThat(items.get(2).path("at").asString()).isEqualTo(now.minus(Duration.ofDays(1200)).toString());
        assertThat(items.get(2).path("receivedAt").asString()).isEqualTo(now.toString());
    }

    @Test
    void aClockOfTheFutureIsScreenedAndWhatItSaidIsKept() {
        Instant said = clock.instant().plus(Duration.ofDays(400));
        door.fromPage("shop", at(said, "m-1", LIN));

        JsonNode entry = journeyOf(LIN).path("items").get(0);
        assertThat(entry.path("at").asString()).isEqualTo(clock.instant().toString());
        assertThat(entry.path("saidAt").asString()).isEqualTo(said.toString());
    }

    @Test
    void whatIsWrongWithOneDoesNotKeepTheOthersOut() {
        Answer taken = door.fromPage(
                "shop",
                viewed("m-0", LIN, "QH-1", "羊毛地毯"),
                "{\"type\":\"dance\",\"messageId\":\"m-1\",\"anonymousId\":\"a\"}",
                "{\"type\":\"track\",\"event\":\"X\",\"anonymousId\":\"a\"}",
                "{\"type\":\"track\",\"messageId\":\"m-3\",\"anonymousId\":\"a\"}",
                "{\"type\":\"track\",\"messageId\":\"m-4\",\"event\":\"X\"}",
                "{\"type\":\"track\",\"messageId\":\"m-5\",\"event\":\"X\",\"anonymousId\":\"a\",\"timestamp\":\"yesterday\"}",
                at(clock.instant().minus(Duration.ofDays(90)), "m-6", "a"),
                "{\"type\":\"track\",\"messageId\":\"m-7\",\"event\":\"X\",\"anonymousId\":\"a\",\"properties\":[1]}",
                "{\"type\":\"track\",\"messageId\":\"m-8\",\"event\":\"X\",\"anonymousId\":\"a\",\"properties\":{\"n\":1e999}}",
                "{\"type\":\"track\",\"messageId\":\"m-9\",\"event\":\"X\",\"anonymousId\":\"a\",\"properties\":{\"t\":\"%s\"}}"
                        .formatted("长".repeat(12_000)),
                "{\"type\":\"alias\",\"messageId\":\"m-10\",\"previousId\":\"a\",\"userId\":\"M1\"}",
                viewed("m-11", LIN, "QH-2", "茶几"));

        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.accepted()).isEqualTo(2);
        assertThat(taken.rejected())
                .containsExactly(
                        "1 journey.unknown-type",
                        "2 journey.message-id-missing",
                        "3 journey.event-missing",
                        "4 journey.nobody",
                        "5 journey.bad-timestamp",
                        "6 journey.too-old",
                        "7 journey.bad-properties",
                        "8 journey.bad-properties",
                        "9 journey.event-too-large",
                        "10 journey.unsigned");
        assertThat(events()).isEqualTo(2);
    }

    @Test
    void lettersTheDatabaseCannotKeepDoNotKeepTheRestOut() {
        Answer taken = door.fromPage("shop", """
                {"type":"track","messageId":"m-\\u0000","anonymousId":"%s","event":"X\\ud800",
                 "properties":{"a\\u0000":"\\ud800x\\u0000","emoji":"\\ud83d\\ude00","deep":{"n":1E300}}}""".formatted(LIN),
                viewed("m-2", LIN, "QH-2", "茶几"));

        assertThat(taken.accepted()).as(taken.toString()).isEqualTo(2);
        JsonNode odd = journeyOf(LIN).path("items").valueStream()
                .filter(each -> each.path("properties").has("emoji"))
                .findFirst()
                .orElseThrow();
        assertThat(odd.path("properties").path("emoji").asString()).isEqualTo("😀");
    }

    @Test
    void aBatchThatIsNoJsonOrTooBigIsRefusedAsAWhole() {
        assertThat(door.raw("shop", "{\"batch\":[{\"type\":\"tra").code()).isEqualTo("journey.bad-json");
        assertThat(door.raw("shop", "[]").code()).isEqualTo("journey.bad-json");
        assertThat(door.raw("shop", "").code()).isEqualTo("journey.bad-json");
        String[] many = IntStream.range(0, 501).mapToObj(n -> page("m-" + n, LIN, "页")).toArray(String[]::new);
        assertThat(door.fromPage("shop", many).code()).isEqualTo("journey.too-many");
        assertThat(door.raw("shop", "{\"x\":\"" + "a".repeat(1_100_000) + "\",\"batch\":[]}").code())
                .isEqualTo("journey.batch-too-large");
        assertThat(events()).isZero();
    }

    // ---- Who may send -------------------------------------------------------------------------------------------------

    @Test
    void onlyThePagesOfTheShopMaySend() {
        accounts.open(new ChannelAccount(
                "own", ChannelAccount.Kind.WEB, "自营", "您好", List.of(), List.of("https://shop.example"), true));

        assertThat(door.mayI("https://shop.example").headers().firstValue("Access-Control-Allow-Origin"))
                .isPresent();
        Answer own = door.fromPageOf("https://shop.example", "own", page("m-1", LIN, "首页"));
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.raw().headers().firstValue("Access-Control-Allow-Origin")).isPresent();
        assertThat(door.fromPageOf("https://thief.example", "own", page("m-2", LIN, "首页")).code())
                .isEqualTo("journey.foreign-site");
        assertThat(door.fromPage("nowhere", page("m-3", LIN, "首页")).code()).isEqualTo("channel.unknown-site");
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void aPageThatSendsTooFastIsAskedToWait() {
        Answer last = null;
        for (int sent = 0; sent < 301; sent++) {
            last = door.raw("shop", "{\"batch\":[]}");
        }

        assertThat(last.status()).isEqualTo(429);
        assertThat(last.code()).isEqualTo("journey.too-fast");
        assertThat(last.raw().headers().firstValue("Retry-After")).isPresent();
    }

    // ---- Who it is ----------------------------------------------------------------------------------------------------

    @Test
    void aBrowsersBareUserIdIsNotBelieved() {
        CustomerId member = customers.recognise(
                Identity.member("M1001"), CustomerFacts.from("web:shop").named("林晓"));
        Answer nobody = door.fromPage("shop", """
                {"type":"track","messageId":"m-1","userId":"M1001","event":"Product Viewed"}""");
        door.fromPage("shop", """
                {"type":"identify","messageId":"m-2","userId":"M1001","anonymousId":"%s","traits":{"name":"骗子"}}"""
                .formatted(LIN));

        assertThat(nobody.rejected()).containsExactly("0 journey.nobody");
        assertThat(customers.get(member).name()).isEqualTo("林晓");
        assertThat(fileOf(LIN)).isNotEqualTo(member);
        assertThat(customers.get(fileOf(LIN)).name()).isEqualTo("骗子");
        assertThat(customers.get(fileOf(LIN)).known()).isFalse();
    }

    @Test
    void whatTheShopSignedMakesTheVisitorKnownAndHisPathFollows() {
        door.fromPage("shop", viewed("m-1", LIN, "QH-1", "羊毛地毯"));
        String identity = "{\"id\":\"M1001\",\"name\":\"林晓\",\"issuedAt\":\"" + clock.instant() + "\"}";
        Answer signed = door.fromPage("shop", """
                {"type":"identify","messageId":"m-2","anonymousId":"%s","identity":%s,"signature":"%s"}"""
                .formatted(LIN, quoted(identity), accounts.sign("shop", identity)),
                viewed("m-3", LIN, "QH-2", "茶几"));
        Answer forged = door.fromPage("shop", """
                {"type":"identify","messageId":"m-4","anonymousId":"other","identity":%s,"signature":"%s"}"""
                .formatted(quoted(identity), "00"));

        assertThat(signed.accepted()).as(signed.toString()).isEqualTo(2);
        assertThat(forged.rejected()).containsExactly("0 journey.bad-signature");
        CustomerId member = fileOf(LIN);
        assertThat(customers.get(member).name()).isEqualTo("林晓");
        assertThat(journeyOf(LIN).path("items")).extracting(each -> each.path("product").path("sku").asString())
                .containsExactlyInAnyOrder("QH-1", "QH-2");
    }

    @Test
    void aServerWithAKeyIsBelievedAndLinksBrowserAndMember() {
        door.fromPage("shop", viewed("m-1", LIN, "QH-1", "羊毛地毯"));
        Answer paid = server("""
                {"type":"track","messageId":"s-1","userId":"M1001","anonymousId":"%s","event":"Order Completed",
                 "properties":{"order_id":"1","total":599}}""".formatted(LIN));
        Answer alias = server("{\"type\":\"alias\",\"messageId\":\"s-2\",\"previousId\":\"phone-app\",\"userId\":\"M1001\"}");

        assertThat(paid.accepted()).as(paid.toString()).isEqualTo(1);
        assertThat(alias.accepted()).isEqualTo(1);
        CustomerId member = customers.recognise(Identity.member("M1001"), CustomerFacts.from("test"));
        assertThat(fileOf(LIN)).isEqualTo(member);
        assertThat(fileOf("phone-app")).isEqualTo(member);
        JsonNode path = colleague.get("/api/customers/" + member + "/path").body();
        assertThat(path.path("browse").path("count").asInt()).isEqualTo(1);
        assertThat(path.path("buy").path("count").asInt()).isEqualTo(1);
    }

    // ---- Words of these tests -----------------------------------------------------------------------------------------

    private Answer server(String... messages) {
        channels.api("erp");
        JsonNode made = colleague.post("/api/settings/keys", "{\"account\":\"erp\",\"name\":\"商城后台\"}").body();
        return door.fromServer(
                made.path("key").path("prefix").asString(), made.path("secret").asString(), messages);
    }

    private String page(String id, String who, String title) {
        return """
                {"type":"page","messageId":"%s","anonymousId":"%s","properties":{"title":"%s","url":"https://shop.example/"},
                 "timestamp":"%s"}""".formatted(id, who, title, clock.instant());
    }

    private String viewed(String id, String who, String sku, String name) {
        return """
                {"type":"track","messageId":"%s","anonymousId":"%s","event":"Product Viewed",
                 "properties":{"sku":"%s","name":"%s","price":"599.00"},"timestamp":"%s"}"""
                .formatted(id, who, sku, name, clock.instant());
    }

    private static String at(Instant time, String id, String who) {
        return """
                {"type":"track","messageId":"%s","anonymousId":"%s","event":"Product Viewed","timestamp":"%s"}"""
                .formatted(id, who, time);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"") + "\"";
    }

    private CustomerId fileOf(String anonymousId) {
        return customers.recognise(Identity.visitor(anonymousId), CustomerFacts.from("test"));
    }

    private JsonNode journeyOf(String anonymousId) {
        return colleague.get("/api/customers/" + fileOf(anonymousId) + "/journey").body();
    }

    private int events() {
        return sql.sql("select count(*) from journey.event").query(Integer.class).single();
    }
}
