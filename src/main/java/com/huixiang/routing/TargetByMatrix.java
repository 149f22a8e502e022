package com.huixiang.routing;

import com.huixiang.staff.GroupId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * T-03: issue type, urgency and customer value decide which group answers, and how good its agent should be. The most
 * exact row wins; where none fits, the fallback group answers. An installation without any group has no target: there,
 * whoever is on line takes from the queue by hand.
 */
final class TargetByMatrix {

    /** The group that shall answer and the skill level wanted of its agent at first. */
    record Target(GroupId group, int level) {}

    private static final int ANY_LEVEL = 1;

    private final List<MatrixRow> mostExactFirst;
    private final @Nullable GroupId fallback;

    TargetByMatrix(List<MatrixRow> rows, @Nullable GroupId fallback) {
        this.mostExactFirst = rows.stream()
                .sorted(Comparator.comparingInt(MatrixRow::exactness).reversed())
                .toList();
        this.fallback = fallback;
    }

    Optional<Target> targetOf(Waiting one) {
        Optional<Target> byMatrix = lookUp(one);
        GroupId chosen = one.group();
        if (chosen == null || !one.chosenByPerson()) {
            return byMatrix;
        }
        int level = byMatrix.filter(target -> target.group().equals(chosen)).map(Target::level).orElse(ANY_LEVEL);
        return Optional.of(new Target(chosen, level));
    }

    private Optional<Target> lookUp(Waiting one) {
        for (MatrixRow row : mostExactFirst) {
            if (row.fits(one)) {
                return Optional.of(new Target(row.group(), row.minLevel()));
            }
        }
        return Optional.ofNullable(fallback).map(group -> new Target(group, ANY_LEVEL));
    }
}
