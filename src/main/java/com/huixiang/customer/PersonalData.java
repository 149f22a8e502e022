package com.huixiang.customer;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * P-08: what a module keeps of a person: for the archive he may ask for, and for erasing him. Each module that has a
 * table with a customer's id offers a bean.
 */
public interface PersonalData {

    /** The tables with a customer's id that this bean answers for, as {@code shop.order_mirror}. */
    Set<String> tables();

    /** What goes into his archive; read one row at a time. */
    List<Section> sections();

    /** Files of his that go into the archive as they are. */
    default Stream<Attached> files(CustomerId customer) {
        return Stream.empty();
    }

    /**
     * Takes away who he was and keeps what the accounts need. Joins the transaction of the erasure; what it did, as
     * number of rows by section, is kept with the proof.
     */
    Map<String, Integer> erase(CustomerId customer);

    /** Why he cannot be erased now, in words; null when nothing hinders. */
    default TimelineEntry.@Nullable Words hindrance(CustomerId customer) {
        return null;
    }

    /**
     * A table of the archive.
     *
     * @param name the name of its files, as {@code orders}
     * @param sql asks with {@code :customer}; the names of its columns are the headings
     */
    record Section(String name, String zh, String en, String sql) {}

    /** A file of his, opened when its turn has come. */
    record Attached(String name, Source source) {}

    /** Opens a file. */
    interface Source {

        InputStream open() throws IOException;
    }
}
