package com.huixiang.routing;

import com.huixiang.customer.CustomerId;
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

    void move(CustomerId from, CustomerId into) {
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
