package com.huixiang.routing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * However many nodes run on one database, only one routes at a time. The lock sits on a connection of its own, so that
 * the verbs called meanwhile commit by themselves and hold their rows no longer than they need; PostgreSQL gives the
 * lock back when the node or its connection dies.
 */
@Component
class OneNodeAtATime {

    private static final long ROUTING = 0x0001_726f_7574_6500L;

    private final DataSource database;

    OneNodeAtATime(DataSource database) {
        this.database = database;
    }

    boolean run(BooleanSupplier work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
                lock.setLong(1, ROUTING);
                lock.execute();
                return work.getAsBoolean();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException broken) {
            throw new org.springframework.jdbc.UncategorizedSQLException("routing lock", null, broken);
        }
    }
}
