package com.huixiang.staff.web;

import static com.huixiang.staff.StaffFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.StaffBrowser;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who comes and goes is seen by everybody on the floor at once. */
@HuixiangTest
class FloorNewsTests {

    @Autowired
    StaffFixtures people;

    @LocalServerPort
    int port;

    @Test
    void aColleagueWhoTakesABreakIsShownToTheOthers() throws Exception {
        StaffMember wang = people.hire("王芳", Role.AGENT);
        StaffBrowser wangsBrowser = new StaffBrowser(port).signIn(wang.login(), PASSWORD);
        StaffBrowser chensBrowser =
                new StaffBrowser(port).signIn(people.hire("陈晨", Role.AGENT).login(), PASSWORD);
        Frames chenSees = connect(chensBrowser);
        chenSees.next("welcome");

        wangsBrowser.put("/api/staff/me/presence", "{\"state\":\"break\",\"reason\":\"用餐\"}");

        JsonNode member = chenSees.next("presence").path("member");
        assertThat(member.path("id").asString()).isEqualTo(wang.id().toString());
        assertThat(member.path("presence").path("state").asString()).isEqualTo("break");
        assertThat(member.path("presence").path("reason").asString()).isEqualTo("用餐");
    }

    private Frames connect(StaffBrowser browser) {
        Frames frames = new Frames();
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Cookie", "HXSESSION=" + browser.cookie("HXSESSION").orElseThrow())
                .buildAsync(URI.create("ws://localhost:" + port + "/live/staff"), frames)
                .join();
        socket.sendText("{\"type\":\"hello\"}", true).join();
        return frames;
    }

    private static final class Frames implements WebSocket.Listener {

        private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                received.add(JsonMapper.shared().readTree(part.toString()));
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        JsonNode next(String type) throws InterruptedException {
            JsonNode frame = received.poll(10, TimeUnit.SECONDS);
            while (frame != null && !frame.path("type").asString().equals(type)) {
                frame = received.poll(10, TimeUnit.SECONDS);
            }
            assertThat(frame).as("a frame of type " + type).isNotNull();
            return frame;
        }
    }
}
