package com.huixiang.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.huixiang.HuixiangTest;
import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** E-06 with two nodes on one database. The second one has the rooms of this module alone. */
@HuixiangTest
class NeighboursTests {

    private static final Topic TEA = new Topic("tea");

    @Autowired
    Neighbours neighbours;

    @Autowired
    LiveTopics here;

    @Autowired
    LiveSessions sessionsHere;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    JsonMapper json;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient sql;

    OtherNode there;

    @BeforeEach
    void anotherNodeStarts() {
        there = new OtherNode();
        there.ear.start();
        await().until(() -> !neighbours.areAbsent() && !there.voice.areAbsent());
    }

    @AfterEach
    void itEnds() {
        there.ear.stop();
        there.voice.destroy();
        sql.sql("delete from push.node where id = ?").param(there.voice.self()).update();
    }

    @Test
    void whatIsToldAtOneNodeIsHeardAtTheOtherInItsOrder() {
        Listener listener = new Listener(there.topics, there.sessions);
        listener.join(TEA);

        for (int number = 0; number < 200; number++) {
            here.tell(TEA, Map.of("type", "cup", "number", number));
        }

        await().until(() -> listener.heard().size() == 200);
        assertThat(listener.heard().get(17).path("number").asInt()).isEqualTo(17);
        assertThat(listener.heard().get(199).path("number").asInt()).isEqualTo(199);
    }

    @Test
    void aFrameTooLongForAHintIsFetched() {
        Listener listener = new Listener(there.topics, there.sessions);
        listener.join(TEA);

        here.tell(TEA, Map.of("text", "水开了。".repeat(3_000)));
        here.tell(TEA, Map.of("text", "短"));

        await().until(() -> listener.heard().size() == 2);
        assertThat(listener.heard().getFirst().path("text").asString()).hasSize(12_000);
        assertThat(listener.heard().getLast().path("text").asString()).isEqualTo("短");
    }

    @Test
    void whoIsEnrolledHereIsEnrolledThere() {
        Topic milk = new Topic("milk");
        Listener listener = new Listener(there.topics, there.sessions);
        listener.join(TEA);

        here.enrol(TEA, milk);
        here.tell(milk, Map.of("cup", 1));
        await().until(() -> listener.heard().size() == 1);
        here.dismiss(TEA, milk);
        here.tell(milk, Map.of("cup", 2));
        here.tell(TEA, Map.of("cup", 3));

        await().until(() -> listener.heard().size() == 2);
        assertThat(listener.heard().getLast().path("cup").asInt()).isEqualTo(3);
    }

    @Test
    void whoListensThereIsKnownHereUntilHeGoes() {
        Listener listener = new Listener(there.topics, there.sessions);
        listener.join(TEA);
        await().until(() -> here.anybodyListens(TEA));

        listener.leave(TEA);

        await().until(() -> !here.anybodyListens(TEA));
    }

    @Test
    void afterALostLineTheBrowsersComeBackToCatchUp() {
        Listener listener = new Listener(there.topics, there.sessions);
        listener.join(TEA);

        sql.sql("select pg_terminate_backend(backend) from push.node where id = ?")
                .param(there.voice.self())
                .query(Boolean.class)
                .single();

        await().until(() -> listener.isOver);
        Listener again = new Listener(there.topics, there.sessions);
        again.join(TEA);
        here.tell(TEA, Map.of("cup", 1));
        await().until(() -> again.heard().size() == 1);
    }

    @Test
    void whoMissedAHintNoticesByItsNumber() {
        Listener listener = new Listener(there.topics, there.sessions);
        listener.join(TEA);

        // As if a hint had been sent that never came.
        sql.sql("select pg_notify('huixiang_nodes', ?)")
                .param(Hints.write(neighbours.self(), neighbours.sent() + 5, List.of("tell tea\t{\"cup\":1}")))
                .query(String.class)
                .optional();

        await().until(() -> listener.isOver);
    }

    /** What a second process has, as far as this module goes. */
    private final class OtherNode {
        private final Neighbours voice = new Neighbours(database, json, clock);
        private final LiveTopics topics = new LiveTopics(voice, json);
        private final LiveSessions sessions = new LiveSessions(json, clock);
        private final NeighbourEar ear = new NeighbourEar(
                voice, topics, sessions, new StaticListableBeanFactory().getBeanProvider(Notebook.class), json, clock);
    }

    private final class Listener extends LiveSession {

        private final List<JsonNode> heard = new ArrayList<>();
        private volatile boolean isOver;

        Listener(LiveTopics topics, LiveSessions sessions) {
            super(UUID.randomUUID().toString(), new Nobody(), null, topics);
            sessions.opened(this);
        }

        List<JsonNode> heard() {
            for (String frame = next(); frame != null; frame = next()) {
                heard.add(json.readTree(frame));
            }
            return heard;
        }

        @Override
        void wake() {}

        @Override
        void disconnect() {
            isOver = true;
        }
    }

    private record Nobody() implements LiveDesk {

        @Override
        public String name() {
            return "nobody";
        }

        @Override
        public boolean opensToOtherSites() {
            return false;
        }

        @Override
        public boolean admits(@Nullable Principal caller) {
            return true;
        }

        @Override
        public void received(LiveSession session, String type, JsonNode frame) {}

        @Override
        public void left(LiveSession session) {}
    }
}
