package com.huixiang.conversation;

import com.huixiang.conversation.Changes.Change;
import com.huixiang.push.LiveTopics;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffId;
import com.huixiang.staff.StaffMember;
import java.time.Clock;
import java.util.Collection;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** FRONT DOOR for who is beside the agent: an invited colleague who writes along, a lead who listens (T-09). */
@Service
public class Participants {

    private final ConversationRepository repository;
    private final Changes changes;
    private final RowRights rights;
    private final Staff staff;
    private final LiveTopics live;
    private final Clock clock;

    Participants(
            ConversationRepository repository,
            Changes changes,
            RowRights rights,
            Staff staff,
            LiveTopics live,
            Clock clock) {
        this.repository = repository;
        this.changes = changes;
        this.rights = rights;
        this.staff = staff;
        this.live = live;
        this.clock = clock;
    }

    /** T-09: a colleague may read and write along. */
    @Transactional
    public void invite(Actor actor, ConversationId conversation, StaffId colleague) {
        StaffMember invited = staff.get(colleague);
        // Before anything is told: the invited colleague hears of his own invitation.
        Announcer.afterCommit(() -> live.enrol(
                ConversationTopics.member(colleague), ConversationTopics.watching(conversation)));
        changes.make(conversation, before -> {
            rights.checkMayMove(actor, before);
            if (!repository.invite(conversation, colleague, actor.id(), clock.instant())) {
                return Change.none();
            }
            return Change.line(Entry.line(
                    conversation, "joined", invited.nickname() + " 加入了会话", invited.nickname() + " joined"));
        });
    }

    /** T-09: a lead hears along. Nobody is told; the record keeps from when to when. */
    @Transactional
    public void listenIn(Actor actor, ConversationId conversation) {
        Conversation now = repository.find(conversation).orElseThrow(ConversationProblem::notFound);
        rights.checkMayLead(actor, now);
        if (!now.isOpen()) {
            throw ConversationProblem.closed();
        }
        repository.listen(conversation, actor.id(), clock.instant());
    }

    @Transactional
    public void stopListening(Actor actor, ConversationId conversation) {
        repository.stopListening(conversation, actor.id(), clock.instant());
    }

    /** The invited colleague leaves, or whoever holds the conversation lets him go. */
    @Transactional
    public void leave(Actor actor, ConversationId conversation, StaffId colleague) {
        StaffMember leaving = staff.get(colleague);
        changes.make(conversation, before -> {
            if (!actor.is(colleague)) {
                rights.checkMayMove(actor, before);
            }
            if (!repository.leave(conversation, colleague)) {
                return Change.none();
            }
            return Change.line(Entry.line(
                    conversation, "left", leaving.nickname() + " 离开了会话", leaving.nickname() + " left"));
        });
        Announcer.afterCommit(() -> live.dismiss(
                ConversationTopics.member(colleague), ConversationTopics.watching(conversation)));
    }

    /** For the desk of the workbench: what this member must hear of besides his own. */
    public Collection<ConversationId> invitedTo(StaffId member) {
        return repository.invitedTo(member);
    }
}
