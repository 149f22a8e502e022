package com.huixiang.demo;

import com.huixiang.conversation.Author;
import com.huixiang.conversation.Body;
import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Opening.EntryPage;
import com.huixiang.conversation.Urgency;
import com.huixiang.demo.Company.Colleague;
import com.huixiang.demo.Crowd.Person;
import com.huixiang.kernel.Uuid7;
import com.huixiang.staff.GroupId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Collects closed conversations of the past as rows of the record and writes them all at once. */
final class Chronicle {

    private final List<Object[]> conversations = new ArrayList<>();
    private final List<Object[]> messages = new ArrayList<>();
    private final List<Object[]> assignments = new ArrayList<>();
    private final List<Object[]> closures = new ArrayList<>();
    private final List<Object[]> leftMessages = new ArrayList<>();
    private final List<Object[]> readings = new ArrayList<>();
    private final JsonMapper json;

    Chronicle(JsonMapper json) {
        this.json = json;
    }

    int size() {
        return conversations.size();
    }

    /** One conversation while it is being told, in the order in which it happened. */
    final class Tale {

        private final UUID id;
        private final Person customer;
        private final Instant openedAt;
        private int seq;
        private int shown;
        private Instant lastAt;
        private Author.Kind lastBy = Author.Kind.SYSTEM;
        private String preview = "";
        private @Nullable Instant queuedAt;
        private @Nullable Instant firstReplyAt;
        private @Nullable Colleague holder;
        private @Nullable Instant heldSince;
        private String how = "routed";

        Tale(Person customer, Instant openedAt) {
            this.id = Uuid7.at(openedAt);
            this.customer = customer;
            this.openedAt = openedAt;
            this.lastAt = openedAt;
        }

        void customerSays(Body body, Instant at) {
            write(Author.customer(customer.id(), customer.name()), body, at);
        }

        void agentSays(Body body, Instant at) {
            Colleague agent = holder();
            write(Author.agent(agent.id(), agent.account().nickname()), body, at);
            if (firstReplyAt == null && body.isSpeech()) {
                firstReplyAt = at;
            }
        }

        void queued(Instant at) {
            queuedAt = at;
            line("queued", "客户进入排队", "The customer is waiting for an agent", at);
        }

        void leftMessage(Instant at) {
            leftMessages.add(new Object[] {id, customer.phone(), StoryRepository.utc(at)});
            line("left-message", "留言已收到,我们会尽快回复您",
                    "Your message has been received; we will answer as soon as we can", at);
        }

        void assigned(Colleague agent, Instant at) {
            String nickname = agent.account().nickname();
            holder = agent;
            heldSince = at;
            line("assigned", "客服 " + nickname + " 为您服务", nickname + " is here to help you", at);
        }

        void transferred(Colleague to, String note, Instant at) {
            agentSays(new Body.Note(note, null), at);
            letGo("transferred", at);
            String nickname = to.account().nickname();
            holder = to;
            heldSince = at;
            how = "transferred";
            line("transferred", "已为您转接客服 " + nickname, "You are now with " + nickname, at);
        }

        void closed(IssueType issue, Urgency urgency, GroupId group, EntryPage entry, Ending ending, Instant at) {
            line("closed", "会话已结束", "The conversation has ended", at);
            letGo("closed", at);
            closures.add(new Object[] {
                id, ending.by(), ending.byName(), ending.category(), ending.summary(), ending.reason(), StoryRepository.utc(at)
            });
            readings.add(new Object[] {id, "customer", seq, seq, StoryRepository.utc(at)});
            readings.add(new Object[] {id, holder().id().value().toString(), seq, seq, StoryRepository.utc(at)});
            conversations.add(new Object[] {
                id,
                customer.id().value(),
                Company.SITE,
                Company.NAME,
                json.writeValueAsString(entry),
                urgency.name(),
                issue.code(),
                group.value(),
                seq,
                shown,
                StoryRepository.utc(lastAt),
                lastBy.name(),
                preview,
                queuedAt == null ? null : StoryRepository.utc(queuedAt),
                firstReplyAt == null ? null : StoryRepository.utc(firstReplyAt),
                StoryRepository.utc(openedAt),
                StoryRepository.utc(at)
            });
        }

        private Colleague holder() {
            if (holder == null) {
                throw new IllegalStateException("Nobody has been given this conversation yet");
            }
            return holder;
        }

        private void letGo(String why, Instant at) {
            assignments.add(new Object[] {
                id, holder().id().value(), StoryRepository.utc(heldSince == null ? at : heldSince), StoryRepository.utc(at), how, why
            });
        }

        private void line(String event, String chinese, String english, Instant at) {
            write(Author.SYSTEM, new Body.SystemLine(event, chinese, english), at);
        }

        private void write(Author author, Body body, Instant at) {
            seq++;
            if (body.isShown()) {
                shown = seq;
            }
            if (body.isSpeech()) {
                lastAt = at;
                lastBy = author.kind();
                preview = body.preview();
            }
            messages.add(new Object[] {
                id,
                seq,
                StoryRepository.utc(at),
                body.isSpeech() ? UUID.randomUUID() : null,
                author.kind().name(),
                author.id(),
                author.name(),
                body.kind().name(),
                json.writeValueAsString(body)
            });
        }
    }

    record Ending(@Nullable UUID by, String byName, @Nullable UUID category, String summary, String reason) {}

    void write(JdbcTemplate jdbc) {
        jdbc.batchUpdate(
                """
                insert into conversation.conversation
                       (id, customer_id, channel_id, channel_kind, channel_name, entry, state, urgency, issue, group_id,
                        last_seq, last_shown_seq, last_at, last_by, last_preview, queued_at, first_reply_at, opened_at,
                        closed_at)
                values (?, ?, ?, 'web', ?, ?::jsonb, 'CLOSED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                conversations);
        jdbc.batchUpdate(
                """
                insert into conversation.message
                       (conversation_id, seq, sent_at, client_id, author, author_id, author_name, kind, body)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)""",
                messages);
        jdbc.batchUpdate(
                """
                insert into conversation.assignment (conversation_id, agent_id, began_at, ended_at, how, why_ended)
                values (?, ?, ?, ?, ?, ?)""",
                assignments);
        jdbc.batchUpdate(
                """
                insert into conversation.closure (conversation_id, by_id, by_name, category_id, summary, reason, at)
                values (?, ?, ?, ?, ?, ?, ?)""",
                closures);
        jdbc.batchUpdate(
                "insert into conversation.left_message (conversation_id, contact, at) values (?, ?, ?)", leftMessages);
        jdbc.batchUpdate(
                """
                insert into conversation.reading (conversation_id, reader, delivered_seq, read_seq, at)
                values (?, ?, ?, ?, ?)""",
                readings);
    }
}
