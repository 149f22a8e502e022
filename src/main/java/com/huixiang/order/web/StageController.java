package com.huixiang.order.web;

import com.huixiang.customer.CustomerId;
import com.huixiang.customer.OpenFiles;
import com.huixiang.kernel.Caller;
import com.huixiang.order.SaleStages;
import com.huixiang.order.SaleStages.SaleStage;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where many customers stand (E-07): what a list of conversations shows beside each. */
@RestController
class StageController {

    private final SaleStages stages;
    private final ObjectProvider<OpenFiles> files;

    StageController(SaleStages stages, ObjectProvider<OpenFiles> files) {
        this.stages = stages;
        this.files = files;
    }

    @GetMapping("/api/orders/stages")
    Map<CustomerId, SaleStage> stages(@RequestParam @Size(max = 200) List<CustomerId> customers, Caller caller) {
        Set<CustomerId> open = files.stream()
                .map(each -> each.openTo(caller.id(), customers))
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        return stages.of(open);
    }
}
