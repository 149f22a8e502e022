package com.huixiang.channel;

import com.huixiang.customer.Browsers;
import com.huixiang.customer.Customer;
import com.huixiang.customer.CustomerFacts;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Identity;
import com.huixiang.customer.Level;
import com.huixiang.kernel.Seal;
import com.huixiang.kernel.Uuid7;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * FRONT DOOR: who is at the browser. A new browser becomes a visitor; a shop that signs its customer in makes him known,
 * on every device, and what he said as a visitor follows him (E-02, E-05).
 */
@Service
@EnableConfigurationProperties(ChannelSettings.class)
public class Visitors {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    private final ChannelAccounts accounts;
    private final Customers customers;
    private final Browsers browsers;
    private final Seal seal;
    private final JsonMapper json;
    private final ChannelSettings settings;
    private final Clock clock;

    Visitors(
            ChannelAccounts accounts,
            Customers customers,
            Browsers browsers,
            Seal seal,
            JsonMapper json,
            ChannelSettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.customers = customers;
        this.browsers = browsers;
        this.seal = seal;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
    }

    /** A customer at his browser. */
    public record Visitor(ChannelAccount account, CustomerId customer, String name, boolean known) {}

    public record Admitted(String token, Visitor visitor) {}

    /** What the shop says about its customer: the exact text it signed, and the signature in hex. */
    public record Vouched(String identity, String signature) {}

    /**
     * Lets a browser in. An earlier token keeps the visitor who he was; a vouched identity makes him known. A token that
     * is forged or too old is passed over: the browser begins anew.
     */
    public Admitted admit(String site, @Nullable String earlierToken, @Nullable Vouched vouched) {
        ChannelAccount account = accounts.get(site, ChannelAccount.Kind.WEB);
        Optional<VisitorToken> earlier = Optional.ofNullable(earlierToken)
                .flatMap(this::read)
                .filter(token -> token.account().equals(site));
        if (vouched != null) {
            return admitKnown(account, earlier, vouched);
        }
        if (earlier.isPresent()) {
            return admitted(account, customers.current(earlier.get().customer()), earlier.get().known(), earlier.get());
        }
        CustomerId fresh = customers.recognise(
                Identity.visitor(Uuid7.next(clock).toString()), CustomerFacts.from("web:" + site));
        return admitted(account, fresh, false, null);
    }

    /** The same where the shop's page knows this browser by an id of its own: what was looked at there is his (E-03). */
    public Admitted admit(
            String site, @Nullable String earlierToken, @Nullable Vouched vouched, @Nullable String anonymousId) {
        Admitted admitted = admit(site, earlierToken, vouched);
        if (anonymousId != null && !anonymousId.isBlank()) {
            browsers.chatsAt(admitted.visitor().customer(), anonymousId, "web:" + site);
        }
        return admitted;
    }

    private Admitted admitKnown(ChannelAccount account, Optional<VisitorToken> earlier, Vouched vouched) {
        Claim claim = checked(account.id(), vouched);
        Identity member = Identity.member(claim.id());
        CustomerFacts facts = claim.facts("web:" + account.id());
        // Somebody else was signed in at this browser before: his conversations stay his. Perhaps it is the same person.
        CustomerId customer = earlier.filter(token -> !token.known())
                .map(token -> customers.identify(token.customer(), member, facts, "在同一浏览器登录会员 " + claim.id()))
                .orElseGet(() -> customers.recognise(member, facts));
        earlier.filter(VisitorToken::known)
                .ifPresent(token -> customers.metAtOneBrowser(token.customer(), customer));
        return admitted(account, customer, true, null);
    }

    /** The member whom the shop vouches for, and what it says of him. */
    public record Member(String id, CustomerFacts facts) {}

    /** Whom the shop of this site signed in; refused when the signature does not fit or is too old. */
    public Member vouchedFor(String site, Vouched vouched) {
        Claim claim = checked(site, vouched);
        return new Member(claim.id(), claim.facts("web:" + site));
    }

    private Claim checked(String account, Vouched vouched) {
        if (!accounts.isSigned(account, vouched.identity(), vouched.signature())) {
            throw ChannelProblem.badSignature();
        }
        Claim claim = claimOf(vouched.identity());
        Instant now = clock.instant();
        if (claim.issuedAt().plus(settings.identityAge()).isBefore(now)
                || claim.issuedAt().isAfter(now.plus(CLOCKS_DIFFER))) {
            throw ChannelProblem.identityTooOld();
        }
        return claim;
    }

    private record Claim(
            String id,
            @Nullable String name,
            @Nullable Level level,
            @Nullable String phone,
            @Nullable String email,
            Instant issuedAt) {

        CustomerFacts facts(String source) {
            return new CustomerFacts(source, name, null, level, phone, email);
        }
    }

    private Claim claimOf(String identity) {
        try {
            JsonNode node = json.readTree(identity);
            String level = node.path("level").asString("");
            return new Claim(
                    node.path("id").asString(""),
                    node.path("name").asString(null),
                    level.isEmpty() ? null : Level.valueOf(level.toUpperCase(Locale.ROOT)),
                    node.path("phone").asString(null),
                    node.path("email").asString(null),
                    Instant.parse(node.path("issuedAt").asString("")));
        } catch (JacksonException | IllegalArgumentException | DateTimeParseException malformed) {
            throw ChannelProblem.badIdentity();
        }
    }

    private Admitted admitted(
            ChannelAccount account, CustomerId customer, boolean known, @Nullable VisitorToken earlier) {
        Customer file = customers.get(customer);
        // A known customer's time runs from the shop's word; writing does not prolong it.
        Instant until = known && earlier != null
                ? earlier.until()
                : clock.instant().plus(known ? settings.memberToken() : settings.visitorToken());
        // The browser stays with the file it came with: should that file be part of another one by mistake, and be made
        // one of its own again, the browser finds it.
        CustomerId bearer = earlier == null ? file.id() : earlier.customer();
        VisitorToken token = new VisitorToken(account.id(), bearer, known, until);
        return new Admitted(sealed(token), new Visitor(account, file.id(), file.name(), known));
    }

    /** The customer behind a token; refused when the token is not ours or too old. */
    public Visitor recognise(@Nullable String token) {
        VisitorToken shown = Optional.ofNullable(token).flatMap(this::read).orElseThrow(ChannelProblem::badToken);
        Customer file = customers.get(customers.current(shown.customer()));
        return new Visitor(accounts.get(shown.account(), ChannelAccount.Kind.WEB), file.id(), file.name(), shown.known());
    }

    private String sealed(VisitorToken token) {
        String text = token.text();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8))
                + "."
                + seal.mark(VisitorToken.PURPOSE, text);
    }

    private Optional<VisitorToken> read(String sealed) {
        int dot = sealed.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(sealed.substring(0, dot)), StandardCharsets.UTF_8);
            if (!seal.bears(sealed.substring(dot + 1), VisitorToken.PURPOSE, text)) {
                return Optional.empty();
            }
            return Optional.of(VisitorToken.parse(text)).filter(token -> token.until().isAfter(clock.instant()))
                    .filter(token -> !customers.isErased(token.customer()));
        } catch (IllegalArgumentException | ChannelProblem forged) {
            return Optional.empty();
        }
    }
}
