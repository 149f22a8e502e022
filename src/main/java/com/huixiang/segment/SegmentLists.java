package com.huixiang.segment;

import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Level;
import com.huixiang.customer.Mask;
import com.huixiang.kernel.Csv;
import com.huixiang.kernel.Page;
import com.huixiang.order.Money;
import com.huixiang.segment.Rule.By;
import com.huixiang.segment.Rule.Kind;
import com.huixiang.segment.Rule.State;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** READ DOOR: rules and segments with their sizes, who belongs to them, and who would. */
@Service
@Transactional(readOnly = true)
public class SegmentLists {

    private static final int LARGEST_PAGE = 200;
    private static final int SAMPLE = 8;
    private static final int TREND_DAYS = 90;

    private final JdbcClient sql;
    private final RuleRepository rules;
    private final CustomerStandards standards;
    private final JsonMapper json;
    private final Clock clock;

    SegmentLists(JdbcClient sql, RuleRepository rules, CustomerStandards standards, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.rules = rules;
        this.standards = standards;
        this.json = json;
        this.clock = clock;
    }

    /** How many there were on a day. */
    public record Size(LocalDate day, int members) {}

    /** @param settled whether everybody has been measured by this version */
    public record RuleView(
            RuleId id,
            @Nullable String code,
            Kind kind,
            Words name,
            Words hint,
            Words sentence,
            JsonNode condition,
            @Nullable String tag,
            State state,
            int version,
            int members,
            boolean settled,
            Instant changedAt,
            By by,
            List<Size> trend) {}

    public List<RuleView> all() {
        List<Rule> kept = rules.kept();
        Map<RuleId, List<Size>> trends = trends(kept.stream().map(Rule::id).toList());
        RuleWords words = words();
        return kept.stream()
                .map(rule -> view(rule, words, trends.getOrDefault(rule.id(), List.of())))
                .toList();
    }

    public RuleView get(RuleId id) {
        Rule rule = rules.find(id).orElseThrow(SegmentProblem::notFound);
        return view(rule, words(), trends(List.of(id)).getOrDefault(id, List.of()));
    }

    private RuleWords words() {
        return new RuleWords(standards.current().thresholds().byKey(), clock.instant());
    }

    private static RuleView view(Rule rule, RuleWords words, List<Size> trend) {
        return new RuleView(
                rule.id(), rule.code(), rule.kind(), rule.name(), rule.hint(), words.of(rule.condition()), rule.written(),
                rule.tag(), rule.state(), rule.version(), rule.members(), rule.judgedAt() != null, rule.changedAt(), rule.by(), trend);
    }

    public List<Size> trend(RuleId id) {
        return trends(List.of(id)).getOrDefault(id, List.of());
    }

    private Map<RuleId, List<Size>> trends(Collection<RuleId> ids) {
        Map<RuleId, List<Size>> trends = new HashMap<>();
        sql.sql("select rule_id, day, members from segment.trend where rule_id = any(:ids::integer[]) and day > :from order by rule_id, day")
                .param("ids", ids.stream().map(RuleId::value).toArray(Integer[]::new))
                .param("from", java.sql.Date.valueOf(clock.instant().atZone(Counting.HERE).toLocalDate().minusDays(TREND_DAYS)))
                .query((ResultSet row) -> {
                    trends.computeIfAbsent(new RuleId(row.getInt("rule_id")), key -> new ArrayList<>())
                            .add(new Size(row.getDate("day").toLocalDate(), row.getInt("members")));
                });
        return trends;
    }

    /** An earlier form of the rule. */
    public record VersionView(int version, Words name, Words sentence, JsonNode condition, @Nullable String tag, Instant at, By by) {}

    public List<VersionView> versions(RuleId id) {
        RuleWords words = words();
        return sql.sql("select * from segment.rule_version where rule_id = ? order by version desc limit 100")
                .param(id.value())
                .query((row, n) -> {
                    JsonNode written = json.readTree(row.getString("condition"));
                    return new VersionView(
                            row.getInt("version"),
                            new Words(row.getString("name_zh"), row.getString("name_en")),
                            words.of(RuleReader.read(written)),
                            written,
                            row.getString("tag"),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            new By(row.getObject("by_id", UUID.class), row.getString("by_name")));
                })
                .list();
    }

    /** A customer in a list, without anything that says how to reach him. */
    public record Member(
            CustomerId id,
            String name,
            Level level,
            int orders,
            @Nullable Money spent,
            @Nullable Instant lastOrderAt,
            @Nullable String cell,
            RfmStandard.@Nullable Code strategy,
            @Nullable Instant since) {}

    private static final String MEMBER =
            """
            select f.customer_id, c.name, f.level, f.orders, f.spent, f.currency, f.last_order_at, f.r, f.f, f.m, f.strategy,
                   c.phone, %s as since
              from segment.facts f join customer.customer c on c.id = f.customer_id
            """;

    /** By the order of their files. */
    public Page<Member> members(RuleId id, @Nullable String cursor, int limit) {
        rules.find(id).orElseThrow(SegmentProblem::notFound);
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        List<Member> found = sql.sql(MEMBER.formatted("x.since")
                        + " join segment.member x on x.customer_id = f.customer_id and x.rule_id = :rule"
                        + " where :after::uuid is null or x.customer_id > :after order by x.customer_id limit :limit")
                .param("rule", id.value())
                .param("after", position(cursor), java.sql.Types.OTHER)
                .param("limit", size + 1)
                .query(SegmentLists::member)
                .list();
        return page(found, size);
    }

    /** One line after another, masked as the reader's role says. */
    public void export(RuleId id, boolean whole, Consumer<String> line) {
        Rule rule = rules.find(id).orElseThrow(SegmentProblem::notFound);
        line.accept(Csv.line("客户编号", "姓名", "等级", "手机号", "订单数", "累计消费", "币种", "最近购买", "RFM", "入群时间"));
        sql.sql(MEMBER.formatted("x.since") + " join segment.member x on x.customer_id = f.customer_id and x.rule_id = :rule"
                        + " order by x.customer_id")
                .param("rule", rule.id().value())
                .withFetchSize(1000)
                .query((ResultSet row) -> {
                    Member member = member(row, 0);
                    String phone = row.getString("phone");
                    line.accept(Csv.line(
                            member.id().toString(),
                            member.name(),
                            RuleWords.inWords(Fact.LEVEL, member.level().name()).zh(),
                            whole ? phone : Mask.phone(phone),
                            Integer.toString(member.orders()),
                            member.spent() == null ? "0" : member.spent().amount(),
                            member.spent() == null ? "" : member.spent().currency(),
                            member.lastOrderAt() == null ? "" : member.lastOrderAt().toString(),
                            member.cell(),
                            Objects.toString(member.since(), "")));
                });
    }

    /** What a rule that is being written would find. */
    public record Preview(int members, int of, Words sentence, List<Member> sample) {}

    public Preview preview(JsonNode written) {
        Condition condition = RuleReader.read(written);
        CustomerStandards.Version version = standards.current();
        RuleSql compiled = new RuleSql(version.thresholds().byKey(), clock.instant(), false);
        String where = compiled.holds(condition, "preview");
        String found = "with found as materialized (select f.customer_id from segment.facts f " + compiled.joins() + " where " + where + ") ";
        int members = sql.sql(found + "select count(*) from found")
                .params(compiled.parameters())
                .query(Integer.class)
                .single();
        List<Member> sample = sql.sql(found + MEMBER.formatted("null::timestamptz")
                        + " where f.customer_id in (select customer_id from found)"
                        + " order by f.last_order_at desc nulls last, f.customer_id limit " + SAMPLE)
                .params(compiled.parameters())
                .query(SegmentLists::member)
                .list();
        return new Preview(
                members,
                sql.sql("select count(*) from segment.facts").query(Integer.class).single(),
                new RuleWords(version.thresholds().byKey(), clock.instant()).of(condition),
                sample);
    }

    /** What may be asked in a rule, for the builder. */
    public record Question(String fact, Fact.Kind kind, Words name, Words unit, List<String> is, List<String> values) {}

    /** @param standards by the name that rules use */
    public record Language(List<Question> facts, Map<String, BigDecimal> standards, List<String> categories, List<String> tags, List<String> events) {}

    public Language language() {
        List<String> categories = texts("select category from shop.product where category is not null group by category order by count(*) desc, 1 limit 200");
        List<String> tags = texts("select name from customer.tag group by name order by count(*) desc, name limit 200");
        return new Language(
                Arrays.stream(Fact.values())
                        .map(fact -> new Question(
                                fact.code(),
                                fact.kind(),
                                fact.words(),
                                fact.unit(),
                                Operator.of(fact.kind()).stream().sorted().map(Operator::code).toList(),
                                values(fact, categories)))
                        .toList(),
                standards.current().thresholds().byKey(),
                categories,
                tags,
                List.of(
                        "Product Viewed", "Product Added", "Product Favourited", "Products Searched", "Order Completed",
                        "Page Viewed", "Product Removed"));
    }

    private List<String> values(Fact fact, List<String> categories) {
        return switch (fact) {
            case LEVEL -> Arrays.stream(Level.values()).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
            case STRATEGY -> Arrays.stream(RfmStandard.Code.values()).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
            case CATEGORIES, FAVOURITE -> categories;
            case REGION -> texts("select region from segment.facts where region is not null group by region order by count(*) desc limit 100");
            case LIFE_STAGE -> List.of("single", "couple", "expecting", "infant", "children", "empty-nest", "retired");
            case ORDERS, ORDERS_YEAR, SPENT, SPENT_YEAR, SPENT_QUARTER, FIRST_ORDER_AT, LAST_ORDER_AT, FAVOURITE_SHARE,
                    NEW_PRODUCT_AT, DISCOUNT_SHARE, REACHABLE, SATISFACTION, VIEWS, CARTS, SEEN_AT, SINCE, RECENCY, FREQUENCY, MONEY ->
                List.of();
        };
    }

    private List<String> texts(String query) {
        return sql.sql(query).query(String.class).list();
    }

    /** What the last nightly counts found, the newest first. */
    public record ReportView(UUID id, Instant at, long tookMillis, int customers, int facts, int memberships, JsonNode samples) {}

    public List<ReportView> reports() {
        return sql.sql("select * from segment.report order by at desc limit 30")
                .query((row, n) -> new ReportView(
                        row.getObject("id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getLong("took_millis"),
                        row.getInt("customers"),
                        row.getInt("facts"),
                        row.getInt("memberships"),
                        json.readTree(row.getString("samples"))))
                .list();
    }

    static Page<Member> page(List<Member> found, int size) {
        boolean more = found.size() > size;
        List<Member> shown = more ? found.subList(0, size) : found;
        return new Page<>(shown, more ? shown.getLast().id().toString() : null);
    }

    static @Nullable UUID position(@Nullable String cursor) {
        try {
            return cursor == null || cursor.isBlank() ? null : UUID.fromString(cursor);
        } catch (IllegalArgumentException unreadable) {
            throw SegmentProblem.badCursor();
        }
    }

    static String memberQuery() {
        return MEMBER.formatted("null::timestamptz");
    }

    static Member member(ResultSet row, int number) throws SQLException {
        String currency = row.getString("currency");
        OffsetDateTime last = row.getObject("last_order_at", OffsetDateTime.class);
        OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
        int r = row.getInt("r");
        String strategy = row.getString("strategy");
        return new Member(
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getString("name"),
                Level.valueOf(row.getString("level")),
                row.getInt("orders"),
                currency == null ? null : new Money(row.getBigDecimal("spent"), currency),
                last == null ? null : last.toInstant(),
                r == 0 ? null : "" + r + row.getInt("f") + row.getInt("m"),
                strategy == null ? null : RfmStandard.Code.valueOf(strategy),
                since == null ? null : since.toInstant());
    }
}
