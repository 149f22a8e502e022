package com.huixiang.segment;

import com.huixiang.agenda.Agenda;
import com.huixiang.audit.AuditTrail;
import com.huixiang.customer.Customers;
import com.huixiang.segment.Rule.By;
import com.huixiang.segment.Rule.Kind;
import com.huixiang.segment.Rule.State;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Permission;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** FRONT DOOR: rules of the operator, as segments and as tags (P-04). Each change is a new version, on the record. */
@Service
public class Segments {

    static final int LONGEST_TAG = 20;

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_HINT = 200;
    private static final int MOST_RULES = 200;

    private final RuleRepository repository;
    private final Customers customers;
    private final Agenda agenda;
    private final AuditTrail audit;
    private final Alarm alarm;
    private final Clock clock;

    Segments(
            RuleRepository repository, Customers customers, Agenda agenda, AuditTrail audit, Alarm alarm, Clock clock) {
        this.repository = repository;
        this.customers = customers;
        this.agenda = agenda;
        this.audit = audit;
        this.alarm = alarm;
        this.clock = clock;
    }

    /** @param nameEn as the Chinese name when it is not given @param tag null: its members get no tag */
    public record Draft(
            Kind kind,
            String nameZh,
            @Nullable String nameEn,
            @Nullable String hint,
            JsonNode condition,
            @Nullable String tag) {

        Words name() {
            return new Words(nameZh.strip(), nameEn == null || nameEn.isBlank() ? nameZh.strip() : nameEn.strip());
        }

        @Nullable String tagName() {
            return tag == null || tag.isBlank() ? null : tag.strip();
        }
    }

    /** Whoever may look at segments: they name customers of all groups. */
    public static void checkMayLook(Actor actor) {
        if (!actor.leadsAll() && !actor.may(Permission.STANDARDS)) {
            throw SegmentProblem.notYours();
        }
    }

    @Transactional
    public Rule create(Actor actor, Draft draft) {
        actor.check(Permission.STANDARDS);
        repository.lock();
        List<Rule> others = repository.kept();
        if (others.size() >= MOST_RULES) {
            throw SegmentProblem.tooMany();
        }
        Condition condition = checked(draft, null, others);
        RuleId id = repository.add(
                draft.kind(), draft.name(), hint(draft), draft.condition(), draft.tagName(), by(actor), clock.instant());
        repository.keepVersion(id);
        Rule made = get(id);
        note(actor, "segment.rule.created", null, made);
        alarm.everybodyMustBeMeasured();
        return made;
    }

    /** @param version the one that was changed, so that nobody's change is lost */
    @Transactional
    public Rule change(Actor actor, RuleId id, int version, Draft draft) {
        actor.check(Permission.STANDARDS);
        repository.lock();
        Rule before = get(id);
        if (before.version() != version) {
            throw SegmentProblem.changedMeanwhile();
        }
        checked(draft, id, repository.kept());
        repository.change(id, draft.name(), hint(draft), draft.condition(), draft.tagName(), by(actor), clock.instant());
        repository.keepVersion(id);
        Rule after = get(id);
        note(actor, "segment.rule.changed", before, after);
        alarm.everybodyMustBeMeasured();
        return after;
    }

    /** A paused rule keeps its members and tags as they are, and moves nobody. */
    @Transactional
    public Rule pause(Actor actor, RuleId id, boolean paused) {
        actor.check(Permission.STANDARDS);
        repository.lock();
        Rule before = get(id);
        State wanted = paused ? State.PAUSED : State.ACTIVE;
        if (before.state() != wanted) {
            repository.turn(id, wanted);
            note(actor, paused ? "segment.rule.paused" : "segment.rule.resumed", null, before);
            alarm.everybodyMustBeMeasured();
        }
        return get(id);
    }

    /** With its members and the tags it gave; what came with the house stays. */
    @Transactional
    public void remove(Actor actor, RuleId id) {
        actor.check(Permission.STANDARDS);
        repository.lock();
        Rule before = get(id);
        if (before.code() != null) {
            throw SegmentProblem.cameWithTheHouse();
        }
        repository.turn(id, State.REMOVED);
        customers.untagByRule(id.mark());
        note(actor, "segment.rule.removed", before, null);
        alarm.everybodyMustBeMeasured();
    }

    /** As each night, but now. */
    @Transactional
    public void countEverybody(Actor actor) {
        actor.check(Permission.STANDARDS);
        agenda.remind(NightlyCheck.NAME, NightlyCheck.AT_ONCE, clock.instant());
    }

    @Transactional(readOnly = true)
    public Rule get(RuleId id) {
        return repository.find(id).orElseThrow(SegmentProblem::notFound);
    }

    private static Condition checked(Draft draft, @Nullable RuleId self, List<Rule> others) {
        if (!isText(draft.nameZh(), LONGEST_NAME)
                || draft.nameEn() != null && draft.nameEn().length() > LONGEST_NAME
                || draft.hint() != null && draft.hint().length() > LONGEST_HINT) {
            throw SegmentProblem.badName();
        }
        Condition condition = RuleReader.read(draft.condition());
        String tag = draft.tagName();
        if (tag != null) {
            if (tag.length() > LONGEST_TAG) {
                throw SegmentProblem.badName();
            }
            Rule.checkTag(tag);
            others.stream()
                    .filter(rule -> !rule.id().equals(self) && tag.equals(rule.tag()))
                    .findFirst()
                    .ifPresent(rule -> {
                        throw SegmentProblem.tagTaken(rule.name().zh());
                    });
            checkNoCircle(condition, tag, self, others);
        }
        return condition;
    }

    /** From the tags that are asked for, over the rules that set them, to the tag that is set. */
    private static void checkNoCircle(Condition condition, String tag, @Nullable RuleId self, List<Rule> others) {
        Deque<String> open = new ArrayDeque<>(condition.tags());
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            String asked = open.pop();
            if (asked.equals(tag)) {
                throw SegmentProblem.circle();
            }
            if (seen.add(asked)) {
                others.stream()
                        .filter(rule -> !rule.id().equals(self) && asked.equals(rule.tag()))
                        .forEach(rule -> open.addAll(rule.condition().tags()));
            }
        }
    }

    private static Words hint(Draft draft) {
        String hint = draft.hint() == null ? "" : draft.hint().strip();
        return new Words(hint, hint);
    }

    private static By by(Actor actor) {
        return new By(actor.id().value(), actor.name());
    }

    private static boolean isText(String text, int longest) {
        return !text.isBlank() && text.length() <= longest;
    }

    /** On the trail: what a person would compare. */
    private record Noted(String name, @Nullable String tag, JsonNode condition, int version) {
        static @Nullable Noted of(@Nullable Rule rule) {
            return rule == null ? null : new Noted(rule.name().zh(), rule.tag(), rule.written(), rule.version());
        }
    }

    private void note(Actor actor, String verb, @Nullable Rule before, @Nullable Rule after) {
        Rule subject = after == null ? before : after;
        audit.note(
                actor.id().value(), actor.name(), verb, "segment-rule", subject.id().toString(), subject.name().zh(),
                Noted.of(before), Noted.of(after), null);
    }
}
