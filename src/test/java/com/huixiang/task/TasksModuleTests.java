package com.huixiang.task;

import static com.huixiang.staff.StaffFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.LiveLine;
import com.huixiang.SettableClock;
import com.huixiang.StaffBrowser;
import com.huixiang.agenda.DueAppointments;
import com.huixiang.channel.ChannelAccount;
import com.huixiang.channel.ChannelAccounts;
import com.huixiang.channel.Inbox;
import com.huixiang.channel.Visitors;
import com.huixiang.channel.Visitors.Visitor;
import com.huixiang.conversation.Assignments;
import com.huixiang.conversation.Body;
import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.Conversations;
import com.huixiang.conversation.VisitorLists.VisitorView;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Role;
import com.huixiang.staff.ServiceCalendar;
import com.huixiang.staff.ServiceCalendar.Period;
import com.huixiang.staff.ServiceCalendar.WeekDay;
import com.huixiang.staff.ServiceHours;
import com.huixiang.staff.ServiceHours.Hours;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** E-08, E-09, T-08: what is promised has a time and an owner, and is kept. */
@HuixiangTest
class TasksModuleTests {

    /** A Monday, 10:00 in Shanghai. */
    private static final Instant MORNING = Instant.parse("2026-11-16T02:00:00Z");

    @Autowired
    StaffFixtures people;

    @Autowired
    Staff staff;

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
    TaskLists lists;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskKeeper keeper;

    @Autowired
    ServiceHours hours;

    @Autowired
    DueAppointments due;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    StaffMember wang;
    Actor agent;
    Visitor lin;

    @BeforeEach
    void aCustomerAtTheShop() {
        clock.stopAt(MORNING);
        wang = people.hire("王芳", Role.AGENT);
        agent = staff.actor(wang.id());
        accounts.open(new ChannelAccount("shop", "青禾家居", "您好", List.of()));
        lin = visitors.admit("shop", null, null).visitor();
    }

    @Test
    void aCallBackIsPromisedWithinTheStandardAndSaysSo() {
        VisitorView view = inbox.askForCallBack(lin, "138 0013 8000", null, "想问安装");

        assertThat(view.promisedAt()).isEqualTo(MORNING.plus(Duration.ofMinutes(30)));
        assertThat(view.hours().open()).isTrue();
        Task task = open().getFirst();
        assertThat(task.kind()).isEqualTo(TaskKind.CALL_BACK);
        assertThat(task.contact()).isEqualTo("13800138000");
        assertThat(task.dueAt()).isEqualTo(view.promisedAt());
        assertThat(linesOf(view)).contains("已登记回电:我们将在 11月16日 10:30 前致电 138****8000");
    }

    @Test
    void theCustomerMayChooseTheTime() {
        Instant wished = MORNING.plus(Duration.ofHours(3));

        assertThat(inbox.askForCallBack(lin, "13800138000", wished, null).promisedAt()).isEqualTo(wished);
        assertThat(visitor("{\"phone\":\"13800138000\",\"when\":\"2026-11-15T02:00:00Z\"}").code())
                .isEqualTo("task.bad-time");
        assertThat(visitor("{\"phone\":\"不知道\"}").code()).isEqualTo("customer.phone-invalid");
    }

    @Test
    void askingTwiceIsOnePromise() {
        inbox.askForCallBack(lin, "13800138000", null, "安装");
        inbox.askForCallBack(lin, "13900139000", null, "还是安装");

        assertThat(open()).singleElement().satisfies(task -> assertThat(task.contact()).isEqualTo("13900139000"));
    }

    @Test
    void whoeverHoldsTheConversationOwnsTheCall() {
        VisitorView view = inbox.askForCallBack(lin, "13800138000", null, null);

        assignments.take(agent, new ConversationId(view.id()));
        keeper.keep();

        assertThat(open().getFirst().owner()).extracting(Task.Named::id).isEqualTo(wang.id().value());
    }

    @Test
    void itComesUpForItsOwnerAndIsAWarningAfterItsTime() {
        StaffBrowser browser = new StaffBrowser(port).signIn(wang.login(), PASSWORD);
        try (LiveLine line = LiveLine.of(browser, port)) {
            line.says("{\"type\":\"hello\"}").hears("welcome");
            VisitorView view = inbox.askForCallBack(lin, "13800138000", null, null);
            assignments.take(agent, new ConversationId(view.id()));
            keeper.keep();

            clock.advance(Duration.ofMinutes(25));
            due.fulfil();
            line.hears("task", frame -> !frame.path("task").path("cameUpAt").isNull());
            assertThat(open().getFirst().overdueSince()).isNull();

            clock.advance(Duration.ofMinutes(5));
            due.fulfil();
            line.hears("task", frame -> !frame.path("task").path("overdueSince").isNull());
        }
    }

    @Test
    void whoDoesItSaysHowItWent() {
        VisitorView view = inbox.askForCallBack(lin, "13800138000", null, null);
        assignments.take(agent, new ConversationId(view.id()));
        keeper.keep();
        StaffBrowser browser = new StaffBrowser(port).signIn(wang.login(), PASSWORD);
        String id = browser.get("/api/tasks?mine=true").body().path("items").get(0).path("id").asString();

        JsonNode done = browser.put("/api/tasks/" + id + "/outcome", "{\"outcome\":\"reached\",\"note\":\"已约安装\"}").body();

        assertThat(done.path("state").asString()).isEqualTo("done");
        assertThat(done.path("outcome").asString()).isEqualTo("reached");
        assertThat(browser.put("/api/tasks/" + id + "/outcome", "{\"outcome\":\"reached\"}").code())
                .isEqualTo("task.already-done");
        clock.advance(Duration.ofHours(2));
        due.fulfil();
        assertThat(browser.get("/api/tasks?state=done").body().path("items").get(0).path("overdueSince").isNull())
                .isTrue();
    }

    @Test
    void aTaskOfAnotherGroupIsNotSeenAndNotDone() {
        VisitorView view = inbox.askForCallBack(lin, "13800138000", null, null);
        var group = people.group("售后");
        sql.sql("update conversation.conversation set group_id = ? where id = ?").params(group.id().value(), view.id()).update();
        String id = open().getFirst().id().toString();
        StaffBrowser browser = new StaffBrowser(port).signIn(wang.login(), PASSWORD);

        assertThat(browser.get("/api/tasks").body().path("items").size()).isZero();
        assertThat(browser.put("/api/tasks/" + id + "/outcome", "{\"outcome\":\"reached\"}").code()).isEqualTo("task.not-yours");
        assertThat(browser.put("/api/tasks/" + id + "/owner", "{\"memberId\":\"" + wang.id() + "\"}").code())
                .isEqualTo("task.not-yours");
    }

    @Test
    void aMessageThatWasLeftIsDoneWhenSomebodyAnswers() {
        VisitorView view = inbox.leaveMessage(lin, "发票抬头写错了", "13800138000");
        assertThat(open().getFirst().kind()).isEqualTo(TaskKind.LEFT_MESSAGE);
        assertThat(open().getFirst().text()).isEqualTo("发票抬头写错了");

        clock.advance(Duration.ofMinutes(1));
        assignments.take(agent, new ConversationId(view.id()));
        conversations
                .reply(agent, new ConversationId(view.id()), UUID.randomUUID(), new Body.Text("已改好"), null)
                .join();
        keeper.keep();

        assertThat(open()).isEmpty();
    }

    @Test
    void afterHoursTheCustomerIsToldWhenHeWillBeAnsweredAndSomebodyOwesIt() {
        theHouseIsOpen("09:00", "18:00");
        clock.stopAt(Instant.parse("2026-11-16T14:00:00Z")); // 22:00

        VisitorView view = inbox.askForHuman(lin, Inbox.Circumstances.NONE);
        keeper.keep();

        Instant promised = Instant.parse("2026-11-17T02:00:00Z"); // an open hour after the opening at 9
        assertThat(open().getFirst().dueAt()).isEqualTo(promised);
        assertThat(linesOf(view)).contains("现在是非营业时间,我们将在 11月17日 10:00 前回复您");
        JsonNode session = new StaffBrowser(port).post("/api/visitor/session", "{\"site\":\"shop\"}").body();
        assertThat(session.path("hours").path("open").asBoolean()).isFalse();
        assertThat(session.path("hours").path("nextOpening").asString()).isEqualTo("2026-11-17T01:00:00Z");

        keeper.keep();
        assertThat(open()).as("promised once").hasSize(1);
        clock.stopAt(promised);
        due.fulfil();
        assertThat(open().getFirst().overdueSince()).isEqualTo(promised);
    }

    @Test
    void whatIsPromisedNextHasTheTimeOfTheStandardAsItIsNow() {
        inbox.askForCallBack(lin, "13800138000", null, "想问安装");
        StaffBrowser lead = new StaffBrowser(port).signIn(people.hire("赵磊", Role.SUPERVISOR).login(), PASSWORD);

        JsonNode after = lead.put("/api/settings/task-standards", """
                {"items":[{"kind":"call-back","seconds":600,"reminderSeconds":120}]}""").body();

        assertThat(after.path("items").toString())
                .contains("{\"kind\":\"call-back\",\"seconds\":600,\"reminderSeconds\":120}")
                .contains("{\"kind\":\"left-message\",\"seconds\":3600,\"reminderSeconds\":600}");
        assertThat(open().getFirst().dueAt()).as("what was promised stays").isEqualTo(MORNING.plus(Duration.ofMinutes(30)));
        Visitor chen = visitors.admit("shop", null, null).visitor();
        assertThat(inbox.askForCallBack(chen, "13900139000", null, "").promisedAt())
                .isEqualTo(MORNING.plus(Duration.ofMinutes(10)));
        assertThat(sql.sql("select by_name from audit.entry where verb = 'task.standards.changed'").query(String.class).single())
                .isEqualTo("赵磊");
        assertThat(lead.put("/api/settings/task-standards", """
                {"items":[{"kind":"call-back","seconds":600,"reminderSeconds":600}]}""").code())
                .isEqualTo("task.bad-standard");
        StaffBrowser wangs = new StaffBrowser(port).signIn(wang.login(), PASSWORD);
        assertThat(wangs.get("/api/settings/task-standards").code()).isEqualTo("staff.not-allowed");
    }

    private void theHouseIsOpen(String from, String to) {
        Actor lead = people.supervisor("李强");
        List<WeekDay> week = IntStream.rangeClosed(1, 7)
                .mapToObj(day -> new WeekDay(day, List.of(new Period(from, to))))
                .toList();
        ServiceCalendar daytime = hours.add(lead, new Hours("白天", "Asia/Shanghai", week, List.of()));
        hours.assign(lead, new ServiceHours.Assignments(daytime.id(), Map.of(), Map.of()));
    }

    private StaffBrowser.Answer visitor(String body) {
        String token = visitors.admit("shop", null, null).token();
        try {
            var request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + port + "/api/visitor/call-back"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            var answer = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString());
            return new StaffBrowser.Answer(
                    answer.statusCode(), JsonMapper.shared().readTree(answer.body()), answer);
        } catch (IOException | InterruptedException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private List<Task> open() {
        Actor lead = people.supervisor("李强");
        return lists.list(lead, Task.State.OPEN, false, null, 50).items();
    }

    private List<String> linesOf(VisitorView view) {
        return sql.sql("select body ->> 'zh' from conversation.message where conversation_id = ? and kind = 'SYSTEM'")
                .param(view.id())
                .query(String.class)
                .list();
    }
}
