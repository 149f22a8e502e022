package com.huixiang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A log of chats, one message per line: session, user, whether the agent wrote it, three more columns, the text. */
final class ChatLog {

    record Line(boolean fromAgent, String text) {}

    record Session(String id, List<Line> lines) {}

    private static final int SESSION = 0;
    private static final int FROM_AGENT = 2;
    private static final int TEXT = 6;
    private static final int COLUMNS = 7;

    private ChatLog() {}

    static List<Session> read(Path file) throws IOException {
        Map<String, Session> sessions = new LinkedHashMap<>();
        for (String row : Files.readAllLines(file)) {
            String[] columns = row.split("\t", COLUMNS);
            if (columns.length == COLUMNS && !columns[TEXT].isBlank()) {
                sessions.computeIfAbsent(columns[SESSION], id -> new Session(id, new ArrayList<>()))
                        .lines()
                        .add(new Line(columns[FROM_AGENT].equals("1"), columns[TEXT].strip()));
            }
        }
        return List.copyOf(sessions.values());
    }
}
