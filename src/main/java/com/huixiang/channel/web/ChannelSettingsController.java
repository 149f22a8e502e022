package com.huixiang.channel.web;

import com.huixiang.channel.Channel;
import com.huixiang.channel.Channel.Capabilities;
import com.huixiang.channel.ChannelAccount;
import com.huixiang.channel.ChannelAccount.Entrance;
import com.huixiang.channel.ChannelAccount.Kind;
import com.huixiang.channel.ChannelAccounts;
import com.huixiang.channel.ChannelAccounts.Opened;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The channel accounts in the settings. A secret is shown once, in the answer that made it. */
@RestController
class ChannelSettingsController {

    private final ChannelAccounts accounts;
    private final List<Channel> channels;

    ChannelSettingsController(ChannelAccounts accounts, List<Channel> channels) {
        this.accounts = accounts;
        this.channels = channels;
    }

    record NewAccount(
            @NotBlank String id,
            @NotNull Kind kind,
            @NotBlank String name,
            @Nullable String greeting,
            @Nullable List<Entrance> menu,
            @Nullable List<String> origins) {
        ChannelAccount account() {
            return new ChannelAccount(
                    id,
                    kind,
                    name.strip(),
                    greeting == null ? "" : greeting.strip(),
                    menu == null ? List.of() : menu,
                    origins == null ? List.of() : origins,
                    true);
        }
    }

    record AccountChange(
            @NotBlank String name,
            @Nullable String greeting,
            @Nullable List<Entrance> menu,
            @Nullable List<String> origins,
            boolean active) {}

    record ChannelKind(Kind kind, Capabilities capabilities) {}

    @GetMapping("/api/settings/channels")
    List<ChannelAccount> list(Actor actor) {
        return accounts.list(actor);
    }

    @GetMapping("/api/settings/channels/kinds")
    List<ChannelKind> kinds(Actor actor) {
        actor.check(Permission.CHANNELS);
        return channels.stream()
                .map(channel -> new ChannelKind(channel.kind(), channel.capabilities()))
                .sorted(Comparator.comparing(ChannelKind::kind))
                .toList();
    }

    @PostMapping("/api/settings/channels")
    @ResponseStatus(HttpStatus.CREATED)
    Opened open(Actor actor, @Valid @RequestBody NewAccount wanted) {
        return accounts.open(actor, wanted.account());
    }

    @PutMapping("/api/settings/channels/{id}")
    ChannelAccount change(Actor actor, @PathVariable String id, @Valid @RequestBody AccountChange wanted) {
        return accounts.change(
                actor,
                new ChannelAccount(
                        id,
                        Kind.WEB, // stays what it is
                        wanted.name().strip(),
                        wanted.greeting() == null ? "" : wanted.greeting().strip(),
                        wanted.menu() == null ? List.of() : wanted.menu(),
                        wanted.origins() == null ? List.of() : wanted.origins(),
                        wanted.active()));
    }

    @PostMapping("/api/settings/channels/{id}/secret")
    Opened renewSecret(Actor actor, @PathVariable String id) {
        return accounts.renewSecret(actor, id);
    }

    @DeleteMapping("/api/settings/channels/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deactivate(Actor actor, @PathVariable String id) {
        accounts.deactivate(actor, id);
    }
}
