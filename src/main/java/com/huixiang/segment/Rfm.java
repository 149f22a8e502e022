package com.huixiang.segment;

import com.huixiang.kernel.Page;
import com.huixiang.order.Money;
import com.huixiang.segment.RfmStandard.Method;
import com.huixiang.segment.RfmStandard.Span;
import com.huixiang.segment.SegmentLists.Member;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** READ DOOR: the map of P-05, what another standard would make of it, and the funnel of P-07. */
@Service
@Transactional(readOnly = true)
public class Rfm {

    private static final int LARGEST_PAGE = 200;

    private final JdbcClient sql;
    private final CustomerStandards standards;
    private final Counting counting;
    private final Clock clock;

    Rfm(JdbcClient sql, CustomerStandards standards, Counting counting, Clock clock) {
        this.sql = sql;
        this.standards = standards;
        this.counting = counting;
        this.clock = clock;
    }

    /** Customers with the same points. Money of the currency that most of them pay in. */
    public record Cell(int r, int f, int m, int customers, Money money) {}

    /** How many customers a strategy has and what they have spent. */
    public record Share(RfmStandard.Strategy strategy, int customers, Money money) {}

    /** The bounds that hold at present: measured ones with quintiles. */
    public record Bounds(List<Integer> recencyDays, List<BigDecimal> frequency, List<BigDecimal> money, boolean measured) {}

    /** @param buyers whoever has bought at least once */
    public record Map(List<Cell> cells, List<Share> strategies, RfmStandard standard, Bounds bounds, int buyers) {}

    public Map map() {
        RfmStandard standard = standards.current().rfm();
        List<Cell> cells = sql.sql("""
                select r, f, m, count(*)::integer as customers, sum(spent) as money
                  from segment.facts where r is not null group by r, f, m order by r, f, m""")
                .query((row, n) -> new Cell(
                        row.getInt("r"), row.getInt("f"), row.getInt("m"), row.getInt("customers"),
                        new Money(row.getBigDecimal("money"), currency())))
                .list();
        return map(cells, standard, counting.edges(standard));
    }

    /** P-05: the same with a standard that is not saved. */
    public Map preview(RfmStandard standard) {
        if (!standard.isSound()) {
            throw SegmentProblem.badStandards();
        }
        Edges edges = standard.method() == Method.QUINTILES ? counting.edges(standard) : Edges.of(standard, null);
        Instant now = clock.instant();
        List<Integer> days = edges.recency();
        List<Cell> cells = sql.sql("""
                select r, f, m, count(*)::integer as customers, sum(spent) as money
                  from (select 5 - ((last_order_at < :d0)::integer + (last_order_at < :d1)::integer
                                  + (last_order_at < :d2)::integer + (last_order_at < :d3)::integer) as r,
                               1 + ({orders} {sign} :f0)::integer + ({orders} {sign} :f1)::integer
                                 + ({orders} {sign} :f2)::integer + ({orders} {sign} :f3)::integer as f,
                               1 + ({spent} {sign} :m0)::integer + ({spent} {sign} :m1)::integer
                                 + ({spent} {sign} :m2)::integer + ({spent} {sign} :m3)::integer as m,
                               spent
                          from segment.facts where last_order_at is not null) x
                 group by r, f, m order by r, f, m"""
                        .replace("{sign}", edges.sign())
                        .replace("{orders}", standard.span() == Span.ALL ? "orders" : "orders_year")
                        .replace("{spent}", standard.span() == Span.ALL ? "spent" : "spent_year"))
                .param("d0", Counting.utc(now.minus(Duration.ofDays(days.get(0)))))
                .param("d1", Counting.utc(now.minus(Duration.ofDays(days.get(1)))))
                .param("d2", Counting.utc(now.minus(Duration.ofDays(days.get(2)))))
                .param("d3", Counting.utc(now.minus(Duration.ofDays(days.get(3)))))
                .param("f0", edges.frequency().get(0))
                .param("f1", edges.frequency().get(1))
                .param("f2", edges.frequency().get(2))
                .param("f3", edges.frequency().get(3))
                .param("m0", edges.money().get(0))
                .param("m1", edges.money().get(1))
                .param("m2", edges.money().get(2))
                .param("m3", edges.money().get(3))
                .query((row, n) -> new Cell(
                        row.getInt("r"), row.getInt("f"), row.getInt("m"), row.getInt("customers"),
                        new Money(row.getBigDecimal("money"), currency())))
                .list();
        return map(cells, standard, edges);
    }

    private Map map(List<Cell> cells, RfmStandard standard, Edges edges) {
        String currency = currency();
        List<Share> shares = standard.strategies().stream()
                .map(strategy -> {
                    List<Cell> own = cells.stream().filter(cell -> codeOf(cell, standard) == strategy.code()).toList();
                    return new Share(
                            strategy,
                            own.stream().mapToInt(Cell::customers).sum(),
                            own.stream().map(Cell::money).reduce(Money.zero(currency), Money::plus));
                })
                .toList();
        return new Map(
                cells,
                shares,
                standard,
                new Bounds(edges.recency(), edges.frequency(), edges.money(), edges.sign().equals(">")),
                cells.stream().mapToInt(Cell::customers).sum());
    }

    private static RfmStandard.Code codeOf(Cell cell, RfmStandard standard) {
        RfmStandard.Points loyal = standard.loyal();
        if (cell.r() >= loyal.r() && cell.f() >= loyal.f() && cell.m() >= loyal.m()) {
            return RfmStandard.Code.LOYAL;
        }
        return cell.r() <= standard.dormantRecency() ? RfmStandard.Code.DORMANT : RfmStandard.Code.CULTIVATE;
    }

    private String currency() {
        return sql.sql("select currency from segment.facts where currency is not null limit 1")
                .query(String.class)
                .optional()
                .orElse("CNY");
    }

    /** Who has these points; {@code 5..} for all with five points of recency. */
    public Page<Member> customers(String cell, @Nullable String cursor, int limit) {
        if (!cell.matches("[1-5.]{3}")) {
            throw SegmentProblem.badCell();
        }
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        List<Member> found = sql.sql(SegmentLists.memberQuery()
                        + """
                         where f.r is not null
                           and (:r::smallint is null or f.r = :r) and (:f::smallint is null or f.f = :f)
                           and (:m::smallint is null or f.m = :m)
                           and (:after::uuid is null or f.customer_id > :after)
                         order by f.customer_id limit :limit""")
                .param("r", point(cell, 0), java.sql.Types.SMALLINT)
                .param("f", point(cell, 1), java.sql.Types.SMALLINT)
                .param("m", point(cell, 2), java.sql.Types.SMALLINT)
                .param("after", SegmentLists.position(cursor), java.sql.Types.OTHER)
                .param("limit", size + 1)
                .query(SegmentLists::member)
                .list();
        return SegmentLists.page(found, size);
    }

    private static @Nullable Short point(String cell, int at) {
        return cell.charAt(at) == '.' ? null : (short) (cell.charAt(at) - '0');
    }

    /** P-07: one step of the funnel; {@code rule} says who belongs to it. */
    public record Step(String code, Words name, int customers, @Nullable RuleId rule) {}

    /** P-07: everybody we know of, whoever showed interest, whoever we want to keep. */
    public List<Step> funnel() {
        int everybody = sql.sql("select count(*) from segment.facts").query(Integer.class).single();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("market", new Words("目标市场", "Target market"), everybody, null));
        steps.addAll(sql.sql("""
                select id, code, name_zh, name_en, members from segment.rule
                 where code in ('prospects', 'target-customers') and state <> 'REMOVED' order by code""")
                .query((row, n) -> new Step(
                        row.getString("code"),
                        new Words(row.getString("name_zh"), row.getString("name_en")),
                        row.getInt("members"),
                        new RuleId(row.getInt("id"))))
                .list());
        return steps;
    }
}
