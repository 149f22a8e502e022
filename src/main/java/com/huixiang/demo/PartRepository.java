package com.huixiang.demo;

import com.huixiang.conversation.Author;
import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.ConversationState;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Level;
import com.huixiang.demo.Part.Standing;
import com.huixiang.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is on the stage. Reads look into the record and the customers' files; only the parts are written here. */
@InDemo
@Repository
class PartRepository {

    private final JdbcClient sql;

    PartRepository(JdbcClient sql) {
        this.sql = sql;
    }

    List<Part> open() {
        return sql.sql(
                        """
                        select p.*, k.name, coalesce(k.phone, '') as phone, c.state, c.agent_id as holder_id, c.last_by,
                               c.last_at, c.last_seq, coalesce(r.read_seq, 0) as read_seq
                          from demo.part p
                          join customer.customer k on k.id = p.customer_id
                          left join conversation.conversation c on c.id = p.conversation_id
                          left join conversation.reading r on r.conversation_id = c.id and r.reader = 'customer'
                         where p.ended_at is null
                         order by p.began_at""")
                .query((row, n) -> new Part(
                        row.getObject("id", UUID.class),
                        new CustomerId(row.getObject("customer_id", UUID.class)),
                        row.getString("name"),
                        row.getString("phone"),
                        row.getString("dialogue"),
                        row.getLong("seed"),
                        staff(row, "agent_id"),
                        row.getInt("line"),
                        row.getTimestamp("began_at").toInstant(),
                        row.getString("state") == null ? null : standing(row)))
                .list();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                ConversationState.valueOf(row.getString("state")),
                staff(row, "holder_id"),
                Author.Kind.valueOf(row.getString("last_by")),
                row.getTimestamp("last_at").toInstant(),
                row.getInt("last_seq"),
                row.getInt("read_seq"));
    }

    /** Somebody for the next part: known to us, without an open conversation, and not seen here for the longest time. */
    Optional<CustomerId> somebody(@Nullable Level level, long seed) {
        return sql.sql(
                        """
                        select k.id
                          from demo.made m
                          join customer.customer k on k.id = m.id and k.merged_into is null
                         where m.thing = 'customer'
                           and (:level::text is null or k.level = :level)
                           and exists (select from conversation.conversation c where c.customer_id = k.id)
                           and not exists (select from conversation.conversation c
                                            where c.customer_id = k.id and c.state <> 'CLOSED')
                           and not exists (select from demo.part p where p.customer_id = k.id and p.ended_at is null)
                         order by (select max(p.began_at) from demo.part p where p.customer_id = k.id) nulls first,
                                  md5(k.id::text || :seed)
                         limit 1""")
                .param("level", level == null ? null : level.name())
                .param("seed", Long.toString(seed))
                .query(UUID.class)
                .optional()
                .map(CustomerId::new);
    }

    /** The dialogues from the one heard longest ago to the one heard last; those never heard are missing. */
    List<String> heard() {
        return sql.sql("select dialogue from demo.part group by dialogue order by max(began_at)")
                .query(String.class)
                .list();
    }

    record Arrival(Instant at, long seed) {}

    /** Of a customer whom no colleague was meant for. */
    Optional<Arrival> lastArrival() {
        return sql.sql("select began_at, seed from demo.part where agent_id is null order by began_at desc limit 1")
                .query((row, n) -> new Arrival(row.getTimestamp("began_at").toInstant(), row.getLong("seed")))
                .optional();
    }

    void begin(UUID id, CustomerId customer, String dialogue, long seed, @Nullable StaffId agent, Instant at) {
        sql.sql(
                        """
                        insert into demo.part (id, customer_id, dialogue, seed, agent_id, began_at)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(id, customer.value(), dialogue, seed, agent == null ? null : agent.value(), StoryRepository.utc(at))
                .update();
    }

    void isIn(Part part, ConversationId conversation, int nextLine) {
        sql.sql("update demo.part set conversation_id = ?, line = ? where id = ?")
                .params(conversation.value(), nextLine, part.id())
                .update();
    }

    void follow(Part part, @Nullable StaffId agent) {
        sql.sql("update demo.part set agent_id = ? where id = ?")
                .params(agent == null ? null : agent.value(), part.id())
                .update();
    }

    void end(Part part, Instant at) {
        sql.sql("update demo.part set ended_at = ? where id = ?")
                .params(StoryRepository.utc(at), part.id())
                .update();
    }

    void forgetEndedBefore(Instant time) {
        sql.sql("delete from demo.part where ended_at < ?").param(StoryRepository.utc(time)).update();
    }

    /**
     * A conversation that somebody transferred to a played colleague.
     *
     * @param said how often the colleague has spoken in it
     * @param lastAt when anybody spoke last or the colleague got it
     */
    record Guest(ConversationId conversation, StaffId host, Author.Kind lastBy, int said, Instant lastAt, int lastSeq) {}

    List<Guest> guests(Collection<StaffId> hosts) {
        return sql.sql(
                        """
                        select c.id, c.agent_id, c.last_by, c.last_seq, greatest(c.last_at, a.began_at) as last_at,
                               (select count(*) from conversation.message m
                                 where m.conversation_id = c.id and m.sent_at >= c.opened_at
                                   and m.author_id = c.agent_id and m.kind = 'TEXT') as said
                          from conversation.conversation c
                          join conversation.assignment a on a.conversation_id = c.id and a.ended_at is null
                         where c.state = 'HELD' and c.agent_id = any(:hosts)
                           and not exists (select from demo.part p
                                            where p.conversation_id = c.id and p.ended_at is null)""")
                .param("hosts", hosts.stream().map(StaffId::value).toArray(UUID[]::new))
                .query((row, n) -> new Guest(
                        new ConversationId(row.getObject("id", UUID.class)),
                        new StaffId(row.getObject("agent_id", UUID.class)),
                        Author.Kind.valueOf(row.getString("last_by")),
                        row.getInt("said"),
                        row.getTimestamp("last_at").toInstant(),
                        row.getInt("last_seq")))
                .list();
    }

    private static @Nullable StaffId staff(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new StaffId(id);
    }
}
