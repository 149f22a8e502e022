package com.huixiang.segment.web;

import com.huixiang.audit.AuditTrail;
import com.huixiang.kernel.Csv;
import com.huixiang.kernel.Page;
import com.huixiang.segment.Rule;
import com.huixiang.segment.RuleId;
import com.huixiang.segment.SegmentLists;
import com.huixiang.segment.SegmentLists.Language;
import com.huixiang.segment.SegmentLists.Member;
import com.huixiang.segment.SegmentLists.Preview;
import com.huixiang.segment.SegmentLists.ReportView;
import com.huixiang.segment.SegmentLists.RuleView;
import com.huixiang.segment.SegmentLists.Size;
import com.huixiang.segment.SegmentLists.VersionView;
import com.huixiang.segment.Segments;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Permission;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Who belongs together: rules, their members, and what a rule would find (P-04, P-07). */
@RestController
class SegmentController {

    private final Segments segments;
    private final SegmentLists lists;
    private final AuditTrail trail;

    SegmentController(Segments segments, SegmentLists lists, AuditTrail trail) {
        this.segments = segments;
        this.lists = lists;
        this.trail = trail;
    }

    record NewRule(
            Rule.@NotNull Kind kind,
            @NotBlank String nameZh,
            @Nullable String nameEn,
            @Nullable String hint,
            @NotNull JsonNode condition,
            @Nullable String tag) {

        Segments.Draft draft() {
            return new Segments.Draft(kind, nameZh, nameEn, hint, condition, tag);
        }
    }

    record ChangedRule(int version, @NotNull @Valid NewRule rule) {}

    record Asked(@NotNull JsonNode condition) {}

    /** Segments and tag rules alike. */
    @GetMapping("/api/segments")
    List<RuleView> all(Actor actor) {
        Segments.checkMayLook(actor);
        return lists.all();
    }

    @PostMapping("/api/segments")
    @ResponseStatus(HttpStatus.CREATED)
    RuleView create(Actor actor, @Valid @RequestBody NewRule rule) {
        return lists.get(segments.create(actor, rule.draft()).id());
    }

    @GetMapping("/api/segments/{id}")
    RuleView one(Actor actor, @PathVariable String id) {
        Segments.checkMayLook(actor);
        return lists.get(RuleId.from(id));
    }

    @PutMapping("/api/segments/{id}")
    RuleView change(Actor actor, @PathVariable String id, @Valid @RequestBody ChangedRule change) {
        return lists.get(segments.change(actor, RuleId.from(id), change.version(), change.rule().draft()).id());
    }

    @DeleteMapping("/api/segments/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable String id) {
        segments.remove(actor, RuleId.from(id));
    }

    @PutMapping("/api/segments/{id}/pause")
    RuleView pause(Actor actor, @PathVariable String id) {
        return lists.get(segments.pause(actor, RuleId.from(id), true).id());
    }

    @DeleteMapping("/api/segments/{id}/pause")
    RuleView resume(Actor actor, @PathVariable String id) {
        return lists.get(segments.pause(actor, RuleId.from(id), false).id());
    }

    @GetMapping("/api/segments/{id}/members")
    Page<Member> members(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Segments.checkMayLook(actor);
        return lists.members(RuleId.from(id), cursor, limit);
    }

    @GetMapping(path = "/api/segments/{id}/members.csv", produces = "text/csv")
    void export(Actor actor, @PathVariable String id, HttpServletResponse answer) throws IOException {
        Segments.checkMayLook(actor);
        actor.check(Permission.EXPORT);
        Rule rule = segments.get(RuleId.from(id));
        trail.note(
                actor.id().value(), actor.name(), "segment.members.exported", "segment-rule", rule.id().toString(), rule.name().zh(), null,
                Map.of("members", rule.members()), null);
        answer.setContentType("text/csv;charset=utf-8");
        answer.setHeader("Content-Disposition", "attachment; filename=\"segment-" + rule.id() + ".csv\"");
        try (PrintWriter csv = answer.getWriter()) {
            csv.print(Csv.MARK);
            lists.export(rule.id(), actor.may(Permission.CONTACTS), csv::print);
        }
    }

    @GetMapping("/api/segments/{id}/trend")
    List<Size> trend(Actor actor, @PathVariable String id) {
        Segments.checkMayLook(actor);
        return lists.trend(RuleId.from(id));
    }

    @GetMapping("/api/segments/{id}/versions")
    List<VersionView> versions(Actor actor, @PathVariable String id) {
        Segments.checkMayLook(actor);
        return lists.versions(RuleId.from(id));
    }

    @PostMapping("/api/segments/preview")
    Preview preview(Actor actor, @Valid @RequestBody Asked asked) {
        Segments.checkMayLook(actor);
        return lists.preview(asked.condition());
    }

    @GetMapping("/api/segments/language")
    Language language(Actor actor) {
        Segments.checkMayLook(actor);
        return lists.language();
    }

    /** What the nightly counts found. */
    @GetMapping("/api/segments/reports")
    List<ReportView> reports(Actor actor) {
        Segments.checkMayLook(actor);
        return lists.reports();
    }

    /** Everybody is counted afresh now, not only at night; what it found is in the list of reports. */
    @PostMapping("/api/segments/reports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void countEverybody(Actor actor) {
        segments.countEverybody(actor);
    }

    /** P-04: the rules that set tags. */
    @GetMapping("/api/tags/rules")
    List<RuleView> tagRules(Actor actor) {
        Segments.checkMayLook(actor);
        return lists.all().stream().filter(rule -> rule.tag() != null).toList();
    }
}
