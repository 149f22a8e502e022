package com.huixiang.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What somebody typed. Each part of it must be found, in whichever way: as a number or its beginning, as the pinyin of a
 * name, as the very characters, as the same words. The nearer to what was typed, the higher it stands.
 */
final class Question {

    private static final int LONGEST = 100;
    /** From here on a row of characters is a sentence, of which not every word must be found. */
    private static final int SENTENCE = 9;
    private static final int SHOWN_END = 4;
    private static final int SHORTEST_SECRET = 5;

    private final String typed;
    private final boolean seesSecrets;
    private final List<String> rows = new ArrayList<>();
    private final List<String> runs = new ArrayList<>();

    Question(String words, boolean seesSecrets) {
        String folded = Letters.folded(words).strip();
        this.typed = folded.length() > LONGEST ? folded.substring(0, LONGEST) : folded;
        this.seesSecrets = seesSecrets;
        for (String part : typed.split("\\s+")) {
            pieces(part).forEach(piece -> (isChinese(piece) ? rows : runs).add(piece));
        }
    }

    boolean isEmpty() {
        return rows.isEmpty() && runs.isEmpty();
    }

    /** Rows of Chinese characters as they were typed. */
    List<String> rows() {
        return rows;
    }

    /** Runs of letters and digits. */
    List<String> runs() {
        return runs;
    }

    Query query() {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (String part : typed.split("\\s+")) {
            List<String> pieces = pieces(part);
            if (!pieces.isEmpty()) {
                all.add(part(part, pieces), Occur.MUST);
            }
        }
        String joined = typed.replaceAll("\\s+", "");
        if (joined.length() == typed.length() || !rows.isEmpty()) {
            return all.build();
        }
        // Pinyin and numbers are typed with gaps: "lin xiao", "138 0013 8000".
        return new BooleanQuery.Builder()
                .add(all.build(), Occur.SHOULD)
                .add(asNumberOrName(joined), Occur.SHOULD)
                .build();
    }

    private Query part(String part, List<String> pieces) {
        BooleanQuery.Builder asWords = new BooleanQuery.Builder();
        for (String piece : pieces) {
            asWords.add(isChinese(piece) ? row(piece) : run(piece), Occur.MUST);
        }
        return new BooleanQuery.Builder()
                .add(asWords.build(), Occur.SHOULD)
                .add(asNumberOrName(part), Occur.SHOULD)
                .build();
    }

    private Query asNumberOrName(String part) {
        BooleanQuery.Builder any = new BooleanQuery.Builder()
                .add(boosted(new TermQuery(new Term(Shelf.NUMBER, part)), 16), Occur.SHOULD)
                .add(boosted(new PrefixQuery(new Term(Shelf.NUMBER, part)), 8), Occur.SHOULD);
        if (part.length() >= SHORTEST_SECRET) {
            any.add(boosted(new TermQuery(new Term(Shelf.SECRET, part)), 16), Occur.SHOULD);
        }
        boolean digits = part.chars().allMatch(Character::isDigit);
        if (digits && part.length() == SHOWN_END) {
            any.add(boosted(new TermQuery(new Term(Shelf.END, part)), 8), Occur.SHOULD);
        }
        // P-08: whoever sees numbers in part must not be able to guess the rest sign by sign.
        if (seesSecrets && part.length() >= SHORTEST_SECRET) {
            any.add(boosted(new PrefixQuery(new Term(Shelf.SECRET, part)), 6), Occur.SHOULD);
            if (digits) {
                String backwards = new StringBuilder(part).reverse().toString();
                any.add(boosted(new PrefixQuery(new Term(Shelf.BACKWARDS, backwards)), 8), Occur.SHOULD);
            }
        }
        if (part.length() >= 2 && part.chars().allMatch(letter -> letter >= 'a' && letter <= 'z')) {
            any.add(boosted(new TermQuery(new Term(Shelf.PINYIN, part)), 10), Occur.SHOULD);
            any.add(boosted(new PrefixQuery(new Term(Shelf.PINYIN, part)), 6), Occur.SHOULD);
        }
        return any.build();
    }

    private static Query row(String row) {
        BooleanQuery.Builder any = new BooleanQuery.Builder()
                .add(boosted(phrase(Shelf.TITLE, row), 8), Occur.SHOULD)
                .add(boosted(phrase(Shelf.LETTERS, row), 4), Occur.SHOULD);
        Set<String> words = new LinkedHashSet<>(Lexicon.wordsOf(row));
        if (words.size() > 1) {
            BooleanQuery.Builder same = new BooleanQuery.Builder();
            boolean sentence = row.length() >= SENTENCE;
            words.forEach(word -> same.add(new TermQuery(new Term(Shelf.WORDS, word)), sentence ? Occur.SHOULD : Occur.MUST));
            if (sentence) {
                same.setMinimumNumberShouldMatch(Math.max(2, (int) Math.ceil(words.size() * 0.7)));
            }
            any.add(same.build(), Occur.SHOULD);
        }
        return any.build();
    }

    private static Query run(String run) {
        BooleanQuery.Builder any = new BooleanQuery.Builder()
                .add(boosted(new TermQuery(new Term(Shelf.TITLE, run)), 8), Occur.SHOULD)
                .add(boosted(new TermQuery(new Term(Shelf.LETTERS, run)), 4), Occur.SHOULD);
        for (String stem : Lexicon.wordsOf(run)) {
            any.add(boosted(new TermQuery(new Term(Shelf.WORDS, stem)), 2), Occur.SHOULD);
        }
        if (run.length() >= 3) {
            any.add(new PrefixQuery(new Term(Shelf.LETTERS, run)), Occur.SHOULD);
        }
        return any.build();
    }

    private static Query phrase(String field, String row) {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        row.codePoints().forEach(letter -> phrase.add(new Term(field, Character.toString(letter))));
        return phrase.build();
    }

    private static Query boosted(Query query, float boost) {
        return new BoostQuery(query, boost);
    }

    private static List<String> pieces(String part) {
        List<String> pieces = new ArrayList<>();
        int begin = 0;
        while (begin < part.length()) {
            int first = part.codePointAt(begin);
            boolean chinese = Letters.isSingle(first);
            if (!chinese && !Letters.isInRun(first)) {
                begin += Character.charCount(first);
                continue;
            }
            int end = begin;
            while (end < part.length()) {
                int letter = part.codePointAt(end);
                if (chinese ? !Letters.isSingle(letter) : !Letters.isInRun(letter)) {
                    break;
                }
                end += Character.charCount(letter);
            }
            pieces.add(part.substring(begin, end));
            begin = end;
        }
        return pieces;
    }

    private static boolean isChinese(String piece) {
        return Letters.isSingle(piece.codePointAt(0));
    }
}
