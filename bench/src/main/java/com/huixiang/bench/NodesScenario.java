package com.huixiang.bench;

import com.huixiang.crowd.ServerUnderTest;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;

/**
 * One node against two on the same PostgreSQL. The second node uses the first one's embedded PostgreSQL as its external
 * one. People are connected to the nodes in turn, so half of what is said has to reach the other node.
 */
final class NodesScenario implements Scenario {

    private static final int CUSTOMERS = 200;
    private static final int AGENTS = 10;

    @Override
    public String summary() {
        return "one node against two on one PostgreSQL: messages/s and latency, and the ratio";
    }

    @Override
    public boolean run(Workplace workplace, Options options, Report report) throws Exception {
        workplace.open(AGENTS, 100);
        report.progress("warming up for %d s", options.warmUpSeconds());
        ChatScenario.warmUp(workplace, options.warmUpSeconds());
        report.heading("nodes", "messages/s", "to agent p50 ms", "p99 ms", "acknowledged p99 ms");
        URI first = workplace.server().address();
        Measurement one = measure(workplace, List.of(first), options);
        row(report, "1", one);
        try (ServerUnderTest second = second(workplace, options)) {
            second.start();
            List<URI> both = List.of(first, second.address());
            report.progress("warming up the second node for %d s", options.warmUpSeconds());
            try (Crowd crowd = Crowd.gather(workplace, List.of(second.address()), 50, AGENTS)) {
                Measurement.of(workplace, crowd, Load.closed(), Math.max(1, options.warmUpSeconds()));
            }
            Measurement two = measure(workplace, both, options);
            row(report, "2", two);
            report.line(
                    "Two nodes carry %.2f × what one carries, on this machine, which also runs PostgreSQL and the driver.",
                    two.perSecond() / one.perSecond());
            report.line("Written and never acknowledged: %d.", one.unanswered() + two.unanswered());
            return one.unanswered() + two.unanswered() == 0;
        }
    }

    private static Measurement measure(Workplace workplace, List<URI> nodes, Options options) throws Exception {
        try (Crowd crowd = Crowd.gather(workplace, nodes, CUSTOMERS, AGENTS)) {
            return Measurement.of(workplace, crowd, Load.closed(), options.seconds());
        }
    }

    private static ServerUnderTest second(Workplace workplace, Options options) throws Exception {
        String address;
        try (Connection database = workplace.server().database()) {
            String password = Files.readString(options.data().resolve("database.password")).strip();
            address = database.getMetaData()
                    .getURL()
                    .replaceFirst("^jdbc:postgresql://", "postgresql://huixiang:" + password + "@")
                    .replaceFirst("\\?.*$", "");
        }
        Path data = options.data().resolveSibling(options.data().getFileName() + "-second");
        return new ServerUnderTest(
                List.of("bin/run"),
                Map.of(
                        "HUIXIANG_DATABASE_URL",
                        address,
                        "HUIXIANG_JAVA_OPTIONS",
                        "-Xmx" + options.heap() + " " + options.text("java-options", "")),
                data,
                options.port() + 1);
    }

    private static void row(Report report, String nodes, Measurement measured) {
        report.row(
                nodes,
                measured.perSecond(),
                measured.toAgent().p50(),
                measured.toAgent().p99(),
                measured.acknowledgement().p99());
        report.progress("%s: %.0f/s, to agent p50 %.1f ms", nodes, measured.perSecond(), measured.toAgent().p50());
    }
}
