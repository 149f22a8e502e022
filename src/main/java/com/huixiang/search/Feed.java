package com.huixiang.search;

import com.huixiang.search.Searchable.Added;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Carries words from the tables to the shelf. It goes by marks: up to where the tables were read is kept with the words
 * themselves, so a node that was away reads on, and one whose files are gone or broken begins again.
 */
@Component
class Feed {

    private static final Logger log = LoggerFactory.getLogger(Feed.class);

    private static final String CHANGED = "changed";
    private static final String BUILT = "built.";
    private static final String ADDED = "added.";
    private static final int SUBJECTS_AT_ONCE = 200;
    private static final int BATCH = 200;
    private static final int WORTH_KEEPING = 10_000;
    private static final int NEIGHBOURS = 9;
    private static final long KEEP_EVERY = Duration.ofSeconds(20).toNanos();

    private final ObjectProvider<Searchable> modules;
    private final ChangeNotes notes;
    private final SearchSettings settings;
    private final ReentrantLock atWork = new ReentrantLock();
    private final AtomicReference<@Nullable Shelf> open = new AtomicReference<>();
    private volatile boolean building;
    private volatile boolean ending;
    private boolean unkept;
    private long keptAt = System.nanoTime();

    Feed(ObjectProvider<Searchable> modules, ChangeNotes notes, SearchSettings settings) {
        this.modules = modules;
        this.notes = notes;
        this.settings = settings;
    }

    /** Something that reads or writes files. */
    @FunctionalInterface
    interface Work<T> {
        T on(Shelf shelf) throws IOException;
    }

    boolean isBuilding() {
        return building || open.get() == null;
    }

    <T> T read(Work<T> work) {
        Shelf shelf = open.get();
        if (shelf == null) {
            throw SearchProblem.closed();
        }
        try {
            return work.on(shelf);
        } catch (IOException | AlreadyClosedException gone) {
            log.warn("The search index cannot be read and will be built again: {}", gone.toString());
            throw SearchProblem.closed();
        }
    }

    /** One look at the tables: everything that was committed before is on the shelf afterwards. */
    void look() {
        atWork.lock();
        try {
            Shelf shelf = standing();
            boolean anything = buildWhatIsMissing(shelf);
            anything |= takeChanges(shelf);
            anything |= takeAdded(shelf);
            if (anything) {
                shelf.show();
                unkept = true;
            }
            if (unkept && System.nanoTime() - keptAt > KEEP_EVERY) {
                keep(shelf);
            }
        } catch (IOException | AlreadyClosedException broken) {
            log.warn("The search index broke and will be built again: {}", broken.toString());
            close();
        } finally {
            atWork.unlock();
        }
    }

    private Shelf standing() throws IOException {
        Shelf shelf = open.get();
        if (shelf != null && shelf.stands()) {
            return shelf;
        }
        close();
        shelf = firstFree();
        String mark = shelf.marks().get(CHANGED);
        if (mark == null || !notes.reaches(mark)) {
            shelf.marks().clear();
            shelf.empty();
        }
        open.set(shelf);
        return shelf;
    }

    /** Nodes that share a data folder each take an index of their own. */
    private Shelf firstFree() throws IOException {
        for (int number = 1; ; number++) {
            try {
                return Shelf.open(folder(number), settings.memory());
            } catch (LockObtainFailedException taken) {
                if (number == NEIGHBOURS) {
                    throw taken;
                }
            }
        }
    }

    private Path folder(int number) {
        return settings.folder().resolve("index-" + number);
    }

    private boolean buildWhatIsMissing(Shelf shelf) throws IOException {
        shelf.marks().putIfAbsent(CHANGED, notes.begin());
        boolean any = false;
        for (Searchable module : modules.orderedStream().toList()) {
            if (!shelf.marks().containsKey(BUILT + module.kind())) {
                build(shelf, module);
                any = true;
            }
        }
        return any;
    }

    private void build(Shelf shelf, Searchable module) throws IOException {
        building = true;
        long began = System.nanoTime();
        int before = shelf.size();
        try {
            shelf.removeAll(module.kind());
            String mark = module.added(null).mark();
            try (Gathering gathering = new Gathering(shelf, module.kind())) {
                module.all(gathering);
            }
            if (mark != null) {
                shelf.marks().put(ADDED + module.kind(), mark);
            }
            shelf.marks().put(BUILT + module.kind(), "yes");
            shelf.show();
            if (shelf.size() - before > WORTH_KEEPING) {
                keep(shelf);
            }
        } finally {
            building = false;
        }
        long millis = (System.nanoTime() - began) / 1_000_000;
        if (shelf.size() - before > WORTH_KEEPING) {
            log.info("Search: {} {} entries read in {} ms", shelf.size() - before, module.kind(), millis);
        }
    }

    /** Several threads take words apart, which is most of the work; the tables are read by one. */
    private final class Gathering implements Consumer<Words>, AutoCloseable {

        private final Shelf shelf;
        private final String kind;
        private final ThreadPoolExecutor readers;
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private List<Words> batch = new ArrayList<>(BATCH);

        Gathering(Shelf shelf, String kind) {
            this.shelf = shelf;
            this.kind = kind;
            this.readers = new ThreadPoolExecutor(
                    settings.threads(), settings.threads(), 0, TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(settings.threads() * 2),
                    Thread.ofPlatform().daemon().name("search-", 0).factory(),
                    new ThreadPoolExecutor.CallerRunsPolicy());
        }

        @Override
        public void accept(Words words) {
            if (ending) {
                throw new IllegalStateException("The house closes");
            }
            batch.add(words);
            if (batch.size() == BATCH) {
                hand();
            }
        }

        private void hand() {
            List<Words> full = batch;
            batch = new ArrayList<>(BATCH);
            readers.execute(() -> {
                try {
                    for (Words words : full) {
                        shelf.add(kind, words);
                    }
                } catch (IOException | RuntimeException broken) {
                    failure.compareAndSet(null, broken);
                }
            });
        }

        @Override
        public void close() throws IOException {
            hand();
            readers.shutdown();
            try {
                if (!readers.awaitTermination(1, TimeUnit.HOURS)) {
                    throw new IOException("The words were not read in time");
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted", stopped);
            }
            if (failure.get() != null) {
                throw new IOException("Words could not be read", failure.get());
            }
        }
    }

    private boolean takeChanges(Shelf shelf) throws IOException {
        boolean any = false;
        boolean more = true;
        while (more) {
            ChangeNotes.Notes read = notes.after(shelf.marks().getOrDefault(CHANGED, ""));
            for (Searchable module : modules.orderedStream().toList()) {
                Set<String> subjects = read.subjects().getOrDefault(module.kind(), Set.of());
                readAgain(shelf, module, List.copyOf(subjects));
                any |= !subjects.isEmpty();
            }
            shelf.marks().put(CHANGED, read.mark());
            more = read.more();
        }
        return any;
    }

    private static void readAgain(Shelf shelf, Searchable module, List<String> subjects) throws IOException {
        for (int from = 0; from < subjects.size(); from += SUBJECTS_AT_ONCE) {
            List<String> some = subjects.subList(from, Math.min(subjects.size(), from + SUBJECTS_AT_ONCE));
            for (String subject : some) {
                shelf.remove(module.kind(), subject);
            }
            for (Words words : module.of(some)) {
                shelf.add(module.kind(), words);
            }
        }
    }

    private boolean takeAdded(Shelf shelf) throws IOException {
        boolean any = false;
        for (Searchable module : modules.orderedStream().toList()) {
            String name = ADDED + module.kind();
            Added added = Added.NOTHING;
            while (shelf.marks().containsKey(name) && (added == Added.NOTHING || added.more())) {
                added = module.added(shelf.marks().get(name));
                for (Words words : added.words()) {
                    shelf.put(module.kind(), words);
                }
                any |= !added.words().isEmpty();
                if (added.mark() != null) {
                    shelf.marks().put(name, added.mark());
                }
            }
        }
        return any;
    }

    private void keep(Shelf shelf) throws IOException {
        shelf.keep();
        unkept = false;
        keptAt = System.nanoTime();
    }

    void clearNotes() {
        notes.clear();
    }

    /** The words are gone; the next look reads everything again. */
    void forget() {
        atWork.lock();
        try {
            Shelf shelf = standing();
            shelf.marks().clear();
            shelf.empty();
            shelf.show();
        } catch (IOException broken) {
            close();
        } finally {
            atWork.unlock();
        }
    }

    void begin() {
        ending = false;
    }

    /** A long reading is broken off; it begins again at the next start. */
    void hurry() {
        ending = true;
    }

    /** What was read is kept for the next time. */
    void end() {
        atWork.lock();
        try {
            Shelf shelf = open.get();
            if (shelf != null && unkept) {
                keep(shelf);
            }
        } catch (IOException | AlreadyClosedException lost) {
            log.warn("The search index was not kept and will be read again: {}", lost.toString());
        } finally {
            close();
            atWork.unlock();
        }
    }

    private void close() {
        Shelf shelf = open.getAndSet(null);
        if (shelf != null) {
            try {
                shelf.close();
            } catch (IOException | AlreadyClosedException gone) {
                log.debug("The search index was not closed", gone);
            }
        }
    }
}
