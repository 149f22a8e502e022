package com.huixiang.push;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Listens to the other nodes and shows them that this one is alive. After the line was lost, or when a hint is missing,
 * it says hello again: who answers counts from then on, and the browsers of this node come back and catch up by number.
 */
@Component
class NeighbourEar implements SmartLifecycle {

    static final Duration BEAT = Duration.ofSeconds(1);
    /** A node whose beat has stood still for this long is told nothing more. */
    static final Duration DEAD_AFTER = Duration.ofSeconds(5);

    private static final Duration PARCELS_LIE = Duration.ofMinutes(1);
    private static final Duration GREETING = Duration.ofSeconds(1);
    private static final String HELLO = "hello";
    private static final int TOPICS_IN_A_LINE = 100;
    private static final Logger log = LoggerFactory.getLogger(NeighbourEar.class);

    /** The thread of the ear has nothing else to do until the database may be asked again. */
    private static final long PAUSE_BEFORE_A_NEW_LINE_MILLIS = 300;

    private final Neighbours neighbours;
    private final LiveTopics topics;
    private final LiveSessions sessions;
    private final ObjectProvider<Notebook> notebooks;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<UUID, Known> known = new HashMap<>();
    /** The last beat of nodes that are not known: one that changes is alive again. */
    private final Map<UUID, Long> standing = new HashMap<>();

    private final Set<UUID> awaited = new HashSet<>();
    private final CountDownLatch greeted = new CountDownLatch(1);
    private int beats;
    private volatile @Nullable Thread thread;
    private volatile boolean open;

    NeighbourEar(
            Neighbours neighbours,
            LiveTopics topics,
            LiveSessions sessions,
            ObjectProvider<Notebook> notebooks,
            JsonMapper json,
            Clock clock) {
        this.neighbours = neighbours;
        this.topics = topics;
        this.sessions = sessions;
        this.notebooks = notebooks;
        this.json = json;
        this.clock = clock;
    }

    /** What this node knows about another one that it tells and listens to. Touched by the listening thread alone. */
    private static final class Known {
        private long heard;
        private long sentBefore;
        private long beat;
        private long beatAt = System.nanoTime();

        Known(long heard) {
            this.heard = heard;
        }
    }

    private record Beat(long beat, long sent) {}

    /** Before the doors open, every neighbour knows that this node must be told. */
    @Override
    public void start() {
        open = true;
        thread = Thread.ofPlatform().daemon().name("nodes-ear").start(this::listen);
        try {
            greeted.await(GREETING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        while (open) {
            try (Connection line = neighbours.line()) {
                enter(line);
                long beatDue = System.nanoTime() + BEAT.toNanos();
                while (open) {
                    hear(line, (int) Math.max(1, (beatDue - System.nanoTime()) / 1_000_000));
                    if (System.nanoTime() >= beatDue) {
                        beat(line);
                        beatDue = System.nanoTime() + BEAT.toNanos();
                    }
                }
                leave(line);
            } catch (SQLException gone) {
                log.warn("The line to the other nodes is lost; trying again: {}", gone.getMessage());
                pause();
            } catch (RuntimeException failure) {
                log.warn("What another node said could not be used; starting anew", failure);
                pause();
            }
        }
    }

    private void enter(Connection line) throws SQLException {
        try (Statement sql = line.createStatement()) {
            sql.execute("set synchronous_commit = off");
            sql.execute("listen " + Neighbours.CHANNEL);
            // Whoever has lost his listening connection is gone, or will enter again.
            sql.execute("delete from push.node n where not exists (select from pg_stat_activity a where a.pid = n.backend)");
        }
        showLife(line);
        awaited.addAll(others(line).keySet());
        sayHello(line);
        openWhenGreeted();
    }

    private void openWhenGreeted() {
        if (awaited.isEmpty()) {
            greeted.countDown();
        }
    }

    /** Asks to be counted in from here on. Its number is that of the last hint before it. */
    private void sayHello(Connection line) throws SQLException {
        try (PreparedStatement hello = line.prepareStatement("select pg_notify('" + Neighbours.CHANNEL + "', ?)")) {
            hello.setString(1, Hints.write(neighbours.self(), neighbours.sent(), List.of(HELLO)));
            hello.execute();
        }
    }

    private void hear(Connection line, int millis) throws SQLException {
        PGNotification[] notifications = line.unwrap(PGConnection.class).getNotifications(millis);
        if (notifications != null) {
            for (PGNotification notification : notifications) {
                Hints.Hint hint = Hints.read(notification.getParameter());
                if (!hint.from().equals(neighbours.self())) {
                    hear(line, hint);
                }
            }
        }
    }

    private void hear(Connection line, Hints.Hint hint) throws SQLException {
        int answer = hint.lines().indexOf("here " + neighbours.self());
        Known one = known.get(hint.from());
        if (hint.lines().contains(HELLO)) {
            greet(hint.from(), hint.number());
        } else if (answer >= 0) {
            beginAnew(hint.from(), hint.number());
            act(line, hint, answer + 1);
        } else if (one != null && hint.number() > one.heard) {
            boolean missing = hint.number() > one.heard + 1;
            one.heard = hint.number();
            act(line, hint, 0);
            if (missing) {
                log.info("A hint of another node is missing; browsers of this node come back and catch up");
                sayHello(line);
            }
        }
    }

    /** From now on the other one is told everything. It may have missed what was before, so it is told this, too. */
    private void greet(UUID other, long number) {
        Known one = known.computeIfAbsent(other, id -> new Known(number));
        one.heard = Math.max(one.heard, number);
        standing.remove(other);
        neighbours.are(true);
        neighbours.say("here " + other);
        tellTopics();
    }

    /** The other one tells us everything from here on; what was before may be lost. */
    private void beginAnew(UUID other, long number) {
        Known one = known.computeIfAbsent(other, id -> new Known(number));
        one.heard = Math.max(one.heard, number);
        standing.remove(other);
        neighbours.are(true);
        topics.forget(other);
        tellTopics();
        notebooks.forEach(Notebook::missedSome);
        sessions.comeAgain();
        awaited.remove(other);
        openWhenGreeted();
    }

    private void act(Connection line, Hints.Hint hint, int first) throws SQLException {
        for (String each : hint.lines().subList(first, hint.lines().size())) {
            act(line, hint.from(), each);
        }
    }

    private void act(Connection line, UUID from, String text) throws SQLException {
        int tab = text.indexOf('\t');
        String[] words = (tab < 0 ? text : text.substring(0, tab)).split(" ");
        String body = tab < 0 ? "" : text.substring(tab + 1);
        switch (words[0]) {
            case "tell" -> topics.tellHere(topicsIn(words), body);
            case "enrol" -> topics.enrolHere(new Topic(words[1]), new Topic(words[2]));
            case "dismiss" -> topics.dismissHere(new Topic(words[1]), new Topic(words[2]));
            case "joined" -> topics.joinedElsewhere(from, topicsIn(words));
            case "left" -> topics.leftElsewhere(from, topicsIn(words));
            case "note" -> note(words[1], body);
            case "parcel" -> open(line, from, UUID.fromString(words[1]));
            default -> {} // a newer node knows more words
        }
    }

    private static List<Topic> topicsIn(String[] words) {
        List<Topic> topics = new ArrayList<>(words.length - 1);
        for (int at = 1; at < words.length; at++) {
            topics.add(new Topic(words[at]));
        }
        return topics;
    }

    private void note(String subject, String body) {
        notebooks.stream().filter(book -> book.subject().equals(subject)).forEach(book -> {
            try {
                book.noted(json.readTree(body));
            } catch (JacksonException notUnderstood) {
                book.missedSome();
            }
        });
    }

    private void open(Connection line, UUID from, UUID parcel) throws SQLException {
        try (PreparedStatement read = line.prepareStatement("select line from push.parcel where id = ?")) {
            read.setObject(1, parcel);
            try (ResultSet row = read.executeQuery()) {
                if (row.next()) {
                    act(line, from, row.getString(1));
                } else {
                    sayHello(line);
                }
            }
        }
    }

    /** Shows life, and looks who else does. */
    private void beat(Connection line) throws SQLException {
        showLife(line);
        Map<UUID, Beat> others = others(line);
        boolean missed = false;
        for (var other : others.entrySet()) {
            missed |= known.containsKey(other.getKey())
                    ? fellBehind(known.get(other.getKey()), other.getValue())
                    : revived(other.getKey(), other.getValue());
        }
        List.copyOf(known.keySet()).stream().filter(this::standsStill).forEach(this::forget);
        if (missed) {
            sayHello(line);
        }
        clearAway(line);
    }

    /** Whether a hint that was sent a beat ago has not come. */
    private static boolean fellBehind(Known one, Beat now) {
        if (one.beat != now.beat()) {
            one.beat = now.beat();
            one.beatAt = System.nanoTime();
        }
        boolean behind = one.heard < one.sentBefore;
        one.sentBefore = now.sent();
        return behind;
    }

    /** Taken for dead and alive again: neither has told the other anything meanwhile. */
    private boolean revived(UUID other, Beat now) {
        Long before = standing.put(other, now.beat());
        boolean alive = before != null && before != now.beat();
        if (alive) {
            greet(other, now.sent());
        }
        return alive;
    }

    private boolean standsStill(UUID other) {
        return System.nanoTime() - known.get(other).beatAt > DEAD_AFTER.toNanos();
    }

    private void forget(UUID other) {
        known.remove(other);
        topics.forget(other);
        neighbours.are(!known.isEmpty());
        log.info("Another node has ended; {} left beside this one", known.size());
    }

    private void tellTopics() {
        List<String> names = topics.names();
        for (int at = 0; at < names.size(); at += TOPICS_IN_A_LINE) {
            neighbours.say("joined " + String.join(" ", names.subList(at, Math.min(names.size(), at + TOPICS_IN_A_LINE))));
        }
    }

    private void showLife(Connection line) throws SQLException {
        try (PreparedStatement alive = line.prepareStatement(
                """
                insert into push.node as n (id, backend, beat, sent) values (?, pg_backend_pid(), 1, ?)
                on conflict (id) do update
                   set beat = n.beat + 1, backend = excluded.backend, sent = excluded.sent""")) {
            alive.setObject(1, neighbours.self());
            alive.setLong(2, neighbours.sent());
            alive.executeUpdate();
        }
    }

    private Map<UUID, Beat> others(Connection line) throws SQLException {
        Map<UUID, Beat> others = new HashMap<>();
        try (PreparedStatement query = line.prepareStatement("select id, beat, sent from push.node where id <> ?")) {
            query.setObject(1, neighbours.self());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    others.put(row.getObject(1, UUID.class), new Beat(row.getLong(2), row.getLong(3)));
                }
            }
        }
        return others;
    }

    private void clearAway(Connection line) throws SQLException {
        if (neighbours.leftParcels() && ++beats % 30 == 0) {
            try (PreparedStatement old = line.prepareStatement("delete from push.parcel where at < ?")) {
                old.setObject(1, OffsetDateTime.ofInstant(clock.instant().minus(PARCELS_LIE), ZoneOffset.UTC));
                old.executeUpdate();
            }
        }
    }

    private void leave(Connection line) throws SQLException {
        try (PreparedStatement bye = line.prepareStatement("delete from push.node where id = ?")) {
            bye.setObject(1, neighbours.self());
            bye.executeUpdate();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_BEFORE_A_NEW_LINE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        open = false;
        Thread ear = thread;
        if (ear != null) {
            try {
                ear.join(2_000);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    /** Before the web server opens its doors, and after it has closed them. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 10_000;
    }
}
