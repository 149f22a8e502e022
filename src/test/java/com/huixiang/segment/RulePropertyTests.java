package com.huixiang.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.customer.CustomerFacts;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Author;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Identity;
import com.huixiang.customer.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** P-04: whatever the rule and whoever the customer, the database and plain Java come to the same. */
@HuixiangTest
class RulePropertyTests {

    private static final List<String> NASTY = List.of("连衣裙", "鞋", "'; drop table segment.facts; --", "\\", "a\"b", ":v0", "100%_");

    @Autowired
    Shop shop;

    @Autowired
    Customers customers;

    @Autowired
    CustomerStandards standards;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient sql;

    @Autowired
    JsonMapper json;

    private final Random random = new Random(20261122);

    @Test
    void theDatabaseAndPlainJavaComeToTheSame() {
        clock.stop();
        aRandomCrowd();
        List<Known> crowd = everybody(Map.of());
        int held = 0;
        for (int n = 0; n < 400; n++) {
            JsonNode written = anyRule(3);
            Condition condition = RuleReader.read(written);
            RuleSql compiled = new RuleSql(standards.current().thresholds().byKey(), clock.instant(), false);
            String holds = compiled.holds(condition, "9");
            Map<UUID, Map<String, java.math.BigDecimal>> counted = new HashMap<>();
            Set<UUID> found = new HashSet<>();
            sql.sql("select f.customer_id, " + holds + " as holds, " + compiled.counted() + " as counts from segment.facts f " + compiled.joins())
                    .params(compiled.parameters())
                    .query((java.sql.ResultSet row) -> {
                        UUID id = row.getObject(1, UUID.class);
                        if (row.getBoolean(2)) {
                            found.add(id);
                        }
                        Map<String, java.math.BigDecimal> counts = new HashMap<>();
                        json.readTree(row.getString(3)).properties().forEach(each -> counts.put(each.getKey(), each.getValue().decimalValue()));
                        counted.put(id, counts);
                    });
            Evaluation plain = new Evaluation(standards.current().thresholds().byKey(), clock.instant());
            for (Known known : crowd) {
                Known with = new Known(known.customer(), known.facts(), known.tags(), counted.get(known.customer().value()), known.rules());
                assertThat(found.contains(known.customer().value()))
                        .as("%s for %s", written, with)
                        .isEqualTo(plain.holds(condition, with, "9"));
            }
            held += found.size();
        }
        assertThat(held).as("the rules are neither all true nor all false").isBetween(400, 400 * crowd.size() - 400);
        assertThat(sql.sql("select count(*) from segment.facts").query(Integer.class).single()).isEqualTo(crowd.size());
    }

    private void aRandomCrowd() {
        for (String category : NASTY) {
            shop.sells("SKU-" + NASTY.indexOf(category), category, "100", clock.instant().minusSeconds(86_400L * random.nextInt(300)));
        }
        for (int n = 0; n < 40; n++) {
            String member = "M" + n;
            CustomerId id = customers.recognise(
                    Identity.member(member),
                    CustomerFacts.from("shop").named(member).of(Level.values()[random.nextInt(4)])
                            .reachedBy(random.nextBoolean() ? "1380013%04d".formatted(n) : null, null));
            for (int order = random.nextInt(5); order > 0; order--) {
                shop.buys(member, random.nextInt(500), "SKU-" + random.nextInt(NASTY.size()), 1 + random.nextInt(3), "" + (10 + random.nextInt(900)));
            }
            if (random.nextBoolean()) {
                customers.tag(id, NASTY.get(random.nextInt(NASTY.size())).substring(0, 1), new Author(null, "王芳"), null);
            }
        }
        shop.settles();
    }

    private List<Known> everybody(Map<String, java.math.BigDecimal> none) {
        List<Known> all = new ArrayList<>();
        sql.sql("select f.*, array(select name from customer.tag t where t.customer_id = f.customer_id) as tags from segment.facts f")
                .query((java.sql.ResultSet row) -> {
                    all.add(Known.of(row, Set.of((String[]) row.getArray("tags").getArray()), json));
                });
        return all;
    }

    private JsonNode anyRule(int depth) {
        ObjectNode node = json.createObjectNode();
        int kind = depth == 0 ? 3 + random.nextInt(4) : random.nextInt(7);
        switch (kind) {
            case 0, 1 -> {
                ArrayNode of = node.putArray(kind == 0 ? "all" : "any");
                for (int n = 1 + random.nextInt(3); n > 0; n--) {
                    of.add(anyRule(depth - 1));
                }
            }
            case 2 -> node.set("not", anyRule(depth - 1));
            case 3 -> node.put("tag", NASTY.get(random.nextInt(NASTY.size())).substring(0, 1)).put("is", random.nextBoolean() ? "set" : "missing");
            case 4 -> counted(node);
            default -> fact(node);
        }
        return node;
    }

    private void counted(ObjectNode node) {
        boolean events = random.nextInt(4) == 0;
        node.put("counted", events ? "events" : "orders");
        if (events) {
            node.put("event", "Product Viewed");
        }
        if (random.nextBoolean()) {
            node.put("category", NASTY.get(random.nextInt(NASTY.size())));
        }
        boolean sum = !events && random.nextBoolean();
        node.put("days", 1 + random.nextInt(500)).put("measure", sum ? "sum" : "count");
        node.put("is", number()).put("value", sum ? random.nextInt(1500) : random.nextInt(3));
    }

    private String number() {
        return List.of("at-least", "at-most", "more-than", "less-than", "equals").get(random.nextInt(5));
    }

    private void fact(ObjectNode node) {
        Fact fact = Fact.values()[random.nextInt(Fact.values().length)];
        List<Operator> may = Operator.of(fact.kind()).stream().sorted().toList();
        Operator is = may.get(random.nextInt(may.size()));
        node.put("fact", fact.code()).put("is", is.code());
        if (is.wantsNothing()) {
            return;
        }
        switch (fact.kind()) {
            case NUMBER -> node.put("value", random.nextInt(6));
            case MONEY -> node.put("value", random.nextInt(3000));
            case SHARE -> node.put("value", random.nextInt(100) / 100.0);
            case TIME -> {
                if (random.nextInt(5) == 0) {
                    node.putObject("value").put("standard", "atRiskDays");
                } else {
                    node.put("value", 1 + random.nextInt(400));
                }
            }
            case TEXT -> {
                List<String> values = fact == Fact.LEVEL ? List.of("GOLD", "SILVER") : fact == Fact.STRATEGY ? List.of("LOYAL", "DORMANT") : NASTY;
                if (is == Operator.ONE_OF) {
                    node.putArray("values").add(values.get(0)).add(values.get(1));
                } else {
                    node.put("value", values.get(random.nextInt(values.size())));
                }
            }
            case TEXTS -> node.put("value", NASTY.get(random.nextInt(NASTY.size())));
            case YES_NO -> throw new IllegalStateException();
        }
    }
}
