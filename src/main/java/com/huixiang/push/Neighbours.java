package com.huixiang.push;

import com.huixiang.kernel.Uuid7;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * FRONT DOOR: the other nodes on the same database, and telling them. What is told while a hint is on its way goes into
 * the next one together, so however much happens there is one NOTIFY at a time, on a connection of its own, away from the
 * transactions of the record. A node that is alone tells nothing and pays nothing. Nothing told here is needed for
 * correctness: hints are numbered, and who missed one makes its browsers come back and catch up (E-06).
 */
@Component
public class Neighbours implements DisposableBean {

    static final String CHANNEL = "huixiang_nodes";

    /** More than this waiting means that the line is gone; whoever listens will notice the missing number. */
    private static final int MOST_WAITING = 20_000;

    private static final int LINES_AT_ONCE = 500;
    private static final long PAUSE_MILLIS = 200;
    private static final Logger log = LoggerFactory.getLogger(Neighbours.class);

    private final JdbcConnectionDetails database;
    private final JsonMapper json;
    private final Clock clock;
    private final UUID self;
    private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread voice;
    private volatile boolean open = true;
    private volatile boolean alone = true;
    private volatile boolean lostSome;
    private volatile boolean leftParcels;
    /** The number of the last hint. Written by the voice alone. */
    private volatile long sent;

    Neighbours(JdbcConnectionDetails database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.self = Uuid7.next(clock);
        this.voice = Thread.ofPlatform().daemon().name("nodes-voice").start(this::speak);
    }

    /** Whether no other node is known to be alive on this database. */
    public boolean areAbsent() {
        return alone;
    }

    /** Writes something into the {@link Notebook} of this subject on every other node. */
    public void note(String subject, Object note) {
        if (!alone) {
            say("note " + subject + "\t" + json.writeValueAsString(note));
        }
    }

    void tell(Collection<Topic> topics, String frame) {
        if (alone) {
            return;
        }
        StringBuilder line = new StringBuilder("tell");
        topics.forEach(topic -> line.append(' ').append(topic.name()));
        say(line.append('\t').append(frame).toString());
    }

    /** One line of the next hint. */
    void say(String line) {
        if (!alone && !waiting.offer(line)) {
            waiting.clear();
            lostSome = true;
        }
    }

    UUID self() {
        return self;
    }

    long sent() {
        return sent;
    }

    void are(boolean present) {
        alone = !present;
    }

    Connection line() throws SQLException {
        Properties login = new Properties();
        login.setProperty("ApplicationName", "huixiang node");
        login.setProperty("connectTimeout", "5");
        login.setProperty("tcpKeepAlive", "true");
        if (database.getUsername() != null) {
            login.setProperty("user", database.getUsername());
        }
        if (database.getPassword() != null) {
            login.setProperty("password", database.getPassword());
        }
        return DriverManager.getConnection(database.getJdbcUrl(), login);
    }

    private void speak() {
        List<String> lines = new ArrayList<>();
        while (open) {
            try (Connection line = lineWhenNeeded(lines)) {
                try (var relaxed = line.createStatement()) {
                    relaxed.execute("set synchronous_commit = off");
                }
                while (open) {
                    send(line, lines);
                    lines.clear();
                    awaitLines(lines);
                }
            } catch (SQLException gone) {
                log.warn("A hint to the other nodes was not sent; trying again: {}", gone.getMessage());
                pause();
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    /** No connection is held while there is nobody to talk to. */
    private Connection lineWhenNeeded(List<String> lines) throws SQLException, InterruptedException {
        if (lines.isEmpty()) {
            awaitLines(lines);
        }
        return line();
    }

    private void awaitLines(List<String> lines) throws InterruptedException {
        lines.add(waiting.take());
        waiting.drainTo(lines, LINES_AT_ONCE - 1);
    }

    /** Sent again after a failure, the hints have the same numbers: whoever had them already passes them over. */
    private void send(Connection line, List<String> lines) throws SQLException {
        List<UUID> parcels = new ArrayList<>();
        List<String> contents = new ArrayList<>();
        List<String> fitting = new ArrayList<>(lines.size());
        for (String each : lines) {
            if (Hints.fits(each)) {
                fitting.add(each);
            } else {
                UUID parcel = Uuid7.next(clock);
                parcels.add(parcel);
                contents.add(each);
                fitting.add("parcel " + parcel);
            }
        }
        if (!parcels.isEmpty()) {
            deposit(line, parcels, contents);
        }
        // A number that never comes tells the others that something is missing.
        long number = lostSome ? sent + 1 : sent;
        List<String> hints = new ArrayList<>();
        for (List<String> packed : Hints.packed(fitting)) {
            hints.add(Hints.write(self, ++number, packed));
        }
        notify(line, hints);
        lostSome = false;
        sent = number;
    }

    private static void notify(Connection line, List<String> hints) throws SQLException {
        try (PreparedStatement notify =
                line.prepareStatement("select pg_notify('" + CHANNEL + "', hint) from unnest(?::text[]) as hint")) {
            notify.setArray(1, line.createArrayOf("text", hints.toArray()));
            notify.execute();
        }
    }

    private void deposit(Connection line, List<UUID> parcels, List<String> contents) throws SQLException {
        try (PreparedStatement deposit = line.prepareStatement(
                "insert into push.parcel (id, line, at) select id, line, ? from unnest(?::uuid[], ?::text[]) as p(id, line)")) {
            deposit.setObject(1, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            deposit.setArray(2, line.createArrayOf("uuid", parcels.toArray()));
            deposit.setArray(3, line.createArrayOf("text", contents.toArray()));
            deposit.executeUpdate();
        }
        leftParcels = true;
    }

    /** Whether old parcels of this node may have to be cleared away. */
    boolean leftParcels() {
        return leftParcels;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void destroy() {
        open = false;
        voice.interrupt();
    }
}
