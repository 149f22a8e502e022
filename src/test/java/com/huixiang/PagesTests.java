package com.huixiang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

@HuixiangTest
class PagesTests {

    private final HttpClient browser = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Test
    void theFrontDoorLeadsToTheConsole() throws Exception {
        var answer = get("/");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/console/");
    }

    @Test
    void everyAddressInsideTheConsoleIsTheSamePage() throws Exception {
        assumeBuilt("console/index.html");

        assertThat(get("/console/").body())
                .contains("<html")
                .isEqualTo(get("/console/history/42").body());
    }

    @Test
    void filesNamedByTheirContentAreKeptForEver() throws Exception {
        assumeBuilt("console/index.html");
        var asset = Pattern.compile("/app/console/assets/[^\"]+")
                .matcher(get("/console/").body());
        assertThat(asset.find()).isTrue();

        assertThat(get(asset.group()).headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("max-age=31536000", "immutable"));
    }

    @Test
    void theScriptOnTheShopsPageIsAskedForEachTimeAndSentOnlyWhenItChanged() throws Exception {
        assumeBuilt("widget/widget.js");
        var first = get("/widget.js");
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");

        var again = get(
                "/widget.js",
                "If-None-Match",
                first.headers().firstValue("ETag").orElseThrow());

        assertThat(again.statusCode()).isEqualTo(304);
    }

    /** The pages are built by npm; a Java developer may leave that out with -Dweb.skip. */
    private static void assumeBuilt(String file) {
        assumeTrue(new ClassPathResource("static/app/" + file).exists(), "the pages were not built");
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
