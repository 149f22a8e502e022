package com.huixiang.segment.worth;

import com.huixiang.agenda.Agenda;
import com.huixiang.audit.AuditTrail;
import com.huixiang.customer.CustomerId;
import com.huixiang.segment.worth.Purchases.Shop;
import com.huixiang.segment.worth.WorthModel.Bar;
import com.huixiang.segment.worth.WorthModel.HeldOut;
import com.huixiang.segment.worth.WorthModel.Spending;
import com.huixiang.segment.worth.WorthModel.State;
import com.huixiang.segment.worth.WorthRepository.Forecasts;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Permission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * FRONT DOOR: what customers are worth (P-05). The fit reads everybody's habits once and goes on with how many customers
 * have each; one customer is appraised again by the standing model after an order of his own.
 */
@Service
public class Worths {

    static final int BARS = 8;

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Logger log = LoggerFactory.getLogger(Worths.class);

    private final Purchases purchases;
    private final WorthRepository repository;
    private final Agenda agenda;
    private final AuditTrail audit;
    private final Clock clock;
    private volatile Instant promised = Instant.MIN;

    Worths(Purchases purchases, WorthRepository repository, Agenda agenda, AuditTrail audit, Clock clock) {
        this.purchases = purchases;
        this.repository = repository;
        this.agenda = agenda;
        this.audit = audit;
        this.clock = clock;
    }

    /** From everybody's orders: a new model, and everybody's worth by it. Empty while another node is at it. */
    @Transactional
    public Optional<WorthModel> fit() {
        if (!repository.lock()) {
            return Optional.empty();
        }
        long began = System.nanoTime();
        Instant now = clock.instant();
        WorthStandard standard = repository.standard();
        purchases.lookAtShops(now, standard.silentShopDays());
        purchases.gather(now, standard.silentShopDays());
        Habits habits = purchases.habits(Purchases.NOW);
        int version = repository.newest().map(WorthModel::version).orElse(0) + 1;
        boolean enough = habits.customers() >= standard.fewestCustomers() && habits.returned() >= standard.fewestReturned();
        WorthModel model = enough ? fitted(version, now, habits, standard) : tooFew(version, now, habits);
        repository.add(model);
        if (enough) {
            foretell(model, habits, standard);
            repository.appraise(model, now);
            repository.forgetOthersThan(version);
        } else {
            repository.forgetAll();
        }
        long took = (System.nanoTime() - began) / 1_000_000;
        repository.took(version, took);
        log.info(
                "Worth model {}: {}, {} customers in {} habits, {} ms", version, model.state(), model.customers(), model.habits(), took);
        return Optional.of(model);
    }

    private static WorthModel tooFew(int version, Instant now, Habits habits) {
        return new WorthModel(
                version,
                now,
                State.TOO_FEW,
                habits.customers(),
                habits.returned(),
                habits.size(),
                0,
                null,
                List.of(),
                List.of(),
                null);
    }

    private WorthModel fitted(int version, Instant now, Habits habits, WorthStandard standard) {
        Fits.Buying buying = Fits.buying(habits);
        BgNbd who = buying.model();
        List<Spending> spending = new ArrayList<>();
        purchases.spends(Purchases.NOW).forEach((currency, spends) -> {
            if (spends.customers() >= standard.fewestReturned()) {
                spending.add(spending(currency, spends));
            }
        });
        return new WorthModel(
                version,
                now,
                State.FITTED,
                habits.customers(),
                habits.returned(),
                habits.size(),
                0,
                new WorthModel.Buying(who.r(), who.alpha(), who.a(), who.b(), buying.quality()),
                spending,
                bars(who, habits),
                heldOut(standard));
    }

    private static Spending spending(String currency, Spends spends) {
        Fits.Spending fit = Fits.spending(spends);
        GammaGamma model = fit.model();
        return new Spending(
                currency, model.p(), model.q(), model.v(), spends.customers(), fit.correlation(), fit.quality());
    }

    private static List<Bar> bars(BgNbd model, Habits habits) {
        long[] seen = habits.returnedHowOften(BARS);
        double[] expected = Fits.expectedReturns(model, habits, BARS);
        List<Bar> bars = new ArrayList<>();
        for (int times = 0; times < BARS; times++) {
            bars.add(new Bar(times, times == BARS - 1, seen[times], expected[times]));
        }
        return bars;
    }

    /** Learns from the first half of the busiest shop's time and looks whether the second half came as foretold. */
    private @Nullable HeldOut heldOut(WorthStandard standard) {
        return purchases
                .busiestShop()
                .map(shop -> heldOut(shop, Rehearsal.half(shop), standard))
                .orElse(null);
    }

    /** Within a transaction. */
    @Nullable HeldOut heldOut(Shop shop, LocalDate cut, WorthStandard standard) {
        Rehearsal rehearsal = new Rehearsal(shop, cut);
        if (!rehearsal.isLongEnough()) {
            return null;
        }
        purchases.gatherPast(shop.code(), rehearsal.cut());
        Habits past = purchases.habits(Purchases.PAST);
        if (past.customers() < standard.fewestCustomers() || past.returned() < standard.fewestReturned()) {
            return null;
        }
        Map<String, Spends> spends = purchases.spends(Purchases.PAST);
        String currency = spends.entrySet().stream()
                .max(Map.Entry.comparingByValue((one, other) -> Long.compare(one.customers(), other.customers())))
                .map(Map.Entry::getKey)
                .orElse(null);
        rehearsal.learn(Fits.buying(past).model(), currency == null ? null : Fits.spending(spends.get(currency)).model());
        purchases.afterwards(shop.code(), rehearsal.cut(), shop.until(), rehearsal);
        return rehearsal.result(currency);
    }

    private void foretell(WorthModel model, Habits habits, WorthStandard standard) {
        BgNbd who = model.who().orElseThrow();
        try (Forecasts forecasts = repository.forecasts()) {
            for (int group = 0; group < habits.size(); group++) {
                Habit habit = habits.get(group);
                Forecast forecast = Forecast.of(who, standard, habit);
                forecasts.add(habit, forecast, standard.churn(forecast.back()));
            }
        }
    }

    /**
     * These customers' own orders have changed: by the standing model. Who has no orders any more has no worth. False when
     * there is no model.
     */
    @Transactional
    public boolean appraise(Collection<CustomerId> customers) {
        Optional<WorthModel> standing = repository.newest().filter(model -> model.state() == State.FITTED);
        if (standing.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        WorthStandard standard = repository.standard();
        repository.forget(customers);
        purchases.gather(now, standard.silentShopDays(), customers);
        foretell(standing.get(), purchases.habits(Purchases.NOW), standard);
        repository.appraise(standing.get(), now);
        return true;
    }

    /** What counts from now on; everybody is appraised by it in the background. */
    @Transactional
    public WorthStandard change(WorthStandard standard, Actor by) {
        by.check(Permission.STANDARDS);
        if (!standard.isSound()) {
            throw WorthProblem.badStandard();
        }
        WorthStandard before = repository.standard();
        repository.put(standard);
        audit.note(
                by.id().value(),
                by.name(),
                "worth.standard.changed",
                "standards",
                "worth",
                "客户价值的标准",
                before,
                standard,
                null);
        agenda.remind(WorthDuty.NAME, WorthDuty.SOON, clock.instant());
        return standard;
    }

    /** In a minute at the latest. */
    void fitSoon() {
        Instant now = clock.instant();
        if (now.isBefore(promised)) {
            return;
        }
        promised = now.plus(SOON);
        agenda.remind(WorthDuty.NAME, WorthDuty.SOON, promised);
    }

    /** As soon as the agenda looks. */
    @Transactional
    public void fitNow(Actor by) {
        by.check(Permission.STANDARDS);
        agenda.remind(WorthDuty.NAME, WorthDuty.SOON, clock.instant());
    }
}
