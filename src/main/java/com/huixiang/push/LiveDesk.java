package com.huixiang.push;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where one kind of browser connects. A module that talks live with people has one of these. */
public interface LiveDesk {

    /** The last part of the address: {@code /live/<name>}. */
    String name();

    /** Whether the page may come from another site. Only for desks whose callers show a token of their own. */
    boolean opensToOtherSites();

    /** Who the web layer says is calling; null when nobody is signed in. Refused callers never get a session. */
    boolean admits(@Nullable Principal caller);

    /** One frame from the browser. Must not wait for slow things; a {@code Problem} thrown here is told to the browser. */
    void received(LiveSession session, String type, JsonNode frame);

    /** The session is over, whoever ended it. */
    void left(LiveSession session);
}
