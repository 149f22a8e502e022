package com.huixiang.push;

import com.huixiang.kernel.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All open browsers of this node: hands their frames to the desk, answers pings, drops who fell silent. */
@Component
class LiveSessions {

    private static final Logger log = LoggerFactory.getLogger(LiveSessions.class);

    /** Browsers ping each 20 s; three pings missed means gone. */
    static final Duration SILENCE = Duration.ofSeconds(60);

    private final Map<String, LiveSession> open = new ConcurrentHashMap<>();
    private final JsonMapper json;
    private final Clock clock;

    LiveSessions(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    void opened(LiveSession session) {
        session.heard(clock.millis());
        open.put(session.id(), session);
    }

    Stream<LiveSession> all() {
        return List.copyOf(open.values()).stream();
    }

    @Nullable LiveSession find(String id) {
        return open.get(id);
    }

    void closed(LiveSession session) {
        open.remove(session.id());
        session.drop();
    }

    /** A frame that is refused or not understood is answered; it never ends the session and never leaves a stack trace. */
    void received(LiveSession session, String text) {
        try {
            received(session, json.readTree(text));
        } catch (JacksonException notJson) {
            session.tell(Refused.malformed(null));
        }
    }

    void received(LiveSession session, JsonNode frame) {
        session.heard(clock.millis());
        String type = frame.path("type").asString("");
        String clientId = frame.path("clientId").asString(null);
        try {
            if (type.isEmpty()) {
                session.tell(Refused.malformed(clientId));
            } else {
                session.desk().received(session, type, frame);
            }
        } catch (Problem problem) {
            session.tell(Refused.because(problem, clientId));
        } catch (JacksonException malformed) {
            session.tell(Refused.malformed(clientId));
        } catch (RuntimeException failure) {
            log.warn("A {} frame failed", type, failure);
            session.tell(Refused.failed(clientId));
        }
    }

    /** All browsers of this node connect again and ask for what they missed. */
    void comeAgain() {
        List.copyOf(open.values()).forEach(this::closed);
    }

    @Scheduled(fixedDelay = 10_000)
    void dropTheSilent() {
        long limit = clock.millis() - SILENCE.toMillis();
        List.copyOf(open.values()).stream()
                .filter(session -> session.heardAt() < limit)
                .forEach(this::closed);
    }
}
