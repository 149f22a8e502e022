package com.huixiang.segment.worth;

import com.huixiang.customer.CustomerId;
import com.huixiang.segment.worth.WorthModel.Bar;
import com.huixiang.segment.worth.WorthModel.Buying;
import com.huixiang.segment.worth.WorthModel.HeldOut;
import com.huixiang.segment.worth.WorthModel.Quality;
import com.huixiang.segment.worth.WorthModel.Spending;
import com.huixiang.segment.worth.WorthModel.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class WorthRepository {

    private static final long FITTING = 0x0000_776f_7274_6801L;
    private static final int AT_A_TIME = 10_000;

    private final JdbcClient sql;
    private final JsonMapper json;

    WorthRepository(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** One fit at a time, on all nodes. False: somebody is at it. */
    boolean lock() {
        return sql.sql("select pg_try_advisory_xact_lock(?)").param(FITTING).query(Boolean.class).single();
    }

    WorthStandard standard() {
        return sql.sql("select * from segment.worth_standard")
                .query((row, n) -> new WorthStandard(
                        row.getInt("days"),
                        row.getBigDecimal("discount"),
                        row.getInt("return_days"),
                        row.getBigDecimal("churn_high_below"),
                        row.getBigDecimal("churn_low_from"),
                        row.getInt("fewest_customers"),
                        row.getInt("fewest_returned"),
                        row.getInt("silent_shop_days")))
                .single();
    }

    void put(WorthStandard standard) {
        sql.sql("""
                update segment.worth_standard
                   set days = ?, discount = ?, return_days = ?, churn_high_below = ?, churn_low_from = ?,
                       fewest_customers = ?, fewest_returned = ?, silent_shop_days = ?""")
                .params(
                        standard.days(),
                        standard.discount(),
                        standard.returnDays(),
                        standard.churnHighBelow(),
                        standard.churnLowFrom(),
                        standard.fewestCustomers(),
                        standard.fewestReturned(),
                        standard.silentShopDays())
                .update();
    }

    Optional<WorthModel> newest() {
        return sql.sql("select * from segment.worth_model order by version desc limit 1")
                .query((row, n) -> model(row))
                .optional();
    }

    List<WorthModel> models(int most) {
        return sql.sql("select * from segment.worth_model order by version desc limit ?")
                .param(most)
                .query((row, n) -> model(row))
                .list();
    }

    private WorthModel model(ResultSet row) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        String heldOut = row.getString("held_out");
        return new WorthModel(
                row.getInt("version"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                state,
                row.getLong("customers"),
                row.getLong("returned"),
                row.getInt("habits"),
                row.getLong("took_millis"),
                state == State.TOO_FEW
                        ? null
                        : new Buying(
                                row.getDouble("r"),
                                row.getDouble("alpha"),
                                row.getDouble("a"),
                                row.getDouble("b"),
                                json.readValue(row.getString("quality"), Quality.class)),
                List.of(json.readValue(row.getString("spending"), Spending[].class)),
                List.of(json.readValue(row.getString("bars"), Bar[].class)),
                heldOut == null ? null : json.readValue(heldOut, HeldOut.class));
    }

    void add(WorthModel model) {
        @Nullable Buying buying = model.buying();
        sql.sql("""
                insert into segment.worth_model (version, at, state, customers, returned, habits, took_millis,
                                                 r, alpha, a, b, quality, spending, bars, held_out)
                values (:version, :at, :state, :customers, :returned, :habits, :took,
                        :r, :alpha, :a, :b, :quality::jsonb, :spending::jsonb, :bars::jsonb, :heldOut::jsonb)""")
                .param("version", model.version())
                .param("at", model.at().atOffset(ZoneOffset.UTC))
                .param("state", model.state().name())
                .param("customers", model.customers())
                .param("returned", model.returned())
                .param("habits", model.habits())
                .param("took", model.tookMillis())
                .param("r", buying == null ? null : buying.r())
                .param("alpha", buying == null ? null : buying.alpha())
                .param("a", buying == null ? null : buying.a())
                .param("b", buying == null ? null : buying.b())
                .param("quality", buying == null ? null : json.writeValueAsString(buying.quality()))
                .param("spending", json.writeValueAsString(model.spending()))
                .param("bars", json.writeValueAsString(model.bars()))
                .param("heldOut", model.heldOut() == null ? null : json.writeValueAsString(model.heldOut()))
                .update();
    }

    void took(int version, long millis) {
        sql.sql("update segment.worth_model set took_millis = ? where version = ?").params(millis, version).update();
    }

    /** Nobody has a worth. */
    void forgetAll() {
        sql.sql("delete from segment.worth").update();
    }

    /** The forecast of each habit, for this transaction. */
    final class Forecasts implements AutoCloseable {

        private final Integer[] ages = new Integer[AT_A_TIME];
        private final Integer[] lasts = new Integer[AT_A_TIME];
        private final Integer[] repeats = new Integer[AT_A_TIME];
        private final Double[][] says = new Double[4][AT_A_TIME];
        private final String[] churn = new String[AT_A_TIME];
        private int size;

        private Forecasts() {
            sql.sql("drop table if exists pg_temp.worth_forecast").update();
            sql.sql("""
                    create temporary table worth_forecast (age integer, last integer, repeats integer, alive real, back real,
                                                           expected real, discounted double precision, churn text) on commit drop""")
                    .update();
        }

        void add(Habit habit, Forecast forecast, Churn risk) {
            ages[size] = (int) habit.age();
            lasts[size] = (int) habit.last();
            repeats[size] = habit.repeats();
            says[0][size] = forecast.alive();
            says[1][size] = forecast.back();
            says[2][size] = forecast.expected();
            says[3][size] = forecast.discounted();
            churn[size] = risk.name();
            size++;
            if (size == AT_A_TIME) {
                flush();
            }
        }

        private void flush() {
            sql.sql("""
                    insert into worth_forecast
                    select * from unnest(?::integer[], ?::integer[], ?::integer[], ?::real[], ?::real[], ?::real[],
                                         ?::double precision[], ?::text[]) limit ?""")
                    .params(ages, lasts, repeats, says[0], says[1], says[2], says[3], churn, size)
                    .update();
            size = 0;
        }

        @Override
        public void close() {
            flush();
            sql.sql("analyze worth_forecast").update();
        }
    }

    Forecasts forecasts() {
        return new Forecasts();
    }

    /** Each customer gathered in this transaction gets what the model says of his habit and his spending. */
    int appraise(WorthModel model, Instant now) {
        return sql.sql("""
                insert into segment.worth as w
                       (customer_id, version, purchases, first_day, last_day, until_day, currency, spend_repeats, spend_total,
                        alive, back, expected, spend, value, churn, computed_at)
                select h.customer_id, :version, h.repeats + 1, h.first_day, h.last_day, h.until_day, h.currency,
                       h.spend_repeats, h.spend_total, f.alive, f.back, f.expected, each.spend,
                       (f.discounted * each.spend::double precision)::numeric(18, 3), f.churn, :now
                  from worth_habit h
                  join worth_forecast f on f.age = h.until_day - h.first_day and f.last = h.last_day - h.first_day
                                       and f.repeats = h.repeats
                  left join jsonb_to_recordset(:spending::jsonb)
                            as s (currency text, p numeric, q numeric, v numeric) on s.currency = h.currency and s.q > 1
                  left join lateral (
                            select round(s.p * (s.v + h.spend_total) / (s.p * h.spend_repeats + s.q - 1), 3) as spend) each on true
                on conflict (customer_id) do update
                   set version = excluded.version, purchases = excluded.purchases, first_day = excluded.first_day,
                       last_day = excluded.last_day, until_day = excluded.until_day, currency = excluded.currency,
                       spend_repeats = excluded.spend_repeats, spend_total = excluded.spend_total, alive = excluded.alive,
                       back = excluded.back, expected = excluded.expected, spend = excluded.spend, value = excluded.value,
                       churn = excluded.churn, computed_at = excluded.computed_at""")
                .param("version", model.version())
                .param("spending", json.writeValueAsString(model.spending()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whoever was not appraised by this model has no orders any more. */
    void forgetOthersThan(int version) {
        sql.sql("delete from segment.worth where version <> ?").param(version).update();
    }

    void forget(Collection<CustomerId> customers) {
        sql.sql("delete from segment.worth where customer_id = any(?)")
                .param(customers.stream().map(CustomerId::value).toArray(UUID[]::new))
                .update();
    }
}
