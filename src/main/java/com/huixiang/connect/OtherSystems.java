package com.huixiang.connect;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The only door through which this house calls addresses that people typed in. It calls nothing in a private network (or
 * an operator could read what only the server may see), follows no redirects, waits for a limited time and reads a
 * limited number of bytes.
 */
@Component
@EnableConfigurationProperties(ConnectSettings.class)
class OtherSystems implements DisposableBean {

    private static final int ANSWER_LIMIT = 64 * 1024;

    private final ConnectSettings settings;
    private final HttpClient client;

    OtherSystems(ConnectSettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.timeout())
                .build();
    }

    record Answer(int status, byte[] body) {

        boolean isFine() {
            return status >= 200 && status < 300;
        }

        String words() {
            return new String(body, 0, Math.min(body.length, 300), StandardCharsets.UTF_8);
        }
    }

    Answer post(URI address, Map<String, String> headers, String body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(settings.timeout())
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return call(address, request.build(), ANSWER_LIMIT);
    }

    Answer get(URI address, int limit) throws IOException {
        return call(address, HttpRequest.newBuilder(address).timeout(settings.timeout()).build(), limit);
    }

    /** The whole call, its answer included, is over in time; an answer that goes on and on is cut off. */
    private Answer call(URI address, HttpRequest request, int limit) throws IOException {
        if (!mayCall(address)) {
            throw new IOException("address in a private network");
        }
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), limit));
        Duration patience = settings.timeout().plusSeconds(1);
        try {
            HttpResponse<byte[]> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), response.body());
        } catch (TimeoutException tooSlow) {
            answer.cancel(true);
            throw new IOException("no answer in time", tooSlow);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException cause ? cause : new IOException(failed.getCause());
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        }
    }

    /**
     * Looked up right before each call, and Java remembers what it found for the call itself: a name that changes its
     * address in between gains nothing.
     */
    boolean mayCall(URI address) {
        if (!isWeb(address)) {
            return false;
        }
        if (settings.privateAddresses()) {
            return true;
        }
        try {
            for (InetAddress one : InetAddress.getAllByName(address.getHost().replaceAll("[\\[\\]]", ""))) {
                if (isPrivate(one)) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    static boolean isWeb(URI address) {
        boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
        return web && address.getHost() != null && address.getUserInfo() == null;
    }

    /** Everything that is not the public Internet: own machine, own network, carriers' networks, tests, multicast. */
    static boolean isPrivate(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (address instanceof Inet6Address) {
            boolean uniqueLocal = (first & 0xfe) == 0xfc;
            boolean disguisedIpv4 = first == 0x00 || first == 0x20 && second == 0x02;
            return uniqueLocal || disguisedIpv4;
        }
        return first == 0
                || first == 100 && second >= 64 && second < 128
                || first == 192 && second == 0 && bytes[2] == 0
                || first == 198 && (second == 18 || second == 19)
                || first >= 240;
    }

    @Override
    public void destroy() {
        client.shutdownNow();
    }
}
