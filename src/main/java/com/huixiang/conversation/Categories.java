package com.huixiang.conversation;

import com.huixiang.audit.AuditTrail;
import com.huixiang.kernel.Uuid7;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** FRONT DOOR: the tree of consultation categories, two levels deep, from which a closing agent chooses. */
@Service
public class Categories {

    private final JdbcClient sql;
    private final AuditTrail trail;
    private final Clock clock;

    Categories(JdbcClient sql, AuditTrail trail, Clock clock) {
        this.sql = sql;
        this.trail = trail;
        this.clock = clock;
    }

    /** A category by itself. */
    public record Branch(UUID id, @Nullable UUID parentId, String name, int ordinal) {}

    /** At the end of its siblings. */
    @Transactional
    public Branch add(Actor actor, @Nullable UUID parent, String name) {
        List<Branch> all = begin(actor);
        UUID id = Uuid7.next(clock);
        check(all, id, parent, name.strip());
        int ordinal = all.stream()
                        .filter(each -> Objects.equals(each.parentId(), parent))
                        .mapToInt(Branch::ordinal)
                        .max()
                        .orElse(-1)
                + 1;
        Branch after = new Branch(id, parent, name.strip(), ordinal);
        sql.sql("insert into conversation.category (id, parent_id, name, ordinal) values (:id, :parent, :name, :ordinal)")
                .param("id", id)
                .param("parent", parent, Types.OTHER)
                .param("name", after.name())
                .param("ordinal", ordinal)
                .update();
        note(actor, "conversation.category.added", after, null, after);
        return after;
    }

    @Transactional
    public Branch change(Actor actor, UUID id, @Nullable UUID parent, String name, int ordinal) {
        List<Branch> all = begin(actor);
        Branch before = find(all, id).orElseThrow(ConversationProblem::unknownCategory);
        check(all, id, parent, name.strip());
        Branch after = new Branch(id, parent, name.strip(), ordinal);
        sql.sql("update conversation.category set parent_id = :parent, name = :name, ordinal = :ordinal where id = :id")
                .param("id", id)
                .param("parent", parent, Types.OTHER)
                .param("name", after.name())
                .param("ordinal", ordinal)
                .update();
        if (!after.equals(before)) {
            note(actor, "conversation.category.changed", after, before, after);
        }
        return after;
    }

    /** Only one that has never been chosen and has nothing below it. */
    @Transactional
    public void remove(Actor actor, UUID id) {
        List<Branch> all = begin(actor);
        Branch before = find(all, id).orElseThrow(ConversationProblem::unknownCategory);
        boolean chosen = sql.sql("select exists (select from conversation.closure where category_id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
        if (chosen || hasChildren(all, id)) {
            throw ConversationProblem.categoryInUse();
        }
        sql.sql("delete from conversation.category where id = ?").param(id).update();
        note(actor, "conversation.category.removed", before, before, null);
    }

    /** Whoever changes the tree waits for the others. */
    private List<Branch> begin(Actor actor) {
        actor.check(Permission.STANDARDS);
        return sql.sql("select id, parent_id, name, ordinal from conversation.category order by id for update")
                .query(Categories::branch)
                .list();
    }

    private static void check(List<Branch> all, UUID id, @Nullable UUID parent, String name) {
        if (parent != null) {
            Branch above = find(all, parent).orElseThrow(ConversationProblem::unknownCategory);
            if (parent.equals(id) || above.parentId() != null || hasChildren(all, id)) {
                throw ConversationProblem.categoryTooDeep();
            }
        }
        boolean taken = all.stream()
                .anyMatch(each -> !each.id().equals(id)
                        && Objects.equals(each.parentId(), parent)
                        && each.name().equals(name));
        if (taken) {
            throw ConversationProblem.categoryTaken(name);
        }
    }

    private static Optional<Branch> find(List<Branch> all, UUID id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private static boolean hasChildren(List<Branch> all, UUID id) {
        return all.stream().anyMatch(each -> id.equals(each.parentId()));
    }

    private void note(Actor actor, String verb, Branch subject, @Nullable Branch before, @Nullable Branch after) {
        trail.note(
                actor.id().value(), actor.name(), verb, "category", subject.id().toString(), subject.name(), before, after, null);
    }

    private static Branch branch(ResultSet row, int n) throws SQLException {
        return new Branch(
                row.getObject("id", UUID.class),
                row.getObject("parent_id", UUID.class),
                row.getString("name"),
                row.getInt("ordinal"));
    }
}
