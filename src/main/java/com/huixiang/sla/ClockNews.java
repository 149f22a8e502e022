package com.huixiang.sla;

import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.ConversationState;
import com.huixiang.conversation.ConversationTopics;
import com.huixiang.kernel.Background;
import com.huixiang.push.LiveTopics;
import com.huixiang.push.Topic;
import com.huixiang.sla.ClockLists.ClockView;
import com.huixiang.sla.ClockLists.WarningView;
import com.huixiang.sla.ClockRepository.Standing;
import com.huixiang.sla.Clocks.Outcome;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.ServiceHours;
import com.huixiang.staff.StaffId;
import com.huixiang.staff.StoreId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Shows clocks to whoever sees the conversation, and warnings to whoever is called. */
@Component
class ClockNews {

    private final LiveTopics live;
    private final ClockRepository repository;
    private final ClockLists lists;
    private final ServiceHours hours;
    private final Background background;
    private final Clock clock;

    ClockNews(
            LiveTopics live,
            ClockRepository repository,
            ClockLists lists,
            ServiceHours hours,
            Background background,
            Clock clock) {
        this.live = live;
        this.repository = repository;
        this.lists = lists;
        this.hours = hours;
        this.background = background;
        this.clock = clock;
    }

    record ClockFrame(String type, ClockView clock) {}

    record WarningFrame(String type, WarningView warning) {}

    /** After the commit; nothing told here is needed for correctness. */
    void tell(Outcome outcome) {
        if (!outcome.clocks().isEmpty() || !outcome.warnings().isEmpty()) {
            background.run("Telling of clocks", () -> {
                showClocks(outcome.clocks());
                showWarnings(outcome.warnings());
            });
        }
    }

    void showClocks(List<ServiceClock> clocks) {
        // Of what ran and stopped meanwhile only the last word is told.
        Map<String, ServiceClock> last = new HashMap<>();
        clocks.forEach(one -> last.merge(
                one.conversation() + "/" + one.kind(),
                one,
                (earlier, later) -> later.startedAt().isBefore(earlier.startedAt()) ? earlier : later));
        if (last.isEmpty()) {
            return;
        }
        Map<ConversationId, Standing> standings = repository.standing(
                last.values().stream().map(ServiceClock::conversation).distinct().toList());
        ServiceHours.Book book = hours.book();
        Instant now = clock.instant();
        for (ServiceClock one : last.values()) {
            Standing standing = standings.get(one.conversation());
            if (standing != null) {
                ClockView view = ClockLists.view(one, standing.state() == ConversationState.CLOSED, book, now);
                live.tell(
                        ConversationTopics.staffOf(
                                standing.id(),
                                standing.state(),
                                standing.group(),
                                standing.store(),
                                standing.agent()),
                        new ClockFrame("clock", view));
            }
        }
    }

    void showWarnings(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        for (WarningView warning : lists.warnings(ids)) {
            live.tell(audienceOf(warning), new WarningFrame("warning", warning));
        }
    }

    private static List<Topic> audienceOf(WarningView warning) {
        if (warning.task() != null && warning.level() == 1 && warning.agent() != null) {
            return List.of(ConversationTopics.member(new StaffId(warning.agent().id())));
        }
        List<Topic> audience = new ArrayList<>(4);
        audience.add(ConversationTopics.LEADS);
        if (warning.group() != null) {
            audience.add(ConversationTopics.leads(new GroupId(warning.group().id())));
        }
        if (warning.store() != null) {
            audience.add(ConversationTopics.leads(new StoreId(warning.store().id())));
        }
        if (warning.agent() != null) {
            audience.add(ConversationTopics.member(new StaffId(warning.agent().id())));
        }
        return audience;
    }
}
