package com.huixiang.connect;

import com.huixiang.agenda.Agenda;
import com.huixiang.agenda.Duty;
import com.huixiang.connect.DeliveryRepository.Held;
import com.huixiang.connect.DeliveryRepository.Parcel;
import com.huixiang.connect.DeliveryRepository.Try;
import com.huixiang.kernel.Seal;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends deliveries. Those of one webhook and one conversation are a line: one after the other, and nobody overtakes one
 * that waits for its next try. After the last try it is a dead letter, and the line goes on without it.
 */
@Component
class Courier implements Duty {

    static final String DUTY = "connect.courier";
    static final String PURPOSE = "webhook";
    /** Counts as that many failed tries before: then there is no other one. */
    static final int ONCE = 1_000;

    private final DeliveryRepository repository;
    private final OtherSystems world;
    private final Agenda agenda;
    private final Seal seal;
    private final ConnectSettings settings;
    private final Clock clock;

    Courier(
            DeliveryRepository repository,
            OtherSystems world,
            Agenda agenda,
            Seal seal,
            ConnectSettings settings,
            Clock clock) {
        this.repository = repository;
        this.world = world;
        this.agenda = agenda;
        this.seal = seal;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return DUTY;
    }

    static String lineOf(UUID webhook, UUID conversation) {
        return webhook + "/" + conversation;
    }

    @Override
    public void fulfil(String key) {
        UUID webhook = UUID.fromString(key.substring(0, key.indexOf('/')));
        UUID conversation = UUID.fromString(key.substring(key.indexOf('/') + 1));
        if (!take(webhook, conversation)) {
            agenda.remind(DUTY, key, clock.instant().plusSeconds(1));
            return;
        }
        try {
            sendLine(key, webhook, conversation);
        } finally {
            repository.leaveLine(webhook, conversation);
        }
    }

    private void sendLine(String key, UUID webhook, UUID conversation) {
        Parcel next;
        while ((next = repository.firstInLine(webhook, conversation)) != null) {
            Held held = repository.find(webhook).filter(known -> known.webhook().active()).orElse(null);
            if (held == null) {
                return; // switched off: everything waits until it is switched on again
            }
            if (next.nextAt().isAfter(clock.instant())) {
                agenda.remind(DUTY, key, next.nextAt());
                return;
            }
            repository.keepLine(webhook, conversation, clock.instant().plus(lease()));
            send(held, next);
        }
    }

    private boolean take(UUID webhook, UUID conversation) {
        Instant now = clock.instant();
        return repository.takeLine(webhook, conversation, now, now.plus(lease()));
    }

    /** Longer than one call can take. */
    private Duration lease() {
        return settings.timeout().multipliedBy(3);
    }

    /** One try, now. */
    void send(Held held, Parcel parcel) {
        Instant begun = clock.instant();
        String timestamp = String.valueOf(begun.getEpochSecond());
        String secret = seal.unlock(PURPOSE, held.lockedSecret());
        String signature = new String(
                ApiKeys.signature(secret, timestamp, parcel.body().getBytes(StandardCharsets.UTF_8)),
                StandardCharsets.US_ASCII);
        long started = System.nanoTime();
        Integer status = null;
        String error = null;
        try {
            OtherSystems.Answer answer = world.post(
                    URI.create(held.webhook().url()),
                    Map.of(
                            "Content-Type", "application/json; charset=utf-8",
                            "User-Agent", "Huixiang",
                            "X-Huixiang-Delivery", parcel.id().toString(),
                            "X-Huixiang-Event", parcel.event(),
                            "X-Huixiang-Timestamp", timestamp,
                            "X-Huixiang-Signature", signature),
                    parcel.body());
            status = answer.status();
            error = answer.isFine() ? null : answer.words();
        } catch (IOException unreachable) {
            error = wordsOf(unreachable);
        }
        boolean fine = status != null && error == null;
        int took = (int) ((System.nanoTime() - started) / 1_000_000);
        note(parcel, fine, status, error, took);
    }

    private void note(Parcel parcel, boolean fine, @Nullable Integer status, @Nullable String error, int took) {
        int attempts = parcel.attempts() >= ONCE ? 1 : parcel.attempts() + 1;
        Delivery.State state = fine
                ? Delivery.State.DELIVERED
                : attempts >= settings.attempts() || parcel.attempts() >= ONCE ? Delivery.State.DEAD : Delivery.State.WAITING;
        Instant now = clock.instant();
        repository.tried(
                parcel.id(), new Try(state, attempts, status, error, took), now, now.plus(pause(attempts)));
    }

    /** Twice as long after each failure, a fifth more or less, so that many lines do not come back in one moment. */
    Duration pause(int attempts) {
        long wait = settings.firstRetry().toMillis() << Math.min(attempts - 1, 20);
        long most = Math.min(wait, settings.longestRetry().toMillis());
        return Duration.ofMillis((long) (most * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
    }

    private static String wordsOf(IOException failure) {
        String words = failure.getMessage();
        return failure.getClass().getSimpleName() + (words == null ? "" : ": " + words);
    }
}
