package com.huixiang.journey;

import com.huixiang.conversation.ConversationTopics;
import com.huixiang.customer.CustomerId;
import com.huixiang.push.LiveTopics;
import com.huixiang.push.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** E-03: tells the colleagues who have a customer's conversation open what he looks at now. Costs nothing when nobody has. */
@Component
class Looking {

    /** Who did nothing for longer than this looks at nothing now. */
    static final Duration NOW = Duration.ofMinutes(5);

    private final LiveTopics live;
    private final EventReading reading;
    private final Clock clock;

    Looking(LiveTopics live, EventReading reading, Clock clock) {
        this.live = live;
        this.reading = reading;
        this.clock = clock;
    }

    /** The frame. */
    record Frame(String type, CustomerId customer, JourneyLists.@Nullable Now now) {
        Frame(CustomerId customer, JourneyLists.@Nullable Now now) {
            this("looking", customer, now);
        }
    }

    /** After the commit; of each customer the newest event that says where he is. */
    void tell(List<Happening> events, BitSet again) {
        Instant since = clock.instant().minus(NOW);
        Map<CustomerId, Happening> newest = new HashMap<>();
        for (int at = again.nextClearBit(0); at < events.size(); at = again.nextClearBit(at + 1)) {
            Happening event = events.get(at);
            if (event.at().isAfter(since) && !event.name().equals(EventNames.IDENTIFIED)) {
                newest.merge(event.customer(), event, (one, other) -> other.at().isBefore(one.at()) ? one : other);
            }
        }
        newest.forEach((customer, event) -> {
            Topic topic = ConversationTopics.about(customer);
            if (live.anybodyListens(topic)) {
                live.tell(topic, new Frame(customer, reading.now(event)));
            }
        });
    }
}
