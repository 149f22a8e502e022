package com.huixiang.conversation;

import com.huixiang.staff.StaffId;
import java.sql.ResultSet;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * FRONT DOOR: how far each side has received and read. Marks arrive often and matter little, so they are counted in
 * memory and written a few times a second, all in one statement, away from the message path.
 */
@Service
public class Readings {

    static final String CUSTOMER = "customer";

    private record Reader(ConversationId conversation, String name) {}

    private record Mark(int delivered, int read) {
        Mark and(Mark other) {
            return new Mark(Math.max(delivered, other.delivered), Math.max(read, other.read));
        }
    }

    private final Map<Reader, Mark> marks = new ConcurrentHashMap<>();
    private final JdbcTemplate jdbc;
    private final Announcer announcer;
    private final Clock clock;

    Readings(JdbcTemplate jdbc, Announcer announcer, Clock clock) {
        this.jdbc = jdbc;
        this.announcer = announcer;
        this.clock = clock;
    }

    /** The customer's browser got everything up to {@code delivered} and showed everything up to {@code read}. */
    public void byCustomer(ConversationId conversation, int delivered, int read) {
        mark(new Reader(conversation, CUSTOMER), new Mark(Math.max(delivered, read), read));
    }

    public void byAgent(ConversationId conversation, StaffId agent, int read) {
        mark(new Reader(conversation, agent.value().toString()), new Mark(read, read));
    }

    private void mark(Reader reader, Mark mark) {
        if (mark.delivered() > 0) {
            marks.merge(reader, mark, Mark::and);
        }
    }

    /** Writes what has come together and tells the other side. Marks that could not be written are kept. */
    void write() {
        Map<Reader, Mark> batch = new HashMap<>();
        marks.keySet().forEach(reader -> batch.put(reader, marks.remove(reader)));
        if (batch.isEmpty()) {
            return;
        }
        try {
            store(batch).forEach(moved -> tell(moved, batch.get(moved.reader())));
        } catch (RuntimeException failure) {
            batch.forEach(this::mark);
            throw failure;
        }
    }

    /** A reader who really got further, and the conversation as it stands: whom to tell. */
    private record Moved(Reader reader, Conversation conversation) {}

    /** A mark beyond the end of the record counts as its end. */
    private List<Moved> store(Map<Reader, Mark> batch) {
        List<Map.Entry<Reader, Mark>> rows = List.copyOf(batch.entrySet());
        return jdbc.execute((ConnectionCallback<List<Moved>>) connection -> {
            try (var statement = connection.prepareStatement(STORE)) {
                statement.setArray(2, connection.createArrayOf("uuid", rows.stream()
                        .map(row -> row.getKey().conversation().value())
                        .toArray()));
                statement.setArray(
                        3, connection.createArrayOf("text", rows.stream().map(row -> row.getKey().name()).toArray()));
                statement.setArray(4, connection.createArrayOf("int4", rows.stream()
                        .map(row -> row.getValue().delivered())
                        .toArray()));
                statement.setArray(
                        5, connection.createArrayOf("int4", rows.stream().map(row -> row.getValue().read()).toArray()));
                statement.setObject(1, ConversationRepository.utc(clock.instant()));
                List<Moved> moved = new ArrayList<>();
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        Conversation conversation = ConversationRepository.conversation(result);
                        moved.add(new Moved(new Reader(conversation.id(), result.getString("reader")), conversation));
                    }
                }
                return moved;
            }
        });
    }

    private static final String STORE =
            """
            with moved as (
                insert into conversation.reading as r (conversation_id, reader, delivered_seq, read_seq, at)
                select c.id, n.reader, least(n.delivered, c.last_seq), least(n.read, c.last_seq), ?
                  from (select * from unnest(?::uuid[], ?::text[], ?::int[], ?::int[])
                            as m(conversation_id, reader, delivered, read)
                         order by 1, 2) n
                  join conversation.conversation c on c.id = n.conversation_id
                on conflict (conversation_id, reader) do update
                   set delivered_seq = greatest(r.delivered_seq, excluded.delivered_seq),
                       read_seq = greatest(r.read_seq, excluded.read_seq),
                       at = excluded.at
                 where r.delivered_seq < excluded.delivered_seq or r.read_seq < excluded.read_seq
                returning conversation_id, reader)
            select moved.reader,"""
                    + ConversationRepository.COLUMNS
                    + " from moved join conversation.conversation c on c.id = moved.conversation_id";

    private void tell(Moved moved, Mark mark) {
        announcer.read(
                moved.conversation(),
                moved.reader().name().equals(CUSTOMER) ? CUSTOMER : "agent",
                mark.delivered(),
                mark.read());
    }
}
