package com.huixiang.routing.web;

import com.huixiang.customer.CustomerId;
import com.huixiang.routing.Bindings;
import com.huixiang.routing.Bindings.BindingView;
import com.huixiang.staff.Actor;
import com.huixiang.staff.StaffId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/customers/{customer}/binding")
class BindingController {

    private final Bindings bindings;

    BindingController(Bindings bindings) {
        this.bindings = bindings;
    }

    record BindingRequest(@Nullable StaffId agentId, @Nullable StaffId deputyId) {}

    @GetMapping
    BindingView binding(@PathVariable UUID customer) {
        return bindings.of(new CustomerId(customer));
    }

    @PutMapping
    BindingView bind(@PathVariable UUID customer, @RequestBody BindingRequest request, Actor actor) {
        return bindings.bind(new CustomerId(customer), request.agentId(), request.deputyId(), actor);
    }
}
