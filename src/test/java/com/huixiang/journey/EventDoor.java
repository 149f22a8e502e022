package com.huixiang.journey;

import com.huixiang.kernel.Seal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The door for events as a page of the shop or a server of the company sees it: real HTTP, nothing else. */
public final class EventDoor {

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final Clock clock;

    public EventDoor(int port, Clock clock) {
        this.port = port;
        this.clock = clock;
    }

    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {

        public String code() {
            return body.path("code").asString("");
        }

        public int accepted() {
            return body.path("accepted").asInt(-1);
        }

        public int duplicates() {
            return body.path("duplicates").asInt(-1);
        }

        /** As "index code". */
        public java.util.List<String> rejected() {
            return StreamSupport.stream(body.path("rejected").spliterator(), false)
                    .map(each -> each.path("index").asInt() + " " + each.path("code").asString())
                    .toList();
        }
    }

    public static String batch(String... messages) {
        return "{\"batch\":[" + String.join(",", messages) + "]}";
    }

    public Answer fromPage(String site, String... messages) {
        return send(request("/api/events").header("X-Huixiang-Site", site), batch(messages));
    }

    public Answer fromPageOf(String origin, String site, String... messages) {
        return send(request("/api/events?site=" + site).header("Origin", origin).header("Content-Type", "text/plain"), batch(messages));
    }

    public Answer fromServer(String key, String secret, String... messages) {
        return fromServer(key, secret, null, messages);
    }

    public Answer fromServer(String key, String secret, String site, String... messages) {
        String body = batch(messages);
        String time = Long.toString(clock.instant().getEpochSecond());
        String signature = HexFormat.of()
                .formatHex(Seal.hmacSha256(secret.getBytes(StandardCharsets.UTF_8), (time + "." + body)));
        HttpRequest.Builder request = request("/api/events")
                .header("X-Huixiang-Key", key)
                .header("X-Huixiang-Timestamp", time)
                .header("X-Huixiang-Signature", signature);
        return send(site == null ? request : request.header("X-Huixiang-Site", site), body);
    }

    public Answer raw(String site, String body) {
        return send(request("/api/events?site=" + site), body);
    }

    public HttpResponse<String> mayI(String origin) {
        return exchange(request("/api/events")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type,x-huixiang-site")
                .method("OPTIONS", BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private Answer send(HttpRequest.Builder request, String body) {
        HttpResponse<String> answer = exchange(request.POST(BodyPublishers.ofString(body)));
        return new Answer(answer.statusCode(), JsonMapper.shared().readTree(answer.body()), answer);
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
