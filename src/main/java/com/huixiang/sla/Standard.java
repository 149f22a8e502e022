package com.huixiang.sla;

/**
 * One promise: on this channel ({@code *} is any), of this kind, in this many seconds of open time.
 *
 * @param warnShare after this share of the time there is a warning
 * @param rule which promise of the house it is
 */
public record Standard(String channel, ClockKind kind, int seconds, double warnShare, String rule) {

    public static final String ANY_CHANNEL = "*";

    boolean isSound() {
        return seconds > 0 && seconds <= 7 * 24 * 3600 && warnShare >= 0.1 && warnShare <= 1 && !channel.isBlank();
    }
}
