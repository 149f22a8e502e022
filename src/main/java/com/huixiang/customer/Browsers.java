package com.huixiang.customer;

import com.huixiang.customer.CustomerEvent.CustomersMerged;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * FRONT DOOR: the shop's pages and the chat in one browser are one customer (E-02, E-03). The pages know him by an id that
 * they made themselves; it can be copied and so opens nobody's file. What was only looked at follows whoever chats there.
 */
@Service
public class Browsers {

    private static final Author HOUSE = new Author(null, "系统");

    private final CustomerRepository repository;
    private final CustomerMerge merge;
    private final Customers customers;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Browsers(
            CustomerRepository repository,
            CustomerMerge merge,
            Customers customers,
            ApplicationEventPublisher news,
            Clock clock) {
        this.repository = repository;
        this.merge = merge;
        this.customers = customers;
        this.news = news;
        this.clock = clock;
    }

    /**
     * This customer chats at the browser whose pages are known by this id. A file that belongs to somebody we know, or
     * that is known at other browsers, is left alone: whoever copied an id must get nothing by it.
     */
    @Transactional
    public void chatsAt(CustomerId chatting, String anonymousId, String source) {
        CustomerId mine = customers.current(chatting);
        Identity browser = Identity.visitor(anonymousId);
        Optional<CustomerId> owner = repository.owner(browser);
        if (owner.isEmpty()) {
            repository.link(mine, browser, source, clock.instant());
        } else if (!owner.get().equals(mine) && repository.isNothingButABrowser(owner.get())) {
            if (repository.lock(owner.get()) && repository.lock(mine)) {
                MergeId id = merge.merge(owner.get(), mine, "同一浏览器的浏览与咨询", HOUSE);
                news.publishEvent(new CustomersMerged(id, owner.get(), mine));
            }
        }
    }
}
