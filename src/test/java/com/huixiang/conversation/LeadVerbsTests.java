package com.huixiang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.StaffBrowser;
import com.huixiang.customer.CustomerFacts;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Identity;
import com.huixiang.staff.PresenceState;
import com.huixiang.staff.Presences;
import com.huixiang.staff.Role;
import com.huixiang.staff.SkillGroup;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** T-09: a lead listens in, speaks in, takes over, reassigns, and says who is there. */
@HuixiangTest
class LeadVerbsTests {

    @Autowired
    Conversations conversations;

    @Autowired
    Assignments assignments;

    @Autowired
    MessageLists messages;

    @Autowired
    Customers customers;

    @Autowired
    Staff staff;

    @Autowired
    StaffFixtures people;

    @Autowired
    Presences presences;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    private StaffMember wang;
    private StaffMember zhao;
    private StaffBrowser agent;
    private StaffBrowser lead;
    private ConversationId talk;

    @BeforeEach
    void aTalkIsGoingOn() {
        wang = people.hire("王芳", Role.AGENT);
        zhao = people.hire("赵磊", Role.SUPERVISOR);
        agent = new StaffBrowser(port).signIn(wang.login(), StaffFixtures.PASSWORD);
        lead = new StaffBrowser(port).signIn(zhao.login(), StaffFixtures.PASSWORD);
        presences.set(wang.id(), PresenceState.BUSY, null);
        presences.set(zhao.id(), PresenceState.BUSY, null);
        talk = new ConversationId(conversations
                .receive(new Conversations.Speech(
                        new Opening(
                                customers.recognise(Identity.member("T1"), CustomerFacts.from("web").named("林晓")),
                                new Touchpoint("shop", "web", "青禾家居"),
                                null,
                                IssueType.OTHER,
                                null),
                        "林晓",
                        null,
                        UUID.randomUUID(),
                        new Body.Text("在吗"),
                        null,
                        false))
                .join()
                .conversationId());
        conversations.askForHuman(talk, Urgency.NORMAL, IssueType.OTHER);
        assignments.assignAll(List.of(new Pairing(talk, wang.id())));
    }

    @Test
    void aLeadListensInAndNobodyIsTold() {
        int said = messages.after(talk, 0, 100, false).items().size();

        assertThat(lead.put("/api/conversations/" + talk.value() + "/listening", "{}").status()).isEqualTo(204);

        assertThat(messages.after(talk, 0, 100, false).items()).hasSize(said);
        assertThat(listening()).isEqualTo(1);
        assertThat(lead.delete("/api/conversations/" + talk.value() + "/listening").status()).isEqualTo(204);
        assertThat(listening()).isZero();
    }

    @Test
    void anAgentDoesNotListenInAndTakesNothingOver() {
        StaffMember chen = people.hire("陈浩", Role.AGENT);
        StaffBrowser other = new StaffBrowser(port).signIn(chen.login(), StaffFixtures.PASSWORD);

        assertThat(other.put("/api/conversations/" + talk.value() + "/listening", "{}").code())
                .isEqualTo("staff.not-allowed");
        assertThat(other.put("/api/conversations/" + talk.value() + "/takeover", "{}").code())
                .isEqualTo("staff.not-allowed");
        assertThat(other.put("/api/staff/members/" + wang.id() + "/presence", "{\"state\":\"online\"}").code())
                .isEqualTo("staff.not-allowed");
    }

    @Test
    void aLeadTakesOverAndBothSidesReadItInTheRecord() {
        var row = lead.put("/api/conversations/" + talk.value() + "/takeover", "{}").body();

        assertThat(row.path("agent").path("id").asString()).isEqualTo(zhao.id().toString());
        assertThat(messages.after(talk, 0, 100, true).items().getLast().body()).contains("接管");
        assertThat(sql.sql("select count(*) from conversation.assignment where conversation_id = ? and ended_at is null")
                        .param(talk.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aLeadSpeaksInBesideTheAgent() {
        lead.put("/api/conversations/" + talk.value() + "/participants/" + zhao.id(), "{}");

        conversations.reply(staff.actor(zhao.id()), talk, UUID.randomUUID(), new Body.Text("我来补充"), null).join();

        var row = agent.get("/api/conversations/" + talk.value()).body();
        assertThat(row.path("agent").path("id").asString()).isEqualTo(wang.id().toString());
        assertThat(row.path("participants").findValuesAsString("id")).contains(zhao.id().toString());
        assertThat(messages.after(talk, 0, 100, true).items().stream().map(Message::body))
                .anyMatch(body -> body.contains("加入了会话"));
    }

    @Test
    void aLeadOfOneGroupMovesNothingOfAnother() {
        SkillGroup mine = people.group("售前组");
        SkillGroup other = people.group("售后组");
        sql.sql("""
                insert into staff.role (code, name, permissions, built_in)
                values ('group-lead', '组长', array['serve', 'lead-group'], false)""")
                .update();
        StaffMember han = people.hire("韩梅", new Role("group-lead"));
        staff.qualify(han.id(), mine.id(), 3);
        StaffBrowser leader = new StaffBrowser(port).signIn(han.login(), StaffFixtures.PASSWORD);
        sql.sql("update conversation.conversation set group_id = ? where id = ?")
                .params(other.id().value(), talk.value())
                .update();

        assertThat(leader.put("/api/conversations/" + talk.value() + "/listening", "{}").code())
                .isEqualTo("conversation.not-yours");
        assertThat(leader.put("/api/conversations/" + talk.value() + "/takeover", "{}").code())
                .isEqualTo("conversation.not-yours");
        assertThat(leader.put("/api/staff/members/" + wang.id() + "/presence", "{\"state\":\"online\"}").code())
                .isEqualTo("staff.not-allowed");
        staff.qualify(wang.id(), mine.id(), 3);
        assertThat(leader.put("/api/staff/members/" + wang.id() + "/presence", "{\"state\":\"busy\"}").status())
                .isEqualTo(200);
    }

    @Test
    void aLeadChangesWhetherAnAgentIsThere() {
        lead.put("/api/staff/members/" + wang.id() + "/presence", "{\"state\":\"break\",\"reason\":\"培训\"}");

        assertThat(presences.of(wang.id()).state()).isEqualTo(PresenceState.BREAK);
        assertThat(sql.sql("select count(*) from audit.entry where verb = 'staff.presence.changed'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private int listening() {
        return sql.sql("select count(*) from conversation.listening where conversation_id = ? and ended_at is null")
                .param(talk.value())
                .query(Integer.class)
                .single();
    }
}
