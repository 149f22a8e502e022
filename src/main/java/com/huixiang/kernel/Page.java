package com.huixiang.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a longer list; {@code next} is the cursor of the following piece, null at the end. */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }
}
