package com.huixiang.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.customer.TimelineEntry.Words;
import com.huixiang.customer.TimelineSource.Before;
import com.huixiang.kernel.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** P-01: everything that happened with a customer, merged from many sources, a page at a time. */
class TimelineTests {

    private static final CustomerId LIN = new CustomerId(new UUID(1, 1));
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** Ten thousand entries of one kind; notes how often it is asked and how many it gives. */
    private static final class Memory implements TimelineSource {

        private final String kind;
        private final List<TimelineEntry> entries = new ArrayList<>();
        private int asked;
        private int given;

        Memory(String kind, int many, long seed) {
            this.kind = kind;
            Random chance = new Random(seed);
            for (int n = 0; n < many; n++) {
                Instant at = START.plusSeconds(chance.nextInt(many / 2));
                UUID id = new UUID(chance.nextLong(), chance.nextLong());
                entries.add(new TimelineEntry(id, kind, at, new Words(kind, kind), Map.of(), null));
            }
            entries.sort(Comparator.comparing(TimelineEntry::at)
                    .thenComparing(entry -> entry.id().toString())
                    .reversed());
        }

        @Override
        public Set<String> kinds() {
            return Set.of(kind);
        }

        @Override
        public List<TimelineEntry> page(CustomerId customer, Set<String> kinds, Before before, int most) {
            asked++;
            List<TimelineEntry> page = entries.stream()
                    .filter(entry -> entry.at().isBefore(before.at())
                            || entry.at().equals(before.at())
                                    && entry.id().toString().compareTo(before.id().toString()) < 0)
                    .limit(most)
                    .toList();
            given += page.size();
            return page;
        }
    }

    @Test
    void tenThousandEntriesAreReadWithoutGapsOrDoublesAndAPageOfEachSourceIsEnough() {
        Memory orders = new Memory("order", 6_000, 1);
        Memory events = new Memory("event", 4_000, 2);
        List<TimelineEntry> read = new ArrayList<>();
        Before before = Before.newest();
        int pages = 0;
        Page<TimelineEntry> page;
        do {
            page = Timeline.page(List.of(orders, events), LIN, List.of(), before, 100);
            read.addAll(page.items());
            before = Before.of(page.items().getLast());
            pages++;
        } while (page.next() != null);

        assertThat(read).hasSize(10_000).isSortedAccordingTo(Comparator.comparing(TimelineEntry::at).reversed());
        assertThat(new HashSet<>(read)).hasSize(10_000);
        assertThat(orders.asked).isEqualTo(pages);
        assertThat(events.asked).isEqualTo(pages);
        assertThat(orders.given).isLessThanOrEqualTo(pages * 101);
    }

    @Test
    void aSourceWhoseKindNobodyWantsIsNotAsked() {
        Memory orders = new Memory("order", 100, 1);
        Memory events = new Memory("event", 100, 2);

        Page<TimelineEntry> page = Timeline.page(List.of(orders, events), LIN, List.of("order"), Before.newest(), 30);

        assertThat(page.items()).hasSize(30).allMatch(entry -> entry.kind().equals("order"));
        assertThat(events.asked).isZero();
    }
}
