package com.huixiang.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.LiveLine;
import com.huixiang.SourceFile;
import com.huixiang.StaffBrowser;
import com.huixiang.channel.ChannelAccount;
import com.huixiang.channel.ChannelAccounts;
import com.huixiang.channel.Inbox;
import com.huixiang.channel.Visitors;
import com.huixiang.conversation.Assignments;
import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.Conversations;
import com.huixiang.conversation.DeskExtension;
import com.huixiang.conversation.QueuePlace;
import com.huixiang.docs.JsonShapes.Located;
import com.huixiang.journey.EventDoor;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** docs/reference/asyncapi.yaml says what travels on the live lines: every frame type, and each with its shape. */
@HuixiangTest
class LiveProtocolTests {

    private static final String DOCUMENT = "asyncapi.yaml";

    private final JsonShapes shapes = new JsonShapes(Path.of("docs/reference"));

    @Autowired
    StaffFixtures people;

    @Autowired
    ChannelAccounts accounts;

    @Autowired
    Visitors visitors;

    @Autowired
    Inbox inbox;

    @Autowired
    Conversations conversations;

    @Autowired
    Assignments assignments;

    @Autowired
    List<DeskExtension> extensions;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @Test
    void everyFrameThatIsToldIsInTheDocumentAndLooksAsItSays() {
        StaffMember wang = people.hire("王芳", Role.SUPERVISOR);
        accounts.open(new ChannelAccount("docs", "青禾家居", "您好", List.of()));
        StaffBrowser browser = new StaffBrowser(port).signIn(wang.login(), StaffFixtures.PASSWORD);
        String token = enter();
        try (LiveLine agent = LiveLine.of(browser, port);
                LiveLine customer = LiveLine.ofVisitor(port)) {
            agent.says("{\"type\":\"hello\"}").hears("welcome");
            customer.says("{\"type\":\"hello\",\"token\":\"" + token + "\"}").hears("welcome");
            agent.says("{\"type\":\"ping\"}").hears("pong");
            customer.says("{\"type\":\"ping\"}").hears("pong");

            customer.says("""
                    {"type":"post","clientId":"%s","kind":"text","body":{"text":"这款有货吗"},
                     "page":{"title":"羊毛地毯","url":"https://shop.example/p/1"},"product":{"title":"羊毛地毯","price":"599.00"}}"""
                    .formatted(UUID.randomUUID()));
            String conversation = customer.hears("ack").path("conversation").asString();
            browser.put("/api/conversations/" + conversation + "/assignment", "{\"agentId\":\"" + wang.id() + "\"}");
            agent.hears("conversation", frame -> frame.path("row").path("state").asString().equals("held"));
            customer.hears("conversation", frame -> frame.path("conversation").path("state").asString().equals("held"));

            agent.says("{\"type\":\"subscribe\",\"conversation\":\"" + conversation + "\",\"after\":0}").hears("messages");
            customer.says("{\"type\":\"typing\",\"text\":\"我想\"}");
            agent.hears("typing");
            agent.says("{\"type\":\"typing\",\"conversation\":\"" + conversation + "\",\"text\":\"您\"}");
            customer.hears("typing");
            agent.says("""
                    {"type":"post","clientId":"%s","conversation":"%s","kind":"text","body":{"text":"有的"},"replyTo":1}"""
                            .formatted(UUID.randomUUID(), conversation))
                    .hears("ack");
            int seq = customer.hears("message", frame -> author(frame).equals("agent"))
                    .path("message").path("seq").asInt();
            customer.says("{\"type\":\"read\",\"conversation\":\"%s\",\"delivered\":%d,\"read\":%d}"
                    .formatted(conversation, seq, seq));
            agent.hears("reading");
            agent.says("{\"type\":\"read\",\"conversation\":\"" + conversation + "\",\"read\":1}");
            customer.hears("reading");
            new EventDoor(port, clock).fromPage("docs", """
                    {"type":"track","messageId":"1","anonymousId":"this-browser","event":"Product Viewed",
                     "properties":{"sku":"QH-1","name":"羊毛地毯","price":"599.00"}}""");
            agent.hears("looking");
            agent.says("{\"type\":\"unsubscribe\",\"conversation\":\"" + conversation + "\"}");

            agent.says("{\"type\":\"watch-wall\"}").hears("wall");
            agent.says("{\"type\":\"unwatch-wall\"}");
            agent.hears("clock");
            conversations.hearComplaint(new ConversationId(UUID.fromString(conversation)));
            customer.says("{\"type\":\"post\",\"clientId\":\"%s\",\"kind\":\"text\",\"body\":{\"text\":\"我要投诉\"}}"
                    .formatted(UUID.randomUUID()));
            agent.hears("warning");

            agent.says("{\"type\":\"sing\"}").hears("refused");
            customer.says("{\"type\":\"sing\"}").hears("refused");
            browser.put("/api/staff/me/presence", "{\"state\":\"break\",\"reason\":\"用餐\"}");
            agent.hears("presence");
            customer.says("{\"type\":\"hello\",\"token\":\"%s\",\"conversation\":\"%s\",\"after\":0}"
                    .formatted(token, conversation));
            customer.hears("welcome", frame -> !frame.path("missed").isEmpty());
            browser.put("/api/conversations/" + conversation + "/messages/" + seq + "/recall", "{}");
            customer.hears("message", frame -> frame.path("message").path("kind").asString().equals("recall"));
            inbox.askForCallBack(visitors.recognise(token), "13800138000", null, null);
            agent.hears("task");
            ConversationId waiting = anotherCustomerWaits(customer);
            assignments.tellQueuePlaces(Map.of(waiting, new QueuePlace(3, Duration.ofSeconds(90))));
            customer.hears("queue");

            assertThat(misfits("toStaff", agent.heard())).isEmpty();
            assertThat(misfits("toVisitor", customer.heard())).isEmpty();
            assertThat(typesOf(agent.heard(), poll("staff", browser))).isEqualTo(documented("toStaff"));
            assertThat(typesOf(customer.heard(), poll("visitor", browser))).isEqualTo(documented("toVisitor"));
        }
    }

    /** The only agent is on a break, so whoever asks for a human now has to wait. */
    private ConversationId anotherCustomerWaits(LiveLine customer) {
        String token = enter();
        customer.says("{\"type\":\"hello\",\"token\":\"" + token + "\"}");
        customer.says("""
                {"type":"post","clientId":"%s","kind":"text","body":{"text":"转人工"}}""".formatted(UUID.randomUUID()));
        JsonNode queued = customer.hears(
                "conversation", frame -> frame.path("conversation").path("state").asString().equals("queued"));
        return new ConversationId(UUID.fromString(queued.path("conversation").path("id").asString()));
    }

    private String enter() {
        return new StaffBrowser(port)
                .post("/api/visitor/session", "{\"site\":\"docs\",\"anonymousId\":\"this-browser\"}")
                .body()
                .path("token")
                .asString();
    }

    private static String author(JsonNode frame) {
        return frame.path("message").path("author").path("kind").asString();
    }

    private List<JsonNode> poll(String desk, StaffBrowser browser) {
        JsonNode answer = browser.post("/live/" + desk + "/poll", "{\"session\":\"gone\",\"frames\":[]}").body();
        assertThat(misfits(desk.equals("staff") ? "toStaff" : "toVisitor", List.of(answer.path("frames").get(0))))
                .isEmpty();
        return List.of(answer.path("frames").get(0));
    }

    private static Set<String> typesOf(List<JsonNode> heard, List<JsonNode> polled) {
        Set<String> types = new TreeSet<>();
        heard.forEach(frame -> types.add(frame.path("type").asString()));
        polled.forEach(frame -> types.add(frame.path("type").asString()));
        return types;
    }

    // ---- What is accepted ------------------------------------------------------------------------------------------

    private static final Pattern ACCEPTED = Pattern.compile("case \"([a-z-]+)\" ->|type\\.equals\\(\"([a-z-]+)\"\\)");

    @Test
    void everyFrameThatIsAcceptedIsInTheDocument() {
        Set<String> byStaff = acceptedBy("conversation/web/StaffDesk.java");
        extensions.forEach(extension -> byStaff.addAll(extension.frames()));
        assertThat(byStaff).isEqualTo(documented("fromStaff"));
        assertThat(acceptedBy("channel/web/VisitorDesk.java")).isEqualTo(documented("fromVisitor"));
    }

    private static Set<String> acceptedBy(String desk) {
        String text = SourceFile.allOfTheProduct().stream()
                .filter(source -> source.path().endsWith(desk))
                .findFirst()
                .orElseThrow()
                .text();
        return ACCEPTED.matcher(text)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theWordsExplainEveryFrame() throws Exception {
        String page = java.nio.file.Files.readString(Path.of("docs/reference/live-protocol.md"));
        Set<String> all = new TreeSet<>();
        List.of("fromStaff", "toStaff", "fromVisitor", "toVisitor").forEach(each -> all.addAll(documented(each)));

        assertThat(all).allSatisfy(type -> assertThat(page).contains("`" + type + "`"));
    }

    // ---- The document ----------------------------------------------------------------------------------------------

    private Set<String> documented(String operation) {
        return messagesOf(operation).stream()
                .map(message -> message.node().path("name").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Located> messagesOf(String operation) {
        JsonNode document = shapes.document(DOCUMENT);
        return document.path("operations").path(operation).path("messages").valueStream()
                .map(message -> shapes.follow(DOCUMENT, message))
                .toList();
    }

    private List<String> misfits(String operation, List<JsonNode> frames) {
        List<Located> messages = messagesOf(operation);
        return frames.stream()
                .flatMap(frame -> {
                    var fitting = messages.stream()
                            .filter(message -> message.node().path("name").equals(frame.path("type")))
                            .findFirst();
                    return fitting.isEmpty()
                            ? List.of(frame + " is not in the document").stream()
                            : shapes.misfits(fitting.get().document(), fitting.get().node().path("payload"), frame).stream()
                                    .map(misfit -> frame.path("type") + misfit);
                })
                .toList();
    }
}
