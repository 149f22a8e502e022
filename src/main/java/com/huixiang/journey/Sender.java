package com.huixiang.journey;

import com.huixiang.customer.CustomerFacts;
import java.util.Optional;

/**
 * Who sends a batch.
 *
 * @param site the channel account it comes in by
 * @param trusted whether the sender proved to be a server of the company: only then a bare user id is believed
 * @param voucher who checks what the shop signed about its customer
 */
public record Sender(String site, boolean trusted, Voucher voucher) {

    /** A member whom the shop vouches for. */
    public record Member(String id, CustomerFacts facts) {}

    /** Told by the module that keeps the secrets of the channel accounts. */
    public interface Voucher {

        /** Empty when the signature does not fit, or is too old. */
        Optional<Member> check(String identity, String signature);
    }

    /** A server with a key of its own. */
    public static Sender server(String site, Voucher voucher) {
        return new Sender(site, true, voucher);
    }

    /** A page of the shop. */
    public static Sender browser(String site, Voucher voucher) {
        return new Sender(site, false, voucher);
    }
}
