package com.huixiang.database.embedded;

import com.huixiang.database.DatabaseProblem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Makes an installation out of a backup. It is unpacked beside what is there, every checksum compared, the database
 * started once and asked; only then it takes the place, and what was there before is kept aside.
 */
public final class Restore {

    static final String DRAFT = "restoring";
    static final String ASIDE = "before-restore-";

    private static final Logger log = LoggerFactory.getLogger(Restore.class);

    private final Path file;
    private final String version;

    private Restore(Path file, String version) {
        this.file = file;
        this.version = version;
    }

    /** From this backup, with the PostgreSQL of this version. */
    public static Restore of(Path file, String version) {
        if (!Files.isReadable(file)) {
            throw new DatabaseProblem(
                    "没有找到备份文件 / There is no backup " + file.toAbsolutePath().normalize() + ".",
                    "Give the file that bin/backup made.");
        }
        return new Restore(file, version);
    }

    /**
     * Into this data folder.
     *
     * @param replace whether an installation that is there may give way
     * @param name of the folder in which that one is kept, after its prefix
     */
    public void into(Path data, boolean replace, String name) {
        BackupManifest manifest = manifest();
        manifest.checkFits(version);
        DataFolder folder = DataFolder.claim(data);
        Path draft = folder.resolve(DRAFT);
        try {
            if (Files.exists(folder.resolve("database")) && !replace) {
                throw new DatabaseProblem(
                        "数据目录里已有一个安装 / The folder " + folder.path() + " holds an installation already.",
                        "Restore into an empty folder (HUIXIANG_DATA), or say --replace; the old one is then kept aside.");
            }
            FileSystemUtils.deleteRecursively(draft);
            log.info("正在恢复 / Restoring the backup of {} into {}", manifest.begun(), folder.path());
            unpack(draft, manifest.bytes());
            tryOut(folder, draft, manifest);
            takePlace(folder, draft, name);
        } catch (IOException | SQLException failure) {
            throw new DatabaseProblem(
                    "恢复没有完成 / The backup was not restored: " + failure.getMessage(),
                    "What was in " + folder.path() + " is unchanged.",
                    failure);
        } finally {
            removed(draft);
            folder.release();
        }
    }

    private static void removed(Path draft) {
        try {
            FileSystemUtils.deleteRecursively(draft);
        } catch (IOException left) {
            log.warn("{} could not be removed", draft);
        }
    }

    private BackupManifest manifest() {
        try (TarArchiveInputStream tar = archive()) {
            TarArchiveEntry first = tar.getNextEntry();
            if (first == null || !first.getName().equals(BackupManifest.NAME)) {
                throw BackupManifest.notABackup();
            }
            return BackupManifest.read(tar.readAllBytes());
        } catch (IOException notAnArchive) {
            throw BackupManifest.notABackup();
        }
    }

    private TarArchiveInputStream archive() throws IOException {
        return new TarArchiveInputStream(
                new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), 1 << 16), "UTF-8");
    }

    private void unpack(Path draft, long expected) throws IOException {
        Files.createDirectories(draft);
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
        Map<String, String> found = new HashMap<>();
        String promised = null;
        long bytes = 0;
        long tenths = 0;
        try (TarArchiveInputStream tar = archive()) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.getName().equals(BackupManifest.CHECKSUMS)) {
                    promised = new String(tar.readAllBytes(), StandardCharsets.UTF_8);
                } else {
                    found.putAll(unpack(entry, tar, draft));
                }
                bytes += entry.getSize();
                long now = Math.min(10, bytes * 10 / Math.max(1, expected));
                if (now > tenths) {
                    tenths = now;
                    log.info("  {} %  ({} MB)", now * 10, bytes >> 20);
                }
            }
        }
        compare(promised, found);
    }

    private static Map<String, String> unpack(TarArchiveEntry entry, TarArchiveInputStream content, Path draft)
            throws IOException {
        String name = entry.getName();
        if (entry.isDirectory()) {
            folder(inside(draft, name));
            return Map.of();
        }
        MessageDigest digest = BackupWriter.sha256();
        if (name.startsWith(BackupManifest.DATA)) {
            Path to = inside(draft, name);
            folder(to.getParent());
            Files.createFile(to, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(to), digest)) {
                content.transferTo(out);
            }
        } else {
            digest.update(content.readAllBytes());
        }
        return Map.of(name, HexFormat.of().formatHex(digest.digest()));
    }

    private static Path inside(Path draft, String name) throws IOException {
        Path path = draft.resolve(name.substring(Math.min(name.length(), BackupManifest.DATA.length())))
                .normalize();
        if (!path.startsWith(draft)) {
            throw new IOException("An entry lies outside the archive: " + name);
        }
        return path;
    }

    private static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /** The list of checksums comes last: without it the archive is cut off. */
    private static void compare(@Nullable String promised, Map<String, String> found) {
        if (promised == null) {
            throw damaged("it ends too early");
        }
        List<String> lines = promised.lines().toList();
        for (String line : lines) {
            String name = line.substring(line.indexOf("  ") + 2);
            if (!line.substring(0, line.indexOf("  ")).equals(found.get(name))) {
                throw damaged(name);
            }
        }
        if (lines.size() != found.size()) {
            throw damaged("it holds files it does not know");
        }
    }

    private static DatabaseProblem damaged(String what) {
        return new DatabaseProblem(
                "备份文件已损坏 / The backup is damaged: " + what + ".", "Take another backup. Nothing was changed.");
    }

    /** Starts the restored database once: it works through its log and answers. */
    private void tryOut(DataFolder folder, Path draft, BackupManifest manifest) throws IOException, SQLException {
        Path programs = Binaries.unpacked(folder.path(), version).folder();
        Files.createSymbolicLink(draft.resolve(programs.getFileName()), programs);
        EmbeddedPostgres postgres = EmbeddedPostgres.in(draft, version);
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                Statement sql = connection.createStatement()) {
            if (!manifest.system().equals(one(sql, "select system_identifier::text from pg_control_system()"))) {
                throw damaged("the database is another one");
            }
            log.info("  the database answers: {} tables", one(sql, "select count(*)::text from pg_class where relkind = 'r'"));
        } finally {
            postgres.stop();
        }
    }

    private static String one(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private record Move(Path from, Path to) {}

    /** Renaming within one folder; if it fails half-way, everything goes back to where it was. */
    private static void takePlace(DataFolder folder, Path draft, String name) throws IOException {
        Deque<Move> done = new ArrayDeque<>();
        Path aside = folder.resolve(ASIDE + name);
        try {
            for (Path old : parts(folder.path())) {
                Files.createDirectories(aside);
                move(old, aside.resolve(old.getFileName()), done);
            }
            for (Path restored : parts(draft)) {
                move(restored, folder.resolve(restored.getFileName().toString()), done);
            }
        } catch (IOException failure) {
            while (!done.isEmpty()) {
                Move last = done.pop();
                Files.move(last.to(), last.from(), StandardCopyOption.ATOMIC_MOVE);
            }
            throw failure;
        }
        log.info("恢复完成 / Done. Start it with bin/run.");
        if (Files.exists(aside)) {
            log.info("原来的数据保留在 / What was there before is kept in {}; delete it when you do not need it.", aside);
        }
    }

    private static void move(Path from, Path to, Deque<Move> done) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        done.push(new Move(from, to));
    }

    private static List<Path> parts(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> {
                        String name = each.getFileName().toString();
                        return name.equals("database") || Backup.belongs(name);
                    })
                    .sorted()
                    .toList();
        }
    }
}
