package com.huixiang.journey;

import com.huixiang.customer.CustomerFacts;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Identity;
import com.huixiang.journey.EventReader.Rejected;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/**
 * FRONT DOOR: what customers do, as other systems and the shop's pages tell it (P-02). Each message counts once, by its id;
 * it may be late and out of order; what nobody knows is kept; what is wrong with one does not keep the others out.
 */
@Service
public class Journeys {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final CompletableFuture<EventScribe.Outcome> NOTHING_TO_WRITE = CompletableFuture.completedFuture(
            new EventScribe.Outcome(new BitSet(), new BitSet()));

    private final EventReader reader;
    private final Acquaintances acquaintances;
    private final Customers customers;
    private final EventScribe scribe;
    private final JourneySettings settings;
    private final Clock clock;

    Journeys(
            EventReader reader,
            Acquaintances acquaintances,
            Customers customers,
            EventScribe scribe,
            JourneySettings settings,
            Clock clock) {
        this.reader = reader;
        this.acquaintances = acquaintances;
        this.customers = customers;
        this.scribe = scribe;
        this.settings = settings;
        this.clock = clock;
    }

    /** A message that is not in, by its place in the batch from 0, and why ({@link Rejection}). */
    public record Refused(int index, String code) {}

    /** What became of a batch: how many are in, had come before, and are not in. */
    public record Taken(int accepted, int duplicates, List<Refused> rejected) {}

    /** Completes when what was accepted is safe on disk. */
    public CompletableFuture<Taken> take(Sender sender, byte[] body) {
        EventReader.Read read = reader.read(body);
        Instant now = clock.instant();
        List<Rejected> rejected = new ArrayList<>(read.rejected());
        List<Said> good = new ArrayList<>(read.said().size());
        for (Said said : read.said()) {
            Rejection wrong = wrongWith(said, sender, now);
            if (wrong == null) {
                good.add(said);
            } else {
                rejected.add(new Rejected(said.index(), wrong));
            }
        }
        introduce(good, sender, rejected);
        acquaintances.meet(strangersAmong(good, sender, now), sourceOf(sender));
        List<Happening> events = new ArrayList<>(good.size());
        List<Integer> places = new ArrayList<>(good.size());
        Digest digest = new Digest(sender.site());
        int linked = 0;
        for (Said said : good) {
            if (said.type() == Said.Type.ALIAS) {
                linked++;
            } else {
                events.add(happening(said, sender, now, digest));
                places.add(said.index());
            }
        }
        int aliases = linked;
        return (events.isEmpty() ? NOTHING_TO_WRITE : scribe.write(events)).thenApply(outcome -> {
            outcome.refused().stream()
                    .forEach(at -> rejected.add(new Rejected(places.get(at), Rejection.BAD_PROPERTIES)));
            int again = outcome.again().cardinality();
            return new Taken(
                    aliases + events.size() - again - outcome.refused().cardinality(),
                    again,
                    rejected.stream()
                            .sorted(Comparator.comparingInt(Rejected::index))
                            .map(each -> new Refused(each.index(), each.why().code()))
                            .toList());
        });
    }

    private @Nullable Rejection wrongWith(Said said, Sender sender, Instant now) {
        Duration oldest = sender.trusted() ? settings.serverDelay() : settings.browserDelay();
        if (said.timestamp() != null && said.timestamp().isBefore(now.minus(oldest))) {
            return Rejection.TOO_OLD;
        }
        boolean believed = sender.trusted() && said.userId() != null || said.identity() != null;
        if (said.type() == Said.Type.ALIAS) {
            if (!sender.trusted()) {
                return Rejection.UNSIGNED;
            }
            return said.previousId() == null || said.userId() == null ? Rejection.NOBODY : null;
        }
        return said.anonymousId() == null && !believed ? Rejection.NOBODY : null;
    }

    // ---- Who it is ----------------------------------------------------------------------------------------------------

    /** E-05: what the messages say about who is who, in their order, before their events are given to anybody. */
    private void introduce(List<Said> good, Sender sender, List<Rejected> rejected) {
        List<Said> refused = new ArrayList<>(0);
        for (Said said : good) {
            boolean fine = switch (said.type()) {
                case IDENTIFY -> identify(said, sender);
                case ALIAS -> alias(said, sender);
                case TRACK, PAGE -> pair(said, sender);
            };
            if (!fine) {
                refused.add(said);
                rejected.add(new Rejected(said.index(), Rejection.BAD_SIGNATURE));
            }
        }
        good.removeAll(refused);
    }

    private boolean identify(Said said, Sender sender) {
        if (said.identity() != null) {
            return sender.voucher()
                    .check(said.identity(), said.signature() == null ? "" : said.signature())
                    .map(member -> {
                        link(said.anonymousId(), Identity.member(member.id()), member.facts());
                        return true;
                    })
                    .orElse(false);
        }
        CustomerFacts facts = factsOf(said.traits(), sourceOf(sender));
        if (sender.trusted() && said.userId() != null) {
            link(said.anonymousId(), Identity.member(said.userId()), facts);
        } else if (said.anonymousId() != null) {
            Identity visitor = Identity.visitor(said.anonymousId());
            CustomerId file = customers.recognise(visitor, CustomerFacts.from(sourceOf(sender)));
            // What a browser says of itself never changes the file of somebody we know.
            if (!customers.get(file).known()) {
                customers.recognise(visitor, facts);
            }
            acquaintances.remember(visitor, file);
        }
        return true;
    }

    private boolean alias(Said said, Sender sender) {
        link(said.previousId(), Identity.member(said.userId()), CustomerFacts.from(sourceOf(sender)));
        return true;
    }

    /** A server that names both tells who sits at this browser. */
    private boolean pair(Said said, Sender sender) {
        if (sender.trusted() && said.userId() != null && said.anonymousId() != null) {
            Identity visitor = Identity.visitor(said.anonymousId());
            Identity member = Identity.member(said.userId());
            if (!acquaintances.areIntroduced(visitor, member)) {
                link(said.anonymousId(), member, CustomerFacts.from(sourceOf(sender)));
                acquaintances.introduced(visitor, member);
            }
        }
        return true;
    }

    private void link(@Nullable String anonymousId, Identity member, CustomerFacts facts) {
        CustomerId customer;
        if (anonymousId == null) {
            customer = customers.recognise(member, facts);
        } else {
            Identity visitor = Identity.visitor(anonymousId);
            CustomerId file = customers.recognise(visitor, CustomerFacts.from(facts.source()));
            customer = customers.identify(file, member, facts, "网页事件中登录会员 " + member.value());
            acquaintances.forget(file);
        }
        acquaintances.remember(member, customer);
    }

    private static CustomerFacts factsOf(@Nullable JsonNode traits, String source) {
        if (traits == null) {
            return CustomerFacts.from(source);
        }
        String name = traits.path("name").asString("");
        return new CustomerFacts(
                source,
                name.length() > 60 ? name.substring(0, 60) : name,
                null,
                null,
                traits.path("phone").asString(null),
                traits.path("email").asString(null));
    }

    private Set<Identity> strangersAmong(List<Said> good, Sender sender, Instant now) {
        Set<Identity> identities = new LinkedHashSet<>();
        for (Said said : good) {
            Identity who = whoIs(said, sender);
            if (who != null && acquaintances.recall(who, now) == null) {
                identities.add(who);
            }
        }
        return identities;
    }

    private static @Nullable Identity whoIs(Said said, Sender sender) {
        if (sender.trusted() && said.userId() != null) {
            return Identity.member(said.userId());
        }
        return said.anonymousId() == null ? null : Identity.visitor(said.anonymousId());
    }

    private static String sourceOf(Sender sender) {
        return "events:" + sender.site();
    }

    // ---- What happened ------------------------------------------------------------------------------------------------

    private Happening happening(Said said, Sender sender, Instant now, Digest digest) {
        Instant own = said.timestamp();
        boolean fromTheFuture = own != null && own.isAfter(now.plus(CLOCKS_DIFFER));
        return new Happening(
                customerOf(said, sender, now),
                own == null || fromTheFuture ? now : own,
                digest.of(said.messageId()),
                now,
                fromTheFuture ? own : null,
                said.name(),
                said.sku(),
                said.session(),
                sender.site(),
                said.title(),
                said.url(),
                said.properties());
    }

    private CustomerId customerOf(Said said, Sender sender, Instant now) {
        Identity who = whoIs(said, sender);
        if (who == null) {
            Sender.Member member = sender.voucher().check(String.valueOf(said.identity()), String.valueOf(said.signature())).orElseThrow();
            who = Identity.member(member.id());
        }
        CustomerId known = acquaintances.recall(who, now);
        return known == null ? customers.recognise(who, CustomerFacts.from(sourceOf(sender))) : known;
    }

    /** Makes the id of an event from the sender's own, so that the same message has the same id wherever it arrives. */
    private static final class Digest {

        private final MessageDigest sha;
        private final byte[] site;

        Digest(String site) {
            try {
                this.sha = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException never) {
                throw new IllegalStateException(never);
            }
            this.site = (site + "\n").getBytes(StandardCharsets.UTF_8);
        }

        UUID of(String messageId) {
            sha.update(site);
            byte[] mark = sha.digest(messageId.getBytes(StandardCharsets.UTF_8));
            long high = 0;
            long low = 0;
            for (int at = 0; at < 8; at++) {
                high = high << 8 | mark[at] & 0xff;
                low = low << 8 | mark[at + 8] & 0xff;
            }
            return new UUID(high & ~0xf000L | 0x8000L, low & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L);
        }
    }
}
