package com.huixiang.staff;

import com.huixiang.audit.AuditTrail;
import com.huixiang.kernel.Uuid7;
import com.huixiang.staff.RosterLists.GroupView;
import com.huixiang.staff.RosterLists.Member;
import com.huixiang.staff.RosterLists.RoleView;
import com.huixiang.staff.RosterLists.StoreView;
import com.huixiang.staff.Staff.Newcomer;
import com.huixiang.staff.StaffEvent.AccessChanged;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * FRONT DOOR: who works here, as what and where. Each verb wants the permission to keep staff, is on the audit trail with
 * before and after, and never leaves the house without somebody who may do this. Nobody gives more than he has.
 */
@Component
public class Roster {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final RosterRepository repository;
    private final RosterLists lists;
    private final Staff staff;
    private final Presences presences;
    private final SecondFactor secondFactor;
    private final LoginAttempts attempts;
    private final ObjectProvider<Belongings> belongings;
    private final AuditTrail trail;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Roster(
            RosterRepository repository,
            RosterLists lists,
            Staff staff,
            Presences presences,
            SecondFactor secondFactor,
            LoginAttempts attempts,
            ObjectProvider<Belongings> belongings,
            AuditTrail trail,
            ApplicationEventPublisher news,
            Clock clock) {
        this.repository = repository;
        this.lists = lists;
        this.staff = staff;
        this.presences = presences;
        this.secondFactor = secondFactor;
        this.attempts = attempts;
        this.belongings = belongings;
        this.trail = trail;
        this.news = news;
        this.clock = clock;
    }

    // ---- Members ---------------------------------------------------------------------------------------------------

    /** A group somebody serves in, and how well. */
    public record Service(GroupId id, int level) {}

    /** All that is set about a member but his password. */
    public record MemberForm(
            String login,
            String name,
            String nickname,
            Role role,
            @Nullable String avatar,
            int capacity,
            List<Service> groups,
            List<StoreId> stores) {

        public MemberForm {
            login = login.strip();
            name = name.strip();
            nickname = nickname.isBlank() ? name : nickname.strip();
            groups = List.copyOf(groups);
            stores = List.copyOf(stores);
        }
    }

    @Transactional
    public Member hire(Actor actor, MemberForm form, String password) {
        begin(actor);
        checkGivable(actor, form.role());
        StaffId id = staff.hire(new Newcomer(
                        form.login(), form.name(), form.nickname(), form.role(), password, form.avatar(), form.capacity()))
                .id();
        place(id, form);
        Member after = lists.member(id);
        note(actor, "staff.member.added", after, null, after);
        return after;
    }

    @Transactional
    public Member change(Actor actor, StaffId id, MemberForm form) {
        begin(actor);
        Member before = lists.member(id);
        checkMayChange(actor, before);
        if (!before.role().equals(form.role())) {
            if (actor.is(id)) {
                throw StaffProblem.ownRole();
            }
            checkGivable(actor, form.role());
        }
        StaffMember changed = new StaffMember(
                id, form.login(), form.name(), form.nickname(), form.role(), form.avatar(), form.capacity(), before.active());
        if (!repository.change(changed)) {
            throw StaffProblem.loginTaken(form.login());
        }
        place(id, form);
        checkSomebodyKeepsTheHouse();
        Member after = lists.member(id);
        if (!after.equals(before)) {
            note(actor, "staff.member.changed", after, before, after);
        }
        boolean mayOtherwise = !after.role().equals(before.role())
                || !after.groups().equals(before.groups())
                || !after.stores().equals(before.stores());
        if (mayOtherwise) {
            news.publishEvent(new AccessChanged(id, false));
        }
        return after;
    }

    private void place(StaffId id, MemberForm form) {
        Set<GroupId> groups = staff.groups().stream().map(SkillGroup::id).collect(Collectors.toSet());
        if (!form.groups().stream().map(Service::id).allMatch(groups::contains)) {
            throw StaffProblem.groupNotFound();
        }
        Set<StoreId> stores = staff.stores().stream().map(Store::id).collect(Collectors.toSet());
        if (!stores.containsAll(form.stores())) {
            throw StaffProblem.storeNotFound();
        }
        repository.serve(
                id,
                form.groups().stream()
                        .collect(Collectors.toMap(Service::id, each -> each, (first, second) -> second))
                        .values());
        repository.post(id, Set.copyOf(form.stores()));
    }

    /** Whoever leaves is signed out everywhere and loses what he holds; he keeps his name in the record. */
    @Transactional
    public Member activate(Actor actor, StaffId id, boolean active) {
        begin(actor);
        Member before = lists.member(id);
        checkMayChange(actor, before);
        if (actor.is(id) && !active) {
            throw StaffProblem.ownAccount();
        }
        if (before.active() == active) {
            return before;
        }
        repository.activate(id, active);
        checkSomebodyKeepsTheHouse();
        Member after = lists.member(id);
        note(actor, active ? "staff.member.activated" : "staff.member.deactivated", after, before, after);
        if (!active) {
            presences.set(id, PresenceState.OFFLINE, null);
            news.publishEvent(new AccessChanged(id, true));
        }
        return after;
    }

    /** For whoever forgot his. He is signed out everywhere. */
    @Transactional
    public void givePassword(Actor actor, StaffId id, String password) {
        begin(actor);
        Member member = lists.member(id);
        checkMayChange(actor, member);
        staff.givePassword(id, password);
        attempts.succeeded(member.login());
        note(actor, "staff.member.password-given", member, null, null);
        news.publishEvent(new AccessChanged(id, true));
    }

    /** For whoever lost his telephone. */
    @Transactional
    public void removeSecondFactor(Actor actor, StaffId id) {
        begin(actor);
        Member member = lists.member(id);
        checkMayChange(actor, member);
        if (secondFactor.remove(id)) {
            note(actor, "staff.member.two-factor-removed", member, null, null);
        }
    }

    @Transactional
    public void liftLockOut(Actor actor, StaffId id) {
        begin(actor);
        Member member = lists.member(id);
        attempts.succeeded(member.login());
        note(actor, "staff.member.lock-out-lifted", member, null, null);
    }

    // ---- Roles -----------------------------------------------------------------------------------------------------

    /** A role of the house's own. */
    public record RoleForm(@Nullable String code, String name, Set<Permission> permissions) {

        public RoleForm {
            name = name.strip();
            permissions = Set.copyOf(permissions);
        }
    }

    @Transactional
    public RoleView addRole(Actor actor, RoleForm form) {
        begin(actor);
        checkHas(actor, form.permissions());
        String code = form.code() == null || form.code().isBlank()
                ? "role-" + Long.toString(clock.millis(), Character.MAX_RADIX)
                : form.code().strip();
        if (!CODE.matcher(code).matches()) {
            throw StaffProblem.roleCodeInvalid();
        }
        if (lists.role(code).isPresent() || !repository.addRole(code, form)) {
            throw StaffProblem.roleTaken(form.name());
        }
        RoleView after = roleOf(code);
        note(actor, "staff.role.added", after, null, after);
        return after;
    }

    /** The administrator may always do everything: that role keeps what it allows. */
    @Transactional
    public RoleView changeRole(Actor actor, String code, RoleForm form) {
        begin(actor);
        RoleView before = roleOf(code);
        if (code.equals(Role.ADMIN.code()) && !Set.copyOf(before.permissions()).equals(form.permissions())) {
            throw StaffProblem.adminRoleFixed();
        }
        Set<Permission> was = Set.copyOf(before.permissions());
        checkHas(actor, was);
        checkHas(actor, form.permissions());
        if (actor.role().code().equals(code) && !form.permissions().contains(Permission.STAFF)) {
            throw StaffProblem.ownRole();
        }
        if (!repository.changeRole(code, form)) {
            throw StaffProblem.roleTaken(form.name());
        }
        checkSomebodyKeepsTheHouse();
        RoleView after = roleOf(code);
        if (!after.equals(before)) {
            note(actor, "staff.role.changed", after, before, after);
        }
        if (!was.equals(form.permissions())) {
            repository.membersWith(code).forEach(member -> news.publishEvent(new AccessChanged(member, false)));
        }
        return after;
    }

    @Transactional
    public void removeRole(Actor actor, String code) {
        begin(actor);
        RoleView before = roleOf(code);
        if (before.builtIn()) {
            throw StaffProblem.roleBuiltIn();
        }
        if (before.members() > 0) {
            throw StaffProblem.roleInUse();
        }
        repository.removeRole(code);
        note(actor, "staff.role.removed", before, before, null);
    }

    private RoleView roleOf(String code) {
        return lists.role(code).orElseThrow(StaffProblem::roleNotFound);
    }

    // ---- Groups ----------------------------------------------------------------------------------------------------

    @Transactional
    public GroupView formGroup(Actor actor, String name, @Nullable GroupId overflow, @Nullable Integer ordinal) {
        begin(actor);
        checkOverflow(null, overflow);
        GroupId id = new GroupId(Uuid7.next(clock));
        if (nameIsTaken(name, id) || !repository.addGroup(id, name.strip(), overflow, ordinal)) {
            throw StaffProblem.groupTaken(name.strip());
        }
        GroupView after = groupOf(id);
        note(actor, "staff.group.added", after, null, after);
        return after;
    }

    @Transactional
    public GroupView changeGroup(
            Actor actor, GroupId id, String name, @Nullable GroupId overflow, @Nullable Integer ordinal) {
        begin(actor);
        GroupView before = groupOf(id);
        checkOverflow(id, overflow);
        if (nameIsTaken(name, id) || !repository.changeGroup(id, name.strip(), overflow, ordinal)) {
            throw StaffProblem.groupTaken(name.strip());
        }
        GroupView after = groupOf(id);
        if (!after.equals(before)) {
            note(actor, "staff.group.changed", after, before, after);
        }
        return after;
    }

    /** Only one that nobody serves in and nothing is directed to. */
    @Transactional
    public void closeGroup(Actor actor, GroupId id) {
        begin(actor);
        GroupView before = groupOf(id);
        boolean used = before.members() > 0
                || repository.helpsAnother(id)
                || belongings.stream().anyMatch(something -> something.has(id));
        if (used) {
            throw StaffProblem.groupInUse();
        }
        repository.removeGroup(id);
        note(actor, "staff.group.removed", before, before, null);
    }

    private boolean nameIsTaken(String name, GroupId mine) {
        return lists.groups().stream()
                .anyMatch(group -> group.name().equals(name.strip()) && !group.id().equals(mine));
    }

    private void checkOverflow(@Nullable GroupId id, @Nullable GroupId overflow) {
        if (overflow == null) {
            return;
        }
        groupOf(overflow);
        if (Objects.equals(id, overflow)) {
            throw StaffProblem.groupHelpsItself();
        }
    }

    private GroupView groupOf(GroupId id) {
        return lists.group(id).orElseThrow(StaffProblem::groupNotFound);
    }

    // ---- Stores ----------------------------------------------------------------------------------------------------

    /** What is said about a store. */
    public record StoreForm(String code, String name, String address, String phone) {

        Store of(StoreId id) {
            return new Store(id, code.strip(), name.strip(), address.strip(), phone.strip());
        }
    }

    @Transactional
    public StoreView openStore(Actor actor, StoreForm form) {
        begin(actor);
        StoreId id = new StoreId(Uuid7.next(clock));
        if (codeIsTaken(form, id) || !repository.addStore(form.of(id))) {
            throw StaffProblem.storeTaken(form.code().strip());
        }
        StoreView after = storeOf(id);
        note(actor, "staff.store.added", after, null, after);
        return after;
    }

    @Transactional
    public StoreView changeStore(Actor actor, StoreId id, StoreForm form) {
        begin(actor);
        StoreView before = storeOf(id);
        if (codeIsTaken(form, id) || !repository.changeStore(form.of(id))) {
            throw StaffProblem.storeTaken(form.code().strip());
        }
        StoreView after = storeOf(id);
        if (!after.equals(before)) {
            note(actor, "staff.store.changed", after, before, after);
        }
        return after;
    }

    @Transactional
    public void closeStore(Actor actor, StoreId id) {
        begin(actor);
        StoreView before = storeOf(id);
        if (before.members() > 0 || belongings.stream().anyMatch(something -> something.has(id))) {
            throw StaffProblem.storeInUse();
        }
        repository.removeStore(id);
        note(actor, "staff.store.removed", before, before, null);
    }

    private boolean codeIsTaken(StoreForm form, StoreId mine) {
        return lists.stores().stream()
                .anyMatch(store -> store.code().equalsIgnoreCase(form.code().strip()) && !store.id().equals(mine));
    }

    private StoreView storeOf(StoreId id) {
        return lists.store(id).orElseThrow(StaffProblem::storeNotFound);
    }

    // ---- What holds for all ----------------------------------------------------------------------------------------

    private void begin(Actor actor) {
        actor.check(Permission.STAFF);
        repository.oneAtATime();
    }

    /** Nobody makes somebody else more than he is himself, nor touches somebody who is. */
    private void checkGivable(Actor actor, Role role) {
        checkHas(actor, Set.copyOf(roleOf(role.code()).permissions()));
    }

    private void checkMayChange(Actor actor, Member member) {
        checkGivable(actor, member.role());
    }

    private static void checkHas(Actor actor, Set<Permission> permissions) {
        if (!actor.permissions().containsAll(permissions)) {
            throw StaffProblem.moreThanYours();
        }
    }

    private void checkSomebodyKeepsTheHouse() {
        if (!repository.somebodyKeepsTheHouse()) {
            throw StaffProblem.lastKeeper();
        }
    }

    private void note(Actor actor, String verb, Member subject, @Nullable Object before, @Nullable Object after) {
        note(actor, verb, "member", subject.id().toString(), subject.name(), before, after);
    }

    private void note(Actor actor, String verb, RoleView subject, @Nullable Object before, @Nullable Object after) {
        note(actor, verb, "role", subject.code(), subject.name(), before, after);
    }

    private void note(Actor actor, String verb, GroupView subject, @Nullable Object before, @Nullable Object after) {
        note(actor, verb, "group", subject.id().toString(), subject.name(), before, after);
    }

    private void note(Actor actor, String verb, StoreView subject, @Nullable Object before, @Nullable Object after) {
        note(actor, verb, "store", subject.id().toString(), subject.name(), before, after);
    }

    private void note(
            Actor actor,
            String verb,
            String kind,
            String id,
            String name,
            @Nullable Object before,
            @Nullable Object after) {
        trail.note(actor.id().value(), actor.name(), verb, kind, id, name, before, after, null);
    }
}
