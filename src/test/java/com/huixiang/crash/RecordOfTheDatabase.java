package com.huixiang.crash;

import com.huixiang.crowd.ServerUnderTest;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All conversations as they stand in the database, read past the application. */
final class RecordOfTheDatabase {

    record Line(UUID conversation, int seq, @Nullable UUID clientId, @Nullable UUID author, String kind, String text) {

        boolean isText() {
            return kind.equals("TEXT");
        }
    }

    private final Map<UUID, List<Line>> conversations = new LinkedHashMap<>();
    private final Map<UUID, Integer> held = new HashMap<>();

    private RecordOfTheDatabase() {}

    static RecordOfTheDatabase read(ServerUnderTest server) throws SQLException, IOException {
        try (Connection database = server.database()) {
            return read(database);
        }
    }

    static RecordOfTheDatabase read(Connection database) throws SQLException {
        RecordOfTheDatabase record = new RecordOfTheDatabase();
        try (Statement sql = database.createStatement()) {
            record.readLines(sql);
            record.readHolders(sql);
        }
        return record;
    }

    private void readLines(Statement sql) throws SQLException {
        try (ResultSet row = sql.executeQuery(
                """
                select conversation_id, seq, client_id, author_id, kind, coalesce(body ->> 'text', '')
                  from conversation.message order by conversation_id, seq""")) {
            while (row.next()) {
                UUID conversation = row.getObject(1, UUID.class);
                conversations
                        .computeIfAbsent(conversation, id -> new ArrayList<>())
                        .add(new Line(
                                conversation,
                                row.getInt(2),
                                row.getObject(3, UUID.class),
                                row.getObject(4, UUID.class),
                                row.getString(5),
                                row.getString(6)));
            }
        }
    }

    private void readHolders(Statement sql) throws SQLException {
        try (ResultSet row = sql.executeQuery(
                """
                select agent_id, sum(weight) from conversation.conversation where state = 'HELD' group by agent_id""")) {
            while (row.next()) {
                held.put(row.getObject(1, UUID.class), row.getInt(2));
            }
        }
    }

    int heldBy(UUID agent) {
        return held.getOrDefault(agent, 0);
    }

    Map<UUID, List<Line>> conversations() {
        return conversations;
    }

    List<Line> of(UUID conversation) {
        return conversations.getOrDefault(conversation, List.of());
    }
}
