package com.huixiang.search;

import com.huixiang.kernel.Caller;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A kind of thing that can be found; each module offers its own as beans. What changed is told by the tables: a trigger
 * notes the kind and the subject in {@code search.changed}, in the transaction of the change.
 */
public interface Searchable {

    /** One word: {@code customer}, {@code order}. Written into the index and part of the address. */
    String kind();

    /** Everything there is, one by one and never all at once in memory. */
    void all(Consumer<Words> into);

    /** What can be found of these subjects now; of a subject that is gone there is nothing. */
    List<Words> of(Collection<String> subjects);

    /** What was added after this mark, for tables that only grow and note nothing. Null begins now. */
    default Added added(@Nullable String mark) {
        return Added.NOTHING;
    }

    /** Those of these that the reader may open, in the same order; whatever is no longer there is left out. */
    List<Found> show(Caller reader, List<String> ids);

    /**
     * @param mark where to go on; the same as before when there is nothing new
     * @param more whether there is more at once
     */
    record Added(List<Words> words, @Nullable String mark, boolean more) {

        static final Added NOTHING = new Added(List.of(), null, false);
    }
}
