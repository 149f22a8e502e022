package com.huixiang.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.huixiang.crowd.Balancer;
import com.huixiang.crowd.Exchange;
import com.huixiang.crowd.ServerUnderTest;
import com.huixiang.crowd.Staffing;
import com.huixiang.crowd.ThisBuild;
import com.huixiang.crowd.VirtualCustomer;
import com.huixiang.database.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** E-06: two nodes on one external PostgreSQL. Customers are connected to the one, agents to the other. */
class TwoNodesStory {

    private static final String DATABASE = "two_nodes";

    private EmbeddedPostgres postgres;
    private ServerUnderTest first;
    private ServerUnderTest second;
    private Balancer forCustomers;
    private Balancer forAgents;
    private final Exchange exchange = new Exchange(1);

    @BeforeEach
    void twoNodesStartAtOnceOnAnEmptyDatabase() throws Exception {
        Path folder = Path.of("target", "two-nodes-database").toAbsolutePath();
        if (!Files.exists(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        }
        postgres = EmbeddedPostgres.in(folder, version());
        emptyDatabase();
        Map<String, String> external = Map.of("HUIXIANG_DATABASE_URL", url());
        first = ThisBuild.inAProcessOfItsOwn("two-nodes-first", external);
        second = ThisBuild.inAProcessOfItsOwn("two-nodes-second", external);
        first.launch();
        second.launch();
        first.awaitHealthy();
        second.awaitHealthy();
        forCustomers = new Balancer(first.address(), second.address());
        forAgents = new Balancer(second.address(), first.address());
        try (Connection database = database()) {
            Staffing.write(database, 3, 200);
        }
    }

    @AfterEach
    void everythingEnds() throws IOException {
        exchange.close();
        for (AutoCloseable each : new AutoCloseable[] {forCustomers, forAgents, first, second}) {
            close(each);
        }
        postgres.stop();
    }

    @Test
    void customersAndAgentsTalkAcrossNodesAndGoOnWhenOneNodeIsKilled() throws Exception {
        Talk talk = new Talk(exchange, forCustomers.address(), 12, forAgents.address(), 3, Duration.ofMillis(150));
        talk.begin();
        awaitAcknowledged(talk, 60);
        await().atMost(Duration.ofSeconds(20)).until(() -> talk.customers().stream().allMatch(TwoNodesStory::wasAnswered));

        second.killApplication();
        assertThat(secondsUntilAllTalkAgain(talk)).as("seconds until everybody talks again").isLessThan(5);

        talk.end();
        await().atMost(Duration.ofSeconds(30)).until(() -> talk.everybodyIsBack() && talk.unacknowledged() == 0);
        await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(300)).until(() -> verdict(talk).isClean());
        assertThat(verdict(talk).evidence()).isEmpty();
        assertThat(overlappingAssignments()).as("conversations with two agents at a time").isZero();
        talk.leave();
    }

    /** His word went to the other node, and the answer came back. */
    private static boolean wasAnswered(VirtualCustomer customer) {
        return customer.transcripts().values().stream()
                .flatMap(transcript -> transcript.entries().stream())
                .anyMatch(message -> message.isText() && !message.isFromCustomer());
    }

    private static void awaitAcknowledged(Talk talk, int many) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> talk.promises().acknowledged().size() >= many && talk.everybodyIsBack());
    }

    /** Everybody is connected, and as many lines as there are people were acknowledged since the blow. */
    private static double secondsUntilAllTalkAgain(Talk talk) {
        long began = System.nanoTime();
        int before = talk.promises().acknowledged().size();
        int people = talk.customers().size() + talk.agents().size();
        await().pollInterval(Duration.ofMillis(20)).atMost(Duration.ofSeconds(30)).until(() ->
                talk.everybodyIsBack() && talk.promises().acknowledged().size() >= before + people);
        return (System.nanoTime() - began) / 1e9;
    }

    private Verdict verdict(Talk talk) throws SQLException {
        try (Connection database = database()) {
            return new Examination(talk, RecordOfTheDatabase.read(database)).verdict();
        }
    }

    private int overlappingAssignments() throws SQLException {
        try (Connection database = database();
                Statement sql = database.createStatement();
                ResultSet row = sql.executeQuery(
                        """
                        select count(*)
                          from (select ended_at, lead(began_at) over (partition by conversation_id order by began_at) as next
                                  from conversation.assignment) as a
                         where next is not null and (ended_at is null or ended_at > next)""")) {
            row.next();
            return row.getInt(1);
        }
    }

    private void emptyDatabase() throws SQLException {
        try (Connection database = connection(postgres.jdbcUrl());
                Statement sql = database.createStatement()) {
            sql.execute("drop database if exists " + DATABASE + " with (force)");
            sql.execute("create database " + DATABASE);
        }
    }

    private Connection database() throws SQLException {
        return connection(jdbcUrl());
    }

    private Connection connection(String url) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", postgres.user());
        login.setProperty("password", postgres.password());
        return DriverManager.getConnection(url, login);
    }

    private String jdbcUrl() {
        return postgres.jdbcUrl().replaceFirst("/[^/]*$", "/" + DATABASE);
    }

    private String url() {
        return jdbcUrl().replaceFirst("jdbc:postgresql://", "postgresql://" + postgres.user() + ":" + postgres.password() + "@");
    }

    private static void close(AutoCloseable each) {
        try {
            if (each != null) {
                each.close();
            }
        } catch (Exception alreadyGone) {
            throw new IllegalStateException(alreadyGone);
        }
    }

    private static String version() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        return String.valueOf(yaml.getObject().get("huixiang.database.version"));
    }
}
