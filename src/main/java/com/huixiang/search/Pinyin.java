package com.huixiang.search;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How Chinese names are read: 林晓 is linxiao and lx. One reading for each character, except for surnames of their own reading. */
public final class Pinyin {

    /** More is not typed. */
    private static final int LONGEST = 12;

    private static final Map<Character, String> SURNAMES = Map.ofEntries(
            Map.entry('单', "shan"),
            Map.entry('曾', "zeng"),
            Map.entry('仇', "qiu"),
            Map.entry('解', "xie"),
            Map.entry('查', "zha"),
            Map.entry('区', "ou"),
            Map.entry('朴', "piao"),
            Map.entry('翟', "zhai"),
            Map.entry('盖', "ge"),
            Map.entry('乐', "yue"),
            Map.entry('缪', "miao"),
            Map.entry('尉', "yu"),
            Map.entry('任', "ren"),
            Map.entry('覃', "qin"),
            Map.entry('华', "hua"),
            Map.entry('宁', "ning"));

    /** Filled as characters are met; two threads that meet at one write the same. */
    private static final String[] READINGS = new String[Character.MAX_VALUE + 1];

    private Pinyin() {}

    private record Reading(int at, String text) {}

    /** All beginnings a name may be looked for by: read whole and by initials, from each of its characters on. */
    static Set<String> termsOf(String name) {
        List<Reading> readings = readings(name);
        Set<String> terms = new LinkedHashSet<>();
        for (int from = 0; from < readings.size(); from++) {
            StringBuilder whole = new StringBuilder();
            StringBuilder initials = new StringBuilder();
            for (Reading each : readings.subList(from, readings.size())) {
                whole.append(each.text());
                initials.append(each.text().charAt(0));
            }
            terms.add(whole.toString());
            terms.add(initials.toString());
        }
        return terms;
    }

    /** A key that sorts Chinese names as a dictionary does; names in letters stand where their letters put them. */
    public static String sortKey(String name) {
        StringBuilder key = new StringBuilder();
        readings(name).forEach(each -> key.append(each.text()).append(' '));
        return key.toString();
    }

    /** Which characters of a name are meant by these letters: from and to; empty when none are. */
    static int[] spanOf(String name, String letters) {
        List<Reading> readings = readings(name);
        for (int from = 0; from < readings.size(); from++) {
            StringBuilder whole = new StringBuilder();
            StringBuilder initials = new StringBuilder();
            for (int to = from; to < readings.size(); to++) {
                whole.append(readings.get(to).text());
                initials.append(readings.get(to).text().charAt(0));
                if (whole.toString().startsWith(letters) || initials.toString().equals(letters)) {
                    return new int[] {readings.get(from).at(), readings.get(to).at() + 1};
                }
            }
        }
        return new int[0];
    }

    private static List<Reading> readings(String name) {
        List<Reading> readings = new ArrayList<>();
        for (int at = 0; at < name.length() && readings.size() < LONGEST; at++) {
            char letter = name.charAt(at);
            String reading = at == 0 && SURNAMES.containsKey(letter) ? SURNAMES.get(letter) : readingOf(letter);
            if (!reading.isEmpty()) {
                readings.add(new Reading(at, reading));
            }
        }
        return readings;
    }

    private static String readingOf(char letter) {
        if (!Character.isIdeographic(letter)) {
            return Character.isLetterOrDigit(letter) ? String.valueOf(Letters.folded(letter)) : "";
        }
        String known = READINGS[letter];
        if (known == null) {
            known = Latin.READING.transliterate(String.valueOf(letter)).replaceAll("[^a-z]", "");
            READINGS[letter] = known;
        }
        return known;
    }

    /** Loaded with the first name, not at the start: the tables are large. */
    private static final class Latin {

        static final Transliterator READING = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");
    }
}
