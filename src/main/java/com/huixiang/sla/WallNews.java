package com.huixiang.sla;

import com.huixiang.conversation.DeskExtension;
import com.huixiang.push.LiveSession;
import com.huixiang.sla.WallLists.Scope;
import com.huixiang.sla.WallLists.Wall;
import com.huixiang.staff.Actor;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.StoreId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Who looks at the wall, and showing it to them: read once for all who see the same, and not at all when nobody looks. */
@Component
class WallNews implements DeskExtension {

    private static final String WATCH = "watch-wall";
    private static final String UNWATCH = "unwatch-wall";

    private final Map<LiveSession, Scope> watching = new ConcurrentHashMap<>();
    private final WallLists lists;

    WallNews(WallLists lists) {
        this.lists = lists;
    }

    record WallFrame(String type, Wall wall) {}

    @Override
    public Set<String> frames() {
        return Set.of(WATCH, UNWATCH);
    }

    @Override
    public void received(LiveSession session, Actor actor, String type, JsonNode frame) {
        if (type.equals(UNWATCH)) {
            watching.remove(session);
            return;
        }
        UUID group = idIn(frame, "group");
        UUID store = idIn(frame, "store");
        Scope scope = Scope.of(
                actor, group == null ? null : new GroupId(group), store == null ? null : new StoreId(store));
        watching.put(session, scope);
        session.tell(new WallFrame("wall", lists.wall(scope)));
    }

    @Override
    public void left(LiveSession session) {
        watching.remove(session);
    }

    void tell() {
        Map<Scope, Wall> seen = new HashMap<>();
        watching.forEach(
                (session, scope) -> session.tell(new WallFrame("wall", seen.computeIfAbsent(scope, lists::wall))));
    }

    private static @Nullable UUID idIn(JsonNode frame, String field) {
        String text = frame.path(field).asString("");
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
