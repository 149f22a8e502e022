package com.huixiang.sla;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.conversation.ConversationId;
import com.huixiang.sla.ClockLists.WarningView;
import com.huixiang.staff.Actor;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.task.Task;
import com.huixiang.task.TaskLists;
import com.huixiang.task.Tasks;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** E-08, T-08: what was promised and not done calls its owner, then the leads, until it is done. */
@HuixiangTest
class TaskWarningsTests {

    @Autowired
    Shift shift;

    @Autowired
    StaffFixtures people;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskLists lists;

    @Autowired
    ClockLists warnings;

    @Autowired
    Warnings handling;

    @Autowired
    TaskWarnings looking;

    private Actor lead;
    private Actor wang;
    private Actor chen;
    private ConversationId lin;

    @BeforeEach
    void aCallBackIsPromised() {
        shift.begins();
        GroupId group = people.group("售前组").id();
        lead = shift.atDesk("赵磊", Role.SUPERVISOR, group);
        wang = shift.atDesk("王芳", Role.AGENT, group);
        chen = shift.atDesk("陈浩", Role.AGENT, group);
        lin = shift.asks("林晓", "请给我回个电话");
        shift.isIn(lin, group);
        shift.give(lin, wang);
        shift.answers(wang, lin, "好的,我们给您打过去");
        tasks.promiseCallBack(shift.record().get(lin), "13800138000", null, "想问安装");
    }

    @Test
    void aCallBackThatWasNotMadeCallsItsOwnerAndLaterTheLeads() {
        passes(29, 59);
        assertThat(ofTasks(wang)).isEmpty();

        passes(0, 1);
        assertThat(ofTasks(wang)).singleElement().satisfies(warning -> {
            assertThat(warning.kind()).isEqualTo(WarningKind.CALL_BACK_DUE);
            assertThat(warning.level()).isEqualTo(1);
            assertThat(warning.customer().name()).isEqualTo("林晓");
            assertThat(warning.agent().id()).isEqualTo(wang.id().value());
            assertThat(warning.task()).isEqualTo(task().id().value());
        });
        assertThat(ofTasks(chen)).isEmpty();
        assertThat(ofTasks(lead)).as("first it is the owner's").isEmpty();

        passes(1, 0);
        assertThat(ofTasks(lead)).extracting(WarningView::level).containsExactly(2);
        passes(2, 0);
        assertThat(ofTasks(lead)).extracting(WarningView::level).containsExactly(3);
    }

    @Test
    void whoeverDoesTheTaskTakesCareOfItsWarning() {
        passes(31, 0);

        tasks.finish(wang, task().id(), Tasks.Outcome.REACHED, null);
        looking.look();

        assertThat(ofTasks(wang)).isEmpty();
        assertThat(warnings.warnings(lead, false, null, 50).items())
                .filteredOn(warning -> warning.task() != null)
                .singleElement()
                .satisfies(warning -> assertThat(warning.handledBy().id()).isEqualTo(wang.id().value()));
        passes(5, 0);
        assertThat(ofTasks(lead)).isEmpty();
    }

    @Test
    void whatALeadTakesCareOfIsToldNoHigher() {
        passes(31, 0);
        handling.handle(lead, ofTasks(lead).getFirst().id(), "我来打");

        passes(10, 0);

        assertThat(ofTasks(lead)).isEmpty();
        assertThat(ofTasks(wang)).isEmpty();
    }

    @Test
    void theWarningGoesWithTheTask() {
        passes(30, 0);

        tasks.own(lead, task().id(), chen.id());
        looking.look();

        assertThat(ofTasks(chen)).hasSize(1);
        assertThat(ofTasks(wang)).isEmpty();
    }

    private void passes(int minutes, int seconds) {
        shift.passes(ofMinutes(minutes).plus(ofSeconds(seconds)));
        // The news of it travels in the background; looking twice does no harm.
        looking.look();
    }

    private List<WarningView> ofTasks(Actor reader) {
        return warnings.warnings(reader, true, null, 50).items().stream()
                .filter(warning -> warning.task() != null)
                .toList();
    }

    private Task task() {
        return lists.list(lead, Task.State.OPEN, false, null, 50).items().getFirst();
    }
}
