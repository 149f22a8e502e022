package com.huixiang.task;

import com.huixiang.conversation.ConversationEvent.AgentAssigned;
import com.huixiang.conversation.ConversationEvent.HumanAsked;
import com.huixiang.kernel.Background;
import com.huixiang.kernel.Bell;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Listens to the record: who holds a conversation now, who answered, who waits. The sweep finds what it did not hear. */
@Component
class TaskKeeper {

    private final TaskRepository repository;
    private final Tasks tasks;
    private final Bell bell;

    TaskKeeper(TaskRepository repository, Tasks tasks, Background background) {
        this.repository = repository;
        this.tasks = tasks;
        this.bell = new Bell("Keeping promises", background, this::keep);
    }

    @EventListener
    void on(AgentAssigned news) {
        tasks.follow(news.conversation());
    }

    @EventListener
    void on(HumanAsked news) {
        bell.ring();
    }

    void look() {
        bell.ring();
    }

    /**
     * Owners, answers, and who waits after hours without a promise. That a message left was answered is found here, within
     * seconds: no reply pays for looking.
     */
    void keep() {
        repository.heldWithoutOwner().forEach(tasks::follow);
        repository.answered().forEach(tasks::answered);
        repository.waitingWithoutPromise().forEach(tasks::promiseAfterHours);
    }
}
