package com.huixiang.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Takes a text apart into single Chinese characters and whole runs of letters and digits. A row of Chinese characters that
 * stands in the text is found whatever words it belongs to.
 */
final class Letters extends Tokenizer {

    private static final int LONGEST_RUN = 60;
    private static final int PIECE = 1024;
    private static final int BETWEEN_TEXTS = 100;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private char[] text = new char[PIECE];
    private int length;
    private int at;

    static Analyzer analyzer() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                return new TokenStreamComponents(new Letters());
            }

            /** No row of characters reaches from one text into the next. */
            @Override
            public int getPositionIncrementGap(String field) {
                return BETWEEN_TEXTS;
            }
        };
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        length = 0;
        at = 0;
        int read;
        while ((read = input.read(text, length, text.length - length)) >= 0) {
            length += read;
            if (length == text.length) {
                text = Arrays.copyOf(text, text.length * 2);
            }
        }
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        while (at < length) {
            int letter = Character.codePointAt(text, at, length);
            int wide = Character.charCount(letter);
            if (isSingle(letter)) {
                take(at, at + wide);
                at += wide;
                return true;
            }
            if (Character.isLetterOrDigit(letter)) {
                int begin = at;
                while (at < length && at - begin < LONGEST_RUN && isInRun(Character.codePointAt(text, at, length))) {
                    at += Character.charCount(Character.codePointAt(text, at, length));
                }
                take(begin, at);
                return true;
            }
            at += wide;
        }
        return false;
    }

    private void take(int begin, int end) {
        for (int each = begin; each < end; each++) {
            term.append(folded(text[each]));
        }
        offset.setOffset(correctOffset(begin), correctOffset(end));
    }

    @Override
    public void end() throws IOException {
        super.end();
        offset.setOffset(correctOffset(length), correctOffset(length));
    }

    static boolean isSingle(int letter) {
        return Character.isIdeographic(letter);
    }

    static boolean isInRun(int letter) {
        return Character.isLetterOrDigit(letter) && !isSingle(letter);
    }

    /** Capitals and full-width signs are the same as small and narrow ones; no text changes its length by it. */
    static char folded(char letter) {
        char narrow = letter >= '\uFF01' && letter <= '\uFF5E' ? (char) (letter - 0xFEE0) : letter == '\u3000' ? ' ' : letter;
        return Character.toLowerCase(narrow);
    }

    static String folded(String text) {
        char[] letters = text.toCharArray();
        for (int at = 0; at < letters.length; at++) {
            letters[at] = folded(letters[at]);
        }
        return new String(letters);
    }
}
