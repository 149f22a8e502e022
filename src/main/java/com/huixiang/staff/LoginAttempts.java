package com.huixiang.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Wrong passwords of the last minutes, login by login, known or not. Kept in memory: a restart forgives, and each node
 * counts for itself.
 */
@Component
class LoginAttempts {

    /** Guessing at random logins must not fill the memory; the window soon empties the map again. */
    private static final int LOGINS_REMEMBERED = 10_000;

    private final ConcurrentHashMap<String, List<Instant>> failures = new ConcurrentHashMap<>();
    private final StaffSettings settings;
    private final Clock clock;

    LoginAttempts(StaffSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    void check(String login) {
        List<Instant> recent = recent(failures.getOrDefault(key(login), List.of()));
        if (recent.size() >= settings.attempts()) {
            Instant free = recent.get(recent.size() - settings.attempts()).plus(settings.attemptsWindow());
            throw StaffProblem.lockedOut(Duration.between(clock.instant(), free));
        }
    }

    void failed(String login) {
        if (failures.size() >= LOGINS_REMEMBERED) {
            failures.values().removeIf(times -> recent(times).isEmpty());
        }
        if (failures.size() < LOGINS_REMEMBERED || failures.containsKey(key(login))) {
            failures.merge(key(login), List.of(clock.instant()), (before, now) ->
                    Stream.concat(recent(before).stream(), now.stream()).toList());
        }
    }

    void succeeded(String login) {
        failures.remove(key(login));
    }

    void forgetAll() {
        failures.clear();
    }

    private List<Instant> recent(List<Instant> times) {
        Instant since = clock.instant().minus(settings.attemptsWindow());
        return times.stream().filter(time -> time.isAfter(since)).toList();
    }

    private static String key(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }
}
