package com.huixiang.bench;

import com.huixiang.crowd.Exchange;
import com.huixiang.crowd.ServerUnderTest;
import com.huixiang.crowd.Staffing;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A fresh installation of the packaged application and the lines that lead to it. */
final class Workplace implements AutoCloseable {

    private static final String OBSERVER = "bench_observer";

    private final Exchange exchange = new Exchange(1);
    private final ServerUnderTest server;

    Workplace(Options options) {
        this(options, Map.of());
    }

    /** The application is started as everybody starts it, by {@code bin/run}. */
    Workplace(Options options, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("HUIXIANG_JAVA_OPTIONS", "-Xmx" + options.heap() + " " + options.text("java-options", ""));
        this.server = new ServerUnderTest(List.of("bin/run"), all, options.data(), options.port());
    }

    /** Starts on an empty data folder, staffs the shop. */
    void open(int agents, int capacity) throws IOException, InterruptedException, SQLException {
        open(agents, capacity, 1);
    }

    void open(int agents, int capacity, int groups) throws IOException, InterruptedException, SQLException {
        server.forgetEverything();
        server.start();
        try (Connection database = server.database()) {
            Staffing.write(database, agents, capacity, groups);
            try (Statement sql = database.createStatement()) {
                sql.execute("create role %s superuser login password '%s'".formatted(OBSERVER, OBSERVER));
            }
        }
    }

    ServerUnderTest server() {
        return server;
    }

    Exchange exchange() {
        return exchange;
    }

    /** A connection whose statements are not counted as the product's. */
    Connection observe() throws SQLException, IOException {
        try (Connection database = server.database()) {
            return DriverManager.getConnection(database.getMetaData().getURL(), OBSERVER, OBSERVER);
        }
    }

    static String observer() {
        return OBSERVER;
    }

    @Override
    public void close() {
        exchange.close();
        server.close();
    }
}
