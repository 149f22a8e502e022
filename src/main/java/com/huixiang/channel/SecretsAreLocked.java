package com.huixiang.channel;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** At each start: no secret of an earlier version stays in plain text. */
@Component
class SecretsAreLocked implements ApplicationRunner {

    private final ChannelAccounts accounts;

    SecretsAreLocked(ChannelAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        accounts.lockAllSecrets();
    }
}
