package com.huixiang.staff;

import com.huixiang.kernel.Uuid7;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** FRONT DOOR: who works here, in which groups, and who is asking. */
@Service
public class Staff {

    /** What an unknown login is compared with; nobody knows a password for it. */
    private static final String HASH_OF_NOBODY =
            "{bcrypt}$2a$10$xmZEskYO.TUtlDqeI59mg.OAHTCDi4uCrKEDJ3i4oXp1dk2kpLl66";

    private final StaffRepository repository;
    private final PasswordEncoder passwords;
    private final PasswordPolicy policy;
    private final LoginAttempts attempts;
    private final SecondFactor secondFactor;
    private final Clock clock;

    Staff(
            StaffRepository repository,
            PasswordEncoder passwords,
            PasswordPolicy policy,
            LoginAttempts attempts,
            SecondFactor secondFactor,
            Clock clock) {
        this.repository = repository;
        this.passwords = passwords;
        this.policy = policy;
        this.attempts = attempts;
        this.secondFactor = secondFactor;
        this.clock = clock;
    }

    /** A person who starts working here. */
    public record Newcomer(
            String login,
            String name,
            String nickname,
            Role role,
            String password,
            @Nullable String avatar,
            int capacity) {}

    @Transactional
    public StaffMember hire(Newcomer newcomer) {
        policy.check(newcomer.password(), newcomer.login());
        StaffMember member = new StaffMember(
                new StaffId(Uuid7.next(clock)),
                newcomer.login().strip(),
                newcomer.name().strip(),
                newcomer.nickname().strip(),
                newcomer.role(),
                newcomer.avatar(),
                newcomer.capacity(),
                true);
        if (!repository.add(member, passwords.encode(newcomer.password()), clock.instant())) {
            throw StaffProblem.loginTaken(member.login());
        }
        return member;
    }

    @Transactional
    public SkillGroup form(String name, @Nullable GroupId overflow) {
        SkillGroup group = new SkillGroup(new GroupId(Uuid7.next(clock)), name.strip(), overflow);
        repository.add(group);
        return group;
    }

    /** From now on the member serves this group, this well. */
    @Transactional
    public void qualify(StaffId member, GroupId group, int level) {
        get(member);
        if (groups().stream().noneMatch(known -> known.id().equals(group))) {
            throw StaffProblem.groupNotFound();
        }
        repository.put(new Skill(member, group, level));
    }

    @Transactional
    public Store openStore(String code, String name, String address, String phone) {
        Store store = new Store(new StoreId(Uuid7.next(clock)), code.strip(), name.strip(), address.strip(), phone.strip());
        repository.add(store);
        return store;
    }

    /** From now on the member works in this store, too. */
    @Transactional
    public void post(StaffId member, StoreId store) {
        get(member);
        if (stores().stream().noneMatch(known -> known.id().equals(store))) {
            throw StaffProblem.storeNotFound();
        }
        repository.put(member, store);
    }

    @Transactional(readOnly = true)
    public List<Store> stores() {
        return repository.stores();
    }

    @Transactional(readOnly = true)
    public Optional<StaffMember> find(StaffId id) {
        return repository.find(id);
    }

    @Transactional(readOnly = true)
    public StaffMember get(StaffId id) {
        return find(id).orElseThrow(StaffProblem::memberNotFound);
    }

    @Transactional(readOnly = true)
    public Optional<StaffMember> byLogin(String login) {
        return repository.byLogin(login.strip());
    }

    /** Everybody who works here now. */
    @Transactional(readOnly = true)
    public List<StaffMember> members() {
        return repository.members();
    }

    @Transactional(readOnly = true)
    public List<SkillGroup> groups() {
        return repository.groups();
    }

    /** Who serves which group how well; only people who work here now. */
    @Transactional(readOnly = true)
    public List<Skill> skills() {
        return repository.skills();
    }

    /** The member behind a session's principal; refused when he does not work here any longer. */
    public Actor actor(String principalName) {
        return actor(StaffId.from(principalName));
    }

    public Actor actor(StaffId id) {
        return findActor(id).orElseThrow(StaffProblem::notSignedIn);
    }

    /** Those of them who work here. */
    public Map<StaffId, Actor> actors(Collection<StaffId> ids) {
        return repository.actors(ids).stream().collect(Collectors.toMap(Actor::id, Function.identity()));
    }

    public Optional<Actor> findActor(StaffId id) {
        return repository.findActor(id);
    }

    public StaffMember signIn(String login, String password) {
        return signIn(login, password, null);
    }

    /**
     * Not transactional: the costly comparison of passwords holds no connection.
     *
     * @param code of the authenticator app, or a recovery code; asked for from whoever has a second factor
     */
    public StaffMember signIn(String login, String password, @Nullable String code) {
        UUID attempt = attempts.begin(login);
        Optional<StaffMember> member = repository.byLogin(login.strip()).filter(StaffMember::active);
        String hash = member.flatMap(known -> repository.passwordHash(known.id())).orElse(HASH_OF_NOBODY);
        // Compared for an unknown login too, so that the time taken does not tell which logins exist.
        boolean right = PasswordPolicy.fits(password) && passwords.matches(password, hash);
        if (member.isEmpty() || !right) {
            throw StaffProblem.wrongLogin();
        }
        checkSecondFactor(member.get().id(), attempt, code);
        attempts.succeeded(login);
        repository.signedIn(member.get().id(), clock.instant());
        return member.get();
    }

    private void checkSecondFactor(StaffId member, UUID attempt, @Nullable String code) {
        if (!secondFactor.isOn(member)) {
            return;
        }
        if (code == null || code.isBlank()) {
            attempts.takeBack(attempt);
            throw StaffProblem.codeNeeded();
        }
        if (!secondFactor.accepts(member, code)) {
            throw StaffProblem.wrongCode();
        }
    }

    /** Whether this is his password: asked again before something grave. Wrong ones count as at the door. */
    public void checkPassword(StaffId id, String password) {
        String login = get(id).login();
        UUID attempt = attempts.begin(login);
        String hash = repository.passwordHash(id).orElseThrow(StaffProblem::memberNotFound);
        if (!PasswordPolicy.fits(password) || !passwords.matches(password, hash)) {
            throw StaffProblem.wrongLogin();
        }
        attempts.takeBack(attempt);
    }

    public void changePassword(StaffId id, String current, String next) {
        policy.check(next, get(id).login());
        checkPassword(id, current);
        repository.changePassword(id, passwords.encode(next));
    }

    /** Without the old one: for whoever keeps the staff. */
    void givePassword(StaffId id, String password) {
        policy.check(password, get(id).login());
        repository.changePassword(id, passwords.encode(password));
    }
}
