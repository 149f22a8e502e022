package com.huixiang.task;

import com.huixiang.agenda.Agenda;
import com.huixiang.audit.AuditTrail;
import com.huixiang.conversation.Conversation;
import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.Conversations;
import com.huixiang.kernel.Uuid7;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Permission;
import com.huixiang.staff.ServiceHours;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffId;
import com.huixiang.task.TaskRepository.Fresh;
import com.huixiang.task.TaskRepository.Standing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * FRONT DOOR: promising a customer something by a time, and keeping it. The time counts while we are open: what is
 * promised after hours counts from the next opening (E-09).
 */
@Service
public class Tasks {

    /** As the shop's customers read a time. */
    private static final ZoneId SHOP = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("M月d日 HH:mm").withZone(SHOP);
    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(SHOP);

    private static final Duration FURTHEST = Duration.ofDays(7);

    private final TaskRepository repository;
    private final TaskLists lists;
    private final TaskNews news;
    private final Conversations conversations;
    private final ServiceHours hours;
    private final Staff staff;
    private final Agenda agenda;
    private final AuditTrail audit;
    private final Clock clock;

    Tasks(
            TaskRepository repository,
            TaskLists lists,
            TaskNews news,
            Conversations conversations,
            ServiceHours hours,
            Staff staff,
            Agenda agenda,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.lists = lists;
        this.news = news;
        this.conversations = conversations;
        this.hours = hours;
        this.staff = staff;
        this.agenda = agenda;
        this.audit = audit;
        this.clock = clock;
    }

    /** How a task may end. */
    public enum Outcome {
        REACHED,
        NOT_REACHED,
        ANSWERED,
        OTHER;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    // ---- Promising -------------------------------------------------------------------------------------------------

    /**
     * T-08: somebody will call the customer: when he wishes, if we are open then, else as soon as we are; without a wish
     * within the standard.
     */
    @Transactional
    public Instant promiseCallBack(Conversation conversation, String phone, @Nullable Instant wished, String text) {
        Instant now = clock.instant();
        if (wished != null && (wished.isBefore(now) || wished.isAfter(now.plus(FURTHEST)))) {
            throw TaskProblem.badTime();
        }
        ServiceHours.Place place = placeOf(conversation);
        Instant by = wished == null ? within(TaskKind.CALL_BACK, place, now) : openAt(place, wished);
        promise(conversation.id(), TaskKind.CALL_BACK, phone, text, by);
        conversations.promise(
                conversation.id(),
                by,
                "已登记回电:我们将在 " + CHINESE.format(by) + " 前致电 " + masked(phone),
                "We will call " + masked(phone) + " by " + ENGLISH.format(by));
        return by;
    }

    /** T-08: what the customer left is answered within the standard. */
    @Transactional
    public Instant promiseAnswer(Conversation conversation, @Nullable String contact, String text) {
        Instant now = clock.instant();
        ServiceHours.Place place = placeOf(conversation);
        Instant by = within(TaskKind.LEFT_MESSAGE, place, now);
        promise(conversation.id(), TaskKind.LEFT_MESSAGE, contact, text, by);
        boolean open = hours.isOpen(place, now);
        conversations.promise(
                conversation.id(),
                by,
                (open ? "我们将在 " : "现在是非营业时间,我们将在 ") + CHINESE.format(by) + " 前回复您",
                (open ? "We will answer you by " : "We are closed now and will answer you by ") + ENGLISH.format(by));
        return by;
    }

    /** E-09: whoever waits after hours is told by when he will be answered, and somebody owes it. */
    @Transactional
    public void promiseAfterHours(ConversationId waiting) {
        Conversation conversation = conversations.get(waiting);
        boolean closed = !hours.isOpen(placeOf(conversation), clock.instant());
        if (conversation.isWaiting() && conversation.promisedAt() == null && closed) {
            promiseAnswer(conversation, null, conversation.preview());
        }
    }

    private void promise(
            ConversationId conversation, TaskKind kind, @Nullable String contact, String text, Instant by) {
        Instant now = clock.instant();
        TaskId id = new TaskId(Uuid7.next(clock));
        if (repository.add(new Fresh(id, kind, conversation, contact, text, now, by))) {
            Instant reminder = by.minus(repository.standard(kind).reminder());
            agenda.remind(TaskReminder.DUTY, id.toString(), reminder.isBefore(now) ? now : reminder);
            news.tell(id);
        } else {
            repository.openOf(conversation).forEach(news::tell);
        }
    }

    private Instant within(TaskKind kind, ServiceHours.Place place, Instant now) {
        return hours.after(place, now, repository.standard(kind).time());
    }

    private Instant openAt(ServiceHours.Place place, Instant wished) {
        return hours.isOpen(place, wished) ? wished : hours.nextOpening(place, wished).orElse(wished);
    }

    private static ServiceHours.Place placeOf(Conversation conversation) {
        return conversation.store() != null
                ? ServiceHours.Place.of(conversation.store())
                : ServiceHours.Place.of(conversation.group());
    }

    /** The record is read by colleagues who need not know the whole number. */
    private static String masked(String phone) {
        return phone.length() < 8 ? phone : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
    }

    // ---- Keeping ---------------------------------------------------------------------------------------------------

    /** Somebody else shall do it. */
    @Transactional
    public Task own(Actor actor, TaskId id, StaffId owner) {
        lists.get(actor, id);
        Standing task = open(id);
        boolean his = task.owner() == null || actor.is(task.owner()) || actor.mayLead();
        if (!his) {
            throw TaskProblem.notYours();
        }
        repository.own(id, staff.get(owner).id());
        news.tell(id);
        return lists.find(id).orElseThrow(TaskProblem::notFound);
    }

    /** It is done; how it went is on the record of the conversation, for colleagues. */
    @Transactional
    public Task finish(Actor actor, TaskId id, Outcome outcome, @Nullable String note) {
        lists.get(actor, id);
        Standing task = open(id);
        boolean his = task.owner() == null || actor.is(task.owner()) || actor.mayLead();
        if (!his) {
            throw TaskProblem.notYours();
        }
        if (task.owner() == null) {
            repository.own(id, actor.id());
        }
        done(task, outcome, note, actor.nickname());
        return lists.find(id).orElseThrow(TaskProblem::notFound);
    }

    /** Whoever holds the conversation owns what was promised in it. */
    @Transactional
    public void follow(ConversationId conversation) {
        StaffId holder = repository.holderOf(conversation);
        if (holder != null) {
            for (TaskId id : repository.openOf(conversation)) {
                repository.lock(id).filter(task -> task.open() && !holder.equals(task.owner())).ifPresent(task -> {
                    repository.own(id, holder);
                    news.tell(id);
                });
            }
        }
    }

    /** A message that was left is done when somebody has answered it. */
    @Transactional
    public void answered(ConversationId conversation) {
        for (TaskId id : repository.answeredIn(conversation)) {
            repository.lock(id).filter(Standing::open).ifPresent(task -> done(task, Outcome.ANSWERED, null, "系统"));
        }
    }

    private void done(Standing task, Outcome outcome, @Nullable String note, String by) {
        repository.done(task.id(), outcome.code(), note, by, clock.instant());
        agenda.forget(TaskReminder.DUTY, task.id().toString());
        news.tell(task.id());
        news.publish(new TaskEvent.Done(task.id(), task.conversation()));
    }

    /** Before its time it comes up for its owner, after its time it is overdue. Called as often as one likes. */
    @Transactional
    void remind(TaskId id) {
        Standing task = repository.lock(id).orElse(null);
        if (task == null || !task.open()) {
            return;
        }
        Instant now = clock.instant();
        if (now.isBefore(task.dueAt())) {
            if (!task.cameUp()) {
                repository.cameUp(id, now);
                news.tell(id);
            }
            agenda.remind(TaskReminder.DUTY, id.toString(), task.dueAt());
        } else if (!task.overdue()) {
            repository.overdue(id, now);
            news.tell(id);
            news.publish(new TaskEvent.Overdue(id, task.kind(), task.conversation()));
        }
    }

    private Standing open(TaskId id) {
        Standing task = repository.lock(id).orElseThrow(TaskProblem::notFound);
        if (!task.open()) {
            throw TaskProblem.alreadyDone();
        }
        return task;
    }

    /** P-08: the whole number, for whoever may do this task; that he looked is on record. */
    @Transactional
    public String reveal(Actor actor, TaskId id, @Nullable String reason) {
        Task task = lists.get(actor, id);
        if (!actor.may(Permission.CONTACTS) && !actor.may(Permission.REVEAL)) {
            throw TaskProblem.contactNotYours();
        }
        if (task.contact() == null) {
            throw TaskProblem.noContact();
        }
        audit.note(
                actor.id().value(), actor.name(), "task.contact.revealed", "task", id.value().toString(),
                task.customer().name(), null, null, reason);
        return task.contact();
    }
}
