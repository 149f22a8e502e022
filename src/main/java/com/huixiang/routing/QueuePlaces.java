package com.huixiang.routing;

import com.huixiang.conversation.Assignments;
import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.QueueForecast;
import com.huixiang.conversation.QueuePlace;
import com.huixiang.push.Neighbours;
import com.huixiang.push.Notebook;
import com.huixiang.staff.GroupId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** T-08: how many of the same group are served earlier, and about how long that takes; null when nothing is known. */
@Component
class QueuePlaces implements QueueForecast, Notebook {

    private static final Duration AT_MOST_ONCE_IN = Duration.ofSeconds(1);

    private final RoutingRepository repository;
    private final Neighbours neighbours;
    private final Clock clock;
    /** By whatever node. */
    private Map<ConversationId, QueuePlace> told = Map.of();

    private Instant toldAt = Instant.EPOCH;

    QueuePlaces(RoutingRepository repository, Neighbours neighbours, Clock clock) {
        this.repository = repository;
        this.neighbours = neighbours;
        this.clock = clock;
    }

    private record Told(UUID conversation, int ahead, @Nullable Long seconds) {}

    @Override
    public Optional<QueuePlace> place(ConversationId conversation) {
        return Optional.ofNullable(repository.place(conversation)).map(place -> {
            Instant now = clock.instant();
            Rhythm rhythm = repository.rhythms(now.minus(Rhythm.WINDOW)).get(place.group());
            return placed(repository.ahead(conversation), rhythm, now);
        });
    }

    /** Tells those whose place changed, coalesced: a queue that moves fast is told once a second. */
    synchronized void tell(List<SeatingPlan.Place> line, Instant now, Assignments assignments) {
        boolean justTold = Duration.between(toldAt, now).abs().compareTo(AT_MOST_ONCE_IN) < 0;
        if (justTold || line.isEmpty() && told.isEmpty()) {
            return;
        }
        Map<ConversationId, QueuePlace> places = placesOf(line, now);
        Map<ConversationId, QueuePlace> changed = new HashMap<>(places);
        changed.entrySet().removeAll(told.entrySet());
        if (!changed.isEmpty()) {
            assignments.tellQueuePlaces(changed);
            neighbours.note(
                    subject(),
                    changed.entrySet().stream()
                            .map(one -> new Told(
                                    one.getKey().value(),
                                    one.getValue().ahead(),
                                    one.getValue().estimate() == null
                                            ? null
                                            : one.getValue().estimate().toSeconds()))
                            .toList());
        }
        told = places;
        toldAt = now;
    }

    @Override
    public String subject() {
        return "queue-places";
    }

    /** Another node told these customers; whatever this one told them before is out of date. */
    @Override
    public synchronized void noted(JsonNode note) {
        Map<ConversationId, QueuePlace> known = new HashMap<>(told);
        note.forEach(one -> known.put(
                new ConversationId(UUID.fromString(one.path("conversation").asString())),
                new QueuePlace(
                        one.path("ahead").asInt(),
                        one.path("seconds").isNumber()
                                ? Duration.ofSeconds(one.path("seconds").asLong())
                                : null)));
        told = known;
    }

    @Override
    public synchronized void missedSome() {
        told = Map.of();
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
