package com.huixiang.bench;

import java.sql.Connection;

/** What one load shape took, counted over its measured seconds only. */
record Measurement(
        double perSecond,
        LatencyRecorder.Latency toAgent,
        LatencyRecorder.Latency toCustomer,
        LatencyRecorder.Latency acknowledgement,
        double statementsPerMessage,
        double applicationMillisPerMessage,
        double databaseMillisPerMessage,
        double driverMillisPerMessage,
        long unanswered) {

    private static final int SETTLING_SECONDS = 3;

    static Measurement of(Workplace workplace, Crowd crowd, Load load, int seconds) throws Exception {
        try (Connection database = workplace.observe()) {
            StatementCount statements = new StatementCount(database);
            crowd.begin(load);
            Thread.sleep(SETTLING_SECONDS * 1_000L);
            load.takeToAgent();
            load.takeToCustomer();
            load.takeAcknowledgement();
            long statementsBefore = statements.now();
            ProcessTimes timesBefore = ProcessTimes.of(workplace.server());
            long driverBefore = driverNanos();
            long messagesBefore = load.acknowledged();
            long began = System.nanoTime();
            Thread.sleep(seconds * 1_000L);
            double elapsed = (System.nanoTime() - began) / 1e9;
            long messages = load.acknowledged() - messagesBefore;
            ProcessTimes times = ProcessTimes.of(workplace.server()).since(timesBefore);
            long driver = driverNanos() - driverBefore;
            long calls = statements.now() - statementsBefore;
            LatencyRecorder.Latency toAgent = load.takeToAgent();
            LatencyRecorder.Latency toCustomer = load.takeToCustomer();
            LatencyRecorder.Latency acknowledgement = load.takeAcknowledgement();
            crowd.end();
            return new Measurement(
                    messages / elapsed,
                    toAgent,
                    toCustomer,
                    acknowledgement,
                    calls / (double) messages,
                    times.application() / messages,
                    times.database() / messages,
                    driver / 1e6 / messages,
                    load.unanswered());
        }
    }

    /** The driver shares the machine: its part belongs to the picture. */
    private static long driverNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }
}
