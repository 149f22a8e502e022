package com.huixiang.staff;

import com.huixiang.kernel.Seal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * FRONT DOOR: the second factor, the code of an authenticator app. The secret is locked away with the installation's key;
 * of the recovery codes only hashes are kept. A code is good once.
 */
@Component
public class SecondFactor {

    private static final String PURPOSE = "two-factor";
    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;

    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    SecondFactor(JdbcClient sql, Seal seal, Clock clock) {
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** What the app wants to know: to be typed, and to be shown as a QR code. */
    public record Offer(String secret, String uri) {}

    /** A fresh secret. It counts once a code made with it was shown. */
    @Transactional
    public Offer offer(StaffId member, String login) {
        if (isOn(member)) {
            throw StaffProblem.secondFactorIsOn();
        }
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        String secret = Totp.base32(bytes);
        sql.sql("""
                insert into staff.two_factor (member_id, secret, made_at) values (:member, :secret, :at)
                on conflict (member_id) do update
                set secret = excluded.secret, made_at = excluded.made_at, last_step = 0
                """)
                .param("member", member.value())
                .param("secret", seal.lock(PURPOSE, secret))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        String label = URLEncoder.encode("Huixiang:" + login, StandardCharsets.UTF_8).replace("+", "%20");
        return new Offer(secret, "otpauth://totp/" + label + "?secret=" + secret + "&issuer=Huixiang");
    }

    /** From now on signing in wants a code. Answers the recovery codes, which are shown this once. */
    @Transactional
    public List<String> confirm(StaffId member, String code) {
        if (isOn(member)) {
            throw StaffProblem.secondFactorIsOn();
        }
        if (!acceptsCode(member, digitsOf(code))) {
            throw StaffProblem.codeDoesNotFit();
        }
        sql.sql("update staff.two_factor set confirmed_at = ? where member_id = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), member.value())
                .update();
        List<String> codes =
                Stream.generate(SecondFactor::recoveryCode).limit(RECOVERY_CODES).toList();
        codes.forEach(each -> sql.sql("insert into staff.recovery_code (member_id, hash) values (?, ?)")
                .params(member.value(), hash(member, each))
                .update());
        return codes;
    }

    @Transactional(readOnly = true)
    public boolean isOn(StaffId member) {
        return sql.sql("select exists (select from staff.two_factor where member_id = ? and confirmed_at is not null)")
                .param(member.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether this code, or this recovery code, lets the member in. It does so once. */
    @Transactional
    public boolean accepts(StaffId member, String code) {
        return acceptsCode(member, digitsOf(code)) || acceptsRecoveryCode(member, code);
    }

    /** False when there was none. */
    @Transactional
    public boolean remove(StaffId member) {
        sql.sql("delete from staff.recovery_code where member_id = ?").param(member.value()).update();
        return sql.sql("delete from staff.two_factor where member_id = ?").param(member.value()).update() > 0;
    }

    private record Kept(byte[] secret, long lastStep) {}

    private boolean acceptsCode(StaffId member, String code) {
        Optional<Kept> kept = sql.sql("select secret, last_step from staff.two_factor where member_id = ? for update")
                .param(member.value())
                .query((row, n) -> new Kept(row.getBytes("secret"), row.getLong("last_step")))
                .optional();
        if (kept.isEmpty()) {
            return false;
        }
        byte[] secret = Totp.fromBase32(seal.unlock(PURPOSE, kept.get().secret()));
        OptionalLong step = Totp.stepOf(secret, code, clock.instant(), kept.get().lastStep());
        step.ifPresent(used -> sql.sql("update staff.two_factor set last_step = ? where member_id = ?")
                .params(used, member.value())
                .update());
        return step.isPresent();
    }

    private boolean acceptsRecoveryCode(StaffId member, String code) {
        return sql.sql("delete from staff.recovery_code where member_id = ? and hash = ?")
                        .params(member.value(), hash(member, code))
                        .update()
                == 1;
    }

    private static String digitsOf(String code) {
        return code.replaceAll("\\s", "");
    }

    /** Eighty bits of chance, in groups of four. */
    private static String recoveryCode() {
        byte[] bytes = new byte[RECOVERY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Totp.base32(bytes).toLowerCase(Locale.ROOT).replaceAll("(.{4})(?!$)", "$1-");
    }

    /** Nobody can guess eighty bits, so a plain hash is enough. */
    private static String hash(StaffId member, String code) {
        String plain = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "");
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest((member + ":" + plain).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
