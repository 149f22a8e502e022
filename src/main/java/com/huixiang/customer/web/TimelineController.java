package com.huixiang.customer.web;

import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Timeline;
import com.huixiang.customer.TimelineEntry;
import com.huixiang.kernel.Page;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything that happened with a customer, newest first (P-01). */
@RestController
@RequestMapping("/api/customers")
class TimelineController {

    private final Timeline timeline;

    TimelineController(Timeline timeline) {
        this.timeline = timeline;
    }

    @GetMapping("/timeline-kinds")
    Set<String> timelineKinds() {
        return timeline.kinds();
    }

    @GetMapping("/{id}/timeline")
    Page<TimelineEntry> timeline(
            @PathVariable CustomerId id,
            @RequestParam(required = false) @Nullable List<String> kinds,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "30") int limit) {
        return timeline.of(id, kinds == null ? List.of() : kinds, cursor, limit);
    }
}
