package com.huixiang.staff;

import com.ibm.icu.text.Transliterator;
import java.util.regex.Pattern;

/** Pinyin initials: 退货流程 is found by "thlc". One reading per character will do; polyphones are not resolved. */
final class Initials {

    /** What an agent might type before he has found it. */
    private static final int LONGEST = 40;

    private static final Pattern VARIABLE = Pattern.compile("\\{[a-z]+}");

    private Initials() {}

    static String of(String title, String content) {
        StringBuilder initials = new StringBuilder();
        VARIABLE.matcher(title + content).replaceAll("").codePoints().forEach(character -> {
            if (initials.length() < LONGEST) {
                append(initials, character);
            }
        });
        return initials.toString();
    }

    private static void append(StringBuilder initials, int character) {
        if (character < 128 && Character.isLetterOrDigit(character)) {
            initials.appendCodePoint(Character.toLowerCase(character));
        } else if (Character.isIdeographic(character)) {
            String reading = Latin.READING.transliterate(Character.toString(character));
            if (!reading.isEmpty() && Character.isLetter(reading.charAt(0)) && reading.charAt(0) < 128) {
                initials.append(Character.toLowerCase(reading.charAt(0)));
            }
        }
    }

    /** Loaded when the first script is written, not at the start: the tables are large. */
    private static final class Latin {

        static final Transliterator READING = Transliterator.getInstance("Han-Latin; Latin-ASCII");
    }
}
