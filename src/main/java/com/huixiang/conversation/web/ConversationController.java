package com.huixiang.conversation.web;

import com.huixiang.conversation.Assignments;
import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.ConversationLists;
import com.huixiang.conversation.ConversationLists.Category;
import com.huixiang.conversation.ConversationLists.Row;
import com.huixiang.conversation.ConversationLists.Tab;
import com.huixiang.conversation.ConversationLists.Today;
import com.huixiang.conversation.ConversationProblem;
import com.huixiang.conversation.Conversations;
import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Participants;
import com.huixiang.conversation.Urgency;
import com.huixiang.customer.CustomerId;
import com.huixiang.kernel.Page;
import com.huixiang.staff.Actor;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.StaffId;
import com.huixiang.staff.StoreId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Conversations: the lists of the workbench, and the verbs that move one. */
@RestController
class ConversationController {

    /** The shop's day begins at midnight in Shanghai. */
    private static final ZoneId SHOP = ZoneId.of("Asia/Shanghai");

    private final Conversations conversations;
    private final Participants participants;
    private final Assignments assignments;
    private final ConversationLists lists;
    private final Clock clock;

    ConversationController(Conversations conversations, Participants participants, Assignments assignments, ConversationLists lists, Clock clock) {
        this.conversations = conversations;
        this.participants = participants;
        this.assignments = assignments;
        this.lists = lists;
        this.clock = clock;
    }

    record Opening(@NotNull CustomerId customerId) {}

    record Assignment(
            @Nullable StaffId agentId,
            @Nullable GroupId groupId,
            @Nullable StoreId storeId,
            @Nullable @Size(max = 2000) String note) {}

    record Closing(@NotNull UUID categoryId, @NotBlank @Size(max = 2000) String summary) {}

    record Issue(@NotBlank String issue) {}

    record Urgent(@NotNull Urgency urgency) {}

    @GetMapping("/api/conversations")
    Page<Row> list(
            Actor actor,
            @RequestParam String tab,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return lists.list(actor, Tab.valueOf(tab.toUpperCase(Locale.ROOT)), q, cursor, limit);
    }

    @PostMapping("/api/conversations")
    Row open(Actor actor, @Valid @RequestBody Opening opening) {
        return lists.row(conversations.openFor(actor, opening.customerId()), actor);
    }

    @GetMapping("/api/conversations/{id}")
    Row one(Actor actor, @PathVariable UUID id) {
        lists.checkMayRead(actor, new ConversationId(id));
        return lists.row(new ConversationId(id), actor);
    }

    @PutMapping("/api/conversations/{id}/assignment")
    Row assign(Actor actor, @PathVariable UUID id, @Valid @RequestBody Assignment assignment) {
        ConversationId conversation = new ConversationId(id);
        if (assignment.storeId() != null) {
            assignments.transfer(actor, conversation, assignment.storeId(), assignment.note());
        } else if (assignment.groupId() != null) {
            assignments.transfer(actor, conversation, assignment.groupId(), assignment.note());
        } else if (assignment.agentId() == null) {
            throw ConversationProblem.noTarget();
        } else if (actor.is(assignment.agentId())) {
            assignments.take(actor, conversation);
        } else {
            assignments.transfer(actor, conversation, assignment.agentId(), assignment.note());
        }
        return lists.row(conversation, actor);
    }

    @PutMapping("/api/conversations/{id}/participants/{agent}")
    Row invite(Actor actor, @PathVariable UUID id, @PathVariable UUID agent) {
        participants.invite(actor, new ConversationId(id), new StaffId(agent));
        return lists.row(new ConversationId(id), actor);
    }

    @DeleteMapping("/api/conversations/{id}/participants/{agent}")
    Row leave(Actor actor, @PathVariable UUID id, @PathVariable UUID agent) {
        lists.checkMayRead(actor, new ConversationId(id));
        participants.leave(actor, new ConversationId(id), new StaffId(agent));
        return lists.row(new ConversationId(id), actor);
    }

    @PutMapping("/api/conversations/{id}/listening")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void listenIn(Actor actor, @PathVariable UUID id) {
        participants.listenIn(actor, new ConversationId(id));
    }

    @DeleteMapping("/api/conversations/{id}/listening")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stopListening(Actor actor, @PathVariable UUID id) {
        participants.stopListening(actor, new ConversationId(id));
    }

    @PutMapping("/api/conversations/{id}/takeover")
    Row takeOver(Actor actor, @PathVariable UUID id) {
        assignments.takeOver(actor, new ConversationId(id));
        return lists.row(new ConversationId(id), actor);
    }

    @PutMapping("/api/conversations/{id}/closure")
    Row close(Actor actor, @PathVariable UUID id, @Valid @RequestBody Closing closing) {
        conversations.close(actor, new ConversationId(id), closing.categoryId(), closing.summary());
        return lists.row(new ConversationId(id), actor);
    }

    @PutMapping("/api/conversations/{id}/issue")
    Row rate(Actor actor, @PathVariable UUID id, @Valid @RequestBody Issue issue) {
        conversations.rate(actor, new ConversationId(id), null, IssueType.of(issue.issue()));
        return lists.row(new ConversationId(id), actor);
    }

    @PutMapping("/api/conversations/{id}/urgency")
    Row rate(Actor actor, @PathVariable UUID id, @Valid @RequestBody Urgent urgent) {
        conversations.rate(actor, new ConversationId(id), urgent.urgency(), null);
        return lists.row(new ConversationId(id), actor);
    }

    @GetMapping("/api/customers/{id}/conversations")
    Page<Row> timeline(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        return lists.ofCustomer(new CustomerId(id), cursor, limit);
    }

    @GetMapping("/api/categories")
    List<Category> categories(Actor actor) {
        return lists.categories();
    }

    @GetMapping("/api/desk/today")
    Today today(Actor actor) {
        Instant now = clock.instant();
        return lists.since(
                actor.id(), LocalDate.ofInstant(now, SHOP).atStartOfDay(SHOP).toInstant(), now);
    }
}
