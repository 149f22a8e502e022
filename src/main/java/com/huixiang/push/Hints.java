package com.huixiang.push;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * How nodes write to each other: a hint is a first line "node number" and one line for each thing to do. PostgreSQL takes
 * at most 8,000 bytes at a time, so lines are packed into as few hints as they fit into.
 */
final class Hints {

    /** PostgreSQL's limit is 7,999 bytes; the first line of a hint needs some of them. */
    static final int ROOM = 7_900;

    private Hints() {}

    record Hint(UUID from, long number, List<String> lines) {}

    static boolean fits(String line) {
        return bytes(line) <= ROOM;
    }

    /** Groups of lines that fit into one hint each, in their order. Every line must fit by itself. */
    static List<List<String>> packed(List<String> lines) {
        List<List<String>> hints = new ArrayList<>();
        List<String> hint = new ArrayList<>();
        int taken = 0;
        for (String line : lines) {
            int size = bytes(line) + 1;
            if (!hint.isEmpty() && taken + size > ROOM) {
                hints.add(hint);
                hint = new ArrayList<>();
                taken = 0;
            }
            hint.add(line);
            taken += size;
        }
        if (!hint.isEmpty()) {
            hints.add(hint);
        }
        return hints;
    }

    static String write(UUID from, long number, List<String> lines) {
        return from + " " + number + "\n" + String.join("\n", lines);
    }

    static Hint read(String text) {
        int end = text.indexOf('\n');
        String head = end < 0 ? text : text.substring(0, end);
        int blank = head.indexOf(' ');
        return new Hint(
                UUID.fromString(head.substring(0, blank)),
                Long.parseLong(head.substring(blank + 1)),
                end < 0 ? List.of() : List.of(text.substring(end + 1).split("\n")));
    }

    /** In UTF-8, without writing it. */
    private static int bytes(String text) {
        int bytes = 0;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            bytes += character < 0x80 ? 1 : character < 0x800 || Character.isSurrogate(character) ? 2 : 3;
        }
        return bytes;
    }
}
