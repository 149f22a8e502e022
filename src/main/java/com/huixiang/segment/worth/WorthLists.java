package com.huixiang.segment.worth;

import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Customers;
import com.huixiang.order.Money;
import com.huixiang.segment.worth.WorthModel.State;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** READ DOOR: a customer's worth with its reasons, and the model behind it. */
@Service
@Transactional(readOnly = true)
public class WorthLists {

    private static final int EDITIONS = 30;

    private final JdbcClient sql;
    private final Customers customers;
    private final WorthRepository repository;

    WorthLists(JdbcClient sql, Customers customers, WorthRepository repository) {
        this.sql = sql;
        this.customers = customers;
        this.repository = repository;
    }

    /** Whether there is a figure, and if not, why not. */
    public enum Known {
        /** The model says something of him. */
        YES,
        /** He never bought. */
        NO_ORDERS,
        /** All customers together are too few to learn from. */
        TOO_FEW,
        /** Nothing has been fitted yet, or not since his orders came. */
        NOT_YET
    }

    /** In both languages. */
    public record Text(String zh, String en) {}

    /** By which model, and what it learned from. */
    public record By(int version, Instant at, long customers, long returned, boolean converged) {}

    /**
     * @param clv what his orders within these days bring, in money of today; null: too few in his currency
     * @param asOf the day up to which we know of him
     */
    public record Worth(
            @Nullable Money clv,
            double probabilityAlive,
            double probabilityOfReturn,
            int returnDays,
            double expectedOrders,
            @Nullable Money expectedSpend,
            int days,
            Churn churn,
            int purchases,
            LocalDate firstDay,
            LocalDate lastDay,
            LocalDate asOf,
            Text why,
            By model) {}

    /** {@code worth} is there when {@code known} says yes. */
    public record Answer(Known known, Text says, @Nullable Worth worth) {}

    /** What a customer is worth; asked by the id of a merged file too. */
    public Answer of(CustomerId asked) {
        CustomerId id = customers.current(asked);
        WorthStandard standard = repository.standard();
        WorthModel model = repository.newest().orElse(null);
        if (model != null && model.state() == State.FITTED) {
            By by = new By(
                    model.version(),
                    model.at(),
                    model.customers(),
                    model.returned(),
                    model.buying() != null && model.buying().quality().converged());
            var worth = sql.sql("select * from segment.worth where customer_id = ?")
                    .param(id.value())
                    .query((row, n) -> worth(row, standard, by))
                    .optional();
            if (worth.isPresent()) {
                return new Answer(Known.YES, worth.get().why(), worth.get());
            }
        }
        return new Answer(unknown(id, model), says(unknown(id, model), model, standard), null);
    }

    private Known unknown(CustomerId id, @Nullable WorthModel model) {
        boolean bought = sql.sql("""
                select exists (select from shop.order_mirror
                                where customer_id = ? and not reversal and state not in ('UNPAID', 'CANCELLED'))""")
                .param(id.value())
                .query(Boolean.class)
                .single();
        return !bought
                ? Known.NO_ORDERS
                : model != null && model.state() == State.TOO_FEW ? Known.TOO_FEW : Known.NOT_YET;
    }

    private static Text says(Known known, @Nullable WorthModel model, WorthStandard standard) {
        return switch (known) {
            case NO_ORDERS -> new Text("还没有购买,无从估算。", "No purchase yet, so there is nothing to estimate from.");
            case TOO_FEW -> new Text(
                    "客户太少,不估算:现有 %d 位购买过、%d 位再次购买;需要 %d 位和 %d 位。"
                            .formatted(
                                    model == null ? 0 : model.customers(),
                                    model == null ? 0 : model.returned(),
                                    standard.fewestCustomers(),
                                    standard.fewestReturned()),
                    "Too few customers for an estimate: %d bought and %d bought again; it takes %d and %d."
                            .formatted(
                                    model == null ? 0 : model.customers(),
                                    model == null ? 0 : model.returned(),
                                    standard.fewestCustomers(),
                                    standard.fewestReturned()));
            case NOT_YET -> new Text("下一次拟合后给出(每晚一次)。", "Told after the next fit (each night).");
            case YES -> new Text("", "");
        };
    }

    private static Worth worth(ResultSet row, WorthStandard standard, By model) throws SQLException {
        String currency = row.getString("currency");
        int purchases = row.getInt("purchases");
        LocalDate last = row.getObject("last_day", LocalDate.class);
        LocalDate until = row.getObject("until_day", LocalDate.class);
        double back = row.getDouble("back");
        return new Worth(
                money(row.getBigDecimal("value"), currency),
                row.getDouble("alive"),
                back,
                standard.returnDays(),
                row.getDouble("expected"),
                money(row.getBigDecimal("spend"), currency),
                standard.days(),
                Churn.valueOf(row.getString("churn")),
                purchases,
                row.getObject("first_day", LocalDate.class),
                last,
                until,
                why(purchases, ChronoUnit.DAYS.between(last, until), back, standard.returnDays()),
                model);
    }

    private static @Nullable Money money(@Nullable BigDecimal value, String currency) {
        return value == null ? null : new Money(value.setScale(2, RoundingMode.HALF_UP), currency);
    }

    private static Text why(int purchases, long silent, double back, int within) {
        return new Text(
                "在 %d 个日子购买过,距最近一次 %d 天;照其他客户的规律,%d 天内再来的可能为 %.0f%%。"
                        .formatted(purchases, silent, within, back * 100),
                "Bought on %d days, last %d days ago; as other customers go, the chance to come back within %d days is %.0f%%."
                        .formatted(purchases, silent, within, back * 100));
    }

    /** How many customers stand where. */
    public record Risk(Churn churn, long customers, @Nullable Money clv) {}

    /** Earlier fits, the newest first. */
    public record Edition(int version, Instant at, State state, long customers, @Nullable Double logLikelihood, long tookMillis) {}

    /** {@code model} is null before the first fit. */
    public record Book(WorthStandard standard, @Nullable WorthModel model, List<Risk> risks, List<Edition> editions) {}

    public Book book() {
        List<WorthModel> models = repository.models(EDITIONS);
        return new Book(
                repository.standard(),
                models.isEmpty() ? null : models.getFirst(),
                risks(),
                models.stream()
                        .map(each -> new Edition(
                                each.version(),
                                each.at(),
                                each.state(),
                                each.customers(),
                                each.buying() == null ? null : each.buying().quality().logLikelihood(),
                                each.tookMillis()))
                        .toList());
    }

    private List<Risk> risks() {
        return sql.sql("""
                select churn, currency, count(*) as customers, sum(value) as value
                  from segment.worth group by churn, currency
                 order by churn = 'HIGH', churn = 'MIDDLE', count(*) desc, currency""")
                .query((row, n) -> new Risk(
                        Churn.valueOf(row.getString("churn")),
                        row.getLong("customers"),
                        money(row.getBigDecimal("value"), row.getString("currency"))))
                .list();
    }
}
