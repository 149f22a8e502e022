package com.huixiang.database.embedded;

import com.huixiang.database.DatabaseProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;

/** The folder of one installation. One application at a time may claim it; the claim ends with the process. */
final class DataFolder {

    private static final String LOCK = "application.lock";
    private static final String PASSWORD = "database.password";

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static DataFolder claim(Path wanted) {
        try {
            create(wanted);
            var path = wanted.toRealPath();
            var channel = FileChannel.open(
                    path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                var holder = holder(channel);
                channel.close();
                throw new DatabaseProblem(
                        "Another application (process " + holder + ") already works with the data folder " + path + ".",
                        "Stop it first, or give this one a folder of its own with HUIXIANG_DATA.");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataFolder(path, channel);
        } catch (AccessDeniedException e) {
            throw new DatabaseProblem(
                    "The data folder " + wanted + " belongs to another user; this one may not write there.",
                    "Start as its owner, or give this user a folder of its own with HUIXIANG_DATA.",
                    e);
        } catch (FileAlreadyExistsException e) {
            throw new DatabaseProblem(
                    "The data folder " + wanted + " is not a folder.", "Point HUIXIANG_DATA to a folder.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Open to be entered whatever the umask says, because PostgreSQL may run under another account. */
    private static void create(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** A process killed a moment ago may still hold its lock, so this waits a little before it gives up. */
    private static boolean locked(FileChannel channel) throws IOException {
        var patience = PATIENCE.toMillis();
        while (!lockedNow(channel)) {
            if (patience <= 0) {
                return false;
            }
            pause();
            patience -= PAUSE.toMillis();
        }
        return true;
    }

    private static boolean lockedNow(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        var content = ByteBuffer.allocate(20);
        channel.read(content, 0);
        return new String(content.array(), 0, content.position(), StandardCharsets.US_ASCII).strip();
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    void release() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database password of this installation: made once, readable by the owner of the folder alone. */
    String password() {
        try {
            var file = resolve(PASSWORD);
            if (!Files.exists(file)) {
                write(file, newPassword());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path file, String password) throws IOException {
        var draft = resolve(PASSWORD + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, password);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String newPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
