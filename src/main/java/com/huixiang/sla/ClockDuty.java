package com.huixiang.sla;

import com.huixiang.agenda.Duty;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A second has come in which some clock warns or runs out. */
@Component
class ClockDuty implements Duty {

    static final String NAME = "sla.clocks";

    private final ObjectProvider<Clocks> clocks;

    ClockDuty(ObjectProvider<Clocks> clocks) {
        this.clocks = clocks;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void fulfil(String second) {
        clocks.getObject().ring();
    }
}
