package com.huixiang.journey;

/** Why one event of a batch is not in; the rest of the batch is. */
public enum Rejection {
    /** Neither track, identify, alias nor page. */
    UNKNOWN_TYPE("journey.unknown-type"),
    /** Without it nobody can tell whether the message came before. */
    MESSAGE_ID_MISSING("journey.message-id-missing"),
    EVENT_MISSING("journey.event-missing"),
    /** No anonymous id, and no user id that can be believed. */
    NOBODY("journey.nobody"),
    BAD_ID("journey.bad-id"),
    BAD_TIMESTAMP("journey.bad-timestamp"),
    TOO_OLD("journey.too-old"),
    TOO_LARGE("journey.event-too-large"),
    BAD_PROPERTIES("journey.bad-properties"),
    BAD_SIGNATURE("journey.bad-signature"),
    /** A browser cannot say by itself that two people are one. */
    UNSIGNED("journey.unsigned");

    private final String code;

    Rejection(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
