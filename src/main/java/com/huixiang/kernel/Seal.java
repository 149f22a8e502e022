package com.huixiang.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Marks small texts as ours (HMAC-SHA256 with the installation's own key, made at the first start and kept in the
 * database so that every node uses the same), and locks secrets away. A purpose keeps what is made for one thing from
 * being used for another.
 */
@Component
public class Seal {

    private static final int NONCE = 12;

    private final byte[] key;

    Seal(JdbcClient sql, Clock clock) {
        byte[] fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        sql.sql("insert into seal_key (id, secret, created_at) values (1, ?, ?) on conflict do nothing")
                .params(fresh, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        this.key = sql.sql("select secret from seal_key where id = 1")
                .query((row, n) -> row.getBytes(1))
                .single();
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
            SecretKeySpec own = new SecretKeySpec(hmacSha256(key, "lock\n" + purpose), "AES");
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
