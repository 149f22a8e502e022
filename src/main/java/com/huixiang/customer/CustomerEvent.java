package com.huixiang.customer;

import java.util.Set;

/** All news this module tells, published inside the transaction that made it true. */
public sealed interface CustomerEvent {

    /**
     * The file {@code from} is part of {@code into} now. Whoever keeps rows of his own under {@code from} moves them in
     * the same transaction, with a plain {@code @EventListener}, and remembers which ones by {@code merge}.
     */
    record CustomersMerged(MergeId merge, CustomerId from, CustomerId into) implements CustomerEvent {}

    /** It was a mistake: {@code from} is a file of its own again, and gets back what moved with this merge. */
    record CustomersParted(MergeId merge, CustomerId from, CustomerId into) implements CustomerEvent {}

    /** Name, picture, level, telephone number or address changed. */
    record CustomerChanged(CustomerId id) implements CustomerEvent {}

    /** The same for many at once: new files, other facts, other tags, another value. One piece of news for each batch. */
    record CustomersChanged(Set<CustomerId> ids) implements CustomerEvent {}

    /** P-08: who he was is gone, for good; what the house keeps of him names nobody. Whoever copied it forgets it too. */
    record CustomerErased(CustomerId id) implements CustomerEvent {}
}
