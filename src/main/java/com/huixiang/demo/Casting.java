package com.huixiang.demo;

import com.huixiang.customer.Level;
import com.huixiang.demo.PartRepository.Arrival;
import com.huixiang.demo.PlayedColleagues.Floor;
import com.huixiang.kernel.Uuid7;
import com.huixiang.staff.StaffId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who comes next: customers for whoever has signed in, and customers for the played colleagues. */
@InDemo
@Component
class Casting {

    /** A newcomer finds these waiting, whenever he comes. */
    private static final List<Opener> FIRST = List.of(
            new Opener("sofa-through-the-door", Level.GOLD),
            new Opener("where-is-parcel", Level.ORDINARY),
            new Opener("broken-on-arrival", Level.SILVER),
            new Opener("not-shipped-yet", Level.ORDINARY));

    private static final int AT_MOST = 5;
    private static final Duration QUIET = Duration.ofSeconds(4);
    private static final int SHORTEST_GAP = 40;
    private static final int LONGEST_GAP = 90;
    private static final Duration COLLEAGUE_RESTS = Duration.ofSeconds(20);
    private static final Duration COLLEAGUE_RESTS_UNWATCHED = Duration.ofMinutes(6);

    private record Opener(String dialogue, Level level) {}

    private final StoryBook book;
    private final PartRepository parts;
    private final Clock clock;
    private boolean opening = true;

    Casting(StoryBook book, PartRepository parts, Clock clock) {
        this.book = book;
        this.parts = parts;
        this.clock = clock;
    }

    /** At most one for whoever has signed in and one for a colleague, so that nobody comes in a crowd. */
    void next(List<Part> onStage, Floor floor) {
        Instant now = clock.instant();
        List<Part> waiting = onStage.stream().filter(part -> part.agent() == null).toList();
        if (mayArrive(waiting.size(), floor, now)) {
            arrive(onStage, now);
        }
        floor.played().stream()
                .sorted(Comparator.comparing(StaffId::value))
                .filter(colleague -> hasTime(colleague, onStage, floor, now))
                .findFirst()
                .ifPresent(colleague -> begin(colleague, onStage, now));
    }

    private boolean mayArrive(int waiting, Floor floor, Instant now) {
        if (waiting >= FIRST.size()) {
            opening = false;
        }
        if (opening) {
            return true;
        }
        if (!floor.open() || waiting >= AT_MOST) {
            return false;
        }
        return parts.lastArrival()
                .map(last -> !last.at().plus(waiting < 2 ? QUIET : gapAfter(last)).isAfter(now))
                .orElse(true);
    }

    private static Duration gapAfter(Arrival last) {
        return Duration.ofSeconds(SHORTEST_GAP + new Random(last.seed()).nextInt(LONGEST_GAP - SHORTEST_GAP));
    }

    private void arrive(List<Part> onStage, Instant now) {
        List<String> playing = onStage.stream().map(Part::dialogue).toList();
        Opener opener = opening
                ? FIRST.stream()
                        .filter(each -> !playing.contains(each.dialogue()))
                        .findFirst()
                        .orElse(null)
                : null;
        Dialogue dialogue = opener == null ? leastHeard(playing, now) : book.dialogue(opener.dialogue());
        if (dialogue != null) {
            cast(dialogue, opener == null ? dialogue.level() : opener.level(), null, now);
        }
    }

    private void begin(StaffId colleague, List<Part> onStage, Instant now) {
        Dialogue dialogue = leastHeard(onStage.stream().map(Part::dialogue).toList(), now);
        cast(dialogue, dialogue.level(), colleague, now);
    }

    private void cast(Dialogue dialogue, @Nullable Level level, @Nullable StaffId colleague, Instant now) {
        long seed = seedAt(now);
        UUID id = Uuid7.at(now);
        parts.somebody(level, seed).ifPresent(who -> parts.begin(id, who, dialogue.name(), seed, colleague, now));
    }

    private boolean hasTime(StaffId colleague, List<Part> onStage, Floor floor, Instant now) {
        List<Part> his = onStage.stream()
                .filter(part -> colleague.equals(part.agent()))
                .toList();
        int many = 2 + Math.floorMod(colleague.hashCode(), 2);
        Duration rest = floor.watched() ? COLLEAGUE_RESTS : COLLEAGUE_RESTS_UNWATCHED;
        return his.size() < (floor.watched() ? many : 1)
                && his.stream().allMatch(part -> !part.beganAt().plus(rest).isAfter(now));
    }

    /** Not on the stage now; of the others one that was never heard, else the one heard longest ago. */
    private Dialogue leastHeard(List<String> playing, Instant now) {
        List<String> heard = parts.heard();
        List<Dialogue> rested = new ArrayList<>(book.dialogues());
        rested.removeIf(dialogue -> playing.contains(dialogue.name()));
        Collections.shuffle(rested, new Random(seedAt(now)));
        rested.sort(Comparator.comparingInt(dialogue -> heard.indexOf(dialogue.name())));
        return rested.getFirst();
    }

    private static long seedAt(Instant now) {
        return now.toEpochMilli() * 31;
    }
}
