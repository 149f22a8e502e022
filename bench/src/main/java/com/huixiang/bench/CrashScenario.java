package com.huixiang.bench;

import com.huixiang.crash.Blow;
import com.huixiang.crash.CrashTrial;
import com.huixiang.crash.Verdict;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/** The long crash test: load, many blows at random moments, and the count of what was promised and not kept. */
final class CrashScenario implements Scenario {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final double DURING_RECOVERY = 0.2;

    @Override
    public String summary() {
        return "kill -9 of application and database and cut lines under load: lost, doubled, out of order (--blows N, --seed N)";
    }

    @Override
    public boolean run(Workplace workplace, Options options, Report report) throws Exception {
        int blows = options.number("blows", 28);
        int seed = options.number("seed", (int) (System.nanoTime() & 0xffff));
        RandomGenerator random = new Random(seed);
        try (CrashTrial trial = new CrashTrial(
                workplace.server(),
                options.number("customers", 100),
                options.number("agents", 10),
                Duration.ofMillis(options.number("pause", 200)))) {
            trial.begin();
            trial.awaitLife();
            Map<Blow, Integer> struck = new EnumMap<>(Blow.class);
            for (int blow = 0; blow < blows; ) {
                blow += strike(trial, next(blow, random), random, struck, report) ? 1 : 0;
            }
            trial.awaitLife();
            Verdict verdict = trial.end(PATIENCE);
            tell(verdict, struck, seed, report);
            return verdict.isClean();
        }
    }

    /** Each kind at least once in four, then as the dice fall. */
    private static Blow next(int number, RandomGenerator random) {
        Blow[] kinds = Blow.values();
        return kinds[number < kinds.length * 2 ? number % kinds.length : random.nextInt(kinds.length)];
    }

    private static boolean strike(
            CrashTrial trial, Blow blow, RandomGenerator random, Map<Blow, Integer> struck, Report report)
            throws Exception {
        if (random.nextDouble() >= DURING_RECOVERY) {
            trial.awaitLife();
        } else {
            trial.bringBack();
        }
        Thread.sleep(random.nextInt(200, 6_000));
        int acknowledged = trial.acknowledged();
        boolean hit = trial.strike(blow);
        if (hit) {
            struck.merge(blow, 1, Integer::sum);
            report.progress("%s, after %,d acknowledged", blow, acknowledged);
        }
        return hit;
    }

    private static void tell(Verdict verdict, Map<Blow, Integer> struck, int seed, Report report) {
        report.line("Blows: %s; seed %d.", struck, seed);
        report.heading(
                "written", "acknowledged", "refused", "unanswered", "lost", "doubled", "out of order", "holes", "strange", "wrong views", "ghosts");
        report.row(
                verdict.written(),
                verdict.acknowledged(),
                verdict.refused(),
                verdict.unanswered(),
                verdict.lost(),
                verdict.doubled(),
                verdict.outOfOrder(),
                verdict.holes(),
                verdict.strange(),
                verdict.wrongViews(),
                verdict.ghosts());
        verdict.evidence().forEach(report::line);
    }
}
