package com.huixiang.channel;

import com.huixiang.kernel.Seal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** FRONT DOOR: the shop sites that have a chat, and their secrets. */
@Service
public class ChannelAccounts {

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Clock clock;

    ChannelAccounts(JdbcClient sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /** Opens a chat for a shop site. Does nothing when the site has one. */
    public void open(ChannelAccount account) {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        sql.sql(
                        """
                        insert into channel.account (id, kind, name, secret, greeting, menu, created_at)
                        values (?, 'WEB', ?, ?, ?, ?::jsonb, ?) on conflict do nothing""")
                .params(
                        account.id(),
                        account.name(),
                        HexFormat.of().formatHex(secret),
                        account.greeting(),
                        json.writeValueAsString(account.menu()),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    public ChannelAccount get(String id) {
        return find(id).orElseThrow(ChannelProblem::unknownAccount);
    }

    public Optional<ChannelAccount> find(String id) {
        return sql.sql("select id, name, greeting, menu from channel.account where id = ?")
                .param(id)
                .query((row, n) -> new ChannelAccount(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("greeting"),
                        List.of(json.readValue(row.getString("menu"), ChannelAccount.Entrance[].class))))
                .optional();
    }

    /** Signs an identity as the shop itself would. For the demo shop, which lives in the same house. */
    public String sign(String account, String identity) {
        return HexFormat.of().formatHex(Seal.hmacSha256(secretOf(account), identity));
    }

    boolean isSigned(String account, String identity, String signature) {
        return MessageDigest.isEqual(
                sign(account, identity).getBytes(StandardCharsets.US_ASCII),
                signature.toLowerCase().getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] secretOf(String account) {
        return sql.sql("select secret from channel.account where id = ?")
                .param(account)
                .query(String.class)
                .optional()
                .orElseThrow(ChannelProblem::unknownAccount)
                .getBytes(StandardCharsets.UTF_8);
    }
}
