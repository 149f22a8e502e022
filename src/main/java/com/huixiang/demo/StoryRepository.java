package com.huixiang.demo;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether the story has been told, and what it made. */
@InDemo
@Repository
class StoryRepository {

    /** What the story made, by the word in {@code demo.made}. */
    enum Thing {
        MEMBER,
        GROUP,
        CATEGORY,
        STORE,
        /** A customer the story itself may play. */
        CUSTOMER,
        /** A customer one can be in the demo shop; never played. */
        SHOPPER;

        String word() {
            return name().toLowerCase();
        }
    }

    private final JdbcClient sql;

    StoryRepository(JdbcClient sql) {
        this.sql = sql;
    }

    /** False when it has been told already, or another node tells it now. */
    boolean begin(Instant at) {
        return sql.sql("insert into demo.story (id, loaded_at) values (1, ?) on conflict do nothing")
                        .param(utc(at))
                        .update()
                == 1;
    }

    boolean isTold() {
        return sql.sql("select exists (select from demo.story where removed_at is null)")
                .query(Boolean.class)
                .single();
    }

    boolean isRemoved() {
        return sql.sql("select exists (select from demo.story where removed_at is not null)")
                .query(Boolean.class)
                .single();
    }

    void markRemoved(Instant at) {
        sql.sql("update demo.story set removed_at = ?").param(utc(at)).update();
    }

    void made(Thing thing, Collection<UUID> ids) {
        sql.sql("insert into demo.made select :thing, id from unnest(:ids) as id on conflict do nothing")
                .param("thing", thing.word())
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
