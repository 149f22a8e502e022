package com.huixiang.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Takes a text apart into words: Chinese ones as a dictionary knows them, English ones down to their stem. */
final class Lexicon {

    /** Signs, and words that stand in nearly every sentence. */
    private static final CharArraySet SAY_NOTHING = new CharArraySet(
            List.of(",", ".", "的", "了", "吗", "呢", "啊", "吧", "是", "在", "我", "你", "您", "the", "a", "an", "of", "to", "is"),
            true);

    static final Analyzer ANALYZER = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new HMMChineseTokenizer();
            return new TokenStreamComponents(words, new PorterStemFilter(new StopFilter(words, SAY_NOTHING)));
        }
    };

    private Lexicon() {}

    static List<String> wordsOf(String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = ANALYZER.tokenStream("words", text)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(word.toString());
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return words;
    }
}
