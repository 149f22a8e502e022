package com.huixiang.conversation;

import com.huixiang.staff.Belongings;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.StoreId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A group or a store whose customers are not done with yet is not closed. */
@Component
class OpenWork implements Belongings {

    private final JdbcClient sql;

    OpenWork(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public boolean has(GroupId group) {
        return isOpenIn("group_id", group.value());
    }

    @Override
    public boolean has(StoreId store) {
        return isOpenIn("store_id", store.value());
    }

    private boolean isOpenIn(String column, UUID place) {
        return sql.sql("select exists (select from conversation.conversation where " + column + " = ? and state <> 'CLOSED')")
                .param(place)
                .query(Boolean.class)
                .single();
    }
}
