package com.huixiang.channel.web;

import com.huixiang.channel.Inbox;
import com.huixiang.channel.Inbox.Circumstances;
import com.huixiang.channel.Visitors;
import com.huixiang.channel.Visitors.Visitor;
import com.huixiang.conversation.Body;
import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.ConversationProblem;
import com.huixiang.conversation.ConversationTopics;
import com.huixiang.conversation.Draft;
import com.huixiang.conversation.Message;
import com.huixiang.conversation.MessageLists;
import com.huixiang.conversation.Opening.EntryPage;
import com.huixiang.conversation.Readings;
import com.huixiang.conversation.VisitorLists;
import com.huixiang.conversation.VisitorLists.VisitorView;
import com.huixiang.kernel.Problem;
import com.huixiang.push.LiveDesk;
import com.huixiang.push.LiveSession;
import com.huixiang.push.LiveTopics;
import com.huixiang.push.Refused;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where customers' browsers are connected: {@code /live/visitor}. The token in the hello says who it is, to the end. */
@Component
class VisitorDesk implements LiveDesk {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int CATCH_UP = 200;

    private final Visitors visitors;
    private final Inbox inbox;
    private final VisitorLists lists;
    private final MessageLists messages;
    private final Readings readings;
    private final Draft.Desk drafts;
    private final LiveTopics live;
    private final VisitorLimit limit;

    VisitorDesk(
            Visitors visitors,
            Inbox inbox,
            VisitorLists lists,
            MessageLists messages,
            Readings readings,
            Draft.Desk drafts,
            LiveTopics live,
            VisitorLimit limit) {
        this.visitors = visitors;
        this.inbox = inbox;
        this.lists = lists;
        this.messages = messages;
        this.readings = readings;
        this.drafts = drafts;
        this.live = live;
        this.limit = limit;
    }

    /** A recognised customer on this line, and the conversations that were seen to be his. */
    private static final class Seated {

        private final Visitor visitor;
        private final Set<ConversationId> his = ConcurrentHashMap.newKeySet();
        private volatile @Nullable ConversationId open;

        Seated(Visitor visitor) {
            this.visitor = visitor;
        }

        void isIn(ConversationId conversation) {
            his.add(conversation);
            open = conversation;
        }
    }

    record Welcome(String type, @Nullable VisitorView conversation, List<Message> missed) {
        Welcome(@Nullable VisitorView conversation, List<Message> missed) {
            this("welcome", conversation, missed);
        }
    }

    record Ack(String type, @Nullable UUID clientId, UUID conversation, int seq, Instant sentAt) {
        Ack(Message message) {
            this("ack", message.clientId(), message.conversationId(), message.seq(), message.sentAt());
        }
    }

    record Typing(String type, UUID conversation, String text, String by) {
        Typing(UUID conversation, String text) {
            this("typing", conversation, text, "customer");
        }
    }

    record Pong(String type) {
        static final Pong INSTANCE = new Pong("pong");
    }

    @Override
    public String name() {
        return "visitor";
    }

    @Override
    public boolean opensToOtherSites() {
        return true;
    }

    /** Everybody may knock; the hello shows who he is. */
    @Override
    public boolean admits(@Nullable Principal caller) {
        return true;
    }

    @Override
    public void received(LiveSession session, String type, JsonNode frame) {
        if (type.equals("hello")) {
            welcome(session, frame);
            return;
        }
        if (!(session.guest() instanceof Seated seated)) {
            return;
        }
        switch (type) {
            case "ping" -> session.tell(Pong.INSTANCE);
            case "post" -> post(session, seated, frame);
            case "read" -> gesture(seated, type, frame);
            case "typing" -> gesture(seated, type, frame);
            default -> throw ConversationProblem.badMessage();
        }
    }

    @Override
    public void left(LiveSession session) {}

    /** First listen, then read: whatever is committed in between comes twice rather than never. */
    private void welcome(LiveSession session, JsonNode frame) {
        Visitor visitor = visitors.recognise(frame.path("token").asString(null));
        Seated seated = new Seated(visitor);
        session.join(ConversationTopics.customer(visitor.customer()));
        Optional<VisitorView> open = lists.openOf(visitor.customer());
        open.ifPresent(view -> seated.isIn(new ConversationId(view.id())));
        session.seat(seated);
        session.tell(new Welcome(open.orElse(null), missed(visitor, frame, open.orElse(null))));
    }

    /** The rest of the conversation the browser last saw, and the whole of a newer one. */
    private List<Message> missed(Visitor visitor, JsonNode frame, @Nullable VisitorView open) {
        List<Message> missed = new ArrayList<>();
        ConversationId seen = conversationIn(frame);
        if (seen != null) {
            lists.checkBelongs(seen, visitor.customer());
            missed.addAll(messages.after(seen, frame.path("after").asInt(0), CATCH_UP, true).items());
        }
        if (open != null && (seen == null || !seen.value().equals(open.id()))) {
            missed.addAll(messages.after(new ConversationId(open.id()), 0, CATCH_UP, true).items());
        }
        return missed;
    }

    private void post(LiveSession session, Seated seated, JsonNode frame) {
        limit.send(seated.visitor.customer());
        Draft draft = drafts.read(frame, VisitorController.ownerOf(seated.visitor));
        inbox.accept(
                        seated.visitor,
                        draft,
                        circumstancesOf(frame, seated.open),
                        frame.path("again").asBoolean(false))
                .whenComplete((message, failure) -> {
                    if (failure == null) {
                        seated.isIn(new ConversationId(message.conversationId()));
                        session.tell(new Ack(message));
                    } else {
                        session.tell(refusal(failure, draft.clientId().toString()));
                    }
                });
    }

    private static Refused refusal(Throwable failure, String clientId) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof Problem problem ? Refused.because(problem, clientId) : Refused.failed(clientId);
    }

    private void gesture(Seated seated, String type, JsonNode frame) {
        if (!limit.mayGesture(seated.visitor.customer())) {
            return;
        }
        if (type.equals("read")) {
            read(seated, frame);
        } else {
            typing(seated, frame);
        }
    }

    private void read(Seated seated, JsonNode frame) {
        ConversationId conversation = conversationIn(frame);
        if (conversation == null) {
            return;
        }
        if (!seated.his.contains(conversation)) {
            lists.checkBelongs(conversation, seated.visitor.customer());
            seated.his.add(conversation);
        }
        int read = frame.path("read").asInt(0);
        readings.byCustomer(conversation, frame.path("delivered").asInt(read), read);
    }

    /** What the customer is typing, for the colleagues who look at his conversation now. Never kept. */
    private void typing(Seated seated, JsonNode frame) {
        ConversationId open = seated.open;
        if (open != null) {
            String text = frame.path("text").asString("");
            live.tell(
                    ConversationTopics.watching(open),
                    new Typing(open.value(), text.substring(0, Math.min(text.length(), Body.LINE_LIMIT))));
        }
    }

    static Circumstances circumstancesOf(JsonNode frame, @Nullable ConversationId open) {
        JsonNode page = frame.path("page");
        JsonNode product = frame.path("product");
        try {
            Body.Card card = product.isObject() ? JSON.treeToValue(product, Body.Card.class) : null;
            boolean somewhere = page.isObject() || card != null;
            return new Circumstances(
                    open,
                    somewhere ? new EntryPage(line(page, "title"), line(page, "url"), card) : null,
                    frame.path("issue").asString(null));
        } catch (JacksonException malformed) {
            throw ConversationProblem.badMessage();
        }
    }

    private static @Nullable String line(JsonNode node, String field) {
        String text = node.path(field).asString("");
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), Body.LINE_LIMIT));
    }

    private static @Nullable ConversationId conversationIn(JsonNode frame) {
        String text = frame.path("conversation").asString("");
        try {
            return text.isEmpty() ? null : new ConversationId(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            throw ConversationProblem.badMessage();
        }
    }
}
