package com.huixiang.routing;

import com.huixiang.conversation.Body;
import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.Conversations;
import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Opening;
import com.huixiang.conversation.Touchpoint;
import com.huixiang.conversation.Urgency;
import com.huixiang.customer.CustomerFacts;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Identity;
import com.huixiang.kernel.Uuid7;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.PresenceState;
import com.huixiang.staff.Presences;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A floor full of people for the tests of this module: who works, who writes, and how a conversation stands. */
@Component
class Floor {

    private static final Touchpoint SHOP = new Touchpoint("shop", "web", "旗舰店");

    private final Staff staff;
    private final Presences presences;
    private final Customers customers;
    private final Conversations conversations;
    private final JdbcClient sql;
    private final Clock clock;

    Floor(
            Staff staff,
            Presences presences,
            Customers customers,
            Conversations conversations,
            JdbcClient sql,
            Clock clock) {
        this.staff = staff;
        this.presences = presences;
        this.customers = customers;
        this.conversations = conversations;
        this.sql = sql;
        this.clock = clock;
    }

    GroupId group(String name) {
        return staff.form(name, null).id();
    }

    void matrix(@Nullable IssueType issue, @Nullable Urgency urgency, GroupId group) {
        sql.sql("insert into routing.matrix_row (id, issue, urgency, group_id) values (?, ?, ?, ?)")
                .params(Uuid7.next(clock), issue == null ? null : issue.code(), urgency == null ? null : urgency.name(), group.value())
                .update();
    }

    void silenceAfter(int seconds) {
        sql.sql("update routing.standard set silence_secs = ?").param(seconds).update();
    }

    void binds(CustomerId customer, StaffId agent, StaffId deputy) {
        sql.sql("insert into routing.binding (customer_id, agent_id, deputy_id, at) values (?, ?, ?, ?)")
                .params(customer.value(), agent.value(), deputy.value(), RoutingRepository.utc(clock.instant()))
                .update();
    }

    /** On line, in this group. Written straight into the table: hashing a password takes long. */
    StaffId agent(String name, GroupId group, int capacity) {
        StaffId id = absentAgent(name, capacity);
        staff.qualify(id, group, 3);
        arrives(id);
        return id;
    }

    StaffId absentAgent(String name, int capacity) {
        UUID id = Uuid7.next(clock);
        sql.sql(
                        """
                        insert into staff.member (id, login, name, nickname, role, password_hash, capacity, created_at)
                        values (?, ?, ?, ?, 'agent', '-', ?, now())""")
                .params(id, name, name, name, capacity)
                .update();
        return new StaffId(id);
    }

    void arrives(StaffId agent) {
        presences.set(agent, PresenceState.ONLINE, null);
    }

    void goes(StaffId agent, PresenceState state) {
        presences.set(agent, state, state == PresenceState.BREAK ? "用餐" : null);
    }

    CustomerId customer(String name) {
        return customers.recognise(Identity.member(name), CustomerFacts.from("shop").named(name));
    }

    /** The customer writes; whether he opens a conversation or goes on with one is the record's business. */
    ConversationId writes(CustomerId customer, String text) {
        var speech = new Conversations.Speech(
                new Opening(customer, SHOP, null, IssueType.OTHER, null),
                "客户",
                null,
                Uuid7.next(clock),
                new Body.Text(text),
                null,
                false);
        return new ConversationId(conversations.receive(speech).join().conversationId());
    }

    /** In the queue without anybody having been told, as a crash would leave it. */
    ConversationId waitsSilently(CustomerId customer) {
        UUID id = Uuid7.next(clock);
        Instant now = clock.instant();
        sql.sql(
                        """
                        insert into conversation.conversation
                               (id, customer_id, channel_id, channel_kind, channel_name, state, last_at, last_by,
                                last_preview, waiting_since, queued_at, opened_at)
                        values (:id, :customer, 'shop', 'web', '旗舰店', 'QUEUED', :now, 'CUSTOMER', '', :now, :now, :now)""")
                .param("id", id)
                .param("customer", customer.value())
                .param("now", RoutingRepository.utc(now))
                .update();
        return new ConversationId(id);
    }

    void answers(StaffId agent, ConversationId conversation) {
        conversations
                .reply(staff.actor(agent), conversation, Uuid7.next(clock), new Body.Text("您好"), null)
                .join();
    }

    Standing standing(ConversationId conversation) {
        return sql.sql("select state, agent_id, group_id, urgency, queued_at, waiting_since from conversation.conversation where id = ?")
                .param(conversation.value())
                .query((row, n) -> {
                    UUID agent = row.getObject("agent_id", UUID.class);
                    UUID group = row.getObject("group_id", UUID.class);
                    OffsetDateTime queued = row.getObject("queued_at", OffsetDateTime.class);
                    return new Standing(
                            row.getString("state"),
                            agent == null ? null : new StaffId(agent),
                            group == null ? null : new GroupId(group),
                            Urgency.valueOf(row.getString("urgency")),
                            queued == null ? null : queued.toInstant());
                })
                .single();
    }

    @Nullable StaffId holder(ConversationId conversation) {
        return standing(conversation).agent();
    }

    record Standing(
            String state,
            @Nullable StaffId agent,
            @Nullable GroupId group,
            Urgency urgency,
            @Nullable Instant queuedAt) {}
}
