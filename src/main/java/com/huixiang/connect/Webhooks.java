package com.huixiang.connect;

import com.huixiang.agenda.Agenda;
import com.huixiang.audit.AuditTrail;
import com.huixiang.channel.ChannelAccount;
import com.huixiang.channel.ChannelAccounts;
import com.huixiang.connect.DeliveryRepository.Held;
import com.huixiang.connect.DeliveryRepository.Parcel;
import com.huixiang.kernel.Background;
import com.huixiang.kernel.Page;
import com.huixiang.kernel.Seal;
import com.huixiang.kernel.Uuid7;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Permission;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** FRONT DOOR: where other systems want to hear from us, what was sent there, and sending it once more. */
@Service
public class Webhooks {

    private static final String SUBJECT = "webhook";
    private static final int LARGEST_PAGE = 200;

    private final DeliveryRepository repository;
    private final ChannelAccounts accounts;
    private final OtherSystems world;
    private final Courier courier;
    private final Agenda agenda;
    private final Seal seal;
    private final AuditTrail audit;
    private final Background background;
    private final JsonMapper json;
    private final Clock clock;

    Webhooks(
            DeliveryRepository repository,
            ChannelAccounts accounts,
            OtherSystems world,
            Courier courier,
            Agenda agenda,
            Seal seal,
            AuditTrail audit,
            Background background,
            JsonMapper json,
            Clock clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.world = world;
        this.courier = courier;
        this.agenda = agenda;
        this.seal = seal;
        this.audit = audit;
        this.background = background;
        this.json = json;
        this.clock = clock;
    }

    /** What somebody wants; the account of an existing webhook stays. */
    public record Wanted(String account, String url, List<String> events, boolean active) {}

    /** A new webhook and the secret that signs its deliveries, which is never shown again. */
    public record Added(Webhook webhook, String secret) {}

    public List<Webhook> list(Actor actor) {
        actor.check(Permission.CHANNELS);
        return repository.all();
    }

    @Transactional
    public Added add(Actor actor, Wanted wanted) {
        actor.check(Permission.CHANNELS);
        if (accounts.find(wanted.account())
                .filter(account -> account.kind() == ChannelAccount.Kind.API)
                .isEmpty()) {
            throw ConnectProblem.notAnApiAccount();
        }
        Webhook webhook = checked(new Webhook(
                Uuid7.next(clock),
                wanted.account(),
                wanted.url().strip(),
                wanted.events(),
                wanted.active(),
                clock.instant()));
        String secret = ApiKeys.random(32);
        repository.add(webhook, seal.lock(Courier.PURPOSE, secret));
        note(actor, "connect.webhook.added", webhook, null, webhook);
        return new Added(webhook, secret);
    }

    @Transactional
    public Webhook change(Actor actor, UUID id, Wanted wanted) {
        actor.check(Permission.CHANNELS);
        Webhook before = get(id).webhook();
        Webhook after = checked(new Webhook(
                id, before.account(), wanted.url().strip(), wanted.events(), wanted.active(), before.createdAt()));
        repository.change(after);
        note(actor, "connect.webhook.changed", after, before, after);
        if (after.active()) {
            repository.linesOf(id).forEach(conversation -> remind(id, conversation));
        }
        return after;
    }

    @Transactional
    public void remove(Actor actor, UUID id) {
        actor.check(Permission.CHANNELS);
        Webhook webhook = get(id).webhook();
        repository.remove(id);
        note(actor, "connect.webhook.removed", webhook, webhook, null);
    }

    public Page<Delivery> deliveries(
            Actor actor, UUID webhook, Delivery.@Nullable State state, @Nullable UUID cursor, int limit) {
        actor.check(Permission.CHANNELS);
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        List<Delivery> found = repository.log(webhook, state, cursor, size + 1);
        boolean more = found.size() > size;
        List<Delivery> shown = more ? found.subList(0, size) : found;
        return new Page<>(shown, more ? shown.getLast().id().toString() : null);
    }

    /** Sends a delivery once more, with all its tries. */
    @Transactional
    public Delivery replay(Actor actor, UUID delivery) {
        actor.check(Permission.CHANNELS);
        Delivery dead = repository.delivery(delivery).orElseThrow(ConnectProblem::deliveryNotFound);
        Webhook webhook = get(dead.webhook()).webhook();
        revive(dead);
        note(actor, "connect.delivery.replayed", webhook, null, Map.of("delivery", delivery));
        return repository.delivery(delivery).orElseThrow(ConnectProblem::deliveryNotFound);
    }

    /** All dead letters of a webhook; answers how many. */
    @Transactional
    public int replayDead(Actor actor, UUID id) {
        actor.check(Permission.CHANNELS);
        Webhook webhook = get(id).webhook();
        List<Delivery> dead = repository.dead(id);
        dead.forEach(this::revive);
        note(actor, "connect.delivery.all-replayed", webhook, null, Map.of("deliveries", dead.size()));
        return dead.size();
    }

    private void revive(Delivery delivery) {
        if (!repository.revive(delivery.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS))) {
            return;
        }
        if (delivery.conversation() != null) {
            remind(delivery.webhook(), delivery.conversation());
        } else {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    background.run("Sending a test again", () -> sendTestAgain(delivery.webhook()));
                }
            });
        }
    }

    /** A test belongs to no conversation and so stands in no line: it is tried once, as the first time. */
    private void sendTestAgain(UUID webhook) {
        Parcel waiting = repository.firstInLine(webhook, null);
        if (waiting != null) {
            courier.send(
                    get(webhook),
                    new Parcel(waiting.id(), waiting.seq(), waiting.event(), waiting.body(), Courier.ONCE, waiting.nextAt()));
        }
    }

    /** Sends one test right now and says how it went. It is tried once. */
    public Delivery test(Actor actor, UUID id) {
        actor.check(Permission.CHANNELS);
        Held held = get(id);
        UUID delivery = Uuid7.next(clock);
        Instant now = clock.instant();
        String body = json.writeValueAsString(json.createObjectNode()
                .put("delivery", delivery.toString())
                .put("event", WebhookEvent.TEST.code())
                .put("account", held.webhook().account())
                .put("sentAt", now.toString()));
        repository.add(delivery, id, null, 0, WebhookEvent.TEST, body, now);
        courier.send(held, new Parcel(delivery, 0, WebhookEvent.TEST.code(), body, Courier.ONCE, now));
        return repository.delivery(delivery).orElseThrow(ConnectProblem::deliveryNotFound);
    }

    private void remind(UUID webhook, UUID conversation) {
        agenda.remind(Courier.DUTY, Courier.lineOf(webhook, conversation), clock.instant());
    }

    private Held get(UUID id) {
        return repository.find(id).orElseThrow(ConnectProblem::webhookNotFound);
    }

    private Webhook checked(Webhook webhook) {
        boolean known = !webhook.events().isEmpty()
                && webhook.events().stream()
                        .allMatch(event -> WebhookEvent.of(event)
                                .filter(it -> it != WebhookEvent.TEST)
                                .isPresent());
        if (!known) {
            throw ConnectProblem.unknownEvent();
        }
        try {
            if (webhook.url().length() > 500 || !world.mayCall(URI.create(webhook.url()))) {
                throw ConnectProblem.badAddress();
            }
        } catch (IllegalArgumentException malformed) {
            throw ConnectProblem.badAddress();
        }
        return webhook;
    }

    private void note(Actor actor, String verb, Webhook webhook, @Nullable Object before, @Nullable Object after) {
        audit.note(
                actor.id().value(),
                actor.name(),
                verb,
                SUBJECT,
                webhook.id().toString(),
                webhook.url(),
                before,
                after,
                null);
    }
}
