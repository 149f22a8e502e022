package com.huixiang.routing;

import com.huixiang.conversation.ConversationEvent.Closed;
import com.huixiang.conversation.ConversationEvent.CustomerSpoke;
import com.huixiang.conversation.ConversationEvent.HumanAsked;
import com.huixiang.conversation.ConversationEvent.Released;
import com.huixiang.kernel.Background;
import com.huixiang.kernel.Bell;
import com.huixiang.staff.StaffEvent.PresenceChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Listens for anything that may bring a customer and a free desk together, and looks at once. Many pieces of news make
 * one pass; nobody who tells news waits for it.
 */
@Component
class Router {

    private final OneNodeAtATime oneNodeAtATime;
    private final RoutingPass pass;
    private final Bell bell;

    Router(OneNodeAtATime oneNodeAtATime, RoutingPass pass, Background background) {
        this.oneNodeAtATime = oneNodeAtATime;
        this.pass = pass;
        this.bell = new Bell("Routing", background, this::route);
    }

    @EventListener
    void on(HumanAsked someoneWaits) {
        look();
    }

    @EventListener
    void on(Released someoneWaitsAgain) {
        look();
    }

    @EventListener
    void on(Closed aDeskHasRoom) {
        if (aDeskHasRoom.holder() != null) {
            look();
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(PresenceChanged someoneCameOrWent) {
        look();
    }

    /** T-07: whoever writes to an agent who has left is not kept waiting for the sweep. */
    @EventListener
    void on(CustomerSpoke news) {
        if (news.holder() != null && pass.isAway(news.holder())) {
            look();
        }
    }

    void look() {
        bell.ring();
    }

    /** Passes are repeated while there is work and room. */
    void route() {
        while (oneNodeAtATime.run(pass::run)) {}
    }
}
