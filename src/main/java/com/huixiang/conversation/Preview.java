package com.huixiang.conversation;

/** What a list shows of a text: one line of at most 80 characters. Made for each message, so it reads no further than that. */
final class Preview {

    private static final int LONGEST = 80;

    private Preview() {}

    static String of(String text) {
        StringBuilder line = new StringBuilder();
        boolean gap = false;
        int length = 0;
        int at = 0;
        while (at < text.length() && length <= LONGEST) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            boolean space = Character.isWhitespace(character);
            if (!space || !gap) {
                line.appendCodePoint(space ? ' ' : character);
                length++;
            }
            gap = space;
        }
        return length <= LONGEST
                ? line.toString()
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
