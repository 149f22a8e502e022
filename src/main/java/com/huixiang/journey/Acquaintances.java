package com.huixiang.journey;

import com.huixiang.customer.CustomerFacts;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Identity;
import com.huixiang.customer.Recognition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whose file an anonymous id or a member number leads to, remembered for a minute. Files that became one on another node
 * are noticed after that; what came in between follows ({@link Following}).
 */
@Component
class Acquaintances {

    static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 200_000;

    private final Customers customers;
    private final Clock clock;
    private final ConcurrentHashMap<Identity, Known> known = new ConcurrentHashMap<>();

    private final Set<Pair> introduced = ConcurrentHashMap.newKeySet();

    private record Pair(Identity one, Identity other) {}

    private record Known(CustomerId customer, Instant until) {}

    Acquaintances(Customers customers, Clock clock) {
        this.customers = customers;
        this.clock = clock;
    }

    /** Makes sure that all of them have a file, with one question for all. */
    void meet(Collection<Identity> identities, String source) {
        if (!identities.isEmpty()) {
            CustomerFacts nothing = CustomerFacts.from(source);
            customers.recogniseAll(identities.stream().map(each -> Recognition.of(each, nothing)).toList())
                    .forEach(this::remember);
        }
    }

    @Nullable CustomerId recall(Identity identity, Instant now) {
        Known there = known.get(identity);
        return there == null || there.until().isBefore(now) ? null : there.customer();
    }

    void remember(Identity identity, CustomerId customer) {
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(identity, new Known(customer, clock.instant().plus(REMEMBERED)));
    }

    /** His file became part of another one, or a file of its own again. */
    void forget(CustomerId customer) {
        known.values().removeIf(each -> each.customer().equals(customer));
        introduced.clear();
    }

    /** Whether it has just been said that these two are one person. */
    boolean areIntroduced(Identity one, Identity other) {
        return introduced.contains(new Pair(one, other));
    }

    void introduced(Identity one, Identity other) {
        if (introduced.size() >= MOST) {
            introduced.clear();
        }
        introduced.add(new Pair(one, other));
    }

    void forgetAll() {
        known.clear();
        introduced.clear();
    }
}
