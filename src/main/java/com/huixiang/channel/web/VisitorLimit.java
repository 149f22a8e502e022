package com.huixiang.channel.web;

import com.huixiang.channel.ChannelProblem;
import com.huixiang.channel.ChannelSettings;
import com.huixiang.customer.CustomerId;
import com.huixiang.kernel.Allowance;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How much one visitor may send, and how many visitors may come from one address. Whoever wants more waits a moment. */
@Component
class VisitorLimit {

    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);
    private static final Duration A_TENTH = Duration.ofMillis(100);
    private static final int GESTURES = 40;
    private static final Duration SIX_SECONDS = Duration.ofSeconds(6);

    private final Allowance sessions;
    private final Allowance messages;
    private final Allowance files;
    private final Allowance gestures;

    VisitorLimit(ChannelSettings settings, Clock clock) {
        this.sessions = new Allowance(settings.sessionsPerAddress(), HALF_A_SECOND, clock);
        this.messages = new Allowance(settings.messagesPerVisitor(), A_SECOND, clock);
        this.files = new Allowance(settings.filesPerVisitor(), SIX_SECONDS, clock);
        this.gestures = new Allowance(settings.messagesPerVisitor() == 0 ? 0 : GESTURES, A_TENTH, clock);
    }

    void begin(String address) {
        check(sessions, address);
    }

    void send(CustomerId visitor) {
        check(messages, visitor.toString());
    }

    /** Typing and reading: whoever does more of it than a person can is not heard for a moment, and not told. */
    boolean mayGesture(CustomerId visitor) {
        return gestures.take(visitor.toString()).isEmpty();
    }

    void upload(CustomerId visitor) {
        check(files, visitor.toString());
    }

    void forget() {
        sessions.forget();
        messages.forget();
        files.forget();
        gestures.forget();
    }

    private static void check(Allowance allowance, String who) {
        allowance.take(who).ifPresent(wait -> {
            throw ChannelProblem.tooMuch(wait);
        });
    }
}
