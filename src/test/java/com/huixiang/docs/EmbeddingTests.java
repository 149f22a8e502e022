package com.huixiang.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.huixiang.HuixiangTest;
import com.huixiang.StaffBrowser;
import com.huixiang.channel.Visitors;
import com.huixiang.channel.Visitors.Vouched;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What docs/how-to/embed-the-widget.md tells shops to do works: its SQL and its examples are run as they stand there. */
@HuixiangTest
class EmbeddingTests {

    private static final Path PAGE = Path.of("docs/how-to/embed-the-widget.md");
    private static final String SECRET = "REPLACE-WITH-64-RANDOM-CHARACTERS";
    private static final String CUSTOMER = "{\"id\":\"M1001\",\"name\":\"林晓\",\"level\":\"gold\"}";

    @Autowired
    JdbcClient sql;

    @Autowired
    Visitors visitors;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @BeforeEach
    void theSiteHasAChat() throws IOException {
        sql.sql(example("sql")).update();
    }

    @Test
    void theSiteGreetsItsVisitors() {
        JsonNode session = new StaffBrowser(port).post("/api/visitor/session", "{\"site\":\"shop\"}").body();

        assertThat(session.path("site").path("name").asString()).isEqualTo("青禾家居");
        assertThat(session.path("site").path("menu").size()).isEqualTo(2);
        assertThat(session.path("customer").path("known").asBoolean()).isFalse();
    }

    @Test
    void javaSigns() throws Exception {
        Path source = Files.writeString(folder.resolve("HuixiangSignature.java"), example("java"));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString())).isZero();
        String identity = CUSTOMER.replace("}", ",\"issuedAt\":\"" + clock.instant() + "\"}");
        try (var loader = new URLClassLoader(new java.net.URL[] {folder.toUri().toURL()})) {
            var signature = (String) loader.loadClass("HuixiangSignature")
                    .getMethod("of", String.class, String.class)
                    .invoke(null, identity, SECRET);
            assertIsKnown(new Vouched(identity, signature));
        }
    }

    @Test
    void nodeSigns() throws Exception {
        run("node", "sign.js", example("js") + "console.log(JSON.stringify(signed(" + CUSTOMER + ", '" + SECRET + "')))");
    }

    @Test
    void pythonSigns() throws Exception {
        run(
                "python3",
                "sign.py",
                "import sys\nsys.stdout.reconfigure(encoding='utf-8')\n" + example("python")
                        + "\nprint(json.dumps(signed(" + CUSTOMER + ", '" + SECRET + "')))");
    }

    @Test
    void phpSigns() throws Exception {
        run(
                "php",
                "sign.php",
                "<?php\n" + example("php") + "echo json_encode(signed(json_decode('" + CUSTOMER + "', true), '" + SECRET + "'));");
    }

    /** Passed over where the language is not installed. */
    private void run(String language, String file, String program) throws Exception {
        assumeTrue(isInstalled(language), language + " is not installed here");
        Path script = Files.writeString(folder.resolve(file), program);
        Path said = folder.resolve("said.json");
        var process = new ProcessBuilder(language, script.toString())
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        JsonNode vouched = JsonMapper.shared().readTree(Files.readString(said));
        assertIsKnown(new Vouched(
                vouched.path("identity").asString(), vouched.path("signature").asString()));
    }

    private static boolean isInstalled(String language) throws InterruptedException {
        try {
            return new ProcessBuilder(language, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private void assertIsKnown(Vouched vouched) {
        var visitor = visitors.admit("shop", null, vouched).visitor();

        assertThat(visitor.known()).isTrue();
        assertThat(visitor.name()).isEqualTo("林晓");
    }

    private static String example(String language) throws IOException {
        var block = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(block.find()).as("an example in %s", language).isTrue();
        return block.group(1);
    }
}
