package com.huixiang.bench;

import java.sql.Connection;
import java.util.List;

/** The load shapes of the trade, from one customer to two thousand. */
final class ChatScenario implements Scenario {

    private static final double CLOSED = 0;
    private static final double HALF_OF_SUSTAINED = -1;

    /** @param perSecond offered messages per second */
    private record Shape(String name, int customers, int agents, double perSecond, boolean agentsReply) {}

    private static final List<Shape> SHAPES = List.of(
            new Shape("1/1 closed", 1, 1, CLOSED, false),
            new Shape("50/5 closed", 50, 5, CLOSED, false),
            new Shape("50/5 open 50/s, answered", 50, 5, 50, true),
            new Shape("500/10 open 100/s", 500, 10, 100, false),
            new Shape("500/10 closed", 500, 10, CLOSED, false),
            new Shape("2000/20 closed", 2_000, 20, CLOSED, false),
            new Shape("500/10 open, half of sustained", 500, 10, HALF_OF_SUSTAINED, false));
    private static final String SUSTAINED = "500/10 closed";

    @Override
    public String summary() {
        return "customer to agent: latency, messages/s, SQL and CPU per message, heap per customer (--only TEXT: some shapes; --statements N: the costliest)";
    }

    @Override
    public boolean run(Workplace workplace, Options options, Report report) throws Exception {
        workplace.open(20, 200);
        report.progress("warming up for %d s", options.warmUpSeconds());
        warmUp(workplace, options.warmUpSeconds());
        report.progress("single rows with 8 writers");
        double commitsBefore = CommitRate.measure(workplace, 10);
        heading(report);
        double sustained = Double.NaN;
        long unanswered = 0;
        for (Shape shape : SHAPES) {
            if (shape.name().contains(options.text("only", ""))) {
                report.progress("%s", shape.name());
                Measurement measured = measure(workplace, shape, sustained, options, report);
                sustained = shape.name().equals(SUSTAINED) ? measured.perSecond() : sustained;
                unanswered += measured.unanswered();
            }
        }
        report.progress("single rows with 8 writers, again");
        double commits = (commitsBefore + CommitRate.measure(workplace, 10)) / 2;
        report.line("Single-row inserts of the same PostgreSQL, 8 writers: %,.0f/s (mean of before and after).", commits);
        report.line(
                "Sustained with 500 customers: %,.0f/s = %.2f × that rate.", sustained, sustained / commits);
        report.line("Written and never acknowledged: %d.", unanswered);
        return unanswered == 0;
    }

    static void warmUp(Workplace workplace, int seconds) throws Exception {
        if (seconds > 0) {
            try (Crowd crowd = Crowd.gather(workplace, 50, 5)) {
                Measurement.of(workplace, crowd, Load.closed(), seconds);
            }
        }
    }

    private static void heading(Report report) {
        report.heading(
                "customers/agents",
                "messages/s",
                "to agent p50 ms",
                "p99 ms",
                "longest ms",
                "acknowledged p99 ms",
                "reply p99 ms",
                "SQL/message",
                "CPU ms/message (app + PostgreSQL)",
                "driver's CPU ms/message",
                "heap KB/customer");
    }

    private static Measurement measure(
            Workplace workplace, Shape shape, double sustained, Options options, Report report) throws Exception {
        boolean many = shape.customers() >= 500;
        long heapBefore = many ? ProcessMemory.liveHeap(workplace.server()) : 0;
        try (Crowd crowd = Crowd.gather(workplace, shape.customers(), shape.agents())) {
            double heap = many
                    ? (ProcessMemory.liveHeap(workplace.server()) - heapBefore) / 1024.0 / shape.customers()
                    : Double.NaN;
            Measurement measured = Measurement.of(workplace, crowd, load(shape, sustained), options.seconds());
            row(report, shape, measured, heap);
            tellStatements(workplace, options, report);
            return measured;
        }
    }

    private static void tellStatements(Workplace workplace, Options options, Report report) throws Exception {
        if (options.number("statements", 0) > 0) {
            try (Connection database = workplace.observe()) {
                StatementCount statements = new StatementCount(database);
                statements.tell(options.number("statements", 0), report);
                statements.forget();
            }
        }
    }

    private static Load load(Shape shape, double sustained) {
        if (shape.perSecond() == CLOSED) {
            return Load.closed();
        }
        boolean half = shape.perSecond() == HALF_OF_SUSTAINED;
        return Load.open(half ? (Double.isNaN(sustained) ? 1_000 : sustained / 2) : shape.perSecond(), shape.agentsReply());
    }

    private static void row(Report report, Shape shape, Measurement measured, double heap) {
        report.row(
                shape.name(),
                measured.perSecond(),
                measured.toAgent().p50(),
                measured.toAgent().p99(),
                measured.toAgent().longest(),
                measured.acknowledgement().p99(),
                measured.toCustomer().p99(),
                measured.statementsPerMessage(),
                "%.2f (%.2f + %.2f)"
                        .formatted(
                                measured.applicationMillisPerMessage() + measured.databaseMillisPerMessage(),
                                measured.applicationMillisPerMessage(),
                                measured.databaseMillisPerMessage()),
                measured.driverMillisPerMessage(),
                heap);
        report.progress(
                "%.0f/s, to agent p50 %.1f p99 %.1f ms, %.2f SQL, %.2f ms CPU per message",
                measured.perSecond(),
                measured.toAgent().p50(),
                measured.toAgent().p99(),
                measured.statementsPerMessage(),
                measured.applicationMillisPerMessage() + measured.databaseMillisPerMessage());
    }
}
