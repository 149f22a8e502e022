package com.huixiang.staff.web;

import com.huixiang.audit.AuditTrail;
import com.huixiang.kernel.Caller;
import com.huixiang.staff.Actor;
import com.huixiang.staff.PresenceState;
import com.huixiang.staff.Presences;
import com.huixiang.staff.SecondFactor;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffId;
import com.huixiang.staff.StaffLists;
import com.huixiang.staff.StaffLists.Me;
import com.huixiang.staff.StaffProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
class SessionController {

    private final Staff staff;
    private final StaffLists lists;
    private final Presences presences;
    private final MemberSessions sessions;
    private final SecondFactor secondFactor;
    private final DoorWatch watch;
    private final SignInLimit limit;
    private final AuditTrail trail;

    SessionController(
            Staff staff,
            StaffLists lists,
            Presences presences,
            MemberSessions sessions,
            SecondFactor secondFactor,
            DoorWatch watch,
            SignInLimit limit,
            AuditTrail trail) {
        this.staff = staff;
        this.lists = lists;
        this.presences = presences;
        this.sessions = sessions;
        this.secondFactor = secondFactor;
        this.watch = watch;
        this.limit = limit;
        this.trail = trail;
    }

    record SignIn(@NotBlank @Size(max = 100) String login, @NotBlank @Size(max = 200) String password, @Nullable @Size(max = 40) String code) {}

    record Code(@NotBlank @Size(max = 40) String code) {}

    record Password(@NotBlank @Size(max = 200) String password) {}

    record RecoveryCodes(List<String> recoveryCodes) {}

    record NewPassword(@NotBlank @Size(max = 200) String current, @NotBlank @Size(max = 200) String next) {}

    /** Asked first by every page: reading the token is what puts the CSRF cookie into the answer, signed in or not. */
    @GetMapping("/session")
    Me me(CsrfToken token, @Nullable Caller caller) {
        token.getToken();
        if (caller == null) {
            throw StaffProblem.notSignedIn();
        }
        return lists.me(new StaffId(caller.id()));
    }

    @PostMapping("/session")
    Me signIn(@Valid @RequestBody SignIn form, HttpServletRequest request) {
        limit.check(request);
        StaffId id = staff.signIn(form.login(), form.password(), form.code()).id();
        sessions.begin(request, id);
        presences.arrive(id);
        return lists.me(id);
    }

    /** Whoever signs out leaves his desk. */
    @DeleteMapping("/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(Actor actor, HttpServletRequest request) {
        presences.set(actor.id(), PresenceState.OFFLINE, null);
        String session = request.getSession().getId();
        sessions.end(request);
        watch.signedOut(session);
    }

    @PutMapping("/staff/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(Actor actor, @Valid @RequestBody NewPassword form, HttpServletRequest request) {
        staff.changePassword(actor.id(), form.current(), form.next());
        sessions.endAll(actor.id(), request.getSession().getId());
        note(actor, "staff.own.password-changed");
    }

    /** A second factor is offered; it counts when a code of it was shown. */
    @PostMapping("/staff/me/two-factor")
    SecondFactor.Offer offer(Actor actor) {
        return secondFactor.offer(actor.id(), staff.get(actor.id()).login());
    }

    @PutMapping("/staff/me/two-factor")
    RecoveryCodes confirm(Actor actor, @Valid @RequestBody Code form) {
        List<String> codes = secondFactor.confirm(actor.id(), form.code());
        note(actor, "staff.own.two-factor-on");
        return new RecoveryCodes(codes);
    }

    @DeleteMapping("/staff/me/two-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void turnOff(Actor actor, @Valid @RequestBody Password form) {
        staff.checkPassword(actor.id(), form.password());
        if (secondFactor.remove(actor.id())) {
            note(actor, "staff.own.two-factor-off");
        }
    }

    private void note(Actor actor, String verb) {
        trail.note(
                actor.id().value(), actor.name(), verb, "member", actor.id().toString(), actor.name(), null, null, null);
    }
}
