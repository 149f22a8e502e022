package com.huixiang.journey;

import com.huixiang.customer.CustomerId;
import java.util.Set;

/** All news this module tells, published inside the transaction that made it true. */
public sealed interface JourneyEvent {

    /** New events of these customers are in; one piece of news for each committed batch. */
    record EventsTaken(Set<CustomerId> customers) implements JourneyEvent {}
}
