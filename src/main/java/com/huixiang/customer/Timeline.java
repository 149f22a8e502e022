package com.huixiang.customer;

import com.huixiang.customer.TimelineSource.Before;
import com.huixiang.kernel.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * FRONT DOOR: the customer's whole life with us in one line, newest first, merged from what each module knows (P-01). Each
 * source is asked once for each page and reads no more than a page.
 */
@Service
public class Timeline {

    private static final int LARGEST_PAGE = 100;
    private static final Comparator<TimelineEntry> NEWEST_FIRST = Comparator.comparing(TimelineEntry::at)
            .thenComparing(entry -> entry.id().toString())
            .reversed();

    private final Customers customers;
    private final ObjectProvider<TimelineSource> sources;

    Timeline(Customers customers, ObjectProvider<TimelineSource> sources) {
        this.customers = customers;
        this.sources = sources;
    }

    /** @param kinds empty means all */
    @Transactional(readOnly = true)
    public Page<TimelineEntry> of(CustomerId customer, Collection<String> kinds, @Nullable String cursor, int limit) {
        CustomerId current = customers.current(customer);
        return page(sources.stream().toList(), current, kinds, before(cursor), Math.clamp(limit, 1, LARGEST_PAGE));
    }

    /** The kinds that there are in this house. */
    public Set<String> kinds() {
        Set<String> kinds = new TreeSet<>();
        sources.forEach(source -> kinds.addAll(source.kinds()));
        return kinds;
    }

    static Page<TimelineEntry> page(
            List<TimelineSource> sources, CustomerId customer, Collection<String> kinds, Before before, int size) {
        List<TimelineEntry> newest = sources.stream()
                .flatMap(source -> {
                    Set<String> asked = new HashSet<>(source.kinds());
                    if (!kinds.isEmpty()) {
                        asked.retainAll(kinds);
                    }
                    return asked.isEmpty()
                            ? Stream.of()
                            : source.page(customer, asked, before, size + 1).stream();
                })
                .sorted(NEWEST_FIRST)
                .limit(size + 1L)
                .toList();
        boolean more = newest.size() > size;
        List<TimelineEntry> shown = more ? newest.subList(0, size) : newest;
        return new Page<>(shown, more ? shown.getLast().at() + "~" + shown.getLast().id() : null);
    }

    private static Before before(@Nullable String cursor) {
        if (cursor == null) {
            return Before.newest();
        }
        try {
            int mark = cursor.indexOf('~');
            return new Before(Instant.parse(cursor.substring(0, mark)), UUID.fromString(cursor.substring(mark + 1)));
        } catch (RuntimeException forged) {
            throw CustomerProblem.badCursor();
        }
    }
}
