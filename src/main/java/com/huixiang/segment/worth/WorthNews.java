package com.huixiang.segment.worth;

import com.huixiang.customer.CustomerEvent.CustomersMerged;
import com.huixiang.customer.CustomerEvent.CustomersParted;
import com.huixiang.customer.CustomerId;
import com.huixiang.kernel.Background;
import com.huixiang.kernel.Bell;
import com.huixiang.order.OrderEvent.OrdersTaken;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Hears whose orders changed and has these customers appraised. When very many come at once, as in an import, a new fit
 * soon is better than one appraisal after the other. What is lost here the night finds.
 */
@Component
class WorthNews {

    /** Of one batch of orders; a shop's own push brings a few. */
    private static final int MANY = 200;

    private final Worths worths;
    private final Bell bell;
    private final Set<CustomerId> due = new LinkedHashSet<>();
    private boolean everybody;

    WorthNews(Worths worths, Background background) {
        this.worths = worths;
        this.bell = new Bell("appraising customers", background, this::appraise);
    }

    @EventListener
    void on(OrdersTaken news) {
        note(news.customers());
    }

    /** E-05: after both have their orders. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(CustomersMerged news) {
        note(List.of(news.from(), news.into()));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(CustomersParted news) {
        note(List.of(news.from(), news.into()));
    }

    private void note(Collection<CustomerId> customers) {
        synchronized (due) {
            due.addAll(customers);
            if (due.size() >= MANY) {
                due.clear();
                everybody = true;
            }
        }
        bell.ring();
    }

    private void appraise() {
        List<CustomerId> customers;
        boolean all;
        synchronized (due) {
            customers = List.copyOf(due);
            all = everybody;
            due.clear();
            everybody = false;
        }
        if (all || !worths.appraise(customers)) {
            worths.fitSoon();
        }
    }
}
