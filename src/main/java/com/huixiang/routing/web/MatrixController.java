package com.huixiang.routing.web;

import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Urgency;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.CustomerValue;
import com.huixiang.routing.Matrix;
import com.huixiang.routing.Matrix.Line;
import com.huixiang.routing.Matrix.Standard;
import com.huixiang.routing.Matrix.Whole;
import com.huixiang.routing.TryOut;
import com.huixiang.routing.TryOut.Outcome;
import com.huixiang.staff.Actor;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The routing matrix, and what it would do. */
@RestController
@RequestMapping("/api/settings/matrix")
class MatrixController {

    private final Matrix matrix;
    private final TryOut tryOut;

    MatrixController(Matrix matrix, TryOut tryOut) {
        this.matrix = matrix;
        this.tryOut = tryOut;
    }

    record LineForm(
            @Nullable UUID id,
            @Nullable String issue,
            @Nullable Urgency urgency,
            @Nullable CustomerValue value,
            @NotNull GroupId groupId,
            @Min(1) @Max(5) int minLevel) {}

    record StandardForm(
            @Min(0) @Max(86_400) long dedicatedWaitSecs,
            @Min(0) @Max(86_400) long relaxLevelSecs,
            @Min(0) @Max(86_400) long overflowSecs,
            @Min(1) @Max(86_400) long silenceSecs) {}

    record MatrixForm(@NotNull @Size(max = 500) List<@Valid LineForm> rows, @NotNull @Valid StandardForm standard) {

        Whole whole() {
            return new Whole(
                    rows.stream()
                            .map(line -> new Line(
                                    line.id(), line.issue(), line.urgency(), line.value(), line.groupId(), line.minLevel()))
                            .toList(),
                    new Standard(
                            standard.dedicatedWaitSecs(),
                            standard.relaxLevelSecs(),
                            standard.overflowSecs(),
                            standard.silenceSecs()));
        }
    }

    record Question(
            @NotNull String issue,
            @NotNull Urgency urgency,
            @NotNull CustomerValue value,
            @Nullable UUID customerId) {}

    @GetMapping
    Whole whole(Actor actor) {
        actor.check(Permission.STANDARDS);
        return matrix.whole();
    }

    @PutMapping
    Whole replace(Actor actor, @Valid @RequestBody MatrixForm form) {
        return matrix.replace(actor, form.whole());
    }

    @PostMapping("/try-out")
    Outcome tryOut(Actor actor, @Valid @RequestBody Question question) {
        return tryOut.ask(
                actor,
                IssueType.of(question.issue()),
                question.urgency(),
                question.value(),
                question.customerId() == null ? null : new CustomerId(question.customerId()));
    }
}
