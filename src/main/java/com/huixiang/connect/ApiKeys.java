package com.huixiang.connect;

import com.huixiang.audit.AuditTrail;
import com.huixiang.channel.ChannelAccount;
import com.huixiang.channel.ChannelAccounts;
import com.huixiang.kernel.Seal;
import com.huixiang.kernel.Uuid7;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Permission;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** FRONT DOOR: the keys of other systems, and who signed a request. Making and revoking one is audited. */
@Service
public class ApiKeys {

    private static final String PURPOSE = "api-key";
    private static final String SUBJECT = "api-key";
    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);
    private static final int LONGEST_NAME = 60;

    private final JdbcClient sql;
    private final ChannelAccounts accounts;
    private final Seal seal;
    private final RequestRate rate;
    private final AuditTrail audit;
    private final ConnectSettings settings;
    private final Clock clock;

    ApiKeys(
            JdbcClient sql,
            ChannelAccounts accounts,
            Seal seal,
            RequestRate rate,
            AuditTrail audit,
            ConnectSettings settings,
            Clock clock) {
        this.sql = sql;
        this.accounts = accounts;
        this.seal = seal;
        this.rate = rate;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** A new key and its secret, which is never shown again. */
    public record Made(ApiKey key, String secret) {}

    /** What a request shows of itself, as it came. */
    public record Signed(@Nullable String key, @Nullable String timestamp, @Nullable String signature, byte[] body) {}

    public List<ApiKey> list(Actor actor) {
        actor.check(Permission.CHANNELS);
        return sql.sql("select * from connect.api_key order by revoked_at is not null, created_at desc")
                .query(ApiKeys::key)
                .list();
    }

    @Transactional
    public Made make(Actor actor, String account, String name) {
        actor.check(Permission.CHANNELS);
        if (accounts.find(account)
                .filter(known -> known.kind() == ChannelAccount.Kind.API && known.active())
                .isEmpty()) {
            throw ConnectProblem.notAnApiAccount();
        }
        String called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw ConnectProblem.badMessage("name");
        }
        UUID id = Uuid7.next(clock);
        String prefix = "hx_" + random(6);
        String secret = random(32);
        sql.sql(
                        """
                        insert into connect.api_key (id, account, name, prefix, locked_secret, created_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(id, account, called, prefix, seal.lock(PURPOSE, secret), utc(clock.instant()))
                .update();
        ApiKey made = get(id);
        note(actor, "connect.key.made", made);
        return new Made(made, secret);
    }

    @Transactional
    public void revoke(Actor actor, UUID id) {
        actor.check(Permission.CHANNELS);
        ApiKey key = get(id);
        if (key.revokedAt() == null) {
            sql.sql("update connect.api_key set revoked_at = ? where id = ?")
                    .params(utc(clock.instant()), id)
                    .update();
            note(actor, "connect.key.revoked", key);
        }
    }

    /**
     * Whose request this is; refused unless the key is good for this account, the time is near ours and the signature fits
     * the body to the byte. The signature is compared in constant time.
     */
    public ApiKey recognise(String account, Signed request) {
        Held held = find(request.key());
        if (held == null || held.key().revokedAt() != null || !held.key().account().equals(account)) {
            throw ConnectProblem.unknownKey();
        }
        return checked(held, request);
    }

    /** The same where the key alone says which account it is. */
    public ApiKey recognise(Signed request) {
        Held held = find(request.key());
        if (held == null || held.key().revokedAt() != null) {
            throw ConnectProblem.unknownKey();
        }
        return checked(held, request);
    }

    private ApiKey checked(Held held, Signed request) {
        checkTime(request.timestamp());
        byte[] expected = signature(
                seal.unlock(PURPOSE, held.lockedSecret()), String.valueOf(request.timestamp()), request.body());
        byte[] shown = request.signature() == null
                ? new byte[0]
                : request.signature().strip().toLowerCase().getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, shown)) {
            throw ConnectProblem.badSignature();
        }
        // Counted after the signature: a stranger cannot use up what the key may do.
        rate.count(held.key().prefix(), held.key().perMinute());
        noteUse(held.key());
        return held.key();
    }

    private void checkTime(@Nullable String timestamp) {
        Instant sent;
        try {
            sent = Instant.ofEpochSecond(Long.parseLong(timestamp == null ? "" : timestamp));
        } catch (RuntimeException notANumber) {
            throw ConnectProblem.staleTimestamp();
        }
        if (Duration.between(sent, clock.instant()).abs().compareTo(settings.signatureAge()) > 0) {
            throw ConnectProblem.staleTimestamp();
        }
    }

    /** HMAC-SHA256 over {@code timestamp.body}, in hex: the same on the way in and on the way out. */
    static byte[] signature(String secret, String timestamp, byte[] body) {
        byte[] head = (timestamp + ".").getBytes(StandardCharsets.UTF_8);
        byte[] text = new byte[head.length + body.length];
        System.arraycopy(head, 0, text, 0, head.length);
        System.arraycopy(body, 0, text, head.length, body.length);
        byte[] mark = Seal.hmacSha256(secret.getBytes(StandardCharsets.UTF_8), text);
        return HexFormat.of().formatHex(mark).getBytes(StandardCharsets.US_ASCII);
    }

    /** To the minute is enough; a write for each request is not worth it. */
    private void noteUse(ApiKey key) {
        Instant now = clock.instant();
        if (key.lastUsedAt() == null || key.lastUsedAt().plus(USE_IS_NOTED_EVERY).isBefore(now)) {
            sql.sql("update connect.api_key set last_used_at = ? where id = ?")
                    .params(utc(now), key.id())
                    .update();
        }
    }

    private record Held(ApiKey key, byte[] lockedSecret) {}

    private @Nullable Held find(@Nullable String prefix) {
        return prefix == null
                ? null
                : sql.sql("select * from connect.api_key where prefix = ?")
                        .param(prefix)
                        .query((row, n) -> new Held(key(row, n), row.getBytes("locked_secret")))
                        .optional()
                        .orElse(null);
    }

    private ApiKey get(UUID id) {
        return sql.sql("select * from connect.api_key where id = ?")
                .param(id)
                .query(ApiKeys::key)
                .optional()
                .orElseThrow(ConnectProblem::keyNotFound);
    }

    private void note(Actor actor, String verb, ApiKey key) {
        audit.note(
                actor.id().value(),
                actor.name(),
                verb,
                SUBJECT,
                key.id().toString(),
                key.name() + " (" + key.prefix() + ")",
                null,
                null,
                null);
    }

    static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static ApiKey key(ResultSet row, int number) throws SQLException {
        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("account"),
                row.getString("prefix"),
                row.getInt("per_minute"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                time(row, "last_used_at"),
                time(row, "revoked_at"));
    }
}
