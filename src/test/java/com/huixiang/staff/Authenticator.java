package com.huixiang.staff;

import java.time.Clock;

/** The app on somebody's telephone. */
public record Authenticator(String secret, Clock clock) {

    public String shows() {
        return Totp.code(Totp.fromBase32(secret), Totp.stepAt(clock.instant()));
    }
}
