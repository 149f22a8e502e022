package com.huixiang.routing;

import com.huixiang.audit.AuditTrail;
import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Urgency;
import com.huixiang.customer.CustomerValue;
import com.huixiang.kernel.Uuid7;
import com.huixiang.staff.Actor;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.Permission;
import com.huixiang.staff.SkillGroup;
import com.huixiang.staff.Staff;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** FRONT DOOR: the matrix (T-03): which group answers what, and how well one must serve it to be given the customer. */
@Service
public class Matrix {

    /** A field that is null means "any". */
    public record Cell(@Nullable IssueType issue, @Nullable Urgency urgency, @Nullable CustomerValue value) {}

    /** One line. The issue is spelled as its code; a field that is null means "any". */
    public record Line(
            @Nullable UUID id,
            @Nullable String issue,
            @Nullable Urgency urgency,
            @Nullable CustomerValue value,
            GroupId groupId,
            int minLevel) {

        Cell cell() {
            return new Cell(issue == null ? null : IssueType.of(issue), urgency, value);
        }
    }

    /** The numbers beside it, in seconds: see {@link RoutingStandard}. */
    public record Standard(long dedicatedWaitSecs, long relaxLevelSecs, long overflowSecs, long silenceSecs) {}

    /** All of it. */
    public record Whole(List<Line> rows, Standard standard) {}

    private final RoutingRepository repository;
    private final Staff staff;
    private final AuditTrail trail;
    private final Clock clock;

    Matrix(RoutingRepository repository, Staff staff, AuditTrail trail, Clock clock) {
        this.repository = repository;
        this.staff = staff;
        this.trail = trail;
        this.clock = clock;
    }

    /** From now on; a cell that was filled before is filled anew. */
    @Transactional
    public void put(Cell cell, GroupId group, int minLevel) {
        repository.put(Uuid7.next(clock), new MatrixRow(cell.issue(), cell.urgency(), cell.value(), group, minLevel));
    }

    @Transactional(readOnly = true)
    public Whole whole() {
        RoutingStandard standard = repository.standard();
        return new Whole(
                repository.lines(),
                new Standard(
                        standard.dedicatedWait().toSeconds(),
                        standard.relaxLevel().toSeconds(),
                        standard.overflow().toSeconds(),
                        standard.silence().toSeconds()));
    }

    /** From now on this and nothing else. */
    @Transactional
    public Whole replace(Actor actor, Whole next) {
        actor.check(Permission.STANDARDS);
        check(next);
        Whole before = whole();
        repository.clearMatrix();
        next.rows().forEach(line -> {
            Cell cell = line.cell();
            UUID id = line.id() == null ? Uuid7.next(clock) : line.id();
            repository.put(id, new MatrixRow(cell.issue(), cell.urgency(), cell.value(), line.groupId(), line.minLevel()));
        });
        Standard standard = next.standard();
        repository.put(new RoutingStandard(
                Duration.ofSeconds(standard.dedicatedWaitSecs()),
                Duration.ofSeconds(standard.relaxLevelSecs()),
                Duration.ofSeconds(standard.overflowSecs()),
                Duration.ofSeconds(standard.silenceSecs())));
        Whole after = whole();
        if (!after.equals(before)) {
            trail.note(
                    actor.id().value(), actor.name(), "routing.matrix.changed", "matrix", "1", "分配矩阵", before, after, null);
        }
        return after;
    }

    private void check(Whole next) {
        Set<GroupId> groups = staff.groups().stream().map(SkillGroup::id).collect(Collectors.toSet());
        if (!next.rows().stream().map(Line::groupId).allMatch(groups::contains)) {
            throw RoutingProblem.groupNotFound();
        }
        if (next.rows().stream().map(Line::cell).distinct().count() < next.rows().size()) {
            throw RoutingProblem.sameCellTwice();
        }
        boolean unknownIssue = next.rows().stream()
                .anyMatch(line -> line.issue() != null && !IssueType.of(line.issue()).code().equals(line.issue()));
        if (unknownIssue) {
            throw RoutingProblem.unknownIssue();
        }
    }
}
