package com.huixiang.journey.web;

import com.huixiang.customer.CustomerId;
import com.huixiang.journey.JourneyLists;
import com.huixiang.kernel.Caller;
import com.huixiang.kernel.Page;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The path of a customer, for whoever may open his file; the funnel, for whoever leads. */
@RestController
class JourneyController {

    private final JourneyLists lists;

    JourneyController(JourneyLists lists) {
        this.lists = lists;
    }

    @GetMapping("/api/customers/{id}/journey")
    Page<JourneyLists.Entry> journey(
            @PathVariable CustomerId id, @RequestParam(required = false) @Nullable String cursor) {
        return lists.journey(id, cursor);
    }

    @GetMapping("/api/customers/{id}/now")
    JourneyLists.@Nullable Now now(@PathVariable CustomerId id) {
        return lists.now(id).orElse(null);
    }

    @GetMapping("/api/customers/{id}/path")
    JourneyLists.Path path(@PathVariable CustomerId id) {
        return lists.path(id);
    }

    @GetMapping("/api/funnel")
    JourneyLists.Funnel funnel(
            Caller caller,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String channel) {
        return lists.funnel(from, to, channel, caller);
    }
}
