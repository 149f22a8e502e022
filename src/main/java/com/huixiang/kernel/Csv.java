package com.huixiang.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tables as spreadsheets read and write them (RFC 4180). */
public final class Csv {

    /** So that spreadsheets read the file as UTF-8. */
    public static final String MARK = "\uFEFF";

    private Csv() {}

    /** One line. What a spreadsheet would take for a formula is kept as words. */
    public static String line(@Nullable String... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(@Nullable String text) {
        if (text == null) {
            return "";
        }
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }

    /** A row and the line of the file on which it begins, from 1. */
    public record Row(int line, List<String> cells) {}

    /** Empty rows are passed over. */
    public static List<Row> read(String text) {
        List<Row> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int line = 1;
        int begunAt = 1;
        String all = (text.startsWith(MARK) ? text.substring(1) : text) + "\n";
        for (int at = 0; at < all.length(); at++) {
            char letter = all.charAt(at);
            if (quoted && letter == '"' && at + 1 < all.length() && all.charAt(at + 1) == '"') {
                cell.append('"');
                at++;
            } else if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (letter == '\n' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
                if (cells.stream().anyMatch(each -> !each.isBlank())) {
                    rows.add(new Row(begunAt, List.copyOf(cells)));
                }
                cells.clear();
                begunAt = line + 1;
            } else if (letter != '\r' || quoted) {
                cell.append(letter);
            }
            line += letter == '\n' ? 1 : 0;
        }
        return rows;
    }
}
