package com.huixiang.imports;

import java.util.List;
import java.util.Map;

/** One kind of file that can be brought; each is a bean of the module that keeps what is in it. */
public interface ImportKind {

    /** In the tables and on the wire: {@code orders}. */
    String code();

    /** Whether a file with this first line is one of this kind. */
    boolean recognises(List<String> header);

    /** A first line and an example, for people who make such a file. */
    List<List<String>> template();

    /** Begins with a file; one that cannot be read at all is refused ({@link ImportProblem}). */
    Reading begin(Job job);

    /** What is asked of the kind. */
    record Job(ImportId id, List<String> header, Map<String, String> options, Progress progress) {}

    /** How far the work is that comes after the last line has been read. */
    interface Progress {

        /** From 0 to 1. */
        void reached(double part);
    }

    /** One file on its way in. After a crash it begins again from the first line, so it must not double what is in. */
    interface Reading extends AutoCloseable {

        /** The next line, with as many cells as the header. */
        void take(Row row) throws LineRejected;

        /** Puts in what has been taken; tells how many things are new or different now. */
        long finish();

        @Override
        void close();
    }

    /** A line of the table, and where in the file it begins, from 1. */
    record Row(long line, String[] cells) {}
}
