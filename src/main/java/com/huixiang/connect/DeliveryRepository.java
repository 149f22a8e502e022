package com.huixiang.connect;

import static com.huixiang.connect.ApiKeys.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DeliveryRepository {

    private static final String TEST_LINE = "test";

    private final JdbcClient sql;

    DeliveryRepository(JdbcClient sql) {
        this.sql = sql;
    }

    // ---- Webhooks --------------------------------------------------------------------------------------------------

    record Held(Webhook webhook, byte[] lockedSecret) {}

    List<Held> ofAccount(String account) {
        return sql.sql("select * from connect.webhook where account = ? and active order by created_at")
                .param(account)
                .query((row, n) -> new Held(webhook(row, n), row.getBytes("locked_secret")))
                .list();
    }

    Optional<Held> find(UUID id) {
        return sql.sql("select * from connect.webhook where id = ?")
                .param(id)
                .query((row, n) -> new Held(webhook(row, n), row.getBytes("locked_secret")))
                .optional();
    }

    List<Webhook> all() {
        return sql.sql("select * from connect.webhook order by account, created_at")
                .query(DeliveryRepository::webhook)
                .list();
    }

    void add(Webhook webhook, byte[] lockedSecret) {
        sql.sql(
                        """
                        insert into connect.webhook (id, account, url, events, locked_secret, active, created_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        webhook.id(),
                        webhook.account(),
                        webhook.url(),
                        webhook.events().toArray(String[]::new),
                        lockedSecret,
                        webhook.active(),
                        utc(webhook.createdAt()))
                .update();
    }

    void change(Webhook webhook) {
        sql.sql("update connect.webhook set url = ?, events = ?, active = ? where id = ?")
                .params(webhook.url(), webhook.events().toArray(String[]::new), webhook.active(), webhook.id())
                .update();
    }

    void remove(UUID webhook) {
        sql.sql("delete from connect.webhook where id = ?").param(webhook).update();
    }

    // ---- Deliveries ------------------------------------------------------------------------------------------------

    record Parcel(UUID id, int seq, String event, String body, int attempts, Instant nextAt) {}

    /** False when it is there already: a message goes to a webhook once. */
    boolean add(UUID id, UUID webhook, @Nullable UUID conversation, int seq, WebhookEvent event, String body, Instant at) {
        return sql.sql(
                                """
                                insert into connect.delivery
                                       (id, webhook_id, conversation_id, seq, event, body, state, next_at, created_at)
                                values (:id, :webhook, :conversation, :seq, :event, :body, 'WAITING', :at, :at)
                                on conflict do nothing""")
                        .param("id", id)
                        .param("webhook", webhook)
                        .param("conversation", conversation, Types.OTHER)
                        .param("seq", seq)
                        .param("event", event.code())
                        .param("body", body)
                        .param("at", utc(at))
                        .update()
                > 0;
    }

    /** The first one in line, whether it is its time or not: nobody overtakes it. */
    @Nullable Parcel firstInLine(UUID webhook, @Nullable UUID conversation) {
        return sql.sql(
                        """
                        select id, seq, event, body, attempts, next_at from connect.delivery
                         where webhook_id = :webhook and state = 'WAITING'
                           and conversation_id is not distinct from :conversation
                         order by seq, id
                         limit 1""")
                .param("webhook", webhook)
                .param("conversation", conversation, Types.OTHER)
                .query((row, n) -> new Parcel(
                        row.getObject("id", UUID.class),
                        row.getInt("seq"),
                        row.getString("event"),
                        row.getString("body"),
                        row.getInt("attempts"),
                        row.getObject("next_at", OffsetDateTime.class).toInstant()))
                .optional()
                .orElse(null);
    }

    /** One at a time sends a line, also when two nodes are reminded of it. */
    boolean takeLine(UUID webhook, @Nullable UUID conversation, Instant now, Instant until) {
        return sql.sql(
                                """
                                insert into connect.line values (:webhook, :line, :until)
                                on conflict (webhook_id, line) do update set busy_until = excluded.busy_until
                                 where line.busy_until <= :now""")
                        .param("webhook", webhook)
                        .param("line", lineOf(conversation))
                        .param("until", utc(until))
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    void keepLine(UUID webhook, @Nullable UUID conversation, Instant until) {
        sql.sql("update connect.line set busy_until = ? where webhook_id = ? and line = ?")
                .params(utc(until), webhook, lineOf(conversation))
                .update();
    }

    void leaveLine(UUID webhook, @Nullable UUID conversation) {
        sql.sql("delete from connect.line where webhook_id = ? and line = ?")
                .params(webhook, lineOf(conversation))
                .update();
    }

    private static String lineOf(@Nullable UUID conversation) {
        return conversation == null ? TEST_LINE : conversation.toString();
    }

    record Try(Delivery.State state, int attempts, @Nullable Integer status, @Nullable String error, int tookMillis) {}

    void tried(UUID id, Try outcome, Instant now, Instant nextAt) {
        sql.sql(
                        """
                        update connect.delivery
                           set state = :state, attempts = :attempts, status = :status, error = :error, took_ms = :took,
                               next_at = :next, done_at = case when :state = 'WAITING' then null else :now end
                         where id = :id""")
                .param("state", outcome.state().name())
                .param("attempts", outcome.attempts())
                .param("status", outcome.status(), Types.INTEGER)
                .param("error", outcome.error(), Types.VARCHAR)
                .param("took", outcome.tookMillis())
                .param("next", utc(nextAt))
                .param("now", utc(now))
                .param("id", id)
                .update();
    }

    Optional<Delivery> delivery(UUID id) {
        return sql.sql("select * from connect.delivery where id = ?")
                .param(id)
                .query(DeliveryRepository::delivery)
                .optional();
    }

    /** A dead letter becomes one that waits. */
    boolean revive(UUID id, Instant now) {
        return sql.sql("update connect.delivery set state = 'WAITING', attempts = 0, next_at = ?, done_at = null"
                                + " where id = ? and state <> 'WAITING'")
                        .params(utc(now), id)
                        .update()
                > 0;
    }

    List<Delivery> dead(UUID webhook) {
        return sql.sql("select * from connect.delivery where webhook_id = ? and state = 'DEAD' order by id")
                .param(webhook)
                .query(DeliveryRepository::delivery)
                .list();
    }

    /** The conversations in which something waits for this webhook. */
    List<UUID> linesOf(UUID webhook) {
        return sql.sql("select distinct conversation_id from connect.delivery"
                        + " where webhook_id = ? and state = 'WAITING' and conversation_id is not null")
                .param(webhook)
                .query(UUID.class)
                .list();
    }

    List<Delivery> log(UUID webhook, Delivery.@Nullable State state, @Nullable UUID before, int limit) {
        return sql.sql(
                        """
                        select * from connect.delivery
                         where webhook_id = :webhook
                           and (:state::text is null or state = :state)
                           and (:before::uuid is null or id < :before)
                         order by id desc
                         limit :limit""")
                .param("webhook", webhook)
                .param("state", state == null ? null : state.name(), Types.VARCHAR)
                .param("before", before, Types.OTHER)
                .param("limit", limit)
                .query(DeliveryRepository::delivery)
                .list();
    }

    void forgetDeliveredBefore(Instant time) {
        sql.sql("delete from connect.delivery where state = 'DELIVERED' and created_at < ?")
                .param(utc(time))
                .update();
    }

    private static Webhook webhook(ResultSet row, int number) throws SQLException {
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getString("account"),
                row.getString("url"),
                List.of((String[]) row.getArray("events").getArray()),
                row.getBoolean("active"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("webhook_id", UUID.class),
                row.getObject("conversation_id", UUID.class),
                row.getInt("seq"),
                row.getString("event"),
                Delivery.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                (Integer) row.getObject("status"),
                row.getString("error"),
                (Integer) row.getObject("took_ms"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("next_at", OffsetDateTime.class).toInstant(),
                ApiKeys.time(row, "done_at"));
    }
}
