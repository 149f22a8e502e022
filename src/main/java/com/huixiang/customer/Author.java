package com.huixiang.customer;

import com.huixiang.kernel.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who wrote a tag or a note; without an id it is the product itself, by the rule it is named after. */
public record Author(@Nullable UUID id, String name) {

    public static Author of(Caller caller) {
        return new Author(caller.id(), caller.displayName());
    }
}
