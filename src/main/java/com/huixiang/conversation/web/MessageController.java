package com.huixiang.conversation.web;

import com.huixiang.conversation.Author;
import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.ConversationLists;
import com.huixiang.conversation.Conversations;
import com.huixiang.conversation.Draft;
import com.huixiang.conversation.Message;
import com.huixiang.conversation.MessageLists;
import com.huixiang.conversation.MessageLists.Piece;
import com.huixiang.conversation.Readings;
import com.huixiang.customer.CustomerId;
import com.huixiang.kernel.Page;
import com.huixiang.staff.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What was said and is said in a conversation. The same message may come live; both ways end at the same verb. */
@RestController
class MessageController {

    private final Conversations conversations;
    private final ConversationLists lists;
    private final MessageLists messages;
    private final Readings readings;
    private final Draft.Desk drafts;

    MessageController(
            Conversations conversations,
            ConversationLists lists,
            MessageLists messages,
            Readings readings,
            Draft.Desk drafts) {
        this.conversations = conversations;
        this.lists = lists;
        this.messages = messages;
        this.readings = readings;
        this.drafts = drafts;
    }

    record Reading(@PositiveOrZero int seq) {}

    @GetMapping("/api/conversations/{id}/messages")
    Piece messages(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer after,
            @RequestParam(required = false) @Nullable Integer before,
            @RequestParam(defaultValue = "50") int limit) {
        ConversationId conversation = new ConversationId(id);
        lists.checkMayRead(actor, conversation);
        return after != null
                ? messages.after(conversation, after, limit, false)
                : messages.before(conversation, before == null ? Integer.MAX_VALUE : before, limit);
    }

    @GetMapping("/api/customers/{id}/messages")
    Page<Message> history(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "50") int limit) {
        return messages.ofCustomer(new CustomerId(id), before, limit, false);
    }

    @PostMapping("/api/conversations/{id}/messages")
    CompletableFuture<Message> reply(Actor actor, @PathVariable UUID id, @RequestBody JsonNode message) {
        Draft draft = drafts.read(message, StaffDesk.ownerOf(actor));
        return conversations.reply(actor, new ConversationId(id), draft.clientId(), draft.body(), draft.replyTo());
    }

    @PutMapping("/api/conversations/{id}/messages/{seq}/recall")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void recall(Actor actor, @PathVariable UUID id, @PathVariable int seq) {
        conversations.recall(Author.agent(actor.id(), actor.nickname()), new ConversationId(id), seq);
    }

    @PutMapping("/api/conversations/{id}/reading")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(Actor actor, @PathVariable UUID id, @Valid @RequestBody Reading reading) {
        lists.checkMayRead(actor, new ConversationId(id));
        readings.byAgent(new ConversationId(id), actor.id(), reading.seq());
    }
}
