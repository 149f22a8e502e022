package com.huixiang.conversation.web;

import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.ConversationLists;
import com.huixiang.conversation.ConversationProblem;
import com.huixiang.conversation.ConversationTopics;
import com.huixiang.conversation.Conversations;
import com.huixiang.conversation.DeskExtension;
import com.huixiang.conversation.Draft;
import com.huixiang.conversation.Message;
import com.huixiang.conversation.MessageLists;
import com.huixiang.conversation.Participants;
import com.huixiang.conversation.Readings;
import com.huixiang.kernel.Problem;
import com.huixiang.push.LiveDesk;
import com.huixiang.push.LiveSession;
import com.huixiang.push.LiveTopics;
import com.huixiang.push.Refused;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Permission;
import com.huixiang.staff.Presences;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffId;
import com.huixiang.staff.StaffLists;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Where the workbench is connected: {@code /live/staff}. */
@Component
class StaffDesk implements LiveDesk {

    private final Conversations conversations;
    private final Participants participants;
    private final ConversationLists lists;
    private final MessageLists messages;
    private final Readings readings;
    private final Draft.Desk drafts;
    private final LiveTopics live;
    private final Staff staff;
    private final StaffLists staffLists;
    private final Presences presences;
    private final ObjectProvider<DeskExtension> extensions;
    private final Set<LiveSession> atTheDesk = ConcurrentHashMap.newKeySet();

    StaffDesk(
            Conversations conversations,
            Participants participants,
            ConversationLists lists,
            MessageLists messages,
            Readings readings,
            Draft.Desk drafts,
            LiveTopics live,
            Staff staff,
            StaffLists staffLists,
            Presences presences,
            ObjectProvider<DeskExtension> extensions) {
        this.conversations = conversations;
        this.participants = participants;
        this.lists = lists;
        this.messages = messages;
        this.readings = readings;
        this.drafts = drafts;
        this.live = live;
        this.staff = staff;
        this.staffLists = staffLists;
        this.presences = presences;
        this.extensions = extensions;
    }

    record Welcome(String type, StaffLists.Me me) {
        Welcome(StaffLists.Me me) {
            this("welcome", me);
        }
    }

    record Ack(String type, @Nullable UUID clientId, UUID conversation, int seq, Instant sentAt) {
        Ack(Message message) {
            this("ack", message.clientId(), message.conversationId(), message.seq(), message.sentAt());
        }
    }

    record Missed(String type, UUID conversation, List<Message> items, boolean more) {
        Missed(UUID conversation, MessageLists.Piece piece) {
            this("messages", conversation, piece.items(), piece.more());
        }
    }

    record Typing(String type, UUID conversation, boolean active) {
        Typing(UUID conversation, boolean active) {
            this("typing", conversation, active);
        }
    }

    record Pong(String type) {
        static final Pong INSTANCE = new Pong("pong");
    }

    @Override
    public String name() {
        return "staff";
    }

    @Override
    public boolean opensToOtherSites() {
        return false;
    }

    @Override
    public boolean admits(@Nullable Principal caller) {
        return caller != null;
    }

    @Override
    public void received(LiveSession session, String type, JsonNode frame) {
        if (type.equals("hello")) {
            welcome(session);
            return;
        }
        if (!(session.guest() instanceof Actor actor)) {
            return;
        }
        switch (type) {
            case "ping" -> session.tell(Pong.INSTANCE);
            case "post", "subscribe", "read", "typing" -> serve(session, actor, type, frame);
            case "unsubscribe" -> unsubscribe(session, conversationOf(frame));
            default -> extended(session, actor, type, frame);
        }
    }

    private void serve(LiveSession session, Actor actor, String type, JsonNode frame) {
        if (!actor.mayLead()) {
            actor.check(Permission.SERVE);
        }
        switch (type) {
            case "post" -> post(session, actor, frame);
            case "subscribe" -> subscribe(session, actor, frame);
            case "read" -> read(session, actor, frame);
            case "typing" -> typing(actor, frame);
            default -> throw ConversationProblem.badMessage();
        }
    }

    @Override
    public void left(LiveSession session) {
        atTheDesk.remove(session);
        extensions.forEach(extension -> extension.left(session));
    }

    private void welcome(LiveSession session) {
        Actor actor = staff.actor(session.caller().getName());
        session.seat(actor);
        if (actor.may(Permission.SERVE) || actor.mayLead()) {
            session.join(ConversationTopics.FLOOR);
        }
        session.join(ConversationTopics.member(actor.id()));
        actor.groups().forEach(group -> session.join(ConversationTopics.group(group)));
        actor.stores().forEach(store -> session.join(ConversationTopics.store(store)));
        if (actor.leadsAll()) {
            session.join(ConversationTopics.LEADS);
            staff.groups().forEach(group -> session.join(ConversationTopics.group(group.id())));
            staff.stores().forEach(store -> session.join(ConversationTopics.store(store.id())));
        }
        if (actor.mayLead() && !actor.leadsAll()) {
            actor.groups().forEach(group -> session.join(ConversationTopics.leads(group)));
            actor.stores().forEach(store -> session.join(ConversationTopics.leads(store)));
        }
        participants.invitedTo(actor.id()).forEach(id -> session.join(ConversationTopics.watching(id)));
        atTheDesk.add(session);
        presences.seen(List.of(actor.id()));
        session.tell(new Welcome(staffLists.me(actor.id())));
    }

    private void extended(LiveSession session, Actor actor, String type, JsonNode frame) {
        extensions.stream()
                .filter(extension -> extension.frames().contains(type))
                .findFirst()
                .orElseThrow(ConversationProblem::badMessage)
                .received(session, actor, type, frame);
    }

    private void post(LiveSession session, Actor actor, JsonNode frame) {
        Draft draft = drafts.read(frame, ownerOf(actor));
        conversations
                .reply(actor, conversationOf(frame), draft.clientId(), draft.body(), draft.replyTo())
                .whenComplete((message, failure) -> {
                    String clientId = draft.clientId().toString();
                    if (failure == null) {
                        session.tell(new Ack(message));
                    } else {
                        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
                        session.tell(
                                cause instanceof Problem problem
                                        ? Refused.because(problem, clientId)
                                        : Refused.failed(clientId));
                    }
                });
    }

    /** First listen, then read: whatever is committed in between comes twice rather than never. */
    private void subscribe(LiveSession session, Actor actor, JsonNode frame) {
        ConversationId conversation = conversationOf(frame);
        lists.checkMayRead(actor, conversation);
        session.join(ConversationTopics.watching(conversation));
        lists.customerOf(conversation).ifPresent(customer -> session.join(ConversationTopics.about(customer)));
        session.tell(new Missed(
                conversation.value(),
                messages.after(conversation, frame.path("after").asInt(0), 200, false)));
    }

    private void unsubscribe(LiveSession session, ConversationId conversation) {
        session.leave(ConversationTopics.watching(conversation));
        lists.customerOf(conversation).ifPresent(customer -> session.leave(ConversationTopics.about(customer)));
    }

    /** Whoever watches it has been checked. */
    private void read(LiveSession session, Actor actor, JsonNode frame) {
        ConversationId conversation = conversationOf(frame);
        if (!session.hasJoined(ConversationTopics.watching(conversation))) {
            lists.checkMayRead(actor, conversation);
        }
        readings.byAgent(conversation, actor.id(), frame.path("read").asInt(0));
    }

    private void typing(Actor actor, JsonNode frame) {
        ConversationId conversation = conversationOf(frame);
        lists.customerHeldBy(conversation, actor.id())
                .ifPresent(customer -> live.tell(
                        ConversationTopics.customer(customer),
                        new Typing(
                                conversation.value(),
                                !frame.path("text").asString("").isEmpty())));
    }

    /** Whoever has a browser open is at his desk. */
    @Scheduled(fixedDelay = 10_000)
    void tellWhoIsHere() {
        List<StaffId> here = atTheDesk.stream()
                .map(session -> session.guest() instanceof Actor actor ? actor.id() : null)
                .filter(id -> id != null)
                .distinct()
                .toList();
        presences.seen(here);
    }

    static String ownerOf(Actor actor) {
        return "staff:" + actor.id().value();
    }

    private static ConversationId conversationOf(JsonNode frame) {
        try {
            return new ConversationId(UUID.fromString(frame.path("conversation").asString("")));
        } catch (IllegalArgumentException malformed) {
            throw ConversationProblem.badMessage();
        }
    }
}
