package com.huixiang.staff.web;

import com.huixiang.kernel.Allowance;
import com.huixiang.staff.StaffProblem;
import com.huixiang.staff.StaffSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** From one address not more than so many attempts: whoever tries one password on a thousand logins locks none of them out. */
@Component
class SignInLimit {

    private static final Duration EVERY = Duration.ofSeconds(2);

    private final Allowance attempts;

    SignInLimit(StaffSettings settings, Clock clock) {
        this.attempts = new Allowance(settings.attemptsPerAddress(), EVERY, clock);
    }

    void check(HttpServletRequest request) {
        attempts.take(request.getRemoteAddr()).ifPresent(wait -> {
            throw StaffProblem.tooManyTries(wait);
        });
    }

    void forget() {
        attempts.forget();
    }
}
