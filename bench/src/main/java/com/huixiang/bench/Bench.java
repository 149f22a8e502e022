package com.huixiang.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** {@code bench/run SCENARIO [--option value …]} */
public final class Bench {

    private static final Map<String, Scenario> SCENARIOS = new LinkedHashMap<>();

    static {
        SCENARIOS.put("chat", new ChatScenario());
        SCENARIOS.put("history", new HistoryScenario());
        SCENARIOS.put("sockets", new SocketsScenario());
        SCENARIOS.put("assignment", new AssignmentScenario());
        SCENARIOS.put("replay", new ReplayScenario());
        SCENARIOS.put("events", new EventsScenario());
        SCENARIOS.put("import", new ImportScenario());
        SCENARIOS.put("startup", new StartupScenario());
        SCENARIOS.put("nodes", new NodesScenario());
        SCENARIOS.put("crash", new CrashScenario());
        SCENARIOS.put("search", new SearchScenario());
        SCENARIOS.put("customer", new CustomerScenario());
        SCENARIOS.put("rfm", new RfmScenario());
    }

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0 || !SCENARIOS.containsKey(arguments[0])) {
            System.out.println("usage: bench/run SCENARIO [--option value …]\n");
            SCENARIOS.forEach((name, scenario) -> System.out.printf("  %-11s %s%n", name, scenario.summary()));
            System.out.println("\n" + Options.COMMON);
            System.exit(2);
        }
        Options options = Options.parse(arguments);
        Report report = new Report(arguments);
        boolean good = false;
        try (Workplace workplace = new Workplace(options)) {
            // An interrupted measurement leaves nothing running.
            Runtime.getRuntime().addShutdownHook(new Thread(workplace.server()::close));
            good = SCENARIOS.get(arguments[0]).run(workplace, options, report);
        } finally {
            report.print();
        }
        System.exit(good ? 0 : 1);
    }
}
