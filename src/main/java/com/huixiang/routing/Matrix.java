package com.huixiang.routing;

import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Urgency;
import com.huixiang.customer.CustomerValue;
import com.huixiang.kernel.Uuid7;
import com.huixiang.staff.GroupId;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** FRONT DOOR: the matrix (T-03): which group answers what, and how well one must serve it to be given the customer. */
@Service
public class Matrix {

    /** A field that is null means "any". */
    public record Cell(@Nullable IssueType issue, @Nullable Urgency urgency, @Nullable CustomerValue value) {}

    private final RoutingRepository repository;
    private final Clock clock;

    Matrix(RoutingRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** From now on; a cell that was filled before is filled anew. */
    @Transactional
    public void put(Cell cell, GroupId group, int minLevel) {
        repository.put(Uuid7.next(clock), new MatrixRow(cell.issue(), cell.urgency(), cell.value(), group, minLevel));
    }
}
