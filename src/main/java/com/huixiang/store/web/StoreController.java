package com.huixiang.store.web;

import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.ConversationLists.Row;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Store;
import com.huixiang.staff.StoreId;
import com.huixiang.store.WalkIns;
import com.huixiang.store.WalkIns.Arrival;
import com.huixiang.store.WalkIns.Floor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the specialist's phone asks. */
@RestController
class StoreController {

    private final WalkIns walkIns;

    StoreController(WalkIns walkIns) {
        this.walkIns = walkIns;
    }

    record WalkIn(
            @NotNull StoreId store,
            @Nullable @Size(max = 60) String name,
            @Nullable @Size(max = 40) String phone,
            @Nullable @Size(max = 100) String memberCode,
            @Nullable @Size(max = 40) String issue,
            @Nullable @Size(max = 500) String text) {
        Arrival arrival() {
            return new Arrival(name, phone, memberCode, issue, text);
        }
    }

    record TerminalLink(String token, String address) {}

    @GetMapping("/api/stores")
    List<Store> stores(Actor actor) {
        return walkIns.stores();
    }

    @PostMapping("/api/store/walk-ins")
    Row register(Actor actor, @Valid @RequestBody WalkIn walkIn) {
        return walkIns.register(actor, walkIn.store(), walkIn.arrival());
    }

    @GetMapping("/api/store/{store}/queue")
    Floor floor(Actor actor, @PathVariable UUID store) {
        return walkIns.floor(actor, new StoreId(store));
    }

    @PutMapping("/api/store/walk-ins/{id}/reception")
    Row receive(Actor actor, @PathVariable UUID id) {
        return walkIns.receive(actor, new ConversationId(id));
    }

    @PostMapping("/api/store/{store}/terminal")
    TerminalLink openTerminal(Actor actor, @PathVariable UUID store) {
        String token = walkIns.openTerminal(actor, new StoreId(store));
        return new TerminalLink(token, "/store/terminal#" + token);
    }
}
