package com.huixiang.channel;

import com.huixiang.audit.AuditTrail;
import com.huixiang.kernel.Seal;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Permission;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** FRONT DOOR: the ways in that this company has, each with its secret, and changing them. Every change is audited. */
@Service
public class ChannelAccounts {

    private static final String PURPOSE = "channel-account";
    private static final String SUBJECT = "channel";
    private static final String COLUMNS = "select id, kind, name, greeting, menu, origins, active from channel.account";
    private static final int MOST_ENTRANCES = 12;

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Seal seal;
    private final AuditTrail audit;
    private final Clock clock;

    ChannelAccounts(JdbcClient sql, JsonMapper json, Seal seal, AuditTrail audit, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.seal = seal;
        this.audit = audit;
        this.clock = clock;
    }

    /** A new account and its secret, which is never shown again. */
    public record Opened(ChannelAccount account, String secret) {}

    /** Opens a way in. Does nothing when there is one of this id. */
    public void open(ChannelAccount account) {
        add(checked(account), freshSecret());
    }

    /** E-01: by hand, in the settings. */
    @Transactional
    public Opened open(Actor actor, ChannelAccount account) {
        actor.check(Permission.CHANNELS);
        ChannelAccount fine = checked(account);
        String secret = freshSecret();
        if (!add(fine, secret)) {
            throw ChannelProblem.accountTaken(fine.id());
        }
        note(actor, "channel.account.opened", fine, null, fine);
        return new Opened(fine, secret);
    }

    /** Everything but the id and the kind. */
    @Transactional
    public ChannelAccount change(Actor actor, ChannelAccount wanted) {
        actor.check(Permission.CHANNELS);
        ChannelAccount before = get(wanted.id());
        ChannelAccount after = checked(new ChannelAccount(
                before.id(),
                before.kind(),
                wanted.name(),
                wanted.greeting(),
                wanted.menu(),
                wanted.origins(),
                wanted.active()));
        sql.sql(
                        """
                        update channel.account
                           set name = ?, greeting = ?, menu = ?::jsonb, origins = ?, active = ?
                         where id = ?""")
                .params(
                        after.name(),
                        after.greeting(),
                        json.writeValueAsString(after.menu()),
                        after.origins().toArray(String[]::new),
                        after.active(),
                        after.id())
                .update();
        note(actor, "channel.account.changed", after, before, after);
        return after;
    }

    /** The one before is worth nothing from now on. */
    @Transactional
    public Opened renewSecret(Actor actor, String id) {
        actor.check(Permission.CHANNELS);
        ChannelAccount account = get(id);
        String secret = freshSecret();
        lock(id, secret);
        note(actor, "channel.account.secret-renewed", account, null, null);
        return new Opened(account, secret);
    }

    /** Nobody comes in through it any more; what was said stays. */
    @Transactional
    public void deactivate(Actor actor, String id) {
        ChannelAccount account = get(id);
        change(
                actor,
                new ChannelAccount(
                        id,
                        account.kind(),
                        account.name(),
                        account.greeting(),
                        account.menu(),
                        account.origins(),
                        false));
    }

    public List<ChannelAccount> list(Actor actor) {
        actor.check(Permission.CHANNELS);
        return sql.sql(COLUMNS + " order by kind desc, name, id").query(this::account).list();
    }

    public ChannelAccount get(String id) {
        return find(id).orElseThrow(ChannelProblem::unknownAccount);
    }

    public Optional<ChannelAccount> find(String id) {
        return sql.sql(COLUMNS + " where id = ?").param(id).query(this::account).optional();
    }

    /** Refused where it is switched off or of another kind: then nobody comes in this way. */
    public ChannelAccount get(String id, ChannelAccount.Kind kind) {
        return find(id)
                .filter(account -> account.active() && account.kind() == kind)
                .orElseThrow(ChannelProblem::unknownAccount);
    }

    /** Signs an identity as the shop itself would. For the demo shop, which lives in the same house. */
    public String sign(String account, String identity) {
        return HexFormat.of().formatHex(Seal.hmacSha256(secretOf(account), identity));
    }

    /** Whether this is the signature in hex of the text with the account's secret; takes the same time either way. */
    public boolean isSigned(String account, String text, String signature) {
        return MessageDigest.isEqual(
                sign(account, text).getBytes(StandardCharsets.US_ASCII),
                signature.toLowerCase().getBytes(StandardCharsets.US_ASCII));
    }

    private boolean add(ChannelAccount account, String secret) {
        return sql.sql(
                                """
                                insert into channel.account
                                       (id, kind, name, locked_secret, greeting, menu, origins, active, created_at)
                                values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?) on conflict do nothing""")
                        .params(
                                account.id(),
                                account.kind().name(),
                                account.name(),
                                seal.lock(PURPOSE, secret),
                                account.greeting(),
                                json.writeValueAsString(account.menu()),
                                account.origins().toArray(String[]::new),
                                account.active(),
                                OutboundRepository.utc(clock.instant()))
                        .update()
                > 0;
    }

    private byte[] secretOf(String account) {
        record Kept(@Nullable String plain, byte @Nullable [] locked) {}
        Kept kept = sql.sql("select secret, locked_secret from channel.account where id = ?")
                .param(account)
                .query((row, n) -> new Kept(row.getString(1), row.getBytes(2)))
                .optional()
                .orElseThrow(ChannelProblem::unknownAccount);
        String secret = kept.plain();
        if (secret != null) {
            lock(account, secret);
        } else {
            secret = seal.unlock(PURPOSE, kept.locked());
        }
        return secret.getBytes(StandardCharsets.UTF_8);
    }

    /** Accounts of an earlier version, or put there by hand, lie in plain text until somebody looks. */
    void lockAllSecrets() {
        sql.sql("select id, secret from channel.account where secret is not null").query(row -> {
            lock(row.getString(1), row.getString(2));
        });
    }

    private void lock(String id, String secret) {
        sql.sql("update channel.account set locked_secret = ?, secret = null where id = ?")
                .params(seal.lock(PURPOSE, secret), id)
                .update();
    }

    private static String freshSecret() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    private static ChannelAccount checked(ChannelAccount account) {
        boolean fine = account.id().matches("[a-z0-9][a-z0-9-]{0,39}")
                && !account.name().isBlank()
                && account.name().length() <= 60
                && account.greeting().length() <= 500
                && account.menu().size() <= MOST_ENTRANCES
                && account.menu().stream()
                        .allMatch(line -> !line.label().isBlank()
                                && line.label().length() <= 30
                                && line.issue().length() <= 30)
                && account.origins().size() <= 50
                && account.origins().stream().allMatch(ChannelAccounts::isOrigin);
        if (!fine) {
            throw ChannelProblem.accountInvalid();
        }
        return account;
    }

    /** {@code https://shop.example} or {@code http://localhost:3000}: nothing behind it. */
    private static boolean isOrigin(String text) {
        try {
            URI uri = URI.create(text);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return web
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getRawPath().isEmpty()
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && text.length() <= 200;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private void note(
            Actor actor, String verb, ChannelAccount account, @Nullable Object before, @Nullable Object after) {
        audit.note(actor.id().value(), actor.name(), verb, SUBJECT, account.id(), account.name(), before, after, null);
    }

    private ChannelAccount account(ResultSet row, int number) throws SQLException {
        return new ChannelAccount(
                row.getString("id"),
                ChannelAccount.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("greeting"),
                List.of(json.readValue(row.getString("menu"), ChannelAccount.Entrance[].class)),
                List.of((String[]) row.getArray("origins").getArray()),
                row.getBoolean("active"));
    }
}
