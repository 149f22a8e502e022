package com.huixiang.staff;

import com.huixiang.kernel.Background;
import com.huixiang.push.LiveTopics;
import com.huixiang.staff.StaffEvent.PresenceChanged;
import com.huixiang.staff.StaffLists.Colleague;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Shows everybody on the floor who comes and goes. */
@Component
class PresenceNews {

    private final LiveTopics topics;
    private final StaffLists lists;
    private final Background background;

    PresenceNews(LiveTopics topics, StaffLists lists, Background background) {
        this.topics = topics;
        this.lists = lists;
        this.background = background;
    }

    record Frame(String type, Colleague member) {}

    @TransactionalEventListener
    void on(PresenceChanged news) {
        if (topics.anybodyMayListen(Presences.FLOOR)) {
            background.run("Telling a presence", () -> lists.colleague(news.id())
                    .ifPresent(member -> topics.tell(Presences.FLOOR, new Frame("presence", member))));
        }
    }
}
