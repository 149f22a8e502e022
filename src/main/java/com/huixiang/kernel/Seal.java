package com.huixiang.kernel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Marks small texts as ours (HMAC-SHA256 with the installation's own key, made at the first start and kept in the
 * database so that every node uses the same), and locks secrets away. A purpose keeps what is made for one thing from
 * being used for another.
 *
 * <p>The key that locks does not lie beside what it locks: it comes from {@code HUIXIANG_SECRET}, or, with the embedded
 * database, from a file in the data folder. Nodes at an external database share no folder; without the setting they lock
 * with the key in the database, and say so.
 */
@Component
public class Seal {

    private static final int NONCE = 12;

    private static final Logger log = LoggerFactory.getLogger(Seal.class);

    private final byte[] key;
    private final byte[] lockKey;

    Seal(
            JdbcClient sql,
            Clock clock,
            @Value("${huixiang.data:data}") Path data,
            @Value("${huixiang.secret:}") String secret,
            @Value("${huixiang.database.url:}") String externalDatabase) {
        byte[] fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        sql.sql("insert into seal_key (id, secret, created_at) values (1, ?, ?) on conflict do nothing")
                .params(fresh, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        this.key = sql.sql("select secret from seal_key where id = 1")
                .query((row, n) -> row.getBytes(1))
                .single();
        this.lockKey = lockKey(data, secret, externalDatabase);
    }

    private byte[] lockKey(Path data, String secret, String externalDatabase) {
        if (!secret.isBlank()) {
            return hmacSha256(secret.getBytes(StandardCharsets.UTF_8), "lock");
        }
        if (externalDatabase.isBlank()) {
            return keyIn(data.resolve("secret.key"));
        }
        log.warn("Secrets are locked with a key that lies in the same database; set HUIXIANG_SECRET to keep it elsewhere");
        return key;
    }

    /** Made at the first start; for the owner of the folder alone. */
    private static byte[] keyIn(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] fresh = new byte[32];
                new SecureRandom().nextBytes(fresh);
                Files.createDirectories(file.toAbsolutePath().getParent());
                Path draft = Files.createTempFile(
                        file.toAbsolutePath().getParent(),
                        "secret",
                        ".key",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(draft, Base64.getEncoder().encodeToString(fresh) + "\n");
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IOException | IllegalArgumentException cause) {
            throw new IllegalStateException("Cannot use " + file + ", the key that locks the secrets", cause);
        }
    }

    /** The mark of this text for this purpose, safe in a URL. */
    public String mark(String purpose, String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmacSha256(key, purpose + "\n" + text));
    }

    public boolean bears(String mark, String purpose, String text) {
        return MessageDigest.isEqual(
                mark.getBytes(StandardCharsets.US_ASCII), mark(purpose, text).getBytes(StandardCharsets.US_ASCII));
    }

    /** Encrypts a secret that must be read again (AES-GCM); only this installation, and only for this purpose, can. */
    public byte[] lock(String purpose, String secret) {
        byte[] nonce = new byte[NONCE];
        new SecureRandom().nextBytes(nonce);
        byte[] hidden = crypt(Cipher.ENCRYPT_MODE, purpose, nonce, secret.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(NONCE + hidden.length).put(nonce).put(hidden).array();
    }

    /** What {@link #lock} was given. */
    public String unlock(String purpose, byte[] locked) {
        byte[] hidden = Arrays.copyOfRange(locked, NONCE, locked.length);
        return new String(
                crypt(Cipher.DECRYPT_MODE, purpose, Arrays.copyOf(locked, NONCE), hidden), StandardCharsets.UTF_8);
    }

    private byte[] crypt(int mode, String purpose, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            SecretKeySpec own = new SecretKeySpec(hmacSha256(lockKey, "lock\n" + purpose), "AES");
            cipher.init(mode, own, new GCMParameterSpec(128, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException notOurs) {
            throw new IllegalStateException("A secret for \"" + purpose + "\" cannot be read with this key", notOurs);
        }
    }

    public static byte[] hmacSha256(byte[] key, String text) {
        return hmacSha256(key, text.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] hmacSha256(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", impossible);
        }
    }
}
