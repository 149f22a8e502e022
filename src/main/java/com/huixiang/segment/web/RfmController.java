package com.huixiang.segment.web;

import com.huixiang.customer.CustomerId;
import com.huixiang.kernel.Page;
import com.huixiang.segment.CustomerStandards;
import com.huixiang.segment.CustomerStandards.Book;
import com.huixiang.segment.Insights;
import com.huixiang.segment.Insights.Insight;
import com.huixiang.segment.Rfm;
import com.huixiang.segment.RfmStandard;
import com.huixiang.segment.SegmentLists.Member;
import com.huixiang.segment.Segments;
import com.huixiang.segment.Thresholds;
import com.huixiang.staff.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The map of RFM, its standards, and what is known of one customer (P-05, P-07). */
@RestController
class RfmController {

    private final Rfm rfm;
    private final CustomerStandards standards;
    private final Insights insights;

    RfmController(Rfm rfm, CustomerStandards standards, Insights insights) {
        this.rfm = rfm;
        this.standards = standards;
        this.insights = insights;
    }

    record Wanted(@NotNull RfmStandard rfm) {}

    record WantedThresholds(@NotNull Thresholds thresholds) {}

    @GetMapping("/api/rfm")
    Rfm.Map map(Actor actor) {
        Segments.checkMayLook(actor);
        return rfm.map();
    }

    @PostMapping("/api/rfm/preview")
    Rfm.Map preview(Actor actor, @Valid @RequestBody Wanted wanted) {
        Segments.checkMayLook(actor);
        return rfm.preview(wanted.rfm());
    }

    @PutMapping("/api/rfm/standard")
    Book change(Actor actor, @Valid @RequestBody Wanted wanted) {
        return standards.change(actor, null, wanted.rfm());
    }

    /** {@code cell} as 555; a dot stands for any points. */
    @GetMapping("/api/rfm/customers")
    Page<Member> customers(
            Actor actor,
            @RequestParam String cell,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Segments.checkMayLook(actor);
        return rfm.customers(cell, cursor, limit);
    }

    /** P-07: from everybody we know of to those we want. */
    @GetMapping("/api/rfm/funnel")
    List<Rfm.Step> funnel(Actor actor) {
        Segments.checkMayLook(actor);
        return rfm.funnel();
    }

    @GetMapping("/api/tags/standards")
    Book book(Actor actor) {
        Segments.checkMayLook(actor);
        return standards.book();
    }

    @PutMapping("/api/tags/standards")
    Book changeThresholds(Actor actor, @Valid @RequestBody WantedThresholds wanted) {
        return standards.change(actor, wanted.thresholds(), null);
    }

    @GetMapping("/api/customers/{id}/insight")
    Insight insight(@PathVariable UUID id) {
        return insights.of(new CustomerId(id));
    }
}
