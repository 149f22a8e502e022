package com.huixiang;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The support other tests stand on. */
@HuixiangTest
class HuixiangTestTests {

    @Autowired
    Clock clock;

    @Autowired
    SettableClock settable;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    @RepeatedTest(2)
    void eachTestFindsTheTablesOfAFreshInstallation() {
        assertThat(count("spring_session")).isZero();
        sql.sql("""
                insert into spring_session
                    (primary_id, session_id, creation_time, last_access_time, max_inactive_interval, expiry_time)
                values ('1', '1', 0, 0, 0, 0)
                """).update();
    }

    @RepeatedTest(2)
    void rowsTheMigrationsBroughtComeBack() {
        assertThat(count("routing.standard")).isPositive();
        sql.sql("delete from routing.standard").update();
    }

    @Test
    void theClockEverybodyAsksIsTheOneTheTestSets() {
        settable.stopAt(Instant.parse("2026-11-11T00:00:00Z"));
        settable.advance(Duration.ofMinutes(2));

        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-11T00:02:00Z"));
    }

    @Test
    void theHealthOfTheHouseCanBeAsked() throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("UP");
    }

    private long count(String table) {
        return sql.sql("select count(*) from " + table).query(Long.class).single();
    }
}
