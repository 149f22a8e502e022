package com.huixiang.kernel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Locks secrets away before they are written to the database (AES-256-GCM), so that whoever gets hold of the tables has
 * not got hold of them. The key lies beside the database, in the data folder, or comes from {@code HUIXIANG_SECRET}, which
 * several nodes with data folders of their own must share.
 */
@Component
public class Strongbox {

    private static final String FILE = "secret.key";
    private static final String LOCKED = "hx1:";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    Strongbox(@Value("${huixiang.data:data}") Path data, @Value("${huixiang.secret:}") String secret) {
        this.key = new SecretKeySpec(secret.isBlank() ? keyIn(data) : keyOf(secret), "AES");
    }

    /** Readable again only here and for the same purpose. The same text never looks the same twice. */
    public String lock(String purpose, String text) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] locked = run(Cipher.ENCRYPT_MODE, nonce, purpose, text.getBytes(StandardCharsets.UTF_8));
        byte[] whole = ByteBuffer.allocate(NONCE + locked.length).put(nonce).put(locked).array();
        return LOCKED + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** What was written before there was a strongbox comes back as it is. */
    public String open(String purpose, String locked) {
        if (!isLocked(locked)) {
            return locked;
        }
        byte[] whole = Base64.getUrlDecoder().decode(locked.substring(LOCKED.length()));
        ByteBuffer bytes = ByteBuffer.wrap(whole);
        byte[] nonce = new byte[NONCE];
        bytes.get(nonce);
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return new String(run(Cipher.DECRYPT_MODE, nonce, purpose, rest), StandardCharsets.UTF_8);
    }

    public boolean isLocked(String text) {
        return text.startsWith(LOCKED);
    }

    private byte[] run(int mode, byte[] nonce, String purpose, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException otherKey) {
            throw new IllegalStateException(
                    "A secret cannot be opened: it was locked with another key than " + FILE + " or HUIXIANG_SECRET", otherKey);
        }
    }

    private static byte[] keyOf(String secret) {
        return Seal.hmacSha256(secret.getBytes(StandardCharsets.UTF_8), "strongbox");
    }

    /** Made at the first start; whoever is second, on a shared folder, takes what is there. */
    private static byte[] keyIn(Path data) {
        Path file = data.resolve(FILE);
        try {
            Files.createDirectories(data);
            byte[] fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            if (!Files.exists(file)) {
                write(data, file, Base64.getEncoder().encodeToString(fresh) + "\n");
            }
            return Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IOException | IllegalArgumentException cause) {
            throw new IllegalStateException("Cannot use " + file + ", the key of this installation", cause);
        }
    }

    private static void write(Path data, Path file, String text) throws IOException {
        Path draft = Files.createTempFile(
                data, FILE, null, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, text, StandardOpenOption.WRITE);
        try {
            Files.createLink(file, draft); // all of it or nothing, and never over another one
        } catch (FileAlreadyExistsException sombodyWasQuicker) {
            // His key is the one.
        } finally {
            Files.delete(draft);
        }
    }
}
