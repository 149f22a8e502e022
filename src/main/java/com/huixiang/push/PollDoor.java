package com.huixiang.push;

import com.huixiang.kernel.Uuid7;
import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The way in for networks that let no WebSocket through: the browser posts its frames and waits for ours. The same
 * frames, the same desk, the same session; only the line is another one.
 */
@RestController
class PollDoor {

    /** Shorter than the usual half minute after which proxies give up. */
    private static final long WAIT_SECONDS = 25;

    private static final int FRAMES_AT_ONCE = 500;

    private final Map<String, LiveDesk> desks;
    private final LiveTopics topics;
    private final LiveSessions sessions;
    private final JsonMapper json;
    private final Clock clock;

    PollDoor(List<LiveDesk> desks, LiveTopics topics, LiveSessions sessions, JsonMapper json, Clock clock) {
        this.desks = desks.stream().collect(Collectors.toMap(LiveDesk::name, Function.identity()));
        this.topics = topics;
        this.sessions = sessions;
        this.json = json;
        this.clock = clock;
    }

    record Poll(@Nullable String session, @Nullable List<JsonNode> frames) {}

    record Polled(String session, List<JsonNode> frames) {}

    @PostMapping("/live/{name}/poll")
    Polled poll(@PathVariable String name, @RequestBody Poll poll, @Nullable Principal caller)
            throws InterruptedException {
        LiveDesk desk = desks.get(name);
        if (desk == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (!desk.admits(caller)) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
        }
        Mailbox mailbox = mailbox(desk, poll.session(), caller);
        if (mailbox == null) {
            return new Polled("", List.of(json.valueToTree(Map.of("type", "bye", "code", "live.unknown-session"))));
        }
        if (poll.frames() != null) {
            poll.frames().forEach(frame -> sessions.received(mailbox, frame));
        }
        return new Polled(mailbox.id(), mailbox.take());
    }

    /** Null when the session is not known here (any more) or belongs to somebody else. */
    private @Nullable Mailbox mailbox(LiveDesk desk, @Nullable String id, @Nullable Principal caller) {
        if (id == null || id.isEmpty()) {
            Mailbox fresh = new Mailbox("poll-" + Uuid7.next(clock) + "-" + Uuid7.next(clock), desk, caller);
            sessions.opened(fresh);
            return fresh;
        }
        return sessions.find(id) instanceof Mailbox known && known.desk() == desk && known.belongsTo(caller)
                ? known
                : null;
    }

    private final class Mailbox extends LiveSession {

        private final Semaphore mail = new Semaphore(0);

        Mailbox(String id, LiveDesk desk, @Nullable Principal caller) {
            super(id, desk, caller, topics);
        }

        boolean belongsTo(@Nullable Principal caller) {
            String mine = caller() == null ? null : caller().getName();
            return caller == null ? mine == null : caller.getName().equals(mine);
        }

        List<JsonNode> take() throws InterruptedException {
            List<JsonNode> frames = new ArrayList<>();
            if (isEmpty()) {
                mail.drainPermits();
                if (isEmpty()) {
                    mail.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
                }
            }
            while (frames.size() < FRAMES_AT_ONCE) {
                String frame = next();
                if (frame == null) {
                    break;
                }
                frames.add(json.readTree(frame));
            }
            heard(clock.millis());
            return frames;
        }

        @Override
        void wake() {
            mail.release();
        }

        @Override
        void disconnect() {
            mail.release();
        }
    }
}
