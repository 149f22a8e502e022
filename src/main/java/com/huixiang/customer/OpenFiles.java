package com.huixiang.customer;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Whose files a member may open. Told by the module that keeps the conversations. */
public interface OpenFiles {

    /** Those of the asked ones that he may. */
    Set<CustomerId> openTo(UUID member, Collection<CustomerId> asked);
}
