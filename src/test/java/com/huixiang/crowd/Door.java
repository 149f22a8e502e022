package com.huixiang.crowd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The HTTP side of one virtual browser: keeps its cookies and sends its headers. */
public final class Door {

    /** What came back. */
    public record Reply(int status, JsonNode body) {

        public boolean isGood() {
            return status < 300;
        }

        /** The body, or a failure that shows what the server said instead. */
        public JsonNode good() {
            if (!isGood()) {
                throw new IllegalStateException("The server answered " + status + " " + body);
            }
            return body;
        }
    }

    private static final String CSRF_COOKIE = "XSRF-TOKEN";
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI server;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> cookies = new LinkedHashMap<>();

    public Door(URI server) {
        this.server = server;
    }

    public synchronized void showToken(String token) {
        headers.put("Authorization", "Bearer " + token);
    }

    public synchronized String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    public Reply get(String path) {
        return send("GET", path, null);
    }

    public Reply post(String path, Object body) {
        return send("POST", path, body);
    }

    public Reply put(String path, Object body) {
        return send("PUT", path, body);
    }

    private Reply send(String method, String path, @Nullable Object body) {
        try {
            HttpResponse<String> response =
                    CLIENT.send(request(method, path, body), HttpResponse.BodyHandlers.ofString());
            keepCookies(response);
            String text = response.body();
            return new Reply(
                    response.statusCode(),
                    text.isBlank() || !text.stripLeading().matches("(?s)[\\[{].*") ? MissingNode.getInstance() : Json.read(text));
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private synchronized HttpRequest request(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(Json.write(body)));
        headers.forEach(request::header);
        request.header("Content-Type", "application/json");
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies());
        }
        if (cookies.containsKey(CSRF_COOKIE)) {
            request.header("X-XSRF-TOKEN", cookies.get(CSRF_COOKIE));
        }
        return request.build();
    }

    private synchronized void keepCookies(HttpResponse<?> response) {
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            String pair = cookie.split(";", 2)[0];
            String name = pair.substring(0, pair.indexOf('='));
            String value = pair.substring(pair.indexOf('=') + 1);
            if (value.isEmpty()) {
                cookies.remove(name);
            } else {
                cookies.put(name, value);
            }
        }
    }
}
