package com.huixiang.routing;

import com.huixiang.staff.Belongings;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.StoreId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A group to which the matrix sends customers is not closed. */
@Component
class RoutedGroups implements Belongings {

    private final JdbcClient sql;

    RoutedGroups(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public boolean has(GroupId group) {
        return sql.sql("select exists (select from routing.matrix_row where group_id = ?)")
                .param(group.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean has(StoreId store) {
        return false;
    }
}
