package com.huixiang.reception;

import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Urgency;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.CustomerValue;
import com.huixiang.order.OrderLists;
import com.huixiang.reception.Triage.Case;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReceptionRepository {

    private final JdbcClient jdbc;
    private final OrderLists orders;

    ReceptionRepository(JdbcClient jdbc, OrderLists orders) {
        this.jdbc = jdbc;
        this.orders = orders;
    }

    /** Who stands at the front desk and has spoken last, whoever has stood there longest first. */
    Map<ConversationId, Case> unanswered(int limit) {
        Map<ConversationId, Case> cases = new LinkedHashMap<>();
        Map<ConversationId, CustomerId> customers = new HashMap<>();
        jdbc.sql(
                        """
                        select c.id, c.issue, c.customer_id,
                               coalesce((select customer.value_of(k.level, k.appraisal)
                                           from customer.customer k where k.id = c.customer_id), 'ORDINARY') as value,
                               (select coalesce(string_agg(m.body ->> 'text', chr(10) order by m.seq), '')
                                  from conversation.message m
                                 where m.conversation_id = c.id
                                   and m.sent_at >= c.opened_at
                                   and m.author = 'CUSTOMER'
                                   and m.kind = 'TEXT') as said
                          from conversation.conversation c
                         where c.state = 'RECEPTION' and c.last_by = 'CUSTOMER'
                         order by c.opened_at
                         limit ?""")
                .param(limit)
                .query((ResultSet row) -> {
                    ConversationId id = new ConversationId(row.getObject("id", UUID.class));
                    customers.put(id, new CustomerId(row.getObject("customer_id", UUID.class)));
                    cases.put(
                            id,
                            new Case(
                                    row.getString("said"),
                                    CustomerValue.valueOf(row.getString("value")),
                                    IssueType.of(row.getString("issue"))));
                });
        // T-02: one look for all of them.
        Set<CustomerId> troubled = orders.troubled(Set.copyOf(customers.values()));
        cases.replaceAll((id, one) -> troubled.contains(customers.get(id))
                ? new Case(one.said(), one.value(), one.chosen(), true)
                : one);
        return cases;
    }

    /** Customers of high value who went into the queue without a word, by pressing a button. */
    List<ConversationId> highValueWaitingAsNormal() {
        return jdbc.sql(
                        """
                        select c.id
                          from conversation.conversation c
                         where c.state = 'QUEUED'
                           and c.urgency = 'NORMAL'
                           and (select customer.value_of(k.level, k.appraisal)
                                  from customer.customer k where k.id = c.customer_id) = 'HIGH'""")
                .query(UUID.class)
                .list()
                .stream()
                .map(ConversationId::new)
                .toList();
    }

    List<Keyword> keywords() {
        return jdbc.sql("select word, urgency, issue from reception.keyword")
                .query((row, n) -> new Keyword(
                        row.getString("word"),
                        Urgency.valueOf(row.getString("urgency")),
                        row.getString("issue") == null ? null : IssueType.of(row.getString("issue"))))
                .list();
    }
}
