package com.huixiang.database.embedded;

import java.nio.file.Path;

/** A process that does nothing but hold a database open, so that a test can kill it. */
final class PostgresHolder {

    public static void main(String[] arguments) throws InterruptedException {
        var postgres = EmbeddedPostgres.in(Path.of(arguments[0]), arguments[1]);
        System.out.println(postgres.jdbcUrl());
        Thread.sleep(Long.MAX_VALUE);
    }
}
