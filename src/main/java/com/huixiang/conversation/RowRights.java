package com.huixiang.conversation;

import com.huixiang.staff.Actor;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.StaffProblem;
import org.springframework.stereotype.Component;

/** Row checks: whose conversation this is to see, to move, to lead. Roles are checked with the member himself. */
@Component
class RowRights {

    private final ConversationRepository repository;

    RowRights(ConversationRepository repository) {
        this.repository = repository;
    }

    /** Row check: colleagues read what their groups serve; whoever leads all reads everything. */
    void checkMaySee(Actor actor, Conversation conversation) {
        boolean mine = conversation.isHeldBy(actor.id());
        boolean ourGroup = conversation.store() != null
                ? actor.stores().contains(conversation.store())
                : conversation.group() == null || actor.serves(conversation.group());
        if (!mine && !ourGroup && !actor.leadsAll()) {
            throw ConversationProblem.notYours();
        }
    }

    /** Who holds it moves it; so does whoever leads its group, or all. */
    void checkMayMove(Actor actor, Conversation conversation) {
        boolean takesPart = conversation.isHeldBy(actor.id()) || leads(actor, conversation);
        if (!takesPart && !repository.isInvited(conversation.id(), actor.id())) {
            throw ConversationProblem.notYours();
        }
    }

    /** Whoever leads its group or its store, or all. */
    void checkMayLead(Actor actor, Conversation conversation) {
        if (!actor.mayLead()) {
            throw StaffProblem.notAllowed();
        }
        if (!leads(actor, conversation)) {
            throw ConversationProblem.notYours();
        }
    }

    private static boolean leads(Actor actor, Conversation conversation) {
        if (conversation.store() != null) {
            return actor.leads(conversation.store());
        }
        GroupId group = conversation.group();
        return group == null ? actor.mayLead() : actor.leads(group);
    }
}
