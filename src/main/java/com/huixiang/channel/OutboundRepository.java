package com.huixiang.channel;

import com.huixiang.conversation.ConversationId;
import com.huixiang.customer.CustomerId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OutboundRepository {

    private final JdbcClient sql;

    OutboundRepository(JdbcClient sql) {
        this.sql = sql;
    }

    /** Where it is followed already, the place where it stands is kept. */
    void follow(ConversationId conversation, String account, int after) {
        sql.sql("insert into channel.outbound (conversation_id, account, seq) values (?, ?, ?) on conflict do nothing")
                .params(conversation.value(), account, after)
                .update();
    }

    boolean hasAccounts(Collection<ChannelAccount.Kind> kinds) {
        return sql.sql("select exists (select from channel.account where active and kind = any(?))")
                .param(kinds.stream().map(ChannelAccount.Kind::name).toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /** Conversations that were opened on such a touchpoint without a word of the customer: an agent wrote first. */
    void followOpened(Collection<ChannelAccount.Kind> kinds, Instant since) {
        sql.sql(
                        """
                        insert into channel.outbound (conversation_id, account)
                        select c.id, c.channel_id
                          from conversation.conversation c
                          join channel.account a on a.id = c.channel_id
                         where c.channel_kind <> 'web' and c.channel_kind = any(:kinds) and c.opened_at >= :since
                           and not exists (select from channel.outbound o where o.conversation_id = c.id)
                        on conflict do nothing""")
                .param("kinds", kinds.stream().map(ChannelAccount.Kind::code).toArray(String[]::new))
                .param("since", utc(since))
                .update();
    }

    record Due(
            ConversationId conversation, String account, int seq, int lastShown, CustomerId customer, boolean closed) {}

    /** The rows stay locked until they are handed over; another node takes others meanwhile. */
    List<Due> due(int limit) {
        return sql.sql(
                        """
                        select o.conversation_id, o.account, o.seq, c.last_shown_seq, c.customer_id,
                               c.state = 'CLOSED' as closed
                          from channel.outbound o
                          join conversation.conversation c on c.id = o.conversation_id
                          join channel.account a on a.id = o.account and a.active
                         where not o.ended and (c.last_shown_seq > o.seq or c.state = 'CLOSED')
                         order by o.conversation_id
                         limit ?
                           for update of o skip locked""")
                .param(limit)
                .query((row, n) -> new Due(
                        new ConversationId(row.getObject("conversation_id", UUID.class)),
                        row.getString("account"),
                        row.getInt("seq"),
                        row.getInt("last_shown_seq"),
                        new CustomerId(row.getObject("customer_id", UUID.class)),
                        row.getBoolean("closed")))
                .list();
    }

    void handedOver(Due due, int seq, boolean ended) {
        sql.sql("update channel.outbound set seq = ?, ended = ? where conversation_id = ? and account = ?")
                .params(seq, ended, due.conversation().value(), due.account())
                .update();
    }

    static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
