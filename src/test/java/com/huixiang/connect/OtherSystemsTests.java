package com.huixiang.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody makes this house call what only this house can see. */
class OtherSystemsTests {

    private final OtherSystems careful = new OtherSystems(settings(false));
    private final OtherSystems atHome = new OtherSystems(settings(true));

    private static ConnectSettings settings(boolean privateAddresses) {
        return new ConnectSettings(
                Duration.ofMinutes(5),
                Duration.ofSeconds(1),
                8,
                Duration.ofSeconds(10),
                Duration.ofHours(1),
                privateAddresses);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
                "224.0.0.1", "255.255.255.255", "198.18.0.1", "::1", "fe80::1", "fd00::1", "::ffff:10.0.0.1", "::",
                "64:ff9b::a00:1", "2002:a00:1::"
            })
    void anAddressOfOurOwnNetworkIsPrivate(String address) throws UnknownHostException {
        assertThat(OtherSystems.isPrivate(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "100.63.255.255", "172.32.0.1", "2400:3200::1"})
    void anAddressOfTheInternetIsNot(String address) throws UnknownHostException {
        assertThat(OtherSystems.isPrivate(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://8.8.8.8/", "file:///etc/passwd", "http:///nowhere", "https://user:password@8.8.8.8/", "gopher://8.8.8.8"
            })
    void onlyPlainWebAddressesAreCalled(String address) {
        assertThat(atHome.mayCall(URI.create(address))).isFalse();
    }

    @Test
    void localAddressesAreCalledOnlyWhereTheOperatorAllowsIt() {
        assertThat(careful.mayCall(URI.create("http://127.0.0.1:8080/"))).isFalse();
        assertThat(careful.mayCall(URI.create("http://[::1]/"))).isFalse();
        assertThat(careful.mayCall(URI.create("http://2130706433/"))).isFalse();
        assertThat(atHome.mayCall(URI.create("http://127.0.0.1:8080/"))).isTrue();
    }
}
