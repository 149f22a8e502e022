package com.huixiang.demo;

import com.huixiang.conversation.Author;
import com.huixiang.demo.Dialogue.Voice;
import com.huixiang.demo.Part.Standing;
import com.huixiang.staff.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;

/**
 * Decides what a played conversation does next. Everything is computed from how the conversation stands, so it goes on
 * after a restart where it was; the pauses are those of people, the same for the same line each time.
 *
 * @param played the colleagues the story plays now
 * @param watched whether anybody is there to see it; else customers of colleagues take their time
 */
record Direction(Set<StaffId> played, boolean watched, Instant at) {

    static final Duration PATIENCE = Duration.ofMinutes(30);
    static final Duration AFTER_THANKS = Duration.ofMinutes(8);

    private static final Move WAIT = new Move.Wait();
    private static final int UNWATCHED = 90;

    Move next(Part part, Dialogue dialogue) {
        Standing standing = part.standing();
        if (standing == null) {
            return part.agent() == null ? new Move.Speak(0) : new Move.Begin(part.agent());
        }
        return switch (standing.state()) {
            case CLOSED -> new Move.Bow();
            case RECEPTION, QUEUED -> whileNobodyHasIt(part, dialogue, standing);
            case HELD -> {
                StaffId holder = standing.holder();
                yield holder != null && played.contains(holder)
                        ? withColleague(part, dialogue, standing, holder)
                        : withSomebody(part, dialogue, standing);
            }
        };
    }

    private Move whileNobodyHasIt(Part part, Dialogue dialogue, Standing standing) {
        if (part.agent() != null) {
            return played.contains(part.agent()) ? new Move.TakeBack(part.agent()) : new Move.Follow(null);
        }
        if (dialogue.isBy(Voice.CUSTOMER, part.line())) {
            return speak(part, dialogue, standing, 1);
        }
        return isOver(standing, PATIENCE) ? new Move.LeaveWord() : WAIT;
    }

    private Move withColleague(Part part, Dialogue dialogue, Standing standing, StaffId holder) {
        if (!holder.equals(part.agent())) {
            return new Move.Follow(holder);
        }
        if (!dialogue.has(part.line())) {
            return isOver(standing, Duration.ofSeconds(25)) ? new Move.Close(holder) : WAIT;
        }
        return switch (dialogue.lines().get(part.line()).voice()) {
            case CUSTOMER -> speak(part, dialogue, standing, watched ? 1 : UNWATCHED);
            case AGENT ->
                isOver(standing, pause(part, dialogue, part.line(), 1).plus(distraction(part)))
                        ? new Move.Answer(holder, part.line())
                        : WAIT;
        };
    }

    /** Whatever the agent answers, the customer goes on with what he wanted to say. */
    private Move withSomebody(Part part, Dialogue dialogue, Standing standing) {
        if (part.agent() != null) {
            return new Move.Follow(null);
        }
        int next = dialogue.nextOfCustomer(part.line());
        if (!dialogue.has(next)) {
            return isOver(standing, AFTER_THANKS) ? new Move.GoAway() : WAIT;
        }
        boolean hisTurn = next == part.line() || standing.lastBy() == Author.Kind.AGENT;
        if (hisTurn) {
            return speak(part.saying(next), dialogue, standing, 1);
        }
        return isOver(standing, PATIENCE) ? new Move.LeaveWord() : WAIT;
    }

    private Move speak(Part part, Dialogue dialogue, Standing standing, int slower) {
        Duration pause = pause(part, dialogue, part.line(), slower);
        if (isOver(standing, pause)) {
            return new Move.Speak(part.line());
        }
        Duration typing = typing(dialogue, part.line());
        Duration left = Duration.between(at, standing.lastAt().plus(pause));
        return left.compareTo(typing) < 0
                ? new Move.Type(part.line(), 1 - (double) left.toMillis() / typing.toMillis())
                : WAIT;
    }

    private boolean isOver(Standing standing, Duration pause) {
        return !standing.lastAt().plus(pause).isAfter(at);
    }

    /** To read what was said before, to think, and to type. */
    static Duration pause(Part part, Dialogue dialogue, int line, int slower) {
        Random chance = new Random(part.seed() + 7_919L * line);
        chance.nextInt();
        int read = line == 0 ? 0 : dialogue.lines().get(line - 1).text().length() * 60;
        int think = 2_000 + chance.nextInt(5_000);
        return Duration.ofMillis((long) slower * (read + think)).plus(typing(dialogue, line));
    }

    /** Now and then a colleague keeps a customer waiting, so that a newcomer sees a clock turn amber, or red. */
    private static Duration distraction(Part part) {
        if (part.line() < 2) {
            return Duration.ZERO;
        }
        return switch (Math.floorMod(part.seed() + 31L * part.line(), 9)) {
            case 4 -> Duration.ofSeconds(80);
            case 7 -> Duration.ofSeconds(160);
            default -> Duration.ZERO;
        };
    }

    private static Duration typing(Dialogue dialogue, int line) {
        return Duration.ofMillis(1_000 + 140L * dialogue.lines().get(line).text().length());
    }
}
