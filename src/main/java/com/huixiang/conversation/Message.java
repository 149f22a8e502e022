package com.huixiang.conversation;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the record as everybody reads it: by REST, live, and after a resume. {@code prev} is the sequence number of
 * the entry before it that the same audience may see; a reader whose last one is smaller has missed something. It is
 * told live only.
 */
public record Message(
        UUID conversationId,
        int seq,
        @Nullable Integer prev,
        MessageKind kind,
        AuthorView author,
        @JsonRawValue String body,
        Instant sentAt,
        @Nullable UUID clientId,
        @Nullable Quoted replyTo,
        boolean recalled) {

    public record AuthorView(Author.Kind kind, @Nullable UUID id, @Nullable String name) {}

    public record Quoted(int seq, MessageKind kind, String preview, @Nullable String author) {}

    Message after(int previous) {
        return new Message(
                conversationId, seq, previous, kind, author, body, sentAt, clientId, replyTo, recalled);
    }
}
