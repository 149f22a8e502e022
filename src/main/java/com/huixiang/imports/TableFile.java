package com.huixiang.imports;

import com.huixiang.imports.ImportKind.Row;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A file as somebody brings it: compressed or not, in UTF-8, GBK or UTF-16, with commas, semicolons or tabs. Finds out by
 * itself which.
 */
final class TableFile implements AutoCloseable {

    /** Gives the file from its beginning, as often as it is asked. */
    interface Source {
        InputStream open() throws IOException;
    }

    private static final Charset GBK = Charset.forName("GB18030");
    private static final int LOOK = 8192;

    private final InputStreamReader reader;
    private final CsvRows rows;
    private final List<String> header;

    private TableFile(InputStreamReader reader, CsvRows rows, List<String> header) {
        this.reader = reader;
        this.rows = rows;
        this.header = header;
    }

    /** Reads the file once through to find its encoding, and again from the beginning. */
    static TableFile open(Source source) throws IOException {
        return open(source, Long.MAX_VALUE);
    }

    /** Only as far into the file as needed to tell what it is. */
    static TableFile glance(Source source) throws IOException {
        return open(source, 1 << 18);
    }

    private static TableFile open(Source source, long lookAt) throws IOException {
        Encoding encoding = encodingOf(source, lookAt);
        InputStream plain = unpacked(source);
        plain.skipNBytes(encoding.mark());
        InputStreamReader reader = new InputStreamReader(plain, encoding.charset());
        char separator = separatorOf(source, encoding);
        CsvRows rows = new CsvRows(reader, separator);
        Row first = rows.next();
        if (first == null) {
            reader.close();
            throw ImportProblem.empty();
        }
        return new TableFile(reader, rows, Arrays.stream(first.cells()).map(String::strip).toList());
    }

    List<String> header() {
        return header;
    }

    @Nullable Row next() throws IOException {
        try {
            return rows.next();
        } catch (ZipException | EOFException damaged) {
            throw ImportProblem.broken();
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static InputStream unpacked(Source source) throws IOException {
        PushbackInputStream raw = new PushbackInputStream(new BufferedInputStream(source.open(), 1 << 16), 2);
        byte[] magic = raw.readNBytes(2);
        raw.unread(magic);
        boolean packed = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
        try {
            return packed ? new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16) : raw;
        } catch (ZipException | EOFException damaged) {
            raw.close();
            throw ImportProblem.broken();
        }
    }

    /** @param mark how many bytes the byte order mark takes */
    private record Encoding(Charset charset, int mark) {}

    /**
     * UTF-8 that has a broken letter here and there is still UTF-8, and only those lines are rejected; text of which hardly
     * any letter beyond ASCII makes sense as UTF-8 is GBK.
     */
    private static Encoding encodingOf(Source source, long most) throws IOException {
        try (InputStream bytes = unpacked(source)) {
            byte[] first = bytes.readNBytes(LOOK);
            if (first.length == 0) {
                throw ImportProblem.empty();
            }
            if (begins(first, 0xff, 0xfe)) {
                return new Encoding(StandardCharsets.UTF_16LE, 2);
            }
            if (begins(first, 0xfe, 0xff)) {
                return new Encoding(StandardCharsets.UTF_16BE, 2);
            }
            if (isBinary(first)) {
                throw ImportProblem.notATable();
            }
            if (begins(first, 0xef, 0xbb, 0xbf)) {
                return new Encoding(StandardCharsets.UTF_8, 3);
            }
            Utf8Look look = new Utf8Look();
            look.at(first, first.length);
            byte[] more = new byte[1 << 16];
            long seen = first.length;
            for (int read = bytes.read(more); read > 0 && seen < most; read = bytes.read(more)) {
                look.at(more, read);
                seen += read;
            }
            return new Encoding(look.looksLikeUtf8() ? StandardCharsets.UTF_8 : GBK, 0);
        } catch (ZipException | EOFException damaged) {
            throw ImportProblem.broken();
        }
    }

    private static boolean begins(byte[] bytes, int... with) {
        return bytes.length >= with.length
                && java.util.stream.IntStream.range(0, with.length).allMatch(at -> (bytes[at] & 0xff) == with[at]);
    }

    private static boolean isBinary(byte[] bytes) {
        boolean zip = begins(bytes, 'P', 'K', 3, 4);
        for (byte each : bytes) {
            if (each == 0) {
                return true;
            }
        }
        return zip;
    }

    /** Counts letters of several bytes that are whole, and bytes that cannot be. */
    private static final class Utf8Look {

        private long whole;
        private long broken;
        private int missing;

        void at(byte[] bytes, int length) {
            for (int at = 0; at < length; at++) {
                int each = bytes[at] & 0xff;
                if (missing > 0) {
                    if ((each & 0xc0) == 0x80) {
                        if (--missing == 0) {
                            whole++;
                        }
                        continue;
                    }
                    broken++;
                    missing = 0;
                }
                if (each >= 0x80) {
                    missing = each >= 0xc2 && each < 0xe0 ? 1 : each >= 0xe0 && each < 0xf0 ? 2 : each >= 0xf0 && each < 0xf5 ? 3 : 0;
                    broken += missing == 0 ? 1 : 0;
                }
            }
        }

        boolean looksLikeUtf8() {
            return broken == 0 || whole > 10 * broken;
        }
    }

    /** The one of the three that the first line has most of. */
    private static char separatorOf(Source source, Encoding encoding) throws IOException {
        try (InputStream plain = unpacked(source)) {
            plain.skipNBytes(encoding.mark());
            String text = new String(plain.readNBytes(LOOK), encoding.charset());
            String line = text.lines().filter(each -> !each.isBlank()).findFirst().orElse("");
            char best = ',';
            for (char candidate : new char[] {';', '\t'}) {
                best = count(line, candidate) > count(line, best) ? candidate : best;
            }
            return best;
        }
    }

    private static long count(String text, char letter) {
        return text.chars().filter(each -> each == letter).count();
    }
}
