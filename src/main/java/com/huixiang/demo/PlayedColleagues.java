package com.huixiang.demo;

import com.huixiang.conversation.Assignments;
import com.huixiang.conversation.Author;
import com.huixiang.conversation.Body;
import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.ConversationLists;
import com.huixiang.conversation.ConversationLists.Category;
import com.huixiang.conversation.Conversations;
import com.huixiang.conversation.Readings;
import com.huixiang.customer.CustomerId;
import com.huixiang.demo.PartRepository.Guest;
import com.huixiang.demo.StoryBook.Account;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Presence;
import com.huixiang.staff.PresenceState;
import com.huixiang.staff.Presences;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Colleagues whom the story plays. They are always busy, so the router never gives them anything: what they have they
 * began themselves, or somebody transferred it to them. Whoever signs in as one of them and goes on line plays himself.
 */
@InDemo
@Component
class PlayedColleagues {

    private static final Duration BREATH = Duration.ofSeconds(10);
    private static final Duration THINKING = Duration.ofSeconds(7);
    private static final Duration GUEST_STAYS = Duration.ofMinutes(20);
    private static final List<String> TO_GUESTS = List.of(
            "您好，我是{agent}，前面的沟通记录我都看到了，您不用再说一遍。请稍等，我马上为您核实。",
            "核实过了，您的问题我已经登记给对应的同事，今天之内会有明确的答复。请问还有其他可以帮您的吗？",
            "好的，已经记下来了，我这边会继续跟进，有结果第一时间告诉您。");

    private final StoryBook book;
    private final Staff staff;
    private final Presences presences;
    private final Conversations conversations;
    private final Assignments assignments;
    private final ConversationLists lists;
    private final Readings readings;
    private volatile Instant breathedAt = Instant.MIN;

    PlayedColleagues(
            StoryBook book,
            Staff staff,
            Presences presences,
            Conversations conversations,
            Assignments assignments,
            ConversationLists lists,
            Readings readings) {
        this.book = book;
        this.staff = staff;
        this.presences = presences;
        this.conversations = conversations;
        this.assignments = assignments;
        this.lists = lists;
        this.readings = readings;
    }

    /**
     * Who is there.
     *
     * @param played the colleagues the story plays now
     * @param watched somebody real is at his desk
     * @param open somebody real takes new customers
     */
    record Floor(Set<StaffId> played, boolean watched, boolean open) {}

    Floor takeTheirSeats(Instant now) {
        Map<StaffId, Presence> all = presences.all();
        Set<StaffId> played = new HashSet<>();
        for (StaffId id : ids()) {
            PresenceState state = all.containsKey(id) ? all.get(id).state() : PresenceState.OFFLINE;
            if (state == PresenceState.OFFLINE) {
                presences.set(id, PresenceState.BUSY, null);
            }
            if (state == PresenceState.OFFLINE || state == PresenceState.BUSY) {
                played.add(id);
            }
        }
        if (!now.isBefore(breathedAt.plus(BREATH)) || now.isBefore(breathedAt)) {
            presences.seen(played);
            breathedAt = now;
        }
        return new Floor(
                played,
                real(all, played).anyMatch(PresenceState::isAtDesk),
                real(all, played).anyMatch(PresenceState::takesWork));
    }

    private List<StaffId> ids() {
        Set<String> logins = new HashSet<>();
        book.accounts().stream().filter(Account::played).map(Account::login).forEach(logins::add);
        return staff.members().stream()
                .filter(member -> logins.contains(member.login()))
                .map(member -> member.id())
                .toList();
    }

    private static Stream<PresenceState> real(Map<StaffId, Presence> all, Set<StaffId> played) {
        return all.entrySet().stream()
                .filter(one -> !played.contains(one.getKey()))
                .map(one -> one.getValue().state());
    }

    /** Empty when the customer has another conversation already. */
    Optional<ConversationId> begin(StaffId colleague, CustomerId customer, Dialogue dialogue) {
        Actor actor = staff.actor(colleague);
        ConversationId conversation = conversations.openFor(actor, customer);
        if (lists.customerHeldBy(conversation, colleague).isEmpty()) {
            return Optional.empty();
        }
        conversations.rate(actor, conversation, null, dialogue.issue());
        return Optional.of(conversation);
    }

    void answer(StaffId colleague, Part.Standing standing, UUID clientId, String text) {
        Actor actor = staff.actor(colleague);
        readings.byAgent(standing.conversation(), colleague, standing.lastSeq());
        say(actor, standing.conversation(), clientId, text);
    }

    void takeBack(StaffId colleague, ConversationId conversation) {
        assignments.take(staff.actor(colleague), conversation);
    }

    void close(StaffId colleague, ConversationId conversation, String category, String summary) {
        List<Category> all = lists.categories().stream()
                .flatMap(parent -> parent.children().stream())
                .toList();
        all.stream()
                .filter(known -> known.name().equals(category))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .ifPresent(known -> conversations.close(staff.actor(colleague), conversation, known.id(), summary));
    }

    String nickname(StaffId colleague) {
        return staff.get(colleague).nickname();
    }

    /** Somebody transferred a customer of his own: he is answered politely, if not very helpfully. */
    void lookAfter(Guest guest, Instant now) {
        boolean hisTurn = guest.lastBy() == Author.Kind.CUSTOMER || guest.said() == 0;
        if (hisTurn && !guest.lastAt().plus(THINKING).isAfter(now)) {
            Actor actor = staff.actor(guest.host());
            String text = TO_GUESTS.get(Math.min(guest.said(), TO_GUESTS.size() - 1));
            readings.byAgent(guest.conversation(), guest.host(), guest.lastSeq());
            UUID clientId = UUID.nameUUIDFromBytes(
                    (guest.conversation() + ":" + guest.lastSeq()).getBytes(StandardCharsets.UTF_8));
            say(actor, guest.conversation(), clientId, text.replace("{agent}", actor.nickname()));
        } else if (guest.lastAt().plus(GUEST_STAYS).isBefore(now)) {
            close(guest.host(), guest.conversation(), "服务投诉", "同事转接的客户，已答复并登记跟进。");
        }
    }

    private void say(Actor actor, ConversationId conversation, UUID clientId, String text) {
        Answers.await(conversations.reply(actor, conversation, clientId, new Body.Text(text), null));
    }
}
