package com.huixiang.routing;

import com.huixiang.customer.CustomerId;
import com.huixiang.customer.PersonalData;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** P-08: who looks after a person. */
@Component
class BindingData implements PersonalData {

    private final JdbcClient sql;

    BindingData(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> tables() {
        return Set.of("routing.binding");
    }

    @Override
    public List<Section> sections() {
        return List.of(new Section("own-agent", "专属客服", "His own agent", """
                select m.nickname as agent, b.at
                  from routing.binding b left join staff.member m on m.id = b.agent_id
                 where b.customer_id = :customer"""));
    }

    @Override
    public Map<String, Integer> erase(CustomerId customer) {
        int rows = sql.sql("delete from routing.binding where customer_id = ?")
                .param(customer.value())
                .update();
        return Map.of("own-agent", rows);
    }
}
