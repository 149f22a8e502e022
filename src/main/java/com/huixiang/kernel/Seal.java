package com.huixiang.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Marks small texts as ours (HMAC-SHA256 with the installation's own key, made at the first start and kept in the
 * database so that every node uses the same). A purpose keeps a mark for one thing from being used for another.
 */
@Component
public class Seal {

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

    public static byte[] hmacSha256(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", impossible);
        }
    }
}
