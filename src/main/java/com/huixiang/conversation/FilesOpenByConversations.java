package com.huixiang.conversation;

import com.huixiang.customer.CustomerId;
import com.huixiang.customer.OpenFiles;
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

/**
 * For lists that lower floors keep: the same check as {@link ConversationLists#checkMayOpen} at the door of one file, for
 * many files at once.
 */
@Component
class FilesOpenByConversations implements OpenFiles {

    /** Binding is asked one by one, so only for as many as a list shows. */
    private static final int ASKED_FOR_TIES = 200;

    private final JdbcClient sql;
    private final ConversationLists lists;
    private final Staff staff;
    private final ObjectProvider<CustomerTie> ties;

    FilesOpenByConversations(JdbcClient sql, ConversationLists lists, Staff staff, ObjectProvider<CustomerTie> ties) {
        this.sql = sql;
        this.lists = lists;
        this.staff = staff;
        this.ties = ties;
    }

    private record Link(UUID customer, @Nullable UUID conversation) {}

    @Override
    public Set<CustomerId> openTo(UUID member, Collection<CustomerId> asked) {
        Actor actor = staff.actor(new StaffId(member));
        if (actor.leadsAll() || asked.isEmpty()) {
            return Set.copyOf(asked);
        }
        List<Link> links = links(asked);
        Set<UUID> readable = lists.readable(
                actor, links.stream().map(Link::conversation).filter(Objects::nonNull).toList());
        Set<CustomerId> open = links.stream()
                .filter(link -> link.conversation() == null || readable.contains(link.conversation()))
                .map(link -> new CustomerId(link.customer()))
                .collect(Collectors.toCollection(HashSet::new));
        asked.stream()
                .filter(each -> !open.contains(each))
                .limit(ASKED_FOR_TIES)
                .filter(each -> ties.stream().anyMatch(tie -> tie.looksAfter(actor.id(), each)))
                .forEach(open::add);
        return open;
    }

    private List<Link> links(Collection<CustomerId> customers) {
        return sql.sql(
                        """
                        select a.id as customer, c.id as conversation
                          from unnest(:ids::uuid[]) as a(id)
                          left join customer.customer k on k.id = a.id
                          left join lateral (
                               select c.id from conversation.conversation c
                                where c.customer_id = coalesce(k.merged_into, a.id)
                                order by c.closed_at desc nulls first
                                limit 50) c on true""")
                .param("ids", customers.stream().map(CustomerId::value).toArray(UUID[]::new))
                .query(Link.class)
                .list();
    }
}
