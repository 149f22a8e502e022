package com.huixiang.demo;

import com.huixiang.conversation.Body;
import com.huixiang.conversation.ConversationState;
import com.huixiang.journey.Journeys;
import com.huixiang.journey.Sender;
import com.huixiang.kernel.Uuid7;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Played customers look around in the shop while they talk. Their events come in as those of any server do. */
@InDemo
@Component
class PlayedBrowsing {

    private final StoryBook book;
    private final StoryRepository story;
    private final PartRepository parts;
    private final Journeys journeys;
    private final JdbcClient sql;
    private final JsonMapper json;
    private final Clock clock;
    private final Random chance = new Random();

    PlayedBrowsing(
            StoryBook book,
            StoryRepository story,
            PartRepository parts,
            Journeys journeys,
            JdbcClient sql,
            JsonMapper json,
            Clock clock) {
        this.book = book;
        this.story = story;
        this.parts = parts;
        this.journeys = journeys;
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /** One of those whose conversation is open does one thing. */
    void lookAround() {
        if (!story.isTold()) {
            return;
        }
        List<Part> talking = parts.open().stream()
                .filter(part -> part.standing() != null && part.standing().state() != ConversationState.CLOSED)
                .toList();
        if (!talking.isEmpty()) {
            memberOf(Details.any(talking, chance)).ifPresent(this::lookAt);
        }
    }

    private Optional<String> memberOf(Part part) {
        return sql.sql("select value from customer.identity where customer_id = ? and kind = 'MEMBER' limit 1")
                .param(part.customer().value())
                .query(String.class)
                .optional();
    }

    private void lookAt(String member) {
        Body.Card card = Details.any(book.cards(), chance);
        int dice = chance.nextInt(10);
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", "track");
        message.put("messageId", Uuid7.next(clock).toString());
        message.put("userId", member);
        message.put("event", dice == 0 ? "Product Added" : dice == 1 ? "Product Favourited" : "Product Viewed");
        message.put("timestamp", clock.instant().toString());
        message.put("properties", BrowsingPast.of(card));
        journeys.take(
                Sender.server(Company.SITE, (identity, signature) -> Optional.empty()),
                json.writeValueAsBytes(Map.of("batch", List.of(message))));
    }
}
