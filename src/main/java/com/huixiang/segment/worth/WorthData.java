package com.huixiang.segment.worth;

import com.huixiang.customer.CustomerId;
import com.huixiang.customer.PersonalData;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** P-08: what we estimated of a person. */
@Component
class WorthData implements PersonalData {

    private final JdbcClient sql;

    WorthData(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> tables() {
        return Set.of("segment.worth");
    }

    @Override
    public List<Section> sections() {
        return List.of(new Section("worth", "客户价值的估算", "Estimated worth", """
                select purchases, first_day, last_day, until_day, currency, alive, back, expected, spend, value, churn, computed_at
                  from segment.worth where customer_id = :customer"""));
    }

    @Override
    public Map<String, Integer> erase(CustomerId customer) {
        return Map.of(
                "worth",
                sql.sql("delete from segment.worth where customer_id = ?").param(customer.value()).update());
    }
}
