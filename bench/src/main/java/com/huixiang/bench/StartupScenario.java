package com.huixiang.bench;

import com.huixiang.crowd.ServerUnderTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How long a person waits for the second start of the application with its demo, and what it then holds of the memory. */
final class StartupScenario implements Scenario {

    private static final int ROUNDS = 5;
    private static final double TARGET_SECONDS = 6;
    private static final double TARGET_MEGABYTES = 600;
    private static final int SETTLING_SECONDS = 20;

    @Override
    public String summary() {
        return "second start with the demo: seconds to healthy, resident memory";
    }

    @Override
    public boolean run(Workplace workplace, Options options, Report report) throws Exception {
        try (Workplace demo = new Workplace(options, Map.of("HUIXIANG_DEMO", "on"))) {
            ServerUnderTest server = demo.server();
            server.forgetEverything();
            report.line("First start, with a new database and the demo: %.1f s.", start(server));
            server.close();
            report.heading("second start: seconds to healthy", "resident MB after %d s".formatted(SETTLING_SECONDS));
            double[] seconds = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                seconds[round] = start(server);
                TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
                report.row(seconds[round], ProcessMemory.resident(server.pid()) / 1e6);
                report.progress("%.1f s", seconds[round]);
                server.close();
            }
            report.line(
                    "Slowest %.1f s (target ≤ %.0f s); target for the memory ≤ %.0f MB.",
                    List.of(seconds[0], seconds[1], seconds[2], seconds[3], seconds[4]).stream()
                            .mapToDouble(Double::doubleValue)
                            .max()
                            .orElseThrow(),
                    TARGET_SECONDS,
                    TARGET_MEGABYTES);
        }
        return true;
    }

    private static double start(ServerUnderTest server) throws Exception {
        server.launch();
        return server.awaitHealthy();
    }
}
