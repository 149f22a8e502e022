package com.huixiang.routing;

import com.huixiang.customer.CustomerId;
import com.huixiang.customer.MergeId;
import com.huixiang.routing.Bindings.BindingView;
import com.huixiang.routing.Bindings.BindingView.Person;
import com.huixiang.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BindingRepository {

    private final JdbcClient jdbc;

    BindingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    BindingView find(CustomerId customer) {
        return jdbc.sql(
                        """
                        select a.id as agent_id, a.name as agent_name, d.id as deputy_id, d.name as deputy_name
                          from routing.binding b
                          left join staff.member a on a.id = b.agent_id
                          left join staff.member d on d.id = b.deputy_id
                         where b.customer_id = ?""")
                .param(customer.value())
                .query((row, n) -> new BindingView(person(row, "agent"), person(row, "deputy")))
                .optional()
                .orElse(new BindingView(null, null));
    }

    /** Followed through merges; null when nobody is bound to him. */
    @Nullable Binding bindingOf(CustomerId customer) {
        return current(customer)
                .flatMap(known -> jdbc.sql("select agent_id, deputy_id from routing.binding where customer_id = ?")
                        .param(known.value())
                        .query((row, n) -> {
                            UUID deputy = row.getObject("deputy_id", UUID.class);
                            return new Binding(
                                    new StaffId(row.getObject("agent_id", UUID.class)),
                                    deputy == null ? null : new StaffId(deputy));
                        })
                        .optional())
                .orElse(null);
    }

    private static @Nullable Person person(ResultSet row, String who) throws SQLException {
        UUID id = row.getObject(who + "_id", UUID.class);
        return id == null ? null : new Person(new StaffId(id), row.getString(who + "_name"));
    }

    void put(CustomerId customer, Binding binding, StaffId by, Instant at) {
        jdbc.sql(
                        """
                        insert into routing.binding (customer_id, agent_id, deputy_id, by_id, at)
                        values (:customer, :agent, :deputy, :by, :at)
                        on conflict (customer_id) do update
                           set agent_id = excluded.agent_id, deputy_id = excluded.deputy_id,
                               by_id = excluded.by_id, at = excluded.at""")
                .param("customer", customer.value())
                .param("agent", binding.agent().value())
                .param("deputy", binding.deputy() == null ? null : binding.deputy().value())
                .param("by", by.value())
                .param("at", RoutingRepository.utc(at))
                .update();
    }

    void remove(CustomerId customer) {
        jdbc.sql("delete from routing.binding where customer_id = ?")
                .param(customer.value())
                .update();
    }

    void move(MergeId merge, CustomerId from, CustomerId into) {
        jdbc.sql(
                        """
                        insert into routing.moved_binding (merge_id, agent_id, deputy_id, by_id, at, taken)
                        select :merge, agent_id, deputy_id, by_id, at,
                               not exists (select from routing.binding where customer_id = :into)
                          from routing.binding where customer_id = :from""")
                .param("merge", merge.value())
                .param("from", from.value())
                .param("into", into.value())
                .update();
        jdbc.sql(
                        """
                        insert into routing.binding
                        select :into, agent_id, deputy_id, by_id, at from routing.binding where customer_id = :from
                        on conflict (customer_id) do nothing""")
                .param("from", from.value())
                .param("into", into.value())
                .update();
        remove(from);
    }

    /** The file that stayed loses an agent it only took over, unless somebody has decided anew since. */
    void moveBack(MergeId merge, CustomerId from, CustomerId into) {
        jdbc.sql(
                        """
                        delete from routing.binding b using routing.moved_binding m
                         where m.merge_id = :merge and m.taken and b.customer_id = :into and b.at = m.at""")
                .param("merge", merge.value())
                .param("into", into.value())
                .update();
        jdbc.sql(
                        """
                        insert into routing.binding (customer_id, agent_id, deputy_id, by_id, at)
                        select :from, agent_id, deputy_id, by_id, at from routing.moved_binding where merge_id = :merge
                        on conflict (customer_id) do nothing""")
                .param("merge", merge.value())
                .param("from", from.value())
                .update();
    }

    boolean worksHere(StaffId member) {
        return jdbc.sql("select exists (select from staff.member where id = ? and active)")
                .param(member.value())
                .query(Boolean.class)
                .single();
    }

    /** The file that a merged one became part of; empty for a customer nobody knows. */
    Optional<CustomerId> current(CustomerId customer) {
        return jdbc.sql("select coalesce(merged_into, id) from customer.customer where id = ?")
                .param(customer.value())
                .query(UUID.class)
                .optional()
                .map(CustomerId::new);
    }
}
