package com.huixiang.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Address of a PostgreSQL, as JDBC wants it. */
record DatabaseAddress(
        String jdbcUrl, @Nullable String user, @Nullable String password) {

    private static final String REMEDY = "Set HUIXIANG_DATABASE_URL to postgresql://USER:PASSWORD@HOST:5432/DATABASE or"
            + " jdbc:postgresql://HOST:5432/DATABASE?user=USER&password=PASSWORD,"
            + " or remove it to use the embedded PostgreSQL.";

    /** Reads both the usual {@code postgresql://user:password@host:port/database} and a ready JDBC address. */
    static DatabaseAddress parse(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return new DatabaseAddress(url, null, null);
        }
        if (!url.startsWith("postgresql://") && !url.startsWith("postgres://")) {
            throw new DatabaseProblem("HUIXIANG_DATABASE_URL is not the address of a PostgreSQL.", REMEDY);
        }
        var uri = uri(url);
        if (uri.getHost() == null || uri.getPath() == null || uri.getPath().length() < 2) {
            throw new DatabaseProblem("HUIXIANG_DATABASE_URL names no host or no database.", REMEDY);
        }
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var jdbcUrl = "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query;
        return withLogin(jdbcUrl, uri.getRawUserInfo());
    }

    /** Asks for one connection, so that a wrong address is told at once and in one sentence. */
    DatabaseAddress reachable() {
        try (var connection = dataSource().getConnection()) {
            return this;
        } catch (SQLException e) {
            throw new DatabaseProblem(
                    "The database at HUIXIANG_DATABASE_URL cannot be used: " + e.getMessage(), REMEDY, e);
        }
    }

    /** Without a pool: a new connection each time. */
    DataSource dataSource() {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(jdbcUrl);
        dataSource.setLoginTimeout(10);
        if (user != null) {
            dataSource.setUser(user);
        }
        if (password != null) {
            dataSource.setPassword(password);
        }
        return dataSource;
    }

    private static URI uri(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            // The text may hold a password, so it is not repeated here.
            throw new DatabaseProblem(
                    "HUIXIANG_DATABASE_URL cannot be read as an address. Special characters in a password must be"
                            + " percent-encoded.",
                    REMEDY);
        }
    }

    private static DatabaseAddress withLogin(String jdbcUrl, @Nullable String userInfo) {
        if (userInfo == null) {
            return new DatabaseAddress(jdbcUrl, null, null);
        }
        var colon = userInfo.indexOf(':');
        return colon < 0
                ? new DatabaseAddress(jdbcUrl, decoded(userInfo), null)
                : new DatabaseAddress(
                        jdbcUrl, decoded(userInfo.substring(0, colon)), decoded(userInfo.substring(colon + 1)));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
