package com.huixiang.conversation;

import com.huixiang.kernel.Caller;
import com.huixiang.search.Found;
import com.huixiang.search.Searchable;
import com.huixiang.search.Words;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * E-03: what was said, word for word. New messages are found by their time, so nobody who writes one pays for it. A commit
 * may come later than the time its messages carry, so the last two seconds are always read again, and once a minute the
 * last twenty.
 */
@Component
@Order(3)
@Transactional(readOnly = true)
class MessageSearch implements Searchable {

    private static final Duration SECONDS = Duration.ofSeconds(2);
    private static final Duration LONG_AGO = Duration.ofSeconds(20);
    private static final long FAR_LOOK_EVERY = Duration.ofSeconds(60).toNanos();
    private static final int AT_A_TIME = 2_000;
    private static final int REMEMBERED = 100_000;

    private static final String ROW =
            """
            select m.conversation_id, m.seq, m.sent_at,
                   coalesce(m.body ->> 'text', m.body ->> 'title', m.body ->> 'name', '') as said
              from conversation.message m
             where m.kind in ('TEXT', 'NOTE', 'CARD', 'FILE') and m.recalled_at is null""";

    private final JdbcClient sql;
    private final ConversationLists lists;
    private final Staff staff;
    private final Clock clock;
    /** What was read lately, so that reading it again costs no more than that. */
    private final Map<String, Boolean> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    private long farLookAt = System.nanoTime();

    MessageSearch(JdbcClient sql, ConversationLists lists, Staff staff, Clock clock) {
        this.sql = sql;
        this.lists = lists;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "conversation";
    }

    @Override
    public void all(Consumer<Words> into) {
        sql.sql(ROW).withFetchSize(AT_A_TIME).query((ResultSet row) -> into.accept(words(row)));
    }

    /** A conversation as a whole, when something in it was taken back. */
    @Override
    public List<Words> of(Collection<String> subjects) {
        return sql.sql(ROW + " and m.conversation_id = any(:ids)")
                .param("ids", subjects.stream().map(UUID::fromString).toArray(UUID[]::new))
                .query((row, n) -> words(row))
                .list();
    }

    @Override
    public Added added(@Nullable String mark) {
        if (mark == null) {
            known.clear();
            return new Added(List.of(), clock.instant().minus(LONG_AGO).toString(), false);
        }
        boolean farLook = System.nanoTime() - farLookAt > FAR_LOOK_EVERY;
        if (farLook) {
            farLookAt = System.nanoTime();
        }
        Instant last = Instant.parse(mark);
        Place from = new Place(last.minus(farLook ? LONG_AGO : SECONDS), new UUID(0, 0), 0);
        List<Words> fresh = new ArrayList<>();
        int read;
        do {
            List<Words> page = after(from);
            for (Words words : page) {
                if (known.putIfAbsent(words.id(), true) == null) {
                    fresh.add(words);
                }
                last = words.at().isAfter(last) ? words.at() : last;
            }
            read = page.size();
            from = read == 0 ? from : Place.of(page.getLast());
        } while (read == AT_A_TIME && fresh.size() < AT_A_TIME);
        return new Added(fresh, last.toString(), read == AT_A_TIME);
    }

    private List<Words> after(Place from) {
        return sql.sql(ROW + " and m.sent_at >= :at and (m.sent_at, m.conversation_id, m.seq) > (:at, :conversation, :seq)"
                        + " order by m.sent_at, m.conversation_id, m.seq limit :most")
                .param("at", ConversationRepository.utc(from.at()))
                .param("conversation", from.conversation())
                .param("seq", from.seq())
                .param("most", AT_A_TIME)
                .query((row, n) -> words(row))
                .list();
    }

    private static Words words(ResultSet row) throws SQLException {
        String conversation = row.getString("conversation_id");
        return Words.of(
                        conversation + "/" + row.getInt("seq"),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                        null,
                        row.getString("said"))
                .partOf(conversation);
    }

    /** One row for each conversation: of what was said in it the nearest. */
    @Override
    public List<Found> show(Caller reader, List<String> ids) {
        Actor actor = staff.actor(new StaffId(reader.id()));
        List<Place> places = ids.stream().map(Place::parse).toList();
        Set<UUID> conversations = new LinkedHashSet<>(places.stream().map(Place::conversation).toList());
        Set<UUID> readable = lists.readable(actor, conversations);
        Map<UUID, Place> nearest = new LinkedHashMap<>();
        places.stream()
                .filter(place -> readable.contains(place.conversation()))
                .forEach(place -> nearest.putIfAbsent(place.conversation(), place));
        Map<UUID, Found> found = found(nearest.values());
        return nearest.keySet().stream().filter(found::containsKey).map(found::get).toList();
    }

    private Map<UUID, Found> found(Collection<Place> places) {
        Map<UUID, Found> found = new HashMap<>();
        sql.sql("""
                select m.conversation_id, m.seq, m.sent_at, m.author, m.author_name, m.kind,
                       coalesce(m.body ->> 'text', m.body ->> 'title', m.body ->> 'name', '') as said,
                       k.id as customer_id, k.name as customer_name, k.avatar, c.channel_kind, c.channel_name, c.state
                  from unnest(:conversations::uuid[], :seqs::int[]) as p(conversation_id, seq)
                  join conversation.message m on m.conversation_id = p.conversation_id and m.seq = p.seq
                  join conversation.conversation c on c.id = p.conversation_id
                  join customer.customer k on k.id = c.customer_id
                 where m.recalled_at is null""")
                .param("conversations", places.stream().map(Place::conversation).toArray(UUID[]::new))
                .param("seqs", places.stream().map(Place::seq).toArray(Integer[]::new))
                .query((ResultSet row) -> {
                    found.put(row.getObject("conversation_id", UUID.class), found(row));
                });
        return found;
    }

    private static Found found(ResultSet row) throws SQLException {
        String conversation = row.getString("conversation_id");
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("customerId", row.getString("customer_id"));
        facts.put("author", Author.Kind.valueOf(row.getString("author")));
        if (row.getString("author_name") != null) {
            facts.put("authorName", row.getString("author_name"));
        }
        facts.put("note", row.getString("kind").equals(MessageKind.NOTE.name()));
        facts.put("channelKind", row.getString("channel_kind"));
        facts.put("channelName", row.getString("channel_name"));
        facts.put("state", ConversationState.valueOf(row.getString("state")));
        return new Found(
                conversation,
                row.getString("customer_name"),
                row.getString("said"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                facts,
                new Found.Ref("conversation", conversation, row.getInt("seq")));
    }

    private record Place(Instant at, UUID conversation, int seq) {

        static Place of(Words words) {
            Place place = parse(words.id());
            return new Place(words.at(), place.conversation(), place.seq());
        }

        static Place parse(String id) {
            int slash = id.indexOf('/');
            return new Place(
                    Instant.EPOCH, UUID.fromString(id.substring(0, slash)), Integer.parseInt(id.substring(slash + 1)));
        }
    }
}
