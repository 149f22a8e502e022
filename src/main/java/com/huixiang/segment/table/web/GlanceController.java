package com.huixiang.segment.table.web;

import com.huixiang.customer.CustomerId;
import com.huixiang.segment.table.Glances;
import com.huixiang.segment.table.Glances.Glance;
import com.huixiang.segment.table.Glances.History;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One customer at a glance. Who may open his file, the door in front has asked. */
@RestController
class GlanceController {

    private final Glances glances;

    GlanceController(Glances glances) {
        this.glances = glances;
    }

    @GetMapping("/api/customers/{id}/glance")
    Glance glance(@PathVariable CustomerId id) {
        return glances.of(id);
    }

    @GetMapping("/api/customers/{id}/purchases")
    History purchases(@PathVariable CustomerId id) {
        return glances.history(id);
    }
}
