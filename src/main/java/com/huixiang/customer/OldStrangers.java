package com.huixiang.customer;

import com.huixiang.customer.TimelineEntry.Words;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** P-08: browsers and devices of people who never said who they are and have not come for long. */
@Component
class OldStrangers implements Perishable {

    private static final int THIRTEEN_MONTHS = 395;

    private final JdbcClient jdbc;

    OldStrangers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "customer.strangers";
    }

    @Override
    public Words title() {
        return new Words("从未表明身份的访客的浏览器和设备标识", "Browsers and devices of visitors who never said who they are");
    }

    @Override
    public @Nullable Integer preset() {
        return THIRTEEN_MONTHS;
    }

    @Override
    public int forget(Instant before, int most) {
        return jdbc.sql("""
                delete from customer.identity i
                 where (i.kind, i.value) in (
                     select own.kind, own.value
                       from customer.customer c
                       join customer.identity own on own.customer_id = c.id
                      where c.last_seen_at < :before and own.kind in ('VISITOR', 'DEVICE')
                        and not exists (select from customer.identity proof
                                         where proof.customer_id = c.id and proof.kind not in ('VISITOR', 'DEVICE'))
                      limit :most)
                """)
                .param("before", Timestamp.from(before))
                .param("most", most)
                .update();
    }
}
