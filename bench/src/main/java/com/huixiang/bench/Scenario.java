package com.huixiang.bench;

/** One thing that is measured. */
interface Scenario {

    String summary();

    /** False when something is wrong (lost, doubled, unfinished); a missed target is not wrong, it is a figure. */
    boolean run(Workplace workplace, Options options, Report report) throws Exception;
}
