package com.huixiang.imports;

import com.huixiang.agenda.Agenda;
import com.huixiang.audit.AuditTrail;
import com.huixiang.imports.Import.By;
import com.huixiang.imports.Import.Rejected;
import com.huixiang.imports.Import.State;
import com.huixiang.kernel.Caller;
import com.huixiang.kernel.Page;
import com.huixiang.kernel.Uuid7;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * FRONT DOOR: bringing a file, and what became of it (P-02). The work goes on in the background; after a crash it begins
 * again from the first line, which doubles nothing.
 */
@Service
@EnableConfigurationProperties(ImportSettings.class)
public class Imports {

    /** As roles write it. */
    static final String IMPORT = "import";

    private static final int LONGEST_NAME = 200;
    private static final int LARGEST_PAGE = 200;

    private final ImportRepository repository;
    private final ObjectProvider<ImportKind> kinds;
    private final Agenda agenda;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final ImportSettings settings;
    private final Clock clock;

    Imports(
            ImportRepository repository,
            ObjectProvider<ImportKind> kinds,
            Agenda agenda,
            AuditTrail audit,
            TransactionTemplate transaction,
            ImportSettings settings,
            Clock clock) {
        this.repository = repository;
        this.kinds = kinds;
        this.agenda = agenda;
        this.audit = audit;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** A kind of file, with a first line and an example. */
    public record KindView(String code, List<List<String>> template) {}

    public List<KindView> kinds(Caller caller) {
        check(caller);
        return kinds.orderedStream().map(kind -> new KindView(kind.code(), kind.template())).toList();
    }

    /**
     * Takes the file in and answers at once; what it is, is found out from its first line unless the kind is said. A file
     * that cannot be used at all is refused here.
     */
    public Import bring(
            Caller caller, @Nullable String kind, String name, Map<String, String> options, long length, InputStream body)
            throws IOException {
        check(caller);
        long largest = settings.largest().toBytes();
        if (length > largest) {
            throw ImportProblem.tooLarge(settings.largest().toMegabytes());
        }
        Path draft = Files.createTempFile("import", ".part");
        try {
            long bytes = copy(body, draft, largest);
            String found = kindOf(kind, () -> Files.newInputStream(draft));
            return keep(caller, found, nameOf(name), options, bytes, draft);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private long copy(InputStream body, Path draft, long largest) throws IOException {
        try (var out = Files.newOutputStream(draft)) {
            byte[] buffer = new byte[1 << 16];
            long bytes = 0;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
                if (bytes > largest) {
                    throw ImportProblem.tooLarge(settings.largest().toMegabytes());
                }
                out.write(buffer, 0, read);
            }
            return bytes;
        }
    }

    private String kindOf(@Nullable String said, TableFile.Source file) throws IOException {
        try (TableFile table = TableFile.glance(file)) {
            ImportKind kind = kinds.orderedStream()
                    .filter(each -> said == null ? each.recognises(table.header()) : each.code().equals(said))
                    .findFirst()
                    .orElseThrow(() -> ImportProblem.columnsUnknown(shortened(String.join(", ", table.header()))));
            if (!kind.recognises(table.header())) {
                throw ImportProblem.columnsMissing(missing(kind, table.header()));
            }
            if (table.next() == null) {
                throw ImportProblem.empty();
            }
            return kind.code();
        }
    }

    private static String missing(ImportKind kind, List<String> header) {
        return String.join(", ", kind.template().getFirst().stream().filter(column -> !header.contains(column)).toList());
    }

    private static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }

    private Import keep(Caller caller, String kind, String name, Map<String, String> options, long bytes, Path draft)
            throws IOException {
        ImportId id = new ImportId(Uuid7.next(clock));
        Instant now = clock.instant();
        Import fresh = new Import(
                id, kind, name, State.WAITING, 0, bytes, 0, 0, 0, 0, null, null, null, now,
                new By(caller.id(), caller.displayName()));
        try (InputStream file = Files.newInputStream(draft)) {
            transaction.executeWithoutResult(status -> {
                repository.add(fresh, options);
                try {
                    repository.addPieces(id, file);
                } catch (IOException cause) {
                    throw new java.io.UncheckedIOException(cause);
                }
                agenda.remind(ImportWork.DUTY, id.toString(), now);
                audit.note(
                        caller.id(), caller.displayName(), "imports.brought", "import", id.toString(), name, null,
                        Map.of("kind", kind, "bytes", bytes), null);
            });
        }
        return fresh;
    }

    private static String nameOf(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}/\\\\]", " ").strip();
        if (plain.isEmpty()) {
            throw ImportProblem.badOption("file");
        }
        return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    }

    /** The newest first. */
    public Page<Import> list(Caller caller, @Nullable String cursor, int limit) {
        check(caller);
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        Instant at = null;
        UUID before = null;
        if (cursor != null) {
            try {
                int mark = cursor.indexOf('~');
                at = Instant.parse(cursor.substring(0, mark));
                before = UUID.fromString(cursor.substring(mark + 1));
            } catch (RuntimeException forged) {
                throw ImportProblem.badCursor();
            }
        }
        List<Import> found = repository.newest(at, before, size + 1);
        boolean more = found.size() > size;
        List<Import> shown = more ? found.subList(0, size) : found;
        return new Page<>(shown, more ? shown.getLast().createdAt() + "~" + shown.getLast().id() : null);
    }

    public Import get(Caller caller, ImportId id) {
        check(caller);
        return find(id).orElseThrow(ImportProblem::notFound);
    }

    Optional<Import> find(ImportId id) {
        return repository.find(id);
    }

    /** In the order of the file, from the line after this one. */
    public List<Rejected> rejected(Caller caller, ImportId id, long after, int most) {
        get(caller, id);
        return repository.rejected(id, after, most);
    }

    private static void check(Caller caller) {
        if (!caller.may(IMPORT)) {
            throw ImportProblem.notYours();
        }
    }
}
