package com.huixiang.database.embedded;

import com.huixiang.database.DatabaseProblem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, taken out of their archive once. */
record Binaries(Path folder) {

    private static final Logger log = LoggerFactory.getLogger(Binaries.class);

    static Binaries unpacked(Path dataFolder, String version) {
        var folder = dataFolder.resolve("postgres-" + version);
        if (!Files.exists(folder)) {
            log.info("Unpacking PostgreSQL {} (only once)", version);
            unpack(folder);
        }
        return new Binaries(folder);
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static void unpack(Path folder) {
        var draft = folder.resolveSibling(folder.getFileName() + ".new");
        try (var archive = archive()) {
            FileSystemUtils.deleteRecursively(draft);
            directory(draft);
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                write(entry, archive, draft);
            }
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TarArchiveInputStream archive() throws IOException {
        var name =
                switch (System.getProperty("os.arch")) {
                    case "amd64" -> "/postgres-linux-x86_64.txz";
                    case "aarch64" -> "/postgres-linux-arm_64.txz";
                    case String other -> "/postgres-linux-" + other + ".txz";
                };
        InputStream stream = Binaries.class.getResourceAsStream(name);
        if (stream == null) {
            throw new DatabaseProblem(
                    "No embedded PostgreSQL comes with this build for the machine's architecture ("
                            + System.getProperty("os.arch") + ").",
                    "Set HUIXIANG_DATABASE_URL to an external PostgreSQL.");
        }
        return new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(stream)));
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path root) throws IOException {
        var file = root.resolve(entry.getName()).normalize();
        if (!file.startsWith(root)) {
            throw new IOException("Entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            directory(file);
        } else if (entry.isSymbolicLink()) {
            directory(file.getParent());
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            directory(file.getParent());
            Files.copy(content, file);
            var executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /** Whatever the umask says, the account PostgreSQL runs under must be able to read its programs. */
    private static void directory(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
