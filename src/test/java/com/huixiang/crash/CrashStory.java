package com.huixiang.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.crowd.ThisBuild;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** E-06 in short. The long form, with hundreds of people and dozens of blows, is {@code bench/run crash}. */
class CrashStory {

    @Test
    void whatWasAcknowledgedSurvivesTheEndOfTheApplicationOfPostgresAndOfEveryLine() throws Exception {
        try (CrashTrial trial = new CrashTrial(ThisBuild.inAProcessOfItsOwn("crash-data"), 20, 3, Duration.ofMillis(200))) {
            trial.begin();
            for (Blow blow : List.of(Blow.ALL_LINES, Blow.DATABASE, Blow.APPLICATION_AND_DATABASE)) {
                trial.awaitLife();
                trial.strike(blow);
            }
            trial.awaitLife();

            Verdict verdict = trial.end(Duration.ofMinutes(2));

            assertThat(verdict.evidence()).isEmpty();
            assertThat(verdict.isClean()).as("%s", verdict).isTrue();
            assertThat(verdict.acknowledged()).isGreaterThan(50);
        }
    }
}
