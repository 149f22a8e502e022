package com.huixiang.routing;

import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.Conversations;
import com.huixiang.conversation.QueueForecast;
import com.huixiang.conversation.QueuePlace;
import com.huixiang.staff.GroupId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** T-08: how many of the same group are served earlier, and about how long that takes; null when nothing is known. */
@Component
class QueuePlaces implements QueueForecast {

    private static final Duration AT_MOST_ONCE_IN = Duration.ofSeconds(1);

    private final RoutingRepository repository;
    private final Clock clock;
    private Map<ConversationId, QueuePlace> told = Map.of();
    private Instant toldAt = Instant.EPOCH;

    QueuePlaces(RoutingRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public Optional<QueuePlace> place(ConversationId conversation) {
        return Optional.ofNullable(repository.place(conversation)).map(place -> {
            Instant now = clock.instant();
            Rhythm rhythm = repository.rhythms(now.minus(Rhythm.WINDOW)).get(place.group());
            return placed(repository.ahead(conversation), rhythm, now);
        });
    }

    /** Tells those whose place changed, coalesced: a queue that moves fast is told once a second. */
    synchronized void tell(List<SeatingPlan.Place> line, Instant now, Conversations conversations) {
        boolean justTold = Duration.between(toldAt, now).abs().compareTo(AT_MOST_ONCE_IN) < 0;
        if (justTold || line.isEmpty() && told.isEmpty()) {
            return;
        }
        Map<ConversationId, QueuePlace> places = placesOf(line, now);
        Map<ConversationId, QueuePlace> changed = new HashMap<>(places);
        changed.entrySet().removeAll(told.entrySet());
        if (!changed.isEmpty()) {
            conversations.tellQueuePlaces(changed);
        }
        told = places;
        toldAt = now;
    }

    private Map<ConversationId, QueuePlace> placesOf(List<SeatingPlan.Place> line, Instant now) {
        Map<ConversationId, QueuePlace> places = new HashMap<>();
        if (line.isEmpty()) {
            return places;
        }
        Map<GroupId, Rhythm> rhythms = repository.rhythms(now.minus(Rhythm.WINDOW));
        Map<@Nullable GroupId, Integer> length = new HashMap<>();
        for (SeatingPlan.Place place : line) {
            int ahead = length.merge(place.group(), 1, Integer::sum) - 1;
            places.put(place.conversation(), placed(ahead, rhythms.get(place.group()), now));
        }
        return places;
    }

    private static QueuePlace placed(int ahead, @Nullable Rhythm rhythm, Instant now) {
        return new QueuePlace(ahead, rhythm == null ? null : rhythm.estimate(ahead, now));
    }
}
