package com.huixiang.staff;

import com.huixiang.kernel.Caller;
import com.huixiang.search.Found;
import com.huixiang.search.Searchable;
import com.huixiang.search.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Scripts by title, content and pinyin; nobody finds the personal ones of others. */
@Component
@Order(9)
@Transactional(readOnly = true)
class ScriptSearch implements Searchable {

    private static final String ROW =
            "select id, owner_id is null as shared, folder, title, content, kind from staff.script where true";

    private final JdbcClient jdbc;

    ScriptSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "script";
    }

    @Override
    public void all(Consumer<Words> into) {
        jdbc.sql(ROW).query((ResultSet row) -> into.accept(words(row)));
    }

    @Override
    public List<Words> of(Collection<String> subjects) {
        return jdbc.sql(ROW + " and id = any(:ids)")
                .param("ids", ids(subjects))
                .query((row, n) -> words(row))
                .list();
    }

    private static Words words(ResultSet row) throws SQLException {
        boolean speaks = row.getString("kind").equals(ScriptKind.TEXT.name());
        String text = row.getString("folder") + " " + (speaks ? row.getString("content") : "");
        // No script is later than another.
        return Words.of(row.getString("id"), Instant.EPOCH, row.getString("title"), text)
                .named(List.of(row.getString("title")));
    }

    @Override
    public List<Found> show(Caller reader, List<String> ids) {
        Map<String, Found> found = new HashMap<>();
        jdbc.sql(ROW + " and id = any(:ids) and (owner_id is null or owner_id = :reader)")
                .param("ids", ids(ids))
                .param("reader", reader.id())
                .query((ResultSet row) -> {
                    found.put(row.getString("id"), found(row));
                });
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static Found found(ResultSet row) throws SQLException {
        boolean speaks = row.getString("kind").equals(ScriptKind.TEXT.name());
        return new Found(
                row.getString("id"),
                row.getString("title"),
                speaks ? row.getString("content") : null,
                null,
                Map.of("folder", row.getString("folder"), "shared", row.getBoolean("shared")),
                new Found.Ref("script", row.getString("id"), null));
    }

    private static UUID[] ids(Collection<String> ids) {
        return ids.stream().map(UUID::fromString).toArray(UUID[]::new);
    }
}
