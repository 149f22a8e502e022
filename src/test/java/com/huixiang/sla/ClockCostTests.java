package com.huixiang.sla;

import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.conversation.Body;
import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.Conversations;
import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Opening;
import com.huixiang.conversation.Touchpoint;
import com.huixiang.customer.CustomerId;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clocks stay off the path of the message: a talk costs few statements, although every answer stops a clock. */
@HuixiangTest
class ClockCostTests {

    private static final int TALKS = 20;
    private static final int TURNS = 40;

    @Autowired
    Shift shift;

    @Autowired
    Gathering gathering;

    @Autowired
    JdbcClient sql;

    @Test
    void aMessageCostsNoMoreThanFourStatements() {
        shift.begins();
        Actor wang = shift.atDesk("王芳", Role.AGENT);
        List<ConversationId> talks = new ArrayList<>();
        List<CustomerId> customers = new ArrayList<>();
        for (int n = 0; n < TALKS; n++) {
            ConversationId talk = shift.asks("客户" + n, "在吗");
            shift.give(talk, wang);
            talks.add(talk);
            customers.add(shift.customer("客户" + n));
        }
        long before = statements();
        for (int turn = 0; turn < TURNS; turn++) {
            List<CompletableFuture<?>> said = new ArrayList<>();
            for (ConversationId talk : talks) {
                said.add(shift.record().reply(wang, talk, UUID.randomUUID(), new Body.Text("答"), null));
            }
            said.forEach(CompletableFuture::join);
            said.clear();
            for (int n = 0; n < TALKS; n++) {
                said.add(shift.record().receive(speech(customers.get(n), talks.get(n))));
            }
            said.forEach(CompletableFuture::join);
        }
        gathering.work();

        double each = (double) (statements() - before) / (2.0 * TALKS * TURNS);
        assertThat(each).as("statements for each message").isLessThan(4);
    }

    private static Conversations.Speech speech(CustomerId customer, ConversationId known) {
        return new Conversations.Speech(
                new Opening(
                        customer, new Touchpoint("web", "web", "青禾家居"), null, IssueType.OTHER, null),
                "客户",
                known,
                UUID.randomUUID(),
                new Body.Text("问"),
                null,
                false);
    }

    private long statements() {
        return sql.sql("select sum(calls)::bigint from pg_stat_statements").query(Long.class).single();
    }
}
