package com.huixiang.segment;

import com.huixiang.customer.Appraisal;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.CustomerValue;
import com.huixiang.customer.Customers;
import com.huixiang.customer.RuleTag;
import com.huixiang.segment.Rule.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells the files what the facts say: tags with the reason, and what the customer is worth (P-04, T-03). */
@Component
class Tagging {

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Customers customers;

    Tagging(JdbcClient sql, JsonMapper json, Customers customers) {
        this.sql = sql;
        this.json = json;
        this.customers = customers;
    }

    /** A tag as a rule has given it. */
    private record Given(String rule, String name, JsonNode facts) {}

    private record File(Known known, String appraisal, @Nullable String told, List<Given> given) {}

    /** Returns whose tags are other ones now. */
    Set<UUID> tell(Collection<UUID> ids, List<Rule> kept, CustomerStandards.Version version, Instant now) {
        List<File> files = files(ids);
        RuleWords words = new RuleWords(version.thresholds().byKey(), now);
        Map<RuleId, Rule> tagging = kept.stream().filter(rule -> rule.tag() != null).collect(Collectors.toMap(Rule::id, rule -> rule));
        Map<Rule, List<RuleTag>> give = new LinkedHashMap<>();
        Map<String, Map<String, List<CustomerId>>> take = new HashMap<>();
        for (File file : files) {
            Set<String> wanted = new HashSet<>();
            for (int held : file.known().rules()) {
                Rule rule = tagging.get(new RuleId(held));
                String name = rule == null ? null : rule.tagFor(file.known());
                if (rule == null || name == null) {
                    continue;
                }
                wanted.add(rule.id().mark() + " " + name);
                if (rule.state() == State.ACTIVE) {
                    give(file, rule, name, words, give);
                }
            }
            for (Given tag : file.given()) {
                if (!wanted.contains(tag.rule() + " " + tag.name())) {
                    take.computeIfAbsent(tag.rule(), key -> new HashMap<>())
                            .computeIfAbsent(tag.name(), key -> new ArrayList<>())
                            .add(file.known().customer());
                }
            }
        }
        Set<UUID> retagged = new HashSet<>();
        ScopedValue.where(Listening.OURS, true).run(() -> {
            take.forEach((rule, names) -> names.forEach((name, whose) ->
                    customers.untagByRule(rule, name, whose).forEach(each -> retagged.add(each.value()))));
            give.forEach((rule, tags) -> customers.tagByRule(rule.id().mark(), rule.name().zh(), tags)
                    .forEach(each -> retagged.add(each.value())));
            customers.appraiseAll(appraisals(files, version));
        });
        return retagged;
    }

    private void give(File file, Rule rule, String name, RuleWords words, Map<Rule, List<RuleTag>> give) {
        RuleWords.Reason reason = words.why(rule, file.known());
        JsonNode facts = json.valueToTree(reason.facts());
        boolean told = file.given().stream()
                .anyMatch(tag -> tag.rule().equals(rule.id().mark()) && tag.name().equals(name) && tag.facts().equals(facts));
        if (!told) {
            give.computeIfAbsent(rule, key -> new ArrayList<>())
                    .add(new RuleTag(file.known().customer(), name, facts.toString(), reason.words().zh(), reason.words().en()));
        }
    }

    private static List<Appraisal> appraisals(List<File> files, CustomerStandards.Version version) {
        return files.stream()
                .filter(file -> !file.appraisal().equals(Objects.requireNonNullElse(file.told(), CustomerValue.ORDINARY.name())))
                .map(file -> new Appraisal(
                        file.known().customer(), CustomerValue.valueOf(file.appraisal()), why(file, version.thresholds())))
                .toList();
    }

    private static String why(File file, Thresholds thresholds) {
        BigDecimal spent = Objects.requireNonNull(file.known().number(Fact.SPENT_YEAR)).stripTrailingZeros();
        return switch (CustomerValue.valueOf(file.appraisal())) {
            case HIGH -> "近一年消费 " + spent.toPlainString() + ",达到高价值标准 " + thresholds.highValueSpent().toPlainString();
            case VALUED -> "近一年消费 " + spent.toPlainString() + ",达到重点客户标准 " + thresholds.valuedSpent().toPlainString();
            case ORDINARY -> "近一年消费 " + spent.toPlainString() + ",未达到标准";
        };
    }

    private List<File> files(Collection<UUID> ids) {
        return sql.sql("""
                select f.*, c.appraisal as told,
                       (select coalesce(jsonb_agg(jsonb_build_object('name', t.name, 'rule', t.rule_id, 'facts', t.facts)), '[]')
                          from customer.tag t where t.customer_id = f.customer_id) as tags
                  from segment.facts f join customer.customer c on c.id = f.customer_id
                 where f.customer_id = any(:ids::uuid[])
                 order by f.customer_id""")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> {
                    JsonNode tags = json.readTree(row.getString("tags"));
                    Set<String> names = new HashSet<>();
                    List<Given> given = new ArrayList<>();
                    for (JsonNode tag : tags) {
                        names.add(tag.get("name").stringValue());
                        String rule = tag.get("rule").stringValue(null);
                        if (rule != null && rule.startsWith(RuleId.MARK)) {
                            given.add(new Given(rule, tag.get("name").stringValue(), tag.get("facts")));
                        }
                    }
                    return new File(Known.of(row, names, json), row.getString("appraisal"), row.getString("told"), given);
                })
                .list();
    }
}
