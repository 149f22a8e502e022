package com.huixiang.conversation;

import com.huixiang.staff.Belongings;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.StoreId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A group whose customers are not done with yet is not closed. */
@Component
class OpenWork implements Belongings {

    private final JdbcClient sql;

    OpenWork(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public boolean has(GroupId group) {
        return sql.sql("select exists (select from conversation.conversation where group_id = ? and state <> 'CLOSED')")
                .param(group.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean has(StoreId store) {
        return false;
    }
}
