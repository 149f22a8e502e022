package com.huixiang.demo;

import com.huixiang.conversation.IssueType;
import com.huixiang.customer.Level;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer asks and what a good colleague answers, line by line.
 *
 * @param family which goods it is about; null: none
 * @param level the only level of customer who would ask this; null: anybody
 */
record Dialogue(
        String name,
        IssueType issue,
        boolean urgent,
        String category,
        @Nullable String family,
        @Nullable Level level,
        String page,
        String summary,
        List<Line> lines) {

    enum Voice {
        CUSTOMER,
        AGENT
    }

    record Line(Voice voice, String text) {}

    boolean has(int line) {
        return line < lines.size();
    }

    boolean isBy(Voice voice, int line) {
        return has(line) && lines.get(line).voice() == voice;
    }

    /** The customer's next line at or after this one; the end when he has said everything. */
    int nextOfCustomer(int line) {
        int next = line;
        while (has(next) && !isBy(Voice.CUSTOMER, next)) {
            next++;
        }
        return next;
    }

    static List<Dialogue> read(String text) {
        List<Dialogue> all = new ArrayList<>();
        for (String block : text.split("(?m)^## ")) {
            if (!block.startsWith("#")) {
                all.add(readOne(block.strip().split("\n")));
            }
        }
        return all;
    }

    private static Dialogue readOne(String[] block) {
        String[] head = block[0].split("\\s*\\|\\s*");
        String[] name = head[0].split(" @");
        List<Line> lines = new ArrayList<>();
        for (int each = 1; each < block.length; each++) {
            Voice voice = block[each].startsWith("客: ") ? Voice.CUSTOMER : Voice.AGENT;
            lines.add(new Line(voice, block[each].substring("客: ".length()).strip()));
        }
        return new Dialogue(
                name[0],
                IssueType.of(head[1].replace("!", "")),
                head[1].endsWith("!"),
                head[2],
                head[3].equals("-") ? null : head[3],
                name.length > 1 ? Level.valueOf(name[1]) : null,
                head[4],
                head[5],
                List.copyOf(lines));
    }
}
