package com.huixiang.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what the triggers noted. The mark stays behind the oldest transaction that is still going on: its notes may come
 * late and stand before others that were read already.
 */
@Component
class ChangeNotes {

    private static final int AT_ONCE = 20_000;
    private static final int KEPT = 1_000_000;

    private final JdbcClient sql;
    private final Set<Long> ahead = new HashSet<>();

    ChangeNotes(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param subjects by kind, each once */
    record Notes(Map<String, Set<String>> subjects, String mark, boolean more) {}

    private record Note(String xact, long no, String kind, String subject, boolean settled) {}

    /** From here on everything that changes is noted. */
    String begin() {
        return sql.sql("select pg_snapshot_xmin(pg_current_snapshot())::text || ':0'").query(String.class).single();
    }

    /** Whether everything after this mark is still there, and the mark belongs to this database. */
    boolean reaches(String mark) {
        Position position = Position.parse(mark);
        return sql.sql("""
                select :xact::xid8 <= pg_snapshot_xmax(pg_current_snapshot()) and (:xact::xid8, :no) >= (xact, no)
                  from search.cleared""")
                .param("xact", position.xact())
                .param("no", position.no())
                .query(Boolean.class)
                .single();
    }

    Notes after(String mark) {
        Position from = Position.parse(mark);
        List<Note> notes = sql.sql("""
                select xact::text as xact, no, kind, subject, xact < pg_snapshot_xmin(pg_current_snapshot()) as settled
                  from search.changed
                 where (xact, no) > (:xact::xid8, :no)
                 order by changed.xact, no
                 limit :most""")
                .param("xact", from.xact())
                .param("no", from.no())
                .param("most", AT_ONCE)
                .query(Note.class)
                .list();
        Map<String, Set<String>> subjects = new LinkedHashMap<>();
        String settled = mark;
        List<Long> read = new ArrayList<>();
        boolean fresh = false;
        for (Note each : notes) {
            if (!ahead.contains(each.no())) {
                subjects.computeIfAbsent(each.kind(), kind -> new LinkedHashSet<>()).add(each.subject());
                fresh = true;
            }
            if (each.settled()) {
                settled = each.xact() + ":" + each.no();
            } else {
                read.add(each.no());
            }
        }
        ahead.clear();
        ahead.addAll(read);
        return new Notes(subjects, settled, fresh && notes.size() == AT_ONCE);
    }

    /** The notes of long ago. A node that was away for so long reads everything again. */
    void clear() {
        sql.sql("""
                with gone as (
                    delete from search.changed
                     where no < (select coalesce(max(no), 0) from search.changed) - :kept
                    returning xact, no)
                update search.cleared set (xact, no) = (select xact, no from gone order by gone.xact desc, gone.no desc limit 1)
                 where exists (select from gone)""")
                .param("kept", KEPT)
                .update();
    }

    private record Position(String xact, long no) {

        static Position parse(String mark) {
            int colon = mark.indexOf(':');
            return new Position(mark.substring(0, colon), Long.parseLong(mark.substring(colon + 1)));
        }
    }
}
