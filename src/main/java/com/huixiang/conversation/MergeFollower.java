package com.huixiang.conversation;

import com.huixiang.customer.CustomerEvent.CustomersMerged;
import com.huixiang.customer.CustomerEvent.CustomersParted;
import com.huixiang.push.LiveTopics;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Conversations follow their customer when two files become one, and go back when they part. */
@Component
class MergeFollower {

    private final ConversationRepository repository;
    private final Changes changes;
    private final Announcer announcer;
    private final LiveTopics live;

    MergeFollower(ConversationRepository repository, Changes changes, Announcer announcer, LiveTopics live) {
        this.repository = repository;
        this.changes = changes;
        this.announcer = announcer;
        this.live = live;
    }

    /**
     * His conversations follow a customer whose file became part of another one, in the same transaction. Where both
     * have an open conversation, the one with a human goes on, else the younger; the other one ends.
     */
    @EventListener
    void follow(CustomersMerged merged) {
        var mine = repository.findOpen(merged.from());
        var other = repository.findOpen(merged.into());
        if (mine.isPresent() && other.isPresent()) {
            Map<ConversationId, Conversation> both = repository.lock(List.of(mine.get(), other.get()));
            Conversation going = both.get(mine.get());
            Conversation standing = both.get(other.get());
            boolean keepStanding = standing.agent() != null && going.agent() == null;
            Conversation ending = keepStanding ? going : standing;
            if (ending.isOpen()) {
                changes.make(
                        ending.id(),
                        before -> changes.end(
                                before,
                                new ConversationRepository.Closure(
                                        null, "系统", null, "客户身份合并,会话并入另一个进行中的会话", "merged")));
            }
        }
        List<ConversationId> moved = repository.follow(merged.merge(), merged.from(), merged.into());
        Announcer.afterCommit(() -> live.enrol(
                ConversationTopics.customer(merged.from()), ConversationTopics.customer(merged.into())));
        if (!moved.isEmpty()) {
            announcer.changed(repository.lock(moved).values(), List.of(), List.of());
        }
    }

    /** It was a mistake: what went along goes back. A conversation that ended then stays ended; later ones stay. */
    @EventListener
    void part(CustomersParted parted) {
        List<ConversationId> back = repository.part(parted.merge(), parted.from(), parted.into());
        Announcer.afterCommit(() -> live.dismiss(
                ConversationTopics.customer(parted.from()), ConversationTopics.customer(parted.into())));
        if (!back.isEmpty()) {
            announcer.changed(repository.lock(back).values(), List.of(), List.of());
        }
    }
}
