package com.huixiang.staff;

import com.huixiang.kernel.Uuid7;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Wrong passwords and codes of the last minutes, login by login, known or not. Kept in the database: they count over all
 * nodes, and a restart forgives nothing. An attempt counts as wrong from its beginning, so that a hundred at once are not
 * a hundred guesses.
 */
@Component
class LoginAttempts {

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final StaffSettings settings;
    private final Clock clock;

    LoginAttempts(JdbcClient sql, TransactionTemplate transaction, StaffSettings settings, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** Refused when there were too many lately; else it counts as wrong until it has succeeded or is taken back. */
    UUID begin(String login) {
        Instant now = clock.instant();
        UUID attempt = Uuid7.at(now);
        List<Instant> recent = transaction.execute(one -> {
            sql.sql("select 1 from (select pg_advisory_xact_lock(hashtext('sign-in'), hashtext(?))) locked")
                    .param(key(login))
                    .query()
                    .listOfRows();
            List<Instant> wrong = recent(login, now);
            if (wrong.size() < settings.attempts()) {
                sql.sql("insert into staff.failed_sign_in (id, login, at) values (?, ?, ?)")
                        .params(attempt, key(login), now.atOffset(ZoneOffset.UTC))
                        .update();
            }
            return wrong;
        });
        if (recent.size() >= settings.attempts()) {
            Instant free = recent.get(recent.size() - settings.attempts()).plus(settings.attemptsWindow());
            throw StaffProblem.lockedOut(Duration.between(now, free));
        }
        return attempt;
    }

    private List<Instant> recent(String login, Instant now) {
        return sql.sql("select at from staff.failed_sign_in where login = ? and at > ? order by at")
                .params(key(login), now.minus(settings.attemptsWindow()).atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getTimestamp("at").toInstant())
                .list();
    }

    /** It was neither right nor wrong: the password was right, and the code is still to come. */
    void takeBack(UUID attempt) {
        sql.sql("delete from staff.failed_sign_in where id = ?").param(attempt).update();
    }

    void succeeded(String login) {
        sql.sql("delete from staff.failed_sign_in where login = ?").param(key(login)).update();
    }

    void forgetOld() {
        sql.sql("delete from staff.failed_sign_in where at <= ?")
                .param(clock.instant().minus(settings.attemptsWindow()).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String key(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }
}
