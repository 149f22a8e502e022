package com.huixiang.sla;

import com.huixiang.conversation.ConversationId;
import com.huixiang.sla.ClockLists.WarningView;
import com.huixiang.staff.Actor;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** FRONT DOOR: somebody takes care of a warning. */
@Service
public class Warnings {

    private final WarningRepository repository;
    private final ClockLists lists;
    private final ClockNews news;
    private final Clock clock;

    Warnings(WarningRepository repository, ClockLists lists, ClockNews news, Clock clock) {
        this.repository = repository;
        this.lists = lists;
        this.news = news;
        this.clock = clock;
    }

    /** The actor takes care of it: it is not told any higher. One that is handled already stays with whoever was first. */
    @Transactional
    public WarningView handle(Actor actor, UUID warning, @Nullable String note) {
        lists.warning(actor, warning).orElseThrow(SlaProblem::warningNotFound);
        if (repository.handle(warning, actor.id(), note == null || note.isBlank() ? null : note.strip(), clock.instant())) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    news.showWarnings(List.of(warning));
                }
            });
        }
        return lists.warning(actor, warning).orElseThrow(SlaProblem::warningNotFound);
    }

    /** Somebody else holds these conversations: their open warnings say so. */
    void showAgain(Collection<ConversationId> conversations) {
        news.showWarnings(repository.openOf(conversations));
    }
}
