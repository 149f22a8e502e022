package com.huixiang.reception;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All words the front desk listens for, as one tree of characters: a text is read once, however many words there are. A
 * longer word hides the shorter ones inside it, so an exception to a word is simply a longer word.
 */
final class Keywords {

    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>();
        private @Nullable Keyword word;
    }

    private final Node root = new Node();

    Keywords(Collection<Keyword> words) {
        for (Keyword word : words) {
            Node node = root;
            for (char character : plain(word.word()).toCharArray()) {
                node = node.next.computeIfAbsent(character, any -> new Node());
            }
            node.word = word;
        }
    }

    /** In the order in which they stand in the text. */
    List<Keyword> in(String text) {
        List<Keyword> heard = new ArrayList<>();
        String plain = plain(text);
        int hiddenUntil = 0;
        for (int start = 0; start < plain.length(); start++) {
            Keyword longest = null;
            int end = start;
            Node node = root.next.get(plain.charAt(start));
            for (int at = start + 1; node != null; at++) {
                if (node.word != null) {
                    longest = node.word;
                    end = at;
                }
                node = at < plain.length() ? node.next.get(plain.charAt(at)) : null;
            }
            if (longest != null && end > hiddenUntil) {
                heard.add(longest);
                hiddenUntil = end;
            }
        }
        return heard;
    }

    /** Full-width letters and digits, and capitals, are the same word. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
