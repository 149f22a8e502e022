package com.huixiang.conversation;

import com.huixiang.customer.CustomerId;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.ServiceCalendar;
import com.huixiang.staff.ServiceHours;
import com.huixiang.staff.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** READ DOOR for customers: as much of their conversations as they may know. */
@Service
public class VisitorLists {

    private final JdbcClient sql;
    private final ObjectProvider<QueueForecast> forecast;
    private final ServiceHours hours;
    private final Clock clock;

    VisitorLists(JdbcClient sql, ObjectProvider<QueueForecast> forecast, ServiceHours hours, Clock clock) {
        this.sql = sql;
        this.forecast = forecast;
        this.hours = hours;
        this.clock = clock;
    }

    public record AgentView(String name, @Nullable String avatar) {}

    public record QueueView(int ahead, @Nullable Long estimateSeconds) {}

    /** As much of a conversation as its customer may know. */
    public record VisitorView(
            UUID id,
            ConversationState state,
            @Nullable AgentView agent,
            @Nullable QueueView queue,
            int lastSeq,
            int readByAgent,
            boolean leftMessage,
            Hours hours,
            @Nullable Instant promisedAt) {}

    /** E-09: whether whoever answers is open now, and when next. */
    public record Hours(boolean open, @Nullable Instant nextOpening) {}

    /** Row check for customers: only his own. */
    public void checkBelongs(ConversationId id, CustomerId customer) {
        boolean his = sql.sql("select exists (select from conversation.conversation where id = ? and customer_id = ?)")
                .params(id.value(), customer.value())
                .query(Boolean.class)
                .single();
        if (!his) {
            throw ConversationProblem.notFound();
        }
    }

    /** When the house answers: what a visitor is told before he writes. */
    public Hours hours() {
        return hoursOf(ServiceHours.Place.HOUSE);
    }

    private Hours hoursOf(ServiceHours.Place place) {
        Instant now = clock.instant();
        ServiceCalendar calendar = hours.book().of(place);
        return calendar.isOpen(now)
                ? new Hours(true, null)
                : new Hours(false, calendar.nextOpening(now).orElse(null));
    }

    public Optional<VisitorView> openOf(CustomerId customer) {
        return sql.sql(VISITOR + " where c.customer_id = :customer and c.state <> 'CLOSED'")
                .param("customer", customer.value())
                .query((row, n) -> view(row))
                .optional();
    }

    public VisitorView of(ConversationId id) {
        return sql.sql(VISITOR + " where c.id = :id")
                .param("id", id.value())
                .query((row, n) -> view(row))
                .optional()
                .orElseThrow(ConversationProblem::notFound);
    }

    /** A customer whose old conversation ended and whose new one began sees the new one. */
    Map<CustomerId, VisitorView> ofConversations(Collection<UUID> ids) {
        Map<CustomerId, VisitorView> views = new HashMap<>();
        sql.sql(VISITOR + " where c.id = any(:ids) order by c.opened_at").param("ids", ids.toArray(UUID[]::new)).query(row -> {
            views.put(new CustomerId(row.getObject("customer_id", UUID.class)), view(row));
        });
        return views;
    }

    private static final String VISITOR =
            """
            select c.id, c.customer_id, c.state, c.last_shown_seq, c.group_id, c.store_id, c.promised_at, a.nickname as agent_name, a.avatar as agent_avatar,
                   l.conversation_id is not null as left_message,
                   coalesce((select max(r.read_seq) from conversation.reading r
                              where r.conversation_id = c.id and r.reader <> 'customer'), 0) as read_by_agent
              from conversation.conversation c
              left join staff.member a on a.id = c.agent_id
              left join conversation.left_message l on l.conversation_id = c.id
            """;

    private VisitorView view(ResultSet row) throws SQLException {
        ConversationId id = new ConversationId(row.getObject("id", UUID.class));
        ConversationState state = ConversationState.valueOf(row.getString("state"));
        String agent = row.getString("agent_name");
        QueueView queue = state == ConversationState.QUEUED
                ? Optional.ofNullable(forecast.getIfAvailable())
                        .flatMap(asked -> asked.place(id))
                        .map(place -> new QueueView(
                                place.ahead(),
                                place.estimate() == null ? null : place.estimate().toSeconds()))
                        .orElse(null)
                : null;
        return new VisitorView(
                id.value(),
                state,
                agent == null ? null : new AgentView(agent, row.getString("agent_avatar")),
                queue,
                row.getInt("last_shown_seq"),
                row.getInt("read_by_agent"),
                row.getBoolean("left_message"),
                hoursOf(placeOf(row)),
                row.getTimestamp("promised_at") == null ? null : row.getTimestamp("promised_at").toInstant());
    }

    private static ServiceHours.Place placeOf(ResultSet row) throws SQLException {
        UUID store = row.getObject("store_id", UUID.class);
        UUID group = row.getObject("group_id", UUID.class);
        return store != null
                ? ServiceHours.Place.of(new StoreId(store))
                : ServiceHours.Place.of(group == null ? null : new GroupId(group));
    }
}
