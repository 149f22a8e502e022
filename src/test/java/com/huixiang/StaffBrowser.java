package com.huixiang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A member's browser without a screen: keeps cookies, echoes the CSRF token, speaks JSON over real HTTP. */
public final class StaffBrowser {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final URI house;

    public StaffBrowser(int port) {
        this.house = URI.create("http://localhost:" + port);
    }

    /** {@code body} is a JSON null when the answer carries none. */
    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {

        public String code() {
            return body.path("code").asString("");
        }
    }

    /** As the console does: fetch the CSRF cookie first, then sign in. */
    public StaffBrowser signIn(String login, String password) {
        Answer answer = tryToSignIn(login, password);
        if (answer.status() != 200) {
            throw new AssertionError("Cannot sign in: " + answer);
        }
        return this;
    }

    public Answer tryToSignIn(String login, String password) {
        get("/api/session");
        return post("/api/session", """
                {"login": "%s", "password": "%s"}""".formatted(login, password));
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, String json) {
        return send("POST", path, json);
    }

    public Answer post(String path, String body, String type) {
        return send("POST", path, body, type);
    }

    /** A file as it is. */
    public Answer post(String path, byte[] file) {
        return send("POST", path, BodyPublishers.ofByteArray(file), "application/octet-stream");
    }

    public Answer put(String path, String json) {
        return send("PUT", path, json);
    }

    public Answer patch(String path, String json) {
        return send("PATCH", path, json);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    public Answer delete(String path, String json) {
        return send("DELETE", path, json);
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    public void setCookie(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setDomain(house.getHost() + ".local"); // as the cookie manager spells a name without a dot
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(house, cookie);
    }

    public void forgetCookie(String name) {
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .toList()
                .forEach(cookie -> cookies.getCookieStore().remove(house, cookie));
    }

    private Answer send(String method, String path, String json) {
        return send(method, path, json, "application/json");
    }

    private Answer send(String method, String path, String json, String media) {
        return send(method, path, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json), media);
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body, String media) {
        HttpRequest.Builder request = HttpRequest.newBuilder(house.resolve(path))
                .header("Content-Type", media)
                .method(method, body);
        cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            boolean isJson = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            return new Answer(
                    response.statusCode(), isJson ? JSON.readTree(response.body()) : JSON.nullNode(), response);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (InterruptedException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
