package com.huixiang.crash;

import com.huixiang.crowd.Exchange;
import com.huixiang.crowd.ServerUnderTest;
import com.huixiang.crowd.Staffing;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** People talk, blows fall, and at the end the record is examined. Whoever runs it decides which blows and when. */
public final class CrashTrial implements AutoCloseable {

    private static final int CAPACITY = 200;

    private final ServerUnderTest server;
    private final Exchange exchange = new Exchange(1);
    private final Talk talk;

    public CrashTrial(ServerUnderTest server, int customers, int agents, Duration pauseBetweenLines) {
        this.server = server;
        this.talk = new Talk(exchange, server.address(), customers, agents, pauseBetweenLines);
    }

    /** Starts the application on its empty data folder and lets everybody begin to talk. */
    public void begin() throws IOException, InterruptedException, SQLException {
        server.forgetEverything();
        server.start();
        try (Connection database = server.database()) {
            Staffing.write(database, talk.agents().size(), CAPACITY);
        }
        talk.begin();
    }

    public int acknowledged() {
        return talk.promises().acknowledged().size();
    }

    /** False when there was nothing to hit: what is to be killed had not come back yet. */
    public boolean strike(Blow blow) throws InterruptedException {
        return switch (blow) {
            case APPLICATION -> server.killApplication();
            case DATABASE -> server.killDatabase();
            case APPLICATION_AND_DATABASE -> server.killDatabase() & server.killApplication();
            case ALL_LINES -> talk.cutAllLines() > 0;
        };
    }

    /** What a service manager does: an application that has ended is started again. */
    public void bringBack() throws IOException, InterruptedException {
        if (!server.isRunning()) {
            server.launch();
        }
    }

    /** Until people are acknowledged again after whatever happened. */
    public void awaitLife() throws IOException, InterruptedException {
        int before = acknowledged();
        while (acknowledged() < before + talk.customers().size() / 2 || !talk.everybodyIsBack()) {
            bringBack();
            Thread.sleep(20);
        }
    }

    /** Nobody writes any more, everything under way arrives, and the record is read. */
    public Verdict end(Duration patience) throws IOException, InterruptedException, SQLException {
        talk.end();
        long until = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < until && !(talk.everybodyIsBack() && talk.unacknowledged() == 0)) {
            bringBack();
            Thread.sleep(20);
        }
        return examined(until);
    }

    /** Screens show the last lines a moment after the record has them. */
    private Verdict examined(long until) throws IOException, InterruptedException, SQLException {
        while (true) {
            Verdict verdict = new Examination(talk, RecordOfTheDatabase.read(server)).verdict();
            if (verdict.isClean() || System.nanoTime() > until) {
                return verdict;
            }
            Thread.sleep(500);
        }
    }

    @Override
    public void close() {
        talk.leave();
        exchange.close();
        server.close();
    }
}
