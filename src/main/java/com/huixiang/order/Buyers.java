package com.huixiang.order;

import com.huixiang.customer.CustomerFacts;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Identity;
import com.huixiang.order.Order.Buyer;
import com.huixiang.customer.Recognition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which customer an order belongs to (E-02): by member number, union id, telephone number or e-mail address. */
@Component
class Buyers {

    private final Customers customers;

    Buyers(Customers customers) {
        this.customers = customers;
    }

    Map<Buyer, CustomerId> of(List<Order> orders) {
        return recogniseSeen(
                "shop", orders.stream().map(order -> new Seen(order.buyer(), order.placedAt())).toList());
    }

    /** A buyer, and when he was there. */
    record Seen(Buyer buyer, Instant at) {}

    /** Those who can be recognised; whoever gives nothing that identifies him is missing. A few statements for all. */
    Map<Buyer, CustomerId> recogniseSeen(String source, Collection<Seen> seen) {
        Map<Buyer, Identity> identities = new HashMap<>();
        List<Recognition> lines = new ArrayList<>();
        for (Seen one : seen) {
            identityOf(one.buyer()).ifPresent(identity -> {
                identities.put(one.buyer(), identity);
                lines.add(new Recognition(identity, factsOf(source, one.buyer()), one.at()));
            });
        }
        Map<Identity, CustomerId> found = customers.recogniseAll(lines);
        Map<Buyer, CustomerId> known = new HashMap<>();
        identities.forEach((buyer, identity) -> known.put(buyer, found.get(identity)));
        return known;
    }

    static Optional<Identity> identityOf(Buyer buyer) {
        if (isThere(buyer.member())) {
            return Optional.of(Identity.member(buyer.member()));
        }
        if (isThere(buyer.unionid())) {
            return Optional.of(new Identity(Identity.Kind.UNIONID, buyer.unionid()));
        }
        CustomerFacts facts = factsOf("shop", buyer); // screened: what makes no sense is null
        if (facts.phone() != null) {
            return Optional.of(new Identity(Identity.Kind.PHONE, facts.phone()));
        }
        return facts.email() == null
                ? Optional.empty()
                : Optional.of(new Identity(Identity.Kind.EMAIL, facts.email()));
    }

    static CustomerFacts factsOf(String source, Buyer buyer) {
        CustomerFacts facts = CustomerFacts.from(source).reachedBy(buyer.phone(), buyer.email());
        return isThere(buyer.name()) ? facts.named(buyer.name()) : facts;
    }

    private static boolean isThere(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
