package com.huixiang.conversation;

import com.huixiang.push.LiveSession;
import com.huixiang.staff.Actor;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a module above understands on the live line of the workbench besides the frames of the record. */
public interface DeskExtension {

    /** The frames it understands. */
    Set<String> frames();

    /** One of them, from a member who has said hello. */
    void received(LiveSession session, Actor actor, String type, JsonNode frame);

    /** The session is over. */
    void left(LiveSession session);
}
