package com.huixiang.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.crowd.BareSocket;
import com.huixiang.crowd.Door;
import com.huixiang.crowd.Exchange;
import com.huixiang.crowd.Memory;
import com.huixiang.crowd.Message;
import com.huixiang.crowd.ServerUnderTest;
import com.huixiang.crowd.Staffing;
import com.huixiang.crowd.ThisBuild;
import com.huixiang.crowd.Transcript;
import com.huixiang.crowd.VirtualAgent;
import com.huixiang.crowd.VirtualCustomer;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Seven things that go wrong in contact centres, and do not go wrong here. Real HTTP, real sockets, real PostgreSQL. */
@HuixiangTest
class SevenFailuresStory {

    private static final int CAPACITY = 5;
    /** Fewer than a visitor may send at once. */
    private static final int AT_A_STRETCH = 25;
    private static final VirtualCustomer.Watcher NOBODY = new VirtualCustomer.Watcher() {};

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient sql;

    @Autowired
    SettableClock clock;

    @LocalServerPort
    int port;

    private final Exchange exchange = new Exchange(1);
    private URI house;

    @BeforeEach
    void aShopWithThreeAgents() throws SQLException {
        house = URI.create("http://localhost:" + port);
        try (Connection database = dataSource.getConnection()) {
            Staffing.write(database, 3, CAPACITY);
        }
    }

    @AfterEach
    void everybodyLeaves() {
        exchange.close();
    }

    // ---- 1 ---------------------------------------------------------------------------------------------------------

    @Test
    void whatACustomerWritesWhileHeWaitsIsKeptAndReachesTheAgent() {
        VirtualCustomer lin = customer();
        lin.write("在吗");
        lin.write("我的订单到哪里了");
        lin.write("急用");
        until(() -> lin.unacknowledged() == 0);

        VirtualAgent agent = agent(0);

        until(() -> textsOf(agent, lin).equals(List.of("在吗", "我的订单到哪里了", "急用")));
        agent.write(lin.conversation(), "今天送到");
        until(() -> texts(lin.transcript(lin.conversation())).equals(List.of("在吗", "我的订单到哪里了", "急用", "今天送到")));
    }

    // ---- 2 ---------------------------------------------------------------------------------------------------------

    @Test
    void aSocketCannotWriteAsAnotherCustomer() throws InterruptedException {
        VirtualAgent agent = agent(0);
        VirtualCustomer wang = customer();
        wang.write("我是王女士");
        until(() -> has(agent, wang));
        String stranger = visitorToken();

        BareSocket socket = BareSocket.dial(exchange, house, "visitor")
                .say(Map.of("type", "hello", "token", stranger))
                .say(post("请把退款打到我的新卡", Map.of(
                        "conversation", wang.conversation(),
                        "author", Map.of("kind", "customer", "id", customerOf(wang.conversation())),
                        "customer", customerOf(wang.conversation()))));

        until(() -> socket.heard("ack").size() == 1);
        assertThat(socket.heard("ack").getFirst().path("conversation").asString())
                .isNotEqualTo(wang.conversation().toString());
        assertThat(storedTexts(wang.conversation())).containsExactly("我是王女士");
    }

    @Test
    void aForgedTokenOpensNothing() throws InterruptedException {
        VirtualCustomer wang = customer();
        wang.write("我是王女士");
        until(() -> wang.unacknowledged() == 0);
        String token = visitorToken();
        String forged = token.substring(0, token.length() - 2) + (token.endsWith("AA") ? "BB" : "AA");

        BareSocket socket = BareSocket.dial(exchange, house, "visitor")
                .say(Map.of("type", "hello", "token", forged))
                .say(post("我也是王女士", Map.of("conversation", wang.conversation())));

        until(() -> !socket.heard("refused").isEmpty());
        assertThat(socket.heard("welcome")).isEmpty();
        assertThat(socket.heard("ack")).isEmpty();
        assertThat(stored("我也是王女士")).isZero();
    }

    // ---- 3 ---------------------------------------------------------------------------------------------------------

    @Test
    void aSecondWindowOfTheSameCustomerSeesHisConversationAndClosingItEndsNothing() throws InterruptedException {
        VirtualAgent agent = agent(0);
        String token = visitorToken();
        BareSocket first = BareSocket.dial(exchange, house, "visitor").say(Map.of("type", "hello", "token", token));
        first.say(post("你好", Map.of()));
        until(() -> agent.mine().size() == 1);
        UUID conversation = agent.mine().iterator().next();

        BareSocket second = BareSocket.dial(exchange, house, "visitor").say(Map.of("type", "hello", "token", token));
        until(() -> second.heard("welcome").size() == 1);
        agent.door()
                .post(
                        "/api/conversations/" + conversation + "/messages",
                        Map.of("clientId", UUID.randomUUID(), "kind", "note", "body", Map.of("text", "老客户，小心处理")))
                .good();
        agent.write(conversation, "您好，请讲");
        until(() -> saw(second, "您好，请讲"));
        second.hangUp();
        agent.write(conversation, "我在的");

        until(() -> saw(first, "我在的"));
        assertThat(saw(second, "老客户，小心处理")).isFalse();
        assertThat(saw(first, "老客户，小心处理")).isFalse();
        assertThat(stateOf(conversation)).isEqualTo("HELD");
    }

    @Test
    void knowingTheIdOfAConversationIsNotEnoughToReadAlong() throws InterruptedException {
        VirtualAgent agent = agent(0);
        VirtualCustomer wang = customer();
        wang.write("我的手机号是…");
        until(() -> has(agent, wang));

        BareSocket curious = BareSocket.dial(exchange, house, "visitor")
                .say(Map.of("type", "hello", "token", visitorToken(), "conversation", wang.conversation(), "after", 0));
        until(() -> !curious.heard("refused").isEmpty());
        agent.write(wang.conversation(), "已为您登记");
        until(() -> texts(wang.transcript(wang.conversation())).contains("已为您登记"));

        curious.say(Map.of("type", "ping"));
        assertThat(curious.heard("welcome")).isEmpty();
        assertThat(curious.heard("message")).isEmpty();
    }

    // ---- 4 ---------------------------------------------------------------------------------------------------------

    @Test
    void nobodyIsGivenToAnAgentWhoHasLeftAndWhoWaitedForHimIsGivenToAnother() {
        VirtualAgent leaving = agent(0);
        VirtualCustomer lin = customer();
        lin.write("在吗");
        until(() -> has(leaving, lin));

        leaving.turn("offline");
        VirtualCustomer wang = customer();
        wang.write("有人吗");
        until(() -> wang.unacknowledged() == 0);
        VirtualAgent staying = agent(1);

        until(() -> has(staying, lin) && has(staying, wang));
        until(() -> leaving.mine().isEmpty());
        assertThat(everHeldBy(leaving)).containsExactly(lin.conversation());
    }

    @Test
    void anAgentWhoseBrowserVanishedGetsNobody() {
        VirtualAgent vanished = agent(0);
        vanished.closeWorkbench();
        VirtualAgent staying = agent(1);
        clock.advance(Duration.ofMinutes(2));
        until(() -> presenceOf(vanished).equals("OFFLINE"));

        VirtualCustomer lin = customer();
        lin.write("在吗");

        until(() -> has(staying, lin));
        assertThat(everHeldBy(vanished)).isEmpty();
    }

    // ---- 5 ---------------------------------------------------------------------------------------------------------

    @Test
    void aMessageIsShownOnlyWhenItIsSaved() throws SQLException {
        VirtualAgent agent = agent(0);
        VirtualCustomer lin = customer();
        lin.write("你好");
        until(() -> textsOf(agent, lin).contains("你好"));

        try (Connection somebodyElse = dataSource.getConnection()) {
            somebodyElse.setAutoCommit(false);
            lock(somebodyElse, lin.conversation());
            lin.write("我要退货");
            until(this::aWriteWaitsForTheLock);

            assertThat(lin.unacknowledged()).isEqualTo(1);
            assertThat(textsOf(agent, lin)).containsExactly("你好");
            somebodyElse.rollback();
        }

        until(() -> lin.unacknowledged() == 0);
        until(() -> textsOf(agent, lin).equals(List.of("你好", "我要退货")));
    }

    @Test
    void whateverAnAgentSeesIsInTheDatabaseAtThatMoment() {
        Queue<String> seenTooEarly = new ConcurrentLinkedQueue<>();
        VirtualAgent agent = agent(0, new VirtualAgent.Watcher() {
            @Override
            public void heard(VirtualAgent who, Message message) {
                if (stored(message) == 0) {
                    seenTooEarly.add(message.text());
                }
            }
        });
        VirtualCustomer lin = customer();

        for (int line = 0; line < AT_A_STRETCH; line++) {
            lin.write("第 " + line + " 句");
        }

        until(() -> lin.unacknowledged() == 0 && textsOf(agent, lin).size() == AT_A_STRETCH);
        assertThat(seenTooEarly).isEmpty();
    }

    // ---- 6 ---------------------------------------------------------------------------------------------------------

    @Test
    void afterACrashNothingCountsAgainstAnAgentThatHeDoesNotHold() throws Exception {
        try (ServerUnderTest application = ThisBuild.inAProcessOfItsOwn("crash-data")) {
            application.forgetEverything();
            application.start();
            try (Connection database = application.database()) {
                Staffing.write(database, 1, 2);
            }
            house = application.address();
            VirtualAgent agent = agent(0);
            VirtualCustomer lin = customer();
            VirtualCustomer wang = customer();
            lin.write("在吗");
            wang.write("你好");
            until(() -> agent.mine().size() == 2);
            lin.closeWindow();
            wang.endConversation();

            application.killDatabase();
            application.killApplication();
            application.start();

            until(() -> loadOf(agent) == 1);
            VirtualCustomer zhao = customer();
            zhao.write("新来的");
            until(() -> has(agent, zhao) && loadOf(agent) == 2);
        }
    }

    private static int loadOf(VirtualAgent agent) {
        for (JsonNode member : agent.door().get("/api/staff/members").good()) {
            if (member.path("id").asString().equals(agent.id().toString())) {
                return member.path("load").asInt();
            }
        }
        throw new AssertionError("The agent is not among the members");
    }

    // ---- 7 ---------------------------------------------------------------------------------------------------------

    @Test
    void aMessageCostsThePostgresNoMoreAfterFiftyThousandOthers() {
        VirtualAgent agent = agent(0);
        VirtualCustomer lin = customer();
        lin.write("你好");
        until(() -> has(agent, lin));
        pagesReadFor(lin, agent);

        long before = pagesReadFor(lin, agent);
        growHistory(lin.conversation(), 50_000);
        pagesReadFor(lin, agent);
        long after = pagesReadFor(lin, agent);

        // An index may be a level deeper; one look through the whole history would read a thousand pages each time.
        assertThat(after)
                .as("pages for 50 messages, before: %d; now most of them for %s", before, mostCostlyStatement())
                .isLessThan(2 * before);
    }

    /** Pages PostgreSQL touched for everything the application did meanwhile. */
    private long pagesReadFor(VirtualCustomer customer, VirtualAgent agent) {
        clock.advance(Duration.ofSeconds(AT_A_STRETCH));
        int seen = agent.transcript(customer.conversation()).lastSeq();
        sql.sql("select pg_stat_statements_reset()").query().singleRow();
        for (int message = 0; message < AT_A_STRETCH; message++) {
            customer.write("第 " + message + " 条");
            agent.write(customer.conversation(), "收到");
        }
        until(() -> customer.unacknowledged() + agent.unacknowledged() == 0
                && agent.transcript(customer.conversation()).lastSeq() >= seen + 2 * AT_A_STRETCH);
        return sql.sql("select sum(shared_blks_hit + shared_blks_read) from pg_stat_statements")
                .query(Long.class)
                .single();
    }

    private String mostCostlyStatement() {
        return sql.sql("select calls || ' × ' || query from pg_stat_statements order by shared_blks_hit + shared_blks_read desc limit 1")
                .query(String.class)
                .single();
    }

    /** Older lines of the same conversation; they are numbered downwards from nought, so nobody has missed them. */
    private void growHistory(UUID conversation, int messages) {
        sql.sql(
                        """
                        insert into conversation.message
                               (conversation_id, seq, sent_at, client_id, author, author_id, author_name, kind, body)
                        select c.id, -n, now(), gen_random_uuid(), 'CUSTOMER', c.customer_id, '访客', 'TEXT',
                               '{"text": "很久以前的一句话"}'
                          from conversation.conversation c, generate_series(1, :count) n where c.id = :id""")
                .param("count", messages)
                .param("id", conversation)
                .update();
        // PostgreSQL does so by itself within a minute; until then it may still plan for a table of one page.
        sql.sql("analyze conversation.message").update();
    }

    // ---- People ----------------------------------------------------------------------------------------------------

    private VirtualCustomer customer() {
        VirtualCustomer customer = new VirtualCustomer(exchange, house, Memory.EVERYTHING, NOBODY);
        customer.arriveAt(Staffing.SITE);
        until(customer::isConnected);
        return customer;
    }

    private VirtualAgent agent(int number) {
        return agent(number, new VirtualAgent.Watcher() {});
    }

    private VirtualAgent agent(int number, VirtualAgent.Watcher watcher) {
        VirtualAgent agent = new VirtualAgent(exchange, house, Memory.EVERYTHING, watcher);
        agent.arrive(Staffing.login(number), Staffing.PASSWORD);
        until(agent::isConnected);
        agent.turn("online");
        return agent;
    }

    private String visitorToken() {
        return new Door(house)
                .post("/api/visitor/session", Map.of("site", Staffing.SITE))
                .good()
                .path("token")
                .asString();
    }

    private static Map<String, Object> post(String text, Map<String, ?> more) {
        Map<String, Object> frame = new HashMap<>(more);
        frame.putAll(Map.of(
                "type", "post", "clientId", UUID.randomUUID(), "kind", "text", "body", Map.of("text", text)));
        return frame;
    }

    private static boolean has(VirtualAgent agent, VirtualCustomer customer) {
        UUID conversation = customer.conversation();
        return conversation != null && agent.holds(conversation);
    }

    private static boolean saw(BareSocket socket, String text) {
        return socket.heard("message").stream()
                .anyMatch(frame -> frame.path("message").path("body").path("text").asString("").equals(text));
    }

    private static List<String> textsOf(VirtualAgent agent, VirtualCustomer customer) {
        return customer.conversation() == null ? List.of() : texts(agent.transcript(customer.conversation()));
    }

    private static List<String> texts(Transcript transcript) {
        return transcript.entries().stream()
                .filter(Message::isText)
                .map(Message::text)
                .toList();
    }

    // ---- The database, past the application ------------------------------------------------------------------------

    private UUID customerOf(UUID conversation) {
        return sql.sql("select customer_id from conversation.conversation where id = ?")
                .param(conversation)
                .query(UUID.class)
                .single();
    }

    private String stateOf(UUID conversation) {
        return sql.sql("select state from conversation.conversation where id = ?")
                .param(conversation)
                .query(String.class)
                .single();
    }

    private List<String> storedTexts(UUID conversation) {
        return sql.sql("select body ->> 'text' from conversation.message where conversation_id = ? and kind = 'TEXT' order by seq")
                .param(conversation)
                .query(String.class)
                .list();
    }

    private int stored(String text) {
        return sql.sql("select count(*) from conversation.message where body ->> 'text' = ?")
                .param(text)
                .query(Integer.class)
                .single();
    }

    private int stored(Message message) {
        return sql.sql("select count(*) from conversation.message where conversation_id = ? and seq = ?")
                .params(message.conversation(), message.seq())
                .query(Integer.class)
                .single();
    }

    private List<UUID> everHeldBy(VirtualAgent agent) {
        return sql.sql("select conversation_id from conversation.assignment where agent_id = ?")
                .param(agent.id())
                .query(UUID.class)
                .list();
    }

    private String presenceOf(VirtualAgent agent) {
        return sql.sql("select state from staff.presence where member_id = ?")
                .param(agent.id())
                .query(String.class)
                .single();
    }

    private static void lock(Connection connection, UUID conversation) throws SQLException {
        try (var statement =
                connection.prepareStatement("select 1 from conversation.conversation where id = ? for update")) {
            statement.setObject(1, conversation);
            statement.execute();
        }
    }

    private boolean aWriteWaitsForTheLock() {
        return sql.sql("select count(*) from pg_locks where not granted")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Patience for a busy machine, not a promise of speed. */
    private static void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(condition);
    }
}
