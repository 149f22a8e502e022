package com.huixiang.segment.table;

import com.huixiang.kernel.Uuid7;
import com.huixiang.staff.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** FRONT DOOR: views of the table that a member keeps for himself: filters, order and columns under a name. */
@Service
@Transactional
public class CustomerViews {

    private static final int LONGEST_NAME = 30;
    private static final int MOST = 30;

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Clock clock;

    CustomerViews(JdbcClient sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /** @param look what the console wants to remember: filters, order, columns */
    public record View(UUID id, String name, JsonNode look) {}

    @Transactional(readOnly = true)
    public List<View> of(Actor member) {
        return sql.sql("select id, name, look from segment.customer_view where member_id = ? order by id")
                .param(member.id().value())
                .query(this::view)
                .list();
    }

    public View keep(Actor member, String name, JsonNode look) {
        if (of(member).size() >= MOST) {
            throw TableProblem.tooManyViews();
        }
        View view = new View(Uuid7.next(clock), checked(name), look);
        unique(() -> sql.sql("insert into segment.customer_view (id, member_id, name, look, at) values (?, ?, ?, ?::jsonb, ?)")
                .params(view.id(), member.id().value(), view.name(), json.writeValueAsString(look), moment())
                .update());
        return view;
    }

    public View change(Actor member, UUID id, String name, JsonNode look) {
        View view = new View(id, checked(name), look);
        int changed = unique(() -> sql.sql("update segment.customer_view set name = ?, look = ?::jsonb, at = ? where id = ? and member_id = ?")
                .params(view.name(), json.writeValueAsString(look), moment(), id, member.id().value())
                .update());
        if (changed == 0) {
            throw TableProblem.viewNotFound();
        }
        return view;
    }

    public void remove(Actor member, UUID id) {
        int gone = sql.sql("delete from segment.customer_view where id = ? and member_id = ?")
                .params(id, member.id().value())
                .update();
        if (gone == 0) {
            throw TableProblem.viewNotFound();
        }
    }

    private static String checked(String name) {
        String text = name.strip();
        if (text.isEmpty() || text.length() > LONGEST_NAME) {
            throw TableProblem.viewInvalid();
        }
        return text;
    }

    private interface Write {
        int go();
    }

    private static int unique(Write write) {
        try {
            return write.go();
        } catch (DuplicateKeyException sameName) {
            throw TableProblem.viewInvalid();
        }
    }

    private OffsetDateTime moment() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private View view(ResultSet row, int number) throws SQLException {
        return new View(row.getObject("id", UUID.class), row.getString("name"), json.readTree(row.getString("look")));
    }
}
