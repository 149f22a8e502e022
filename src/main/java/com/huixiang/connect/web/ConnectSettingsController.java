package com.huixiang.connect.web;

import com.huixiang.connect.ApiKey;
import com.huixiang.connect.ApiKeys;
import com.huixiang.connect.ApiKeys.Made;
import com.huixiang.connect.Delivery;
import com.huixiang.connect.Webhook;
import com.huixiang.connect.Webhooks;
import com.huixiang.connect.Webhooks.Added;
import com.huixiang.connect.Webhooks.Wanted;
import com.huixiang.kernel.Page;
import com.huixiang.staff.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** API keys and webhooks in the settings. */
@RestController
class ConnectSettingsController {

    private final ApiKeys keys;
    private final Webhooks webhooks;

    ConnectSettingsController(ApiKeys keys, Webhooks webhooks) {
        this.keys = keys;
        this.webhooks = webhooks;
    }

    record NewKey(@NotBlank String account, @NotBlank @Size(max = 60) String name) {}

    record NewWebhook(
            @NotBlank String account, @NotBlank @Size(max = 500) String url, @NotNull List<String> events) {}

    record WebhookChange(@NotBlank @Size(max = 500) String url, @NotNull List<String> events, boolean active) {}

    record Replayed(int replayed) {}

    @GetMapping("/api/settings/keys")
    List<ApiKey> keys(Actor actor) {
        return keys.list(actor);
    }

    @PostMapping("/api/settings/keys")
    @ResponseStatus(HttpStatus.CREATED)
    Made make(Actor actor, @Valid @RequestBody NewKey wanted) {
        return keys.make(actor, wanted.account(), wanted.name());
    }

    @DeleteMapping("/api/settings/keys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Actor actor, @PathVariable UUID id) {
        keys.revoke(actor, id);
    }

    @GetMapping("/api/settings/webhooks")
    List<Webhook> webhooks(Actor actor) {
        return webhooks.list(actor);
    }

    @PostMapping("/api/settings/webhooks")
    @ResponseStatus(HttpStatus.CREATED)
    Added add(Actor actor, @Valid @RequestBody NewWebhook wanted) {
        return webhooks.add(actor, new Wanted(wanted.account(), wanted.url(), wanted.events(), true));
    }

    @PutMapping("/api/settings/webhooks/{id}")
    Webhook change(Actor actor, @PathVariable UUID id, @Valid @RequestBody WebhookChange wanted) {
        return webhooks.change(actor, id, new Wanted("", wanted.url(), wanted.events(), wanted.active()));
    }

    @DeleteMapping("/api/settings/webhooks/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable UUID id) {
        webhooks.remove(actor, id);
    }

    @PostMapping("/api/settings/webhooks/{id}/test")
    Delivery test(Actor actor, @PathVariable UUID id) {
        return webhooks.test(actor, id);
    }

    @GetMapping("/api/settings/webhooks/{id}/deliveries")
    Page<Delivery> deliveries(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return webhooks.deliveries(actor, id, stateOf(state), cursor, limit);
    }

    private static Delivery.@Nullable State stateOf(@Nullable String word) {
        return Arrays.stream(Delivery.State.values())
                .filter(state -> state.name().equalsIgnoreCase(word))
                .findFirst()
                .orElse(null);
    }

    @PostMapping("/api/settings/webhooks/deliveries/{id}/replay")
    Delivery replay(Actor actor, @PathVariable UUID id) {
        return webhooks.replay(actor, id);
    }

    @PostMapping("/api/settings/webhooks/{id}/replay")
    Replayed replayDead(Actor actor, @PathVariable UUID id) {
        return new Replayed(webhooks.replayDead(actor, id));
    }
}
