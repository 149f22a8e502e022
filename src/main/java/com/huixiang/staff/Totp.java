package com.huixiang.staff;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The six digits of an authenticator app (TOTP, RFC 6238): HMAC-SHA1 over steps of thirty seconds, as all apps do it. */
final class Totp {

    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    /** Telephones go a little wrong: one step before and one after count, too. */
    private static final int STEPS_AROUND = 1;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    static String code(byte[] secret, long step) {
        return code(secret, step, DIGITS);
    }

    static String code(byte[] secret, long step, int digits) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int from = hash[hash.length - 1] & 0x0f;
            int number = ByteBuffer.wrap(hash, from, Integer.BYTES).getInt() & 0x7fff_ffff;
            String shown = "0".repeat(digits) + number;
            return shown.substring(shown.length() - digits);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA1", impossible);
        }
    }

    static long stepAt(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
    }

    /** The step this code belongs to, if it is near this time and later than the one used last. */
    static OptionalLong stepOf(byte[] secret, String code, Instant time, long usedLast) {
        long now = stepAt(time);
        return LongStream.rangeClosed(now - STEPS_AROUND, now + STEPS_AROUND)
                .filter(step -> step > usedLast)
                .filter(step -> code(secret, step).equals(code))
                .findFirst();
    }

    /** As people type it and as apps read it (RFC 4648, without padding). */
    static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte each : bytes) {
            buffer = buffer << 8 | each & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt(buffer >> bits & 0x1f));
            }
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(BASE32.charAt(buffer << 5 - bits & 0x1f));
        }
        return text.toString();
    }

    static byte[] fromBase32(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 5 / 8);
        int buffer = 0;
        int bits = 0;
        for (char letter : text.toCharArray()) {
            buffer = buffer << 5 | BASE32.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (buffer >> bits));
                buffer &= (1 << bits) - 1;
            }
        }
        return bytes.array();
    }
}
