package com.huixiang.staff.web;

import static com.huixiang.staff.StaffFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.StaffBrowser;
import com.huixiang.StaffBrowser.Answer;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import jakarta.servlet.Filter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.env.Environment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.filter.ForwardedHeaderFilter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may come in where, and what a browser may do with what it gets. */
@HuixiangTest
class EdgeTests {

    @Autowired
    StaffFixtures people;

    @Autowired
    @Qualifier("springSecurityFilterChain")
    Filter security;

    @Autowired
    Environment environment;

    @LocalServerPort
    int port;

    StaffBrowser stranger;

    @BeforeEach
    void aStrangerComes() {
        stranger = new StaffBrowser(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/staff/members",
                "/api/scripts",
                "/api/customers/0190aaaa-0000-7000-8000-000000000000",
                "/api/conversations",
                "/api/anything/else",
                "/live/staff",
                "/actuator/env"
            })
    void theHouseIsForSignedInMembers(String path) {
        Answer answer = stranger.get(path);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("staff.not-signed-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/", "/chat", "/widget.js", "/app/x.js", "/shop/", "/files/1/2", "/actuator/health"})
    void theFrontIsForEverybody(String path) {
        assertThat(stranger.get(path).status()).isNotIn(401, 403);
    }

    @Test
    void visitorsNeedNoCookieAndNoTokenOfOurs() {
        Answer answer = stranger.post("/api/visitor/nothing-here", "{}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.raw().headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void nobodyFramesTheConsole() {
        Answer page = stranger.get("/console/");

        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'self'")
                .contains("frame-ancestors 'none'");
        assertThat(header(page, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
        assertThat(page.raw().headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(header(page, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(page, "Permissions-Policy")).contains("camera=()").contains("geolocation=()");
        assertThat(header(page, "Content-Security-Policy")).contains("connect-src 'self' ws://localhost:" + port);
    }

    @Test
    void anyShopMayFrameTheChat() {
        Answer page = stranger.get("/chat");

        assertThat(header(page, "Content-Security-Policy")).contains("frame-ancestors *");
        assertThat(page.raw().headers().firstValue("X-Frame-Options")).isEmpty();
    }

    @Test
    void whatPeopleUploadRunsNothing() {
        assertThat(header(stranger.get("/files/1/2"), "Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("sandbox");
    }

    @Test
    void aSignedInMemberWithoutTheTokenChangesNothing() {
        var wang = people.hire("王芳", Role.AGENT);
        stranger.signIn(wang.login(), PASSWORD);
        stranger.forgetCookie("XSRF-TOKEN");

        Answer answer = stranger.put("/api/staff/me/presence", "{\"state\":\"busy\"}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("staff.stale-token");
    }

    @Test
    void behindAProxyThatIsTrustedBrowsersAreToldToStayOnHttps() throws Exception {
        var request = new MockHttpServletRequest("GET", "/console/");
        request.addHeader("X-Forwarded-Proto", "https");
        var answer = new MockHttpServletResponse();

        new ForwardedHeaderFilter()
                .doFilter(request, answer, (seen, back) -> security.doFilter(seen, back, (page, sent) -> {}));

        assertThat(answer.getHeader("Strict-Transport-Security")).contains("max-age=31536000");
    }

    @Test
    void nobodyElseSaysThatHeCameOverHttps() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/console/"))
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-For", "10.9.8.7")
                .build();

        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());

        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(environment.getProperty("server.forward-headers-strategy"))
                .as("HUIXIANG_FORWARD_HEADERS decides, and says none until somebody sets it")
                .isEqualTo("none");
    }

    private static String header(Answer answer, String name) {
        return answer.raw().headers().firstValue(name).orElse("");
    }
}
