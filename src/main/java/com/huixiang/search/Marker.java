package com.huixiang.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Shows in a text what was asked for, and cuts a long one to where it stands. */
final class Marker {

    private static final int LONGEST = 90;
    private static final int BEFORE = 18;

    private final Question question;
    private final Set<String> stems = new HashSet<>();

    Marker(Question question) {
        this.question = question;
        question.runs().forEach(run -> stems.addAll(Lexicon.wordsOf(run)));
    }

    List<Marked> title(String text) {
        return pieces(text, hits(text, true), 0, text.length());
    }

    /** One line of it, around the first hit. */
    List<Marked> snippet(String text) {
        String line = text.replaceAll("\\s", " ");
        boolean[] hits = hits(line, false);
        if (line.length() <= LONGEST) {
            return pieces(line, hits, 0, line.length());
        }
        int first = 0;
        while (first < hits.length && !hits[first]) {
            first++;
        }
        int from = first == hits.length ? 0 : Math.max(0, Math.min(first - BEFORE, line.length() - LONGEST));
        int to = Math.min(line.length(), from + LONGEST);
        List<Marked> pieces = new ArrayList<>(pieces(line, hits, from, to));
        if (from > 0) {
            pieces.addFirst(new Marked("…", false));
        }
        if (to < line.length()) {
            pieces.add(new Marked("…", false));
        }
        return pieces;
    }

    private boolean[] hits(String text, boolean names) {
        boolean[] hits = new boolean[text.length()];
        String folded = Letters.folded(text);
        for (String row : question.rows()) {
            if (!mark(folded, row, hits)) {
                Lexicon.wordsOf(row).forEach(word -> mark(folded, word, hits));
            }
        }
        for (String run : question.runs()) {
            boolean found = markRuns(folded, run, hits);
            if (!found && names && run.chars().allMatch(letter -> letter >= 'a' && letter <= 'z')) {
                int[] span = Pinyin.spanOf(text, run);
                for (int at = span.length == 0 ? 1 : span[0]; span.length > 0 && at < span[1]; at++) {
                    hits[at] = true;
                }
            }
        }
        return hits;
    }

    private static boolean mark(String text, String wanted, boolean[] hits) {
        boolean found = false;
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
            Arrays.fill(hits, at, at + wanted.length(), true);
            found = true;
        }
        return found;
    }

    /** The beginning of a run, a row of digits anywhere, and words of the same stem. */
    private boolean markRuns(String text, String wanted, boolean[] hits) {
        boolean found = wanted.chars().allMatch(Character::isDigit) && mark(text, wanted, hits);
        int at = 0;
        while (at < text.length()) {
            int begin = at;
            while (at < text.length() && Letters.isInRun(text.charAt(at))) {
                at++;
            }
            if (at > begin) {
                String run = text.substring(begin, at);
                boolean same = Lexicon.wordsOf(run).stream().anyMatch(stems::contains);
                if (same || run.startsWith(wanted)) {
                    Arrays.fill(hits, begin, same ? at : begin + wanted.length(), true);
                    found = true;
                }
            } else {
                at++;
            }
        }
        return found;
    }

    private static List<Marked> pieces(String text, boolean[] hits, int from, int to) {
        List<Marked> pieces = new ArrayList<>();
        int begin = from;
        for (int at = from; at < to; at++) {
            if (at + 1 == to || hits[at + 1] != hits[at]) {
                pieces.add(new Marked(text.substring(begin, at + 1), hits[at]));
                begin = at + 1;
            }
        }
        return pieces;
    }
}
