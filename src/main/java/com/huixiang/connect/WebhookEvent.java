package com.huixiang.connect;

import java.util.Arrays;
import java.util.Optional;

/** What a webhook may hear of. */
enum WebhookEvent {
    /** An agent or the bot wrote, or a line of the system that the customer may see. */
    MESSAGE("message"),
    /** Something the customer had seen was taken back. */
    RECALL("recall"),
    /** The conversation has an agent. */
    ASSIGNED("assigned"),
    CLOSED("closed"),
    /** Somebody pressed the button in the settings. Always told. */
    TEST("test");

    private final String code;

    WebhookEvent(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static Optional<WebhookEvent> of(String code) {
        return Arrays.stream(values()).filter(event -> event.code.equals(code)).findFirst();
    }
}
