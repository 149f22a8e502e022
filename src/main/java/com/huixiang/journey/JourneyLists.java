package com.huixiang.journey;

import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Customers;
import com.huixiang.kernel.Caller;
import com.huixiang.kernel.Page;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** READ DOOR: what a customer did and looks at now, his path, and the funnel of all (P-03, E-03). */
@Component
public class JourneyLists {

    private static final int PIECE = 40;
    private static final int LONGEST_PERIOD = 400;

    private final JdbcClient sql;
    private final Customers customers;
    private final EventReading reading;
    private final Clock clock;

    JourneyLists(JdbcClient sql, Customers customers, EventReading reading, Clock clock) {
        this.sql = sql;
        this.customers = customers;
        this.reading = reading;
        this.clock = clock;
    }

    /** The goods an event is about; the price as the sender wrote it. */
    public record Goods(String sku, String name, @Nullable String image, @Nullable String price) {}

    /**
     * @param receivedAt when it came to us; {@code at} is its own time
     * @param saidAt what a clock in the future said; then {@code at} is when it came
     */
    public record Entry(
            UUID id,
            Instant at,
            Instant receivedAt,
            @Nullable Instant saidAt,
            String name,
            @Nullable String title,
            @Nullable String url,
            @Nullable Goods product,
            @Nullable String session,
            String site,
            JsonNode properties) {}

    /** Where a customer is and which goods he looks at. */
    public record Now(
            Instant at, String name, @Nullable String title, @Nullable String url, @Nullable Goods product) {}

    /** Newest first. */
    public Page<Entry> journey(CustomerId customer, @Nullable String cursor) {
        Place before = Place.from(cursor);
        List<Entry> found = before(customers.current(customer), before.at(), before.id(), PIECE + 1);
        boolean more = found.size() > PIECE;
        List<Entry> piece = more ? found.subList(0, PIECE) : found;
        return new Page<>(piece, more ? Place.of(piece.getLast()) : null);
    }

    /** The newest that are older than this, newest first. */
    List<Entry> before(CustomerId customer, Instant at, UUID id, int most) {
        return sql.sql(
                        """
                        select * from journey.event
                         where customer_id = :customer and (at, id) < (:at, :id) and name <> 'Identified'
                         order by at desc, id desc limit :most""")
                .param("customer", customer.value())
                .param("at", utc(at))
                .param("id", id)
                .param("most", most)
                .query(this::entry)
                .list();
    }

    /** Empty when he has done nothing for a while. */
    public Optional<Now> now(CustomerId customer) {
        return sql.sql(
                        """
                        select * from journey.event
                         where customer_id = ? and at > ? and name <> 'Identified'
                         order by at desc, id desc limit 1""")
                .params(customers.current(customer).value(), utc(clock.instant().minus(Looking.NOW)))
                .query(this::entry)
                .optional()
                .map(entry -> new Now(entry.at(), entry.name(), entry.title(), entry.url(), entry.product()));
    }

    /** How often he took a step, and when last. */
    public record Trodden(int count, @Nullable Instant lastAt) {}

    public record Path(Trodden browse, Trodden cart, Trodden consult, Trodden buy) {}

    /** P-03: the path of one customer. A purchase may be told by an event, by the shop's order, or by both. */
    public Path path(CustomerId customer) {
        return sql.sql(
                        """
                        select count(*) filter (where name in ('Page Viewed', 'Product Viewed')) as browse,
                               max(at) filter (where name in ('Page Viewed', 'Product Viewed')) as browse_at,
                               count(*) filter (where name = 'Product Added') as cart,
                               max(at) filter (where name = 'Product Added') as cart_at,
                               greatest(count(*) filter (where name = 'Order Completed'),
                                        (select count(*) from shop.order_mirror o where o.customer_id = :customer
                                            and not o.reversal and o.state not in ('UNPAID', 'CANCELLED'))) as buy,
                               greatest(max(at) filter (where name = 'Order Completed'),
                                        (select max(placed_at) from shop.order_mirror o where o.customer_id = :customer
                                            and not o.reversal and o.state not in ('UNPAID', 'CANCELLED'))) as buy_at,
                               (select count(*) from conversation.conversation c where c.customer_id = :customer) as consult,
                               (select max(opened_at) from conversation.conversation c
                                 where c.customer_id = :customer) as consult_at
                          from journey.event where customer_id = :customer""")
                .param("customer", customers.current(customer).value())
                .query((row, n) -> new Path(
                        trodden(row, "browse"), trodden(row, "cart"), trodden(row, "consult"), trodden(row, "buy")))
                .single();
    }

    private static Trodden trodden(ResultSet row, String step) throws SQLException {
        return new Trodden(row.getInt(step), time(row, step + "_at"));
    }

    /**
     * @param customers who took this step and every one before it
     * @param conversion of those who took the steps before, from 0 to 1; null where there was nobody
     * @param all who took this step at all
     */
    public record FunnelStep(String code, Words name, int customers, @Nullable Double conversion, int all) {}

    public record Words(String zh, String en) {}

    public record Funnel(LocalDate from, LocalDate to, List<FunnelStep> steps) {}

    /**
     * P-03: how many customers came how far, by days of the shop: from what was counted as it happened, the record, and the
     * shop's own orders.
     */
    public Funnel funnel(
            @Nullable LocalDate wantedFrom, @Nullable LocalDate wantedTo, @Nullable String channel, Caller caller) {
        if (!caller.mayLead()) {
            throw JourneyProblem.notYours();
        }
        LocalDate to = wantedTo == null ? EventRepository.dayOf(clock.instant()) : wantedTo;
        LocalDate from = wantedFrom == null ? to.minusDays(29) : wantedFrom;
        if (from.isAfter(to) || from.plusDays(LONGEST_PERIOD).isBefore(to)) {
            throw JourneyProblem.badPeriod();
        }
        int[] counts = sql.sql(
                        """
                        with trodden as (
                            select customer_id, bit_or(1 << (step - 1)) as steps
                              from (select customer_id, step from journey.step
                                     where day between :from and :to and (:channel::text is null or site = :channel)
                                    union all
                                    select customer_id, 3 from conversation.conversation
                                     where opened_at >= :begin and opened_at < :end
                                       and (:channel::text is null or channel_id = :channel)
                                    union all
                                    select customer_id, 4 from shop.order_mirror
                                     where placed_at >= :begin and placed_at < :end and customer_id is not null
                                       and not reversal and state not in ('UNPAID', 'CANCELLED')
                                       and (:channel::text is null or shop = :channel)) as each
                             group by customer_id)
                        select count(*) filter (where steps & 1 = 1), count(*) filter (where steps & 3 = 3),
                               count(*) filter (where steps & 7 = 7), count(*) filter (where steps & 15 = 15),
                               count(*) filter (where steps & 1 > 0), count(*) filter (where steps & 2 > 0),
                               count(*) filter (where steps & 4 > 0), count(*) filter (where steps & 8 > 0)
                          from trodden""")
                .param("from", from)
                .param("to", to)
                .param("begin", utc(from.atStartOfDay(EventRepository.SHOP).toInstant()))
                .param("end", utc(to.plusDays(1).atStartOfDay(EventRepository.SHOP).toInstant()))
                .param("channel", channel)
                .query((row, n) -> {
                    int[] each = new int[2 * Step.values().length];
                    for (int at = 0; at < each.length; at++) {
                        each[at] = row.getInt(at + 1);
                    }
                    return each;
                })
                .single();
        List<FunnelStep> steps = new ArrayList<>();
        for (Step step : Step.values()) {
            int came = counts[step.ordinal()];
            int before = step.ordinal() == 0 ? 0 : counts[step.ordinal() - 1];
            steps.add(new FunnelStep(
                    step.code(),
                    new Words(step.chinese(), step.english()),
                    came,
                    before == 0 ? null : (double) came / before,
                    counts[Step.values().length + step.ordinal()]));
        }
        return new Funnel(from, to, steps);
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        JsonNode properties = reading.properties(row.getString("properties"));
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                time(row, "said_at"),
                row.getString("name"),
                EventReading.title(properties, row.getString("title")),
                EventReading.url(properties, row.getString("url")),
                EventReading.goods(properties, row.getString("sku")),
                row.getString("session"),
                row.getString("site"),
                properties);
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** The place between two entries. */
    private record Place(Instant at, UUID id) {

        private static final Place NEWEST = new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

        static String of(Entry entry) {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((entry.at() + "~" + entry.id()).getBytes(StandardCharsets.US_ASCII));
        }

        static Place from(@Nullable String cursor) {
            if (cursor == null) {
                return NEWEST;
            }
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split("~");
                return new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException malformed) {
                throw JourneyProblem.badCursor();
            }
        }
    }
}
