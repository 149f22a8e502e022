package com.huixiang.conversation;

import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Dealings;
import com.huixiang.customer.MergeId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has to do with a customer: whoever holds or held a conversation of his, takes part in one, or serves its group. */
@Component
class CustomerDealings implements Dealings {

    private final JdbcClient sql;

    CustomerDealings(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public boolean knows(UUID member, CustomerId customer) {
        return sql.sql(
                        """
                        select exists (
                            select from conversation.conversation c
                             where c.customer_id = :customer
                               and (c.agent_id = :member
                                 or exists (select from conversation.assignment a
                                             where a.conversation_id = c.id and a.agent_id = :member)
                                 or exists (select from conversation.participant p
                                             where p.conversation_id = c.id and p.agent_id = :member)
                                 or c.state <> 'CLOSED'
                                    and exists (select from staff.skill s
                                                 where s.group_id = c.group_id and s.member_id = :member)))""")
                .param("member", member)
                .param("customer", customer.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public int followed(MergeId merge) {
        return count("select count(*) from conversation.followed where merge_id = ?", merge);
    }

    @Override
    public int begunSince(MergeId merge) {
        return count(
                """
                select count(*) from customer.merge m
                  join conversation.conversation c on c.customer_id = m.into_id and c.opened_at > m.at
                 where m.id = ?""",
                merge);
    }

    private int count(String query, MergeId merge) {
        return sql.sql(query).param(merge.value()).query(Integer.class).single();
    }
}
