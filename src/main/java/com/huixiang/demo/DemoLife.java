package com.huixiang.demo;

import com.huixiang.conversation.ConversationId;
import com.huixiang.demo.Part.Standing;
import com.huixiang.demo.PlayedColleagues.Floor;
import com.huixiang.kernel.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * The life of the demo, beat by beat: played customers write, played colleagues answer, new ones come in while somebody
 * is there to meet them. What each of them does next is read from the tables (see {@link Direction}).
 */
@InDemo
@Component
class DemoLife {

    private static final Duration REMEMBERED = Duration.ofDays(2);
    /** After a long absence everybody would speak at once. */
    private static final int LINES_IN_A_BEAT = 3;

    private final StoryBook book;
    private final StoryRepository story;
    private final PartRepository parts;
    private final Casting casting;
    private final PlayedColleagues colleagues;
    private final PlayedCustomers customers;
    private final Clock clock;
    private final ReentrantLock onStage = new ReentrantLock();

    DemoLife(
            StoryBook book,
            StoryRepository story,
            PartRepository parts,
            Casting casting,
            PlayedColleagues colleagues,
            PlayedCustomers customers,
            Clock clock) {
        this.book = book;
        this.story = story;
        this.parts = parts;
        this.casting = casting;
        this.colleagues = colleagues;
        this.customers = customers;
        this.clock = clock;
    }

    /** One beat. A beat that takes longer than the time to the next one is not followed by two at once. */
    void goOn() {
        if (onStage.tryLock()) {
            try {
                if (story.isTold()) {
                    beat();
                }
            } finally {
                onStage.unlock();
            }
        }
    }

    /** Nobody moves while this is done. */
    void standStill(Runnable work) {
        onStage.lock();
        try {
            work.run();
        } finally {
            onStage.unlock();
        }
    }

    void forget() {
        parts.forgetEndedBefore(clock.instant().minus(REMEMBERED));
    }

    private void beat() {
        Instant now = clock.instant();
        Floor floor = colleagues.takeTheirSeats(now);
        Direction direction = new Direction(floor.played(), floor.watched(), now);
        List<Part> open = parts.open();
        int said = 0;
        for (Part part : open) {
            Dialogue dialogue = book.dialogue(part.dialogue());
            if (dialogue == null) {
                parts.end(part, now); // a newer story does not tell it any more
                continue;
            }
            Move move = direction.next(part, dialogue);
            boolean speaks = move instanceof Move.Speak || move instanceof Move.Answer;
            if (!speaks || said < LINES_IN_A_BEAT) {
                play(part, dialogue, move);
                said += speaks ? 1 : 0;
            }
        }
        parts.guests(floor.played()).forEach(guest -> unlessRefused(() -> colleagues.lookAfter(guest, now)));
        casting.next(open, floor);
    }

    private void play(Part part, Dialogue dialogue, Move move) {
        try {
            unlessRefused(() -> carryOut(part, dialogue, move));
        } catch (RuntimeException stumbled) {
            parts.end(part, clock.instant()); // the others must go on
            throw stumbled;
        }
    }

    /** Somebody was quicker: the next beat sees how things stand now. */
    private static void unlessRefused(Runnable move) {
        try {
            move.run();
        } catch (Problem refused) {
            return;
        }
    }

    private void carryOut(Part part, Dialogue dialogue, Move move) {
        Instant now = clock.instant();
        switch (move) {
            case Move.Speak(int line) -> {
                Details details = detailsOf(part, dialogue);
                String text = details.fill(dialogue.lines().get(line).text(), "");
                ConversationId conversation = customers.speak(part, dialogue, details, lineId(part, line), text);
                parts.isIn(part, conversation, line + 1);
            }
            case Move.Type(int line, double share) -> {
                String text = detailsOf(part, dialogue).fill(dialogue.lines().get(line).text(), "");
                customers.read(standing(part));
                customers.type(standing(part), text.substring(0, (int) (text.length() * share)));
            }
            case Move.Begin(var colleague) ->
                colleagues
                        .begin(colleague, part.customer(), dialogue)
                        .ifPresentOrElse(
                                conversation -> parts.isIn(part, conversation, part.line()),
                                () -> parts.end(part, now));
            case Move.Answer(var colleague, int line) -> {
                String text = detailsOf(part, dialogue)
                        .fill(dialogue.lines().get(line).text(), colleagues.nickname(colleague));
                colleagues.answer(colleague, standing(part), lineId(part, line), text);
                parts.isIn(part, standing(part).conversation(), line + 1);
            }
            case Move.TakeBack(var colleague) -> {
                try {
                    colleagues.takeBack(colleague, standing(part).conversation());
                } catch (Problem notHis) {
                    parts.follow(part, null);
                }
            }
            case Move.Follow(var colleague) -> parts.follow(part, colleague);
            case Move.Close(var colleague) -> {
                String nickname = colleagues.nickname(colleague);
                String summary = detailsOf(part, dialogue).fill(dialogue.summary(), nickname);
                colleagues.close(colleague, standing(part).conversation(), dialogue.category(), summary);
                parts.end(part, now);
            }
            case Move.LeaveWord() -> {
                customers.leaveWord(part);
                parts.end(part, now);
            }
            case Move.GoAway() -> {
                customers.goAway(part);
                parts.end(part, now);
            }
            case Move.Bow() -> parts.end(part, now);
            case Move.Wait() -> {}
        }
    }

    private Details detailsOf(Part part, Dialogue dialogue) {
        return Details.of(book, dialogue, part.seed(), part.phone());
    }

    private static Standing standing(Part part) {
        Standing standing = part.standing();
        if (standing == null) {
            throw new IllegalStateException("He has not come yet");
        }
        return standing;
    }

    private static UUID lineId(Part part, int line) {
        return UUID.nameUUIDFromBytes((part.id() + ":" + line).getBytes(StandardCharsets.UTF_8));
    }
}
