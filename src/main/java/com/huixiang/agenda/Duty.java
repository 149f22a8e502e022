package com.huixiang.agenda;

/**
 * What a module does when an appointment is due; each duty is a bean. A duty reads from the tables what there is to do and
 * may be called twice or too late, so it must be harmless then. What it throws is logged, and it is called again, later
 * and later, until it succeeds.
 */
public interface Duty {

    /** Unique in the house, module first: {@code sla.clocks}. Written into the tables, so it never changes. */
    String name();

    void fulfil(String key);
}
