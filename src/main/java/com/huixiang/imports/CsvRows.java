package com.huixiang.imports;

import com.huixiang.imports.ImportKind.Row;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table as spreadsheets write it (RFC 4180), one row at a time; never more than one row in memory. */
final class CsvRows {

    /** More than that is no row but a quotation mark that is never closed. */
    private static final int LONGEST = 1_000_000;

    private final Reader reader;
    private final char separator;
    private final char[] buffer = new char[1 << 16];
    private final StringBuilder cell = new StringBuilder();
    private int at;
    private int filled;
    private long line = 1;

    CsvRows(Reader reader, char separator) {
        this.reader = reader;
        this.separator = separator;
    }

    /** The next row that is not empty; null at the end. */
    @Nullable Row next() throws IOException {
        while (true) {
            long begunAt = line;
            List<String> cells = new ArrayList<>();
            boolean any = readRow(cells, begunAt);
            if (!any && cells.isEmpty()) {
                return null;
            }
            if (cells.stream().anyMatch(text -> !text.isBlank())) {
                return new Row(begunAt, cells.toArray(String[]::new));
            }
        }
    }

    /** False at the end of the file. */
    private boolean readRow(List<String> cells, long begunAt) throws IOException {
        cell.setLength(0);
        boolean quoted = false;
        boolean wasQuoted = false;
        int length = 0;
        for (int letter = read(); letter >= 0; letter = read()) {
            if (letter == '\n') {
                line++;
            }
            if (++length > LONGEST) {
                throw ImportProblem.quotesOpen(begunAt);
            }
            if (quoted) {
                if (letter != '"') {
                    cell.append((char) letter);
                } else if (peek() == '"') {
                    cell.append('"');
                    read();
                } else {
                    quoted = false;
                }
            } else if (letter == '"' && (cell.isEmpty() || wasQuoted)) {
                quoted = true;
                wasQuoted = true;
            } else if (letter == separator) {
                cells.add(cell.toString());
                cell.setLength(0);
                wasQuoted = false;
            } else if (letter == '\n') {
                cells.add(cell.toString());
                return true;
            } else if (letter != '\r') {
                cell.append((char) letter);
            }
        }
        if (quoted) {
            throw ImportProblem.quotesOpen(begunAt);
        }
        if (!cell.isEmpty() || !cells.isEmpty()) {
            cells.add(cell.toString());
        }
        return false;
    }

    private int read() throws IOException {
        return fill() ? buffer[at++] : -1;
    }

    private int peek() throws IOException {
        return fill() ? buffer[at] : -1;
    }

    private boolean fill() throws IOException {
        if (at < filled) {
            return true;
        }
        filled = reader.read(buffer);
        at = 0;
        return filled > 0;
    }
}
