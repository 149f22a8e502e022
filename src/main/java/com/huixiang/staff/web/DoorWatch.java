package com.huixiang.staff.web;

import com.huixiang.kernel.Background;
import com.huixiang.push.LiveGuests;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffEvent.AccessChanged;
import com.huixiang.staff.StaffId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * An open line lasts no longer than the right to it: it ends when its member signs out, leaves, or may do something else
 * than when he connected. Told at once where it happens; a sweep finds what happened at another node.
 */
@Component
class DoorWatch {

    private final LiveGuests guests;
    private final MemberSessions sessions;
    private final Staff staff;
    private final Background background;

    DoorWatch(LiveGuests guests, MemberSessions sessions, Staff staff, Background background) {
        this.guests = guests;
        this.sessions = sessions;
        this.staff = staff;
        this.background = background;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(AccessChanged news) {
        if (news.signedOut()) {
            sessions.endAll(news.id(), null);
        }
        background.run("Ending a member's lines", () -> showOut(news.id()));
    }

    void showOut(StaffId member) {
        guests.showOut(guest -> guest instanceof SignedIn known && known.actor().is(member));
    }

    void signedOut(String session) {
        guests.showOut(guest -> guest instanceof SignedIn known && known.session().equals(session));
    }

    @Scheduled(fixedDelay = 5_000)
    void showOutWhoeverMayNotStay() {
        List<SignedIn> present = guests.present().stream()
                .filter(SignedIn.class::isInstance)
                .map(SignedIn.class::cast)
                .toList();
        if (present.isEmpty()) {
            return;
        }
        Set<String> open = sessions.stillOpen(present.stream().map(SignedIn::session).distinct().toList());
        Map<StaffId, Actor> actors =
                staff.actors(present.stream().map(guest -> guest.actor().id()).distinct().toList());
        guests.showOut(guest -> guest instanceof SignedIn known && !mayStay(known, open, actors));
    }

    private static boolean mayStay(SignedIn guest, Set<String> open, Map<StaffId, Actor> actors) {
        Actor then = guest.actor();
        Actor now = actors.get(then.id());
        return open.contains(guest.session())
                && now != null
                && now.permissions().equals(then.permissions())
                && now.groups().equals(then.groups())
                && now.stores().equals(then.stores());
    }
}
