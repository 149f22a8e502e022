package com.huixiang.conversation;

import com.huixiang.customer.Perishable;
import com.huixiang.customer.TimelineEntry.Words;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** P-08: what was said in conversations that ended long ago. */
@Component
class OldTalks implements Perishable {

    private final Forgetting forgetting;
    private final JdbcClient sql;

    OldTalks(Forgetting forgetting, JdbcClient sql) {
        this.forgetting = forgetting;
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "conversation.messages";
    }

    @Override
    public Words title() {
        return new Words("已结束会话的内容和附件", "Texts and files of closed conversations");
    }

    @Override
    public @Nullable Integer preset() {
        return null;
    }

    @Override
    public int forget(Instant before, int most) {
        List<UUID> conversations = sql.sql(
                        """
                        select id from conversation.conversation
                         where state = 'CLOSED' and closed_at < :before and last_preview <> '[已删除]'
                         order by id limit :most for update skip locked""")
                .param("before", ConversationRepository.utc(before))
                .param("most", most)
                .query(UUID.class)
                .list();
        if (!conversations.isEmpty()) {
            forgetting.forget(conversations, "");
        }
        return conversations.size();
    }
}
