package com.huixiang.imports;

import com.huixiang.imports.Import.By;
import com.huixiang.imports.Import.Rejected;
import com.huixiang.imports.Import.State;
import com.huixiang.imports.Import.Words;
import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ImportRepository {

    private static final int PIECE = 1 << 20;

    private final JdbcClient sql;
    private final JdbcTemplate batches;
    private final JsonMapper json;

    ImportRepository(JdbcClient sql, JdbcTemplate batches, JsonMapper json) {
        this.sql = sql;
        this.batches = batches;
        this.json = json;
    }

    void add(Import fresh, Map<String, String> options) {
        sql.sql("""
                insert into imports.import (id, kind, file, options, state, bytes, by_id, by_name, created_at)
                values (:id, :kind, :file, :options::jsonb, :state, :bytes, :by, :byName, :at)""")
                .param("id", fresh.id().value())
                .param("kind", fresh.kind())
                .param("file", fresh.file())
                .param("options", json.writeValueAsString(options))
                .param("state", fresh.state().name())
                .param("bytes", fresh.bytes())
                .param("by", fresh.by().id(), Types.OTHER)
                .param("byName", fresh.by().name())
                .param("at", utc(fresh.createdAt()))
                .update();
    }

    void addPieces(ImportId id, InputStream file) throws IOException {
        int no = 0;
        for (byte[] piece = file.readNBytes(PIECE); piece.length > 0; piece = file.readNBytes(PIECE)) {
            sql.sql("insert into imports.piece values (?, ?, ?)")
                    .params(id.value(), no++, piece)
                    .update();
        }
    }

    /** The file as it was brought, one piece in memory at a time. */
    InputStream file(ImportId id) {
        return new InputStream() {
            private byte[] piece = new byte[0];
            private int at;
            private int no;

            @Override
            public int read() {
                return fill() ? piece[at++] & 0xff : -1;
            }

            @Override
            public int read(byte[] into, int from, int most) {
                if (!fill()) {
                    return -1;
                }
                int length = Math.min(most, piece.length - at);
                System.arraycopy(piece, at, into, from, length);
                at += length;
                return length;
            }

            private boolean fill() {
                if (at >= piece.length) {
                    piece = sql.sql("select bytes from imports.piece where import_id = ? and no = ?")
                            .params(id.value(), no++)
                            .query((row, n) -> row.getBytes(1))
                            .optional()
                            .orElse(new byte[0]);
                    at = 0;
                }
                return piece.length > 0;
            }
        };
    }

    void forgetFile(ImportId id) {
        sql.sql("delete from imports.piece where import_id = ?").param(id.value()).update();
    }

    record Begun(Import is, Map<String, String> options, int attempt) {}

    /** From the first line, also when it had begun before; empty when it is over. */
    Optional<Begun> begin(ImportId id, Instant now) {
        sql.sql("delete from imports.rejected where import_id = ?").param(id.value()).update();
        return sql.sql("""
                update imports.import
                   set state = 'RUNNING', attempts = attempts + 1, started_at = coalesce(started_at, :now), progress = 0,
                       lines = 0, good = 0, rejected = 0
                 where id = :id and state in ('WAITING', 'RUNNING')
                returning *""")
                .param("id", id.value())
                .param("now", utc(now))
                .query((row, n) -> new Begun(
                        view(row, n),
                        json.readValue(row.getString("options"), new TypeReference<Map<String, String>>() {}),
                        row.getInt("attempts")))
                .optional();
    }

    void progress(ImportId id, double part, long lines, long rejected) {
        sql.sql("""
                update imports.import set progress = ?, lines = ?, rejected = ?, good = ? where id = ? and state = 'RUNNING'""")
                .params((int) (Math.clamp(part, 0, 1) * 1000), lines, rejected, lines - rejected, id.value())
                .update();
    }

    void reject(ImportId id, List<Rejected> lines) {
        batches.batchUpdate(
                "insert into imports.rejected values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                lines.stream()
                        .map(line -> new Object[] {
                            id.value(), line.line(), line.code(), line.reason().zh(), line.reason().en(), line.raw()
                        })
                        .toList());
    }

    void finish(ImportId id, long lines, long rejected, long changed, Instant now) {
        sql.sql("""
                update imports.import set state = 'DONE', progress = 1000, lines = :lines, rejected = :rejected,
                       good = :lines - :rejected, changed = :changed, finished_at = :now where id = :id""")
                .param("id", id.value())
                .param("lines", lines)
                .param("rejected", rejected)
                .param("changed", changed)
                .param("now", utc(now))
                .update();
    }

    void fail(ImportId id, String chinese, String english, Instant now) {
        sql.sql("""
                update imports.import set state = 'FAILED', problem_zh = ?, problem_en = ?, finished_at = ? where id = ?""")
                .params(chinese, english, utc(now), id.value())
                .update();
    }

    Optional<Import> find(ImportId id) {
        return sql.sql("select * from imports.import where id = ?")
                .param(id.value())
                .query(this::view)
                .optional();
    }

    List<Import> newest(@Nullable Instant at, @Nullable UUID before, int most) {
        return sql.sql("select * from imports.import"
                        + (at == null ? "" : " where (created_at, id) < (:at, :before)")
                        + " order by created_at desc, id desc limit :most")
                .param("at", at == null ? null : utc(at), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("before", before, Types.OTHER)
                .param("most", most)
                .query(this::view)
                .list();
    }

    List<Rejected> rejected(ImportId id, long after, int most) {
        return sql.sql("select * from imports.rejected where import_id = ? and line > ? order by line limit ?")
                .params(id.value(), after, most)
                .query((row, n) -> new Rejected(
                        row.getLong("line"),
                        row.getString("code"),
                        new Words(row.getString("zh"), row.getString("en")),
                        row.getString("raw")))
                .list();
    }

    void forgetRejected(Instant before) {
        sql.sql("""
                delete from imports.rejected r using imports.import i
                 where r.import_id = i.id and i.finished_at < ?""").param(utc(before)).update();
    }

    private Import view(ResultSet row, int number) throws SQLException {
        String chinese = row.getString("problem_zh");
        return new Import(
                new ImportId(row.getObject("id", UUID.class)),
                row.getString("kind"),
                row.getString("file"),
                State.valueOf(row.getString("state")),
                row.getInt("progress") / 1000.0,
                row.getLong("bytes"),
                row.getLong("lines"),
                row.getLong("good"),
                row.getLong("rejected"),
                row.getLong("changed"),
                chinese == null ? null : new Words(chinese, row.getString("problem_en")),
                time(row, "started_at"),
                time(row, "finished_at"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                new By(row.getObject("by_id", UUID.class), row.getString("by_name")));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
