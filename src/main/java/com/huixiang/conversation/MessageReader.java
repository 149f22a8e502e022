package com.huixiang.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads entries in the one shape in which everybody gets them. What was taken back comes without its words. */
@Component
class MessageReader {

    static final String COLUMNS =
            """
            m.conversation_id, m.seq, m.sent_at, m.client_id, m.author, m.author_id, m.author_name, m.kind,
            m.body, m.reply_to, m.recalled_at,
            q.kind as quoted_kind, q.author_name as quoted_author, q.recalled_at as quoted_recalled,
            left(coalesce(q.body ->> 'text', q.body ->> 'title', q.body ->> 'name', ''), 80) as quoted_preview""";

    static final String QUOTED =
            """
             left join conversation.message q on m.reply_to is not null
                   and q.conversation_id = m.conversation_id and q.seq = m.reply_to
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    MessageReader(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The view of an entry that was written just now; nobody reads it back. */
    Message justWritten(Entry entry, int seq, Instant sentAt) {
        Message.Quoted quoted = entry.replyTo() == null ? null : quoted(entry.conversation(), entry.replyTo());
        return new Message(
                entry.conversation().value(),
                seq,
                null,
                entry.body().kind(),
                new Message.AuthorView(
                        entry.author().kind(), entry.author().id(), entry.author().name()),
                json.writeValueAsString(entry.body()),
                sentAt,
                entry.clientId(),
                quoted,
                false);
    }

    Optional<Message> sent(ConversationId conversation, UUID clientId) {
        return sql.sql("select " + COLUMNS + " from conversation.message m" + QUOTED
                        + " where m.conversation_id = ? and m.client_id = ?")
                .params(conversation.value(), clientId)
                .query(MessageReader::message)
                .optional();
    }

    Optional<Message> find(ConversationId conversation, int seq) {
        return sql.sql("select " + COLUMNS + " from conversation.message m" + QUOTED
                        + " where m.conversation_id = ? and m.seq = ?")
                .params(conversation.value(), seq)
                .query(MessageReader::message)
                .optional();
    }

    List<Message> after(ConversationId conversation, int seq, int limit, boolean forCustomer) {
        return sql.sql("select " + COLUMNS + " from conversation.message m" + QUOTED
                        + " where m.conversation_id = ? and m.seq > ?" + shown(forCustomer)
                        + " order by m.seq limit ?")
                .params(conversation.value(), seq, limit)
                .query(MessageReader::message)
                .list();
    }

    List<Message> before(ConversationId conversation, int seq, int limit) {
        return sql.sql("select " + COLUMNS + " from conversation.message m" + QUOTED
                        + " where m.conversation_id = ? and m.seq < ? order by m.seq desc limit ?")
                .params(conversation.value(), seq, limit)
                .query(MessageReader::message)
                .list()
                .reversed();
    }

    static String shown(boolean forCustomer) {
        return forCustomer
                ? " and m.kind <> 'NOTE' and (m.kind <> 'SYSTEM' or m.body ->> 'event' not in ('queued', 'urgent'))"
                : "";
    }

    private Message.@Nullable Quoted quoted(ConversationId conversation, int seq) {
        return find(conversation, seq)
                .map(message -> new Message.Quoted(
                        seq, message.kind(), previewOf(message), message.author().name()))
                .orElse(null);
    }

    private String previewOf(Message message) {
        var body = json.readTree(message.body());
        for (String field : List.of("text", "title", "name")) {
            String text = body.path(field).asString("");
            if (!text.isEmpty()) {
                return text.length() > 80 ? text.substring(0, 80) : text;
            }
        }
        return "";
    }

    static Message message(ResultSet row, int number) throws SQLException {
        boolean recalled = row.getObject("recalled_at") != null;
        int replyTo = row.getInt("reply_to");
        boolean quotes = !row.wasNull() && row.getString("quoted_kind") != null;
        return new Message(
                row.getObject("conversation_id", UUID.class),
                row.getInt("seq"),
                null,
                MessageKind.valueOf(row.getString("kind")),
                new Message.AuthorView(
                        Author.Kind.valueOf(row.getString("author")),
                        row.getObject("author_id", UUID.class),
                        row.getString("author_name")),
                recalled ? "{}" : row.getString("body"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getObject("client_id", UUID.class),
                quotes
                        ? new Message.Quoted(
                                replyTo,
                                MessageKind.valueOf(row.getString("quoted_kind")),
                                row.getObject("quoted_recalled") != null ? "" : row.getString("quoted_preview"),
                                row.getString("quoted_author"))
                        : null,
                recalled);
    }
}
