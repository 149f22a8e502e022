package com.huixiang.conversation;

import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Dealings;
import com.huixiang.customer.MergeId;
import com.huixiang.kernel.Caller;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has to do with a customer: whoever holds or held a conversation of his, takes part in one, or serves its group. */
@Component
class CustomerDealings implements Dealings {

    /** Binding is asked one by one, so only for as many as a list shows. */
    private static final int ASKED_FOR_TIES = 60;

    private final JdbcClient sql;
    private final ConversationLists lists;
    private final Staff staff;
    private final ObjectProvider<CustomerTie> ties;

    CustomerDealings(JdbcClient sql, ConversationLists lists, Staff staff, ObjectProvider<CustomerTie> ties) {
        this.sql = sql;
        this.lists = lists;
        this.staff = staff;
        this.ties = ties;
    }

    private record Link(UUID customer, @Nullable UUID conversation) {}

    /** As {@link ConversationLists#checkMayOpen} decides it for one. */
    @Override
    public Set<CustomerId> openable(Caller reader, Collection<CustomerId> customers) {
        Actor actor = staff.actor(new StaffId(reader.id()));
        if (actor.leadsAll() || customers.isEmpty()) {
            return Set.copyOf(customers);
        }
        List<Link> links = links(customers);
        Set<UUID> readable = lists.readable(
                actor, links.stream().map(Link::conversation).filter(Objects::nonNull).toList());
        Set<CustomerId> open = links.stream()
                .filter(link -> link.conversation() == null || readable.contains(link.conversation()))
                .map(link -> new CustomerId(link.customer()))
                .collect(Collectors.toCollection(HashSet::new));
        customers.stream()
                .filter(each -> !open.contains(each))
                .limit(ASKED_FOR_TIES)
                .filter(each -> ties.stream().anyMatch(tie -> tie.looksAfter(actor.id(), each)))
                .forEach(open::add);
        return open;
    }

    private List<Link> links(Collection<CustomerId> customers) {
        return sql.sql(
                        """
                        select k.id as customer, c.id as conversation
                          from unnest(:ids::uuid[]) as k(id)
                          left join lateral (
                               select c.id from conversation.conversation c
                                where c.customer_id = k.id
                                order by c.closed_at desc nulls first
                                limit 50) c on true""")
                .param("ids", customers.stream().map(CustomerId::value).toArray(UUID[]::new))
                .query(Link.class)
                .list();
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
