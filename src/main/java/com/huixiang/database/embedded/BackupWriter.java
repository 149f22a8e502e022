package com.huixiang.database.embedded;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a backup into a draft that gets its name when it is whole. Its last entry holds the checksum of every file. */
final class BackupWriter implements AutoCloseable {

    private static final int PIECE = 1 << 16;
    private static final int ONLY_THE_OWNER = 0600;
    private static final int ONLY_THE_OWNER_ENTERS = 0700;
    private static final Logger log = LoggerFactory.getLogger(BackupWriter.class);

    private final Path file;
    private final Path draft;
    private final TarArchiveOutputStream tar;
    private final StringBuilder checksums = new StringBuilder();
    private final long expected;
    private long copied;
    private int tenths;

    /** @param expected about how many bytes will come, to show how far it is */
    BackupWriter(Path file, long expected) throws IOException {
        this.file = file.toAbsolutePath();
        this.expected = Math.max(1, expected);
        Files.createDirectories(this.file.getParent());
        this.draft = this.file.resolveSibling(this.file.getFileName() + ".part");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        this.tar = new TarArchiveOutputStream(
                new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(draft), PIECE), PIECE), "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    void folder(String name) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name + "/");
        entry.setMode(ONLY_THE_OWNER_ENTERS);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    void text(String name, byte[] content) throws IOException {
        begin(name, content.length);
        tar.write(content);
        end(name, sha256().digest(content));
    }

    /**
     * As the file is at this moment. PostgreSQL may write to it meanwhile: what is torn is mended from the log, so a file
     * that shrinks is filled up and one that is gone is left out.
     */
    void copy(String name, Path from) throws IOException {
        try (InputStream content = Files.newInputStream(from)) {
            long size = Files.size(from);
            begin(name, size);
            MessageDigest digest = sha256();
            byte[] piece = new byte[PIECE];
            for (long left = size; left > 0; ) {
                int read = content.readNBytes(piece, 0, (int) Math.min(PIECE, left));
                if (read == 0) {
                    Arrays.fill(piece, (byte) 0);
                    read = (int) Math.min(PIECE, left);
                }
                tar.write(piece, 0, read);
                digest.update(piece, 0, read);
                left -= read;
                progress(read);
            }
            end(name, digest.digest());
        } catch (NoSuchFileException gone) {
            log.debug("{} is gone meanwhile", from);
        }
    }

    private void begin(String name, long size) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setMode(ONLY_THE_OWNER);
        tar.putArchiveEntry(entry);
    }

    private void end(String name, byte[] digest) throws IOException {
        tar.closeArchiveEntry();
        checksums.append(HexFormat.of().formatHex(digest)).append("  ").append(name).append('\n');
    }

    private void progress(int bytes) {
        copied += bytes;
        int now = (int) Math.min(10, copied * 10 / expected);
        if (now > tenths) {
            tenths = now;
            log.info("  {} %  ({} MB)", now * 10, copied >> 20);
        }
    }

    /** Only now there is a backup: everything is on disk, and it gets its name. */
    void complete() throws IOException {
        text(BackupManifest.CHECKSUMS, checksums.toString().getBytes(StandardCharsets.UTF_8));
        tar.close();
        try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            tar.close();
        } catch (IOException unfinished) {
            log.debug("The draft was left unfinished", unfinished);
        }
        Files.deleteIfExists(draft);
    }
}
