package com.huixiang.journey;

import com.huixiang.customer.CustomerId;
import com.huixiang.customer.TimelineEntry;
import com.huixiang.customer.TimelineEntry.Ref;
import com.huixiang.customer.TimelineSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** P-01: what the customer did on the shop's pages, in the timeline of everything. */
@Component
class JourneyTimeline implements TimelineSource {

    private static final String EVENT = "event";

    private final JourneyLists lists;

    JourneyTimeline(JourneyLists lists) {
        this.lists = lists;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(EVENT);
    }

    @Override
    public List<TimelineEntry> page(CustomerId customer, Set<String> kinds, Before before, int most) {
        if (!kinds.contains(EVENT)) {
            return List.of();
        }
        return lists.before(customer, before.at(), before.id(), most).stream()
                .map(JourneyTimeline::line)
                .toList();
    }

    private static TimelineEntry line(JourneyLists.Entry event) {
        Map<String, @Nullable Object> detail = new HashMap<>();
        detail.put("name", event.name());
        detail.put("title", event.title());
        detail.put("url", event.url());
        detail.put("product", event.product());
        detail.put("site", event.site());
        return new TimelineEntry(
                event.id(),
                EVENT,
                event.at(),
                EventWords.of(event),
                detail,
                event.product() == null ? null : new Ref("product", event.product().sku()));
    }
}
