package com.huixiang.segment;

import com.huixiang.customer.CustomerId;
import com.huixiang.customer.PersonalData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** P-08: what is counted of a person. It goes with him; what remains of his orders is counted again for the accounts. */
@Component
class SegmentPersonalData implements PersonalData {

    private final JdbcClient sql;

    SegmentPersonalData(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> tables() {
        return Set.of("segment.facts", "segment.member", "segment.due", "segment.untold");
    }

    @Override
    public List<Section> sections() {
        return List.of(
                new Section(
                        "insight",
                        "统计与 RFM",
                        "Figures and RFM",
                        """
                        select orders, spent, spent_year, currency, first_order_at, last_order_at, categories, favourite, region,
                               life_stage, r, f, m, strategy, appraisal, computed_at
                          from segment.facts where customer_id = :customer"""),
                new Section(
                        "segments",
                        "所属分群",
                        "Segments",
                        """
                        select r.name_zh as segment, m.since
                          from segment.member m join segment.rule r on r.id = m.rule_id where m.customer_id = :customer
                         order by m.since"""));
    }

    @Override
    public Map<String, Integer> erase(CustomerId customer) {
        Map<String, Integer> erased = new LinkedHashMap<>();
        erased.put("segments", delete("segment.member", customer));
        erased.put("insight", delete("segment.facts", customer));
        delete("segment.due", customer);
        delete("segment.untold", customer);
        return erased;
    }

    private int delete(String table, CustomerId customer) {
        return sql.sql("delete from " + table + " where customer_id = ?").param(customer.value()).update();
    }
}
