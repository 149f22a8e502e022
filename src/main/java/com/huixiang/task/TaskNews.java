package com.huixiang.task;

import com.huixiang.conversation.ConversationTopics;
import com.huixiang.kernel.Background;
import com.huixiang.push.LiveTopics;
import com.huixiang.push.Topic;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.StaffId;
import com.huixiang.staff.StoreId;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells after the commit how a task stands: to its owner, and to the group or store that may own it. */
@Component
class TaskNews {

    private final TaskLists lists;
    private final LiveTopics live;
    private final ApplicationEventPublisher events;
    private final Background background;

    TaskNews(TaskLists lists, LiveTopics live, ApplicationEventPublisher events, Background background) {
        this.lists = lists;
        this.live = live;
        this.events = events;
        this.background = background;
    }

    record TaskFrame(String type, Task task) {
        TaskFrame(Task task) {
            this("task", task);
        }
    }

    void tell(TaskId id) {
        afterCommit(() -> lists.find(id).ifPresent(task -> live.tell(listenersOf(task), new TaskFrame(task.maskedFor(null)))));
    }

    void publish(TaskEvent news) {
        afterCommit(() -> background.run("News of a task", () -> events.publishEvent(news)));
    }

    private static Set<Topic> listenersOf(Task task) {
        Set<Topic> topics = new LinkedHashSet<>();
        if (task.owner() != null) {
            topics.add(ConversationTopics.member(new StaffId(task.owner().id())));
        }
        if (task.store() != null) {
            topics.add(ConversationTopics.store(new StoreId(task.store().id())));
        } else if (task.group() != null) {
            topics.add(ConversationTopics.group(new GroupId(task.group().id())));
        } else {
            topics.add(ConversationTopics.FLOOR);
        }
        return topics;
    }

    private static void afterCommit(Runnable action) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            action.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}
