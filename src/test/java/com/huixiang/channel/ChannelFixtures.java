package com.huixiang.channel;

import com.huixiang.agenda.DueAppointments;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ways in for tests, and everything that is due handed over and sent now. */
@Component
public class ChannelFixtures {

    private final ChannelAccounts accounts;
    private final Outbox outbox;
    private final DueAppointments due;
    private final JdbcClient sql;

    ChannelFixtures(ChannelAccounts accounts, Outbox outbox, DueAppointments due, JdbcClient sql) {
        this.accounts = accounts;
        this.outbox = outbox;
        this.due = due;
        this.sql = sql;
    }

    public ChannelAccount api(String id) {
        ChannelAccount account = new ChannelAccount(
                id, ChannelAccount.Kind.API, "小程序商城", "", List.of(), List.of(), true);
        accounts.open(account);
        return account;
    }

    private boolean isAnythingLeft() {
        return sql.sql("select exists (select from channel.outbound o"
                        + " join conversation.conversation c on c.id = o.conversation_id and c.last_shown_seq > o.seq)")
                .query(Boolean.class)
                .single();
    }

    /** As the sweep and the agenda would do by and by. */
    public void sendEverythingDue() {
        while (isAnythingLeft()) {
            outbox.handOver(); // the bell may be at it already
        }
        due.fulfil();
    }
}
