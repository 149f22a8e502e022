package com.huixiang.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.huixiang.HuixiangTest;
import com.huixiang.StaffBrowser;
import com.huixiang.channel.ChannelFixtures;
import com.huixiang.connect.OtherSystem;
import com.huixiang.connect.OtherSystem.Heard;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What docs/how-to/connect-an-api-channel.md tells other systems to do works: its examples are run as they stand there. */
@HuixiangTest
class ConnectingTests {

    private static final Path PAGE = Path.of("docs/how-to/connect-an-api-channel.md");

    @Autowired
    StaffFixtures people;

    @Autowired
    ChannelFixtures channels;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    OtherSystem shop;
    StaffBrowser admin;
    StaffMember zhao;

    @BeforeEach
    void anAccount() {
        shop = new OtherSystem();
        zhao = people.hire("赵磊", Role.ADMIN);
        admin = new StaffBrowser(port).signIn(zhao.login(), StaffFixtures.PASSWORD);
        channels.api("mini");
    }

    @AfterEach
    void itIsClosed() {
        shop.close();
    }

    @Test
    void curlSendsAMessage() throws Exception {
        JsonNode answer = sendByCurl();

        assertThat(answer.path("id").asString()).isEqualTo("m-1001");
        assertThat(answer.path("again").asBoolean()).isFalse();
        JsonNode row = admin.get("/api/conversations/" + answer.path("conversation").asString()).body();
        assertThat(row.path("customer").path("name").asString()).isEqualTo("林晓");
        assertThat(row.path("lastPreview").asString()).isEqualTo("我的快递到哪了");
    }

    @Test
    void pythonAndJavaBelieveOurWebhookAndNoOther() throws Exception {
        String secret = admin.post("/api/settings/webhooks", """
                        {"account":"mini","url":"%s","events":["message"]}""".formatted(shop.address()))
                .body()
                .path("secret")
                .asString();
        String conversation = sendByCurl().path("conversation").asString();
        admin.put("/api/conversations/" + conversation + "/assignment", "{\"agentId\":\"" + zhao.id() + "\"}");
        admin.post("/api/conversations/" + conversation + "/messages", """
                {"clientId":"%s","kind":"text","body":{"text":"已经到您的城市了"}}""".formatted(UUID.randomUUID()));
        channels.sendEverythingDue();
        Heard heard = shop.heard().getFirst();

        assertThat(python(secret, heard, heard.text())).isEqualTo("True");
        assertThat(python(secret, heard, heard.text() + " ")).isEqualTo("False");
        assertThat(java(secret, heard, heard.text())).isTrue();
        assertThat(java(secret, heard, heard.text().replace("城市", "门口"))).isFalse();
    }

    private JsonNode sendByCurl() throws Exception {
        assumeTrue(isInstalled("curl") && isInstalled("openssl", "version"), "curl and openssl are not installed here");
        JsonNode made = admin.post("/api/settings/keys", "{\"account\":\"mini\",\"name\":\"小程序\"}").body();
        Path script = Files.writeString(folder.resolve("send.sh"), example("bash"));
        Path said = folder.resolve("said.json");
        var builder = new ProcessBuilder("bash", script.toString()).redirectOutput(said.toFile());
        builder.environment().put("HUB", "http://localhost:" + port);
        builder.environment().put("KEY", made.path("key").path("prefix").asString());
        builder.environment().put("SECRET", made.path("secret").asString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        assertThat(builder.start().waitFor(60, TimeUnit.SECONDS)).isTrue();
        return JsonMapper.shared().readTree(Files.readString(said));
    }

    private String python(String secret, Heard heard, String body) throws Exception {
        Path script = Files.writeString(
                folder.resolve("verify.py"),
                example("python")
                        + """

                        print(is_ours(%s, {'x-huixiang-timestamp': '%s', 'x-huixiang-signature': '%s'}, open('%s', 'rb').read()))
                        """
                                .formatted(
                                        "'" + secret + "'",
                                        heard.headers().get("x-huixiang-timestamp"),
                                        heard.headers().get("x-huixiang-signature"),
                                        Files.writeString(folder.resolve("body.json"), body, StandardCharsets.UTF_8)));
        Path said = folder.resolve("said.txt");
        var process = new ProcessBuilder("python3", script.toString()).redirectOutput(said.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(said).strip();
    }

    private boolean java(String secret, Heard heard, String body) throws Exception {
        Path source = Files.writeString(folder.resolve("HuixiangWebhook.java"), example("java"));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString())).isZero();
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            return (boolean) loader.loadClass("HuixiangWebhook")
                    .getMethod("isOurs", String.class, String.class, String.class, byte[].class)
                    .invoke(
                            null,
                            secret,
                            heard.headers().get("x-huixiang-timestamp"),
                            heard.headers().get("x-huixiang-signature"),
                            body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static boolean isInstalled(String program) throws InterruptedException {
        return isInstalled(program, "--version");
    }

    private static boolean isInstalled(String program, String question) throws InterruptedException {
        try {
            return new ProcessBuilder(program, question)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static String example(String language) throws IOException {
        var block = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(block.find()).as("an example in %s", language).isTrue();
        return block.group(1);
    }
}
