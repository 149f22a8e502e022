package com.huixiang.imports;

import com.huixiang.agenda.Duty;
import com.huixiang.imports.Import.Rejected;
import com.huixiang.imports.Import.Words;
import com.huixiang.imports.ImportKind.Job;
import com.huixiang.imports.ImportKind.Reading;
import com.huixiang.imports.ImportKind.Row;
import com.huixiang.imports.ImportRepository.Begun;
import com.huixiang.kernel.Csv;
import com.huixiang.kernel.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads one file line by line and hands the lines to its kind. An appointment of the agenda: another node takes it over. */
@Component
class ImportWork implements Duty {

    static final String DUTY = "imports.import";

    private static final Logger log = LoggerFactory.getLogger(ImportWork.class);
    private static final int ATTEMPTS = 5;
    private static final int MOST_REJECTED = 100_000;
    private static final int LONGEST_RAW = 2000;
    /** Reading takes about this part of the time; putting in what was read, the rest. */
    private static final double READING = 0.4;
    private static final long TELL_EVERY = Duration.ofMillis(300).toNanos();

    private final ImportRepository repository;
    private final ObjectProvider<ImportKind> kinds;
    private final ImportNews news;
    private final Clock clock;

    ImportWork(ImportRepository repository, ObjectProvider<ImportKind> kinds, ImportNews news, Clock clock) {
        this.repository = repository;
        this.kinds = kinds;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public String name() {
        return DUTY;
    }

    @Override
    public void fulfil(String key) {
        ImportId id = new ImportId(UUID.fromString(key));
        repository.begin(id, clock.instant()).ifPresent(this::work);
    }

    private void work(Begun begun) {
        ImportId id = begun.is().id();
        try {
            if (begun.attempt() > ATTEMPTS) {
                throw ImportProblem.gaveUp();
            }
            news.tell(id);
            new Run(begun).read();
            repository.forgetFile(id);
        } catch (Problem refused) {
            repository.fail(id, refused.chinese(), refused.english(), clock.instant());
            repository.forgetFile(id);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } finally {
            news.tell(id);
        }
    }

    /** One time through the file. */
    private final class Run {

        private final Import is;
        private final Begun begun;
        private final List<Rejected> waiting = new ArrayList<>();
        private long lines;
        private long rejected;
        private long toldAt = System.nanoTime();

        Run(Begun begun) {
            this.begun = begun;
            this.is = begun.is();
        }

        void read() throws IOException {
            ImportKind kind = kinds.stream()
                    .filter(each -> each.code().equals(is.kind()))
                    .findFirst()
                    .orElseThrow(() -> ImportProblem.badOption("kind"));
            Counted file = new Counted();
            try (TableFile table = TableFile.open(file);
                    Reading reading = kind.begin(new Job(is.id(), table.header(), begun.options(), this::puttingIn))) {
                int columns = table.header().size();
                for (Row row = table.next(); row != null; row = table.next()) {
                    lines++;
                    take(reading, row, columns);
                    if (lines % 1000 == 0 && isTimeToTell()) {
                        tell(READING * file.part());
                    }
                }
                keepRejected();
                tell(READING);
                long changed = reading.finish();
                repository.finish(is.id(), lines, rejected, changed, clock.instant());
                log.info("Imported {}: {} lines, {} rejected, {} changes", is.file(), lines, rejected, changed);
            }
        }

        private void take(Reading reading, Row row, int columns) {
            try {
                reading.take(fitting(row, columns));
            } catch (LineRejected reason) {
                rejected++;
                if (rejected <= MOST_REJECTED) {
                    waiting.add(new Rejected(
                            row.line(), reason.code(), new Words(reason.chinese(), reason.english()), raw(row)));
                }
                if (waiting.size() >= 1000) {
                    keepRejected();
                }
            }
        }

        /** Spreadsheets leave empty cells at the end away. */
        private static Row fitting(Row row, int columns) throws LineRejected {
            String[] cells = row.cells();
            for (String cell : cells) {
                if (cell.indexOf('\uFFFD') >= 0) {
                    throw new LineRejected("encoding", "这一行有无法识别的字符。", "This line has letters that cannot be read.");
                }
                if (cell.indexOf('\0') >= 0) {
                    throw new LineRejected("encoding", "这一行有无法识别的字符。", "This line has letters that cannot be read.");
                }
            }
            for (int at = columns; at < cells.length; at++) {
                if (!cells[at].isBlank()) {
                    throw new LineRejected(
                            "cells",
                            "这一行有 " + cells.length + " 格,表头只有 " + columns + " 列。",
                            "This line has " + cells.length + " cells, the header has " + columns + ".");
                }
            }
            if (cells.length == columns) {
                return row;
            }
            String[] fitted = Arrays.copyOf(cells, columns);
            for (int at = cells.length; at < columns; at++) {
                fitted[at] = "";
            }
            return new Row(row.line(), fitted);
        }

        private static String raw(Row row) {
            String text = Csv.line(row.cells()).strip().replace("\0", "");
            return text.length() > LONGEST_RAW ? text.substring(0, LONGEST_RAW) + "…" : text;
        }

        private void keepRejected() {
            repository.reject(is.id(), waiting);
            waiting.clear();
        }

        private void puttingIn(double part) {
            if (isTimeToTell()) {
                tell(READING + (1 - READING) * part);
            }
        }

        private boolean isTimeToTell() {
            return System.nanoTime() - toldAt > TELL_EVERY;
        }

        private void tell(double part) {
            toldAt = System.nanoTime();
            repository.progress(is.id(), part, lines, rejected);
            news.tell(is.id());
        }

        /** Knows how far into the file the last reader is. */
        private final class Counted implements TableFile.Source {

            private long read;

            double part() {
                return is.bytes() == 0 ? 1 : Math.min(1, (double) read / is.bytes());
            }

            @Override
            public java.io.InputStream open() {
                read = 0;
                return new java.io.FilterInputStream(repository.file(is.id())) {
                    @Override
                    public int read() throws IOException {
                        read++;
                        return super.read();
                    }

                    @Override
                    public int read(byte[] into, int from, int most) throws IOException {
                        int got = super.read(into, from, most);
                        read += Math.max(0, got);
                        return got;
                    }
                };
            }
        }
    }
}
