package com.huixiang.sla;

import com.huixiang.SettableClock;
import com.huixiang.agenda.DueAppointments;
import com.huixiang.conversation.Assignments;
import com.huixiang.conversation.Body;
import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.ConversationLists;
import com.huixiang.conversation.Conversations;
import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Opening;
import com.huixiang.conversation.Pairing;
import com.huixiang.conversation.Touchpoint;
import com.huixiang.conversation.Urgency;
import com.huixiang.customer.CustomerFacts;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Identity;
import com.huixiang.staff.Actor;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.PresenceState;
import com.huixiang.staff.Presences;
import com.huixiang.staff.Role;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A shift for the tests of the clocks: time stands still until it is told to pass, and nobody is called by himself. */
@Component
class Shift {

    /** A Monday morning in Shanghai. */
    static final Instant MORNING = Instant.parse("2027-03-01T02:00:00Z");

    private final Conversations conversations;
    private final Assignments assignments;
    private final ConversationLists lists;
    private final Customers customers;
    private final Staff staff;
    private final StaffFixtures people;
    private final Presences presences;
    private final Clocks clocks;
    private final Gathering gathering;
    private final DueAppointments due;
    private final JdbcClient sql;
    private final SettableClock clock;

    Shift(
            Conversations conversations,
            Assignments assignments,
            ConversationLists lists,
            Customers customers,
            Staff staff,
            StaffFixtures people,
            Presences presences,
            Clocks clocks,
            Gathering gathering,
            DueAppointments due,
            JdbcClient sql,
            SettableClock clock) {
        this.conversations = conversations;
        this.assignments = assignments;
        this.lists = lists;
        this.customers = customers;
        this.staff = staff;
        this.people = people;
        this.presences = presences;
        this.clocks = clocks;
        this.gathering = gathering;
        this.due = due;
        this.sql = sql;
        this.clock = clock;
    }

    /** Routing takes nobody away from anybody meanwhile. */
    void begins() {
        clock.stopAt(MORNING);
        sql.sql("update routing.standard set silence_secs = 86400").update();
    }

    void passes(Duration time) {
        clock.advance(time);
        gathering.work();
        clocks.sweep();
        due.fulfil();
    }

    /** Nothing rings and nobody looks meanwhile. */
    void passesUnseen(Duration time) {
        clock.advance(time);
    }

    void settles() {
        gathering.work();
        clocks.sweep();
    }

    ConversationId asks(String customer, String words) {
        return asks(customer, words, "web");
    }

    ConversationId asks(String customer, String words, String channel) {
        CustomerId id = customer(customer);
        ConversationId conversation = new ConversationId(conversations
                .receive(new Conversations.Speech(
                        new Opening(id, new Touchpoint(channel, channel, "青禾家居"), null, IssueType.OTHER, null),
                        customer,
                        null,
                        UUID.randomUUID(),
                        new Body.Text(words),
                        null,
                        false))
                .join()
                .conversationId());
        // What the front desk makes of the words, at once instead of a moment later.
        conversations.askForHuman(
                conversation, words.contains("丢了") ? Urgency.URGENT : Urgency.NORMAL, IssueType.OTHER);
        if (words.contains("投诉")) {
            conversations.hearComplaint(conversation);
        }
        settles();
        return conversation;
    }

    CustomerId customer(String name) {
        return customers.recognise(Identity.member("S-" + name), CustomerFacts.from("web").named(name));
    }

    void answers(Actor agent, ConversationId conversation, String words) {
        conversations.reply(agent, conversation, UUID.randomUUID(), new Body.Text(words), null).join();
        settles();
    }

    /** Says a word nobody settles afterwards. */
    void answersUnseen(Actor agent, ConversationId conversation, String words) {
        conversations.reply(agent, conversation, UUID.randomUUID(), new Body.Text(words), null).join();
    }

    void give(ConversationId conversation, Actor agent) {
        assignments.assignAll(List.of(new Pairing(conversation, agent.id(), null)));
        settles();
    }

    void close(ConversationId conversation, String customer) {
        conversations.closeBy(customer(customer), conversation);
        settles();
    }

    void isIn(ConversationId conversation, GroupId group) {
        sql.sql("update conversation.conversation set group_id = ? where id = ?")
                .params(group.value(), conversation.value())
                .update();
    }

    /** At his desk, and busy: nobody is given to him but by the test. */
    Actor atDesk(String name, Role role, GroupId... groups) {
        StaffMember member = people.hire(name, role);
        for (GroupId group : groups) {
            staff.qualify(member.id(), group, 3);
        }
        presences.set(member.id(), PresenceState.BUSY, null);
        return staff.actor(member.id());
    }

    Conversations record() {
        return conversations;
    }

    ConversationLists lists() {
        return lists;
    }
}
