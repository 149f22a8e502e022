package com.huixiang.routing;

import com.huixiang.staff.GroupId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The desks with room, by group, always in the order in which they are to be filled: a crowd is seated without counting again. */
final class OpenDesks {

    private static final Comparator<Desk> LEAST_LOADED_THEN_LONGEST_IDLE = new LeastLoadedThenLongestIdle();

    private final Map<GroupId, NavigableSet<Desk>> byGroup = new HashMap<>();

    OpenDesks(List<Desk> desks) {
        desks.forEach(this::open);
    }

    @Nullable Desk firstIn(GroupId group, Predicate<Desk> fitting) {
        for (Desk desk : byGroup.getOrDefault(group, new TreeSet<>())) {
            if (fitting.test(desk)) {
                return desk;
            }
        }
        return null;
    }

    /** Its place in the order changes with its load, so it is taken out meanwhile. */
    void seat(Desk desk, Waiting one, Instant now) {
        desk.skills().keySet().forEach(group -> {
            NavigableSet<Desk> open = byGroup.get(group);
            if (open != null) {
                open.remove(desk);
            }
        });
        desk.take(one, now);
        open(desk);
    }

    private void open(Desk desk) {
        if (!desk.isFull()) {
            desk.skills().keySet().forEach(group -> byGroup.computeIfAbsent(
                            group, any -> new TreeSet<>(LEAST_LOADED_THEN_LONGEST_IDLE))
                    .add(desk));
        }
    }
}
