package com.huixiang.push;

import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** FRONT DOOR: who has a browser open at this node, and showing somebody out. */
@Component
public class LiveGuests {

    private final LiveSessions sessions;

    LiveGuests(LiveSessions sessions) {
        this.sessions = sessions;
    }

    /** Those whom the web layer knew when they connected, once for each open browser. */
    public List<Principal> present() {
        return sessions.all().map(LiveSession::caller).filter(Objects::nonNull).toList();
    }

    /** Ends their live sessions; whoever may still come in comes back by himself. */
    public void showOut(Predicate<Principal> whom) {
        sessions.all()
                .filter(session -> session.caller() != null && whom.test(session.caller()))
                .toList()
                .forEach(sessions::closed);
    }
}
