package com.huixiang.kernel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A rule said no. Every refusal of the product is one of these: a stable code for programs, one sentence in Chinese and
 * one in English for people. A failure of the world (network, disk, database) is not a Problem; it travels as it is.
 *
 * <p>Each module keeps all its refusals in one {@code XxxProblem}.
 */
public abstract class Problem extends RuntimeException {

    /** What kind of no this is. The edge turns it into an HTTP status; nothing else may. */
    public enum Kind {
        /** The request cannot be understood or breaks a limit of its own. */
        INVALID,
        /** Nobody is signed in, or the token is not (or no longer) valid. */
        UNKNOWN_CALLER,
        /** The caller is known and may not do this. */
        FORBIDDEN,
        NOT_FOUND,
        /** The request is fine, but the state of things does not allow it (any more). */
        CONFLICT,
        TOO_LARGE,
        TOO_MANY,
        /** Not yet, or not now. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final String code;
    private final String chinese;
    private final String english;
    private final @Nullable Duration wait;

    protected Problem(Kind kind, String code, String chinese, String english) {
        this(kind, code, chinese, english, null);
    }

    /** {@code wait} says when it is worth another try. */
    protected Problem(Kind kind, String code, String chinese, String english, @Nullable Duration wait) {
        super(code + ": " + english, null, false, false);
        this.kind = kind;
        this.code = code;
        this.chinese = chinese;
        this.english = english;
        this.wait = wait;
    }

    public Kind kind() {
        return kind;
    }

    /** Stable, dotted, module first: {@code conversation.closed}. */
    public String code() {
        return code;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** How long to wait before another try; null when waiting does not help. */
    public @Nullable Duration waitFor() {
        return wait;
    }
}
