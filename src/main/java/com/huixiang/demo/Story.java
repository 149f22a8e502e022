package com.huixiang.demo;

import com.huixiang.staff.Actor;
import com.huixiang.staff.Permission;
import com.huixiang.staff.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** FRONT DOOR: tells the story once, says who plays in it, and takes it away again. */
@InDemo
@Service
public class Story {

    private static final int ATTEMPTS = 5;

    private final StoryBook book;
    private final StoryRepository repository;
    private final Narrator narrator;
    private final Removal removal;
    private final DemoLife life;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Story(
            StoryBook book,
            StoryRepository repository,
            Narrator narrator,
            Removal removal,
            DemoLife life,
            TransactionTemplate transaction,
            Clock clock) {
        this.book = book;
        this.repository = repository;
        this.narrator = narrator;
        this.removal = removal;
        this.life = life;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Somebody a newcomer may sign in as. */
    public record Account(String login, String name, Role role) {}

    public record Playbill(List<Account> accounts, String password) {}

    /** Those that the story does not play itself. Refused when the story was taken away. */
    public Playbill playbill() {
        if (repository.isRemoved()) {
            throw DemoProblem.storyRemoved();
        }
        List<Account> free = book.accounts().stream()
                .filter(account -> !account.played())
                .map(account -> new Account(account.login(), account.name(), account.role()))
                .toList();
        return new Playbill(free, book.password());
    }

    /** All or nothing, and only once: false when it had been told before, even if it was taken away since. */
    public boolean tell() {
        Instant now = clock.instant();
        return Boolean.TRUE.equals(transaction.execute(all -> {
            boolean first = repository.begin(now);
            if (first) {
                narrator.tell(now);
            }
            return first;
        }));
    }

    /** Takes away what the story made and everything that came in through the demo shop; the rest stays. */
    public void remove(Actor actor) {
        actor.check(Permission.STAFF);
        life.standStill(this::takeAway);
    }

    /** Who counts customers at this moment locks the same rows in another order; then one of the two begins again. */
    private void takeAway() {
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(all -> {
                    removal.remove();
                    repository.markRemoved(clock.instant());
                });
                return;
            } catch (PessimisticLockingFailureException busy) {
                if (attempt == ATTEMPTS) {
                    throw busy;
                }
            }
        }
    }
}
