package com.huixiang.connect;

import com.huixiang.customer.CustomerId;
import com.huixiang.customer.PersonalData;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** P-08: what was handed to other systems holds his words; they are told nothing more, and our copy goes. */
@Component
class DeliveryData implements PersonalData {

    private final JdbcClient sql;

    DeliveryData(JdbcClient sql) {
        this.sql = sql;
    }

    /** A delivery belongs to a conversation, and so to its customer. */
    @Override
    public Set<String> tables() {
        return Set.of();
    }

    @Override
    public List<Section> sections() {
        return List.of(new Section("deliveries", "发送给其他系统的消息", "Handed to other systems", """
                select w.url, d.event, d.state, d.created_at, d.done_at
                  from conversation.conversation c
                  join connect.delivery d on d.conversation_id = c.id
                  join connect.webhook w on w.id = d.webhook_id
                 where c.customer_id = :customer order by d.created_at"""));
    }

    @Override
    public Map<String, Integer> erase(CustomerId customer) {
        int rows = sql.sql(
                        """
                        delete from connect.delivery d
                         using conversation.conversation c
                         where c.id = d.conversation_id and c.customer_id = ?""")
                .param(customer.value())
                .update();
        return Map.of("deliveries", rows);
    }
}
