package com.huixiang.connect.web;

import com.huixiang.channel.ChannelAccount;
import com.huixiang.channel.ChannelAccounts;
import com.huixiang.channel.Visitors;
import com.huixiang.connect.ApiKeys;
import com.huixiang.connect.ApiKeys.Signed;
import com.huixiang.journey.JourneyProblem;
import com.huixiang.journey.JourneySettings;
import com.huixiang.journey.Journeys;
import com.huixiang.journey.Sender;
import com.huixiang.kernel.Allowance;
import com.huixiang.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where events come in (P-02). A page of the shop names its site and sends no cookie; a page that is left can only send
 * plain text to an address, so the site may stand there too. A server signs with its key like any other request.
 */
@RestController
class EventController {

    private static final int LARGEST_BATCH = 1024 * 1024;
    private static final Duration ONE_BACK = Duration.ofMillis(100);

    private final Journeys journeys;
    private final ChannelAccounts accounts;
    private final Visitors visitors;
    private final ApiKeys keys;
    private final Allowance allowance;

    EventController(
            Journeys journeys,
            ChannelAccounts accounts,
            Visitors visitors,
            ApiKeys keys,
            JourneySettings settings,
            Clock clock) {
        this.journeys = journeys;
        this.accounts = accounts;
        this.visitors = visitors;
        this.keys = keys;
        this.allowance = new Allowance(settings.batchesPerAddress(), ONE_BACK, clock);
    }

    /** Any page may knock; whether its site lets it in is checked here, and nothing is answered that is worth stealing. */
    @CrossOrigin(origins = "*", allowedHeaders = {"Content-Type", "X-Huixiang-Site"}, maxAge = 86_400)
    @PostMapping("/api/events")
    CompletableFuture<Journeys.Taken> take(
            @RequestHeader(name = "X-Huixiang-Site", required = false) @Nullable String header,
            @RequestParam(required = false) @Nullable String site,
            HttpServletRequest request)
            throws IOException {
        String named = header == null ? site : header;
        boolean server = request.getHeader("X-Huixiang-Key") != null;
        if (!server) {
            allowance.take(request.getRemoteAddr()).ifPresent(wait -> {
                throw JourneyProblem.tooFast(wait);
            });
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST_BATCH + 1);
        if (body.length > LARGEST_BATCH) {
            throw JourneyProblem.tooLarge();
        }
        return journeys.take(server ? server(request, named, body) : browser(request, named), body);
    }

    private Sender browser(HttpServletRequest request, @Nullable String site) {
        ChannelAccount account = accounts.get(site == null ? "" : site, ChannelAccount.Kind.WEB);
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && !account.origins().isEmpty() && !account.origins().contains(origin)) {
            throw JourneyProblem.foreignSite();
        }
        return Sender.browser(account.id(), voucherOf(account.id()));
    }

    /** A server may say for which site it speaks. */
    private Sender server(HttpServletRequest request, @Nullable String site, byte[] body) {
        String account = keys.recognise(new Signed(
                        request.getHeader("X-Huixiang-Key"),
                        request.getHeader("X-Huixiang-Timestamp"),
                        request.getHeader("X-Huixiang-Signature"),
                        body))
                .account();
        String of = site == null ? account : accounts.get(site).id();
        return Sender.server(of, voucherOf(of));
    }

    private Sender.Voucher voucherOf(String site) {
        return (identity, signature) -> {
            try {
                Visitors.Member member = visitors.vouchedFor(site, new Visitors.Vouched(identity, signature));
                return Optional.of(new Sender.Member(member.id(), member.facts()));
            } catch (Problem refused) {
                return Optional.empty();
            }
        };
    }

    void forgetLimits() {
        allowance.forget();
    }
}
