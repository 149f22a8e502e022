package com.huixiang.search.web;

import com.huixiang.kernel.Caller;
import com.huixiang.search.SearchIndex;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One box for everything (E-03): each module shows only what the member may open. */
@RestController
class SearchController {

    private final SearchIndex index;

    SearchController(SearchIndex index) {
        this.index = index;
    }

    record Results(List<SearchIndex.Group> groups, boolean building, long tookMillis) {}

    @GetMapping("/api/search")
    Results search(
            @RequestParam @Size(max = 100) String q,
            @RequestParam(defaultValue = "") List<String> kinds,
            @RequestParam(defaultValue = "5") @Positive @Max(50) int limit,
            Caller caller) {
        long began = System.nanoTime();
        SearchIndex.Answer answer = index.find(q, kinds, limit, caller);
        return new Results(answer.groups(), answer.building(), (System.nanoTime() - began) / 1_000_000);
    }
}
