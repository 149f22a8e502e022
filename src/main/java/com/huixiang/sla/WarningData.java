package com.huixiang.sla;

import com.huixiang.customer.CustomerId;
import com.huixiang.customer.PersonalData;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** P-08: warnings name a customer; what somebody wrote about one goes, that there was one stays in the figures. */
@Component
class WarningData implements PersonalData {

    private final JdbcClient sql;

    WarningData(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> tables() {
        return Set.of("sla.warning");
    }

    @Override
    public List<Section> sections() {
        return List.of(new Section("warnings", "服务预警", "Warnings of his service", """
                select kind, at, handled_at, note from sla.warning where customer_id = :customer order by at"""));
    }

    @Override
    public Map<String, Integer> erase(CustomerId customer) {
        int rows = sql.sql("update sla.warning set note = null where customer_id = ? and note is not null")
                .param(customer.value())
                .update();
        return Map.of("warnings", rows);
    }
}
