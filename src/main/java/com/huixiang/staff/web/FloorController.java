package com.huixiang.staff.web;

import com.huixiang.staff.Actor;
import com.huixiang.staff.Presence;
import com.huixiang.staff.PresenceState;
import com.huixiang.staff.Presences;
import com.huixiang.staff.SkillGroup;
import com.huixiang.staff.StaffId;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffLists;
import com.huixiang.staff.StaffLists.Colleague;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is there. */
@RestController
@RequestMapping("/api/staff")
class FloorController {

    private final Staff staff;
    private final StaffLists lists;
    private final Presences presences;

    FloorController(Staff staff, StaffLists lists, Presences presences) {
        this.staff = staff;
        this.lists = lists;
        this.presences = presences;
    }

    record NewPresence(@NotNull PresenceState state, @Nullable @Size(max = 40) String reason) {}

    @GetMapping("/members")
    List<Colleague> members() {
        return lists.colleagues();
    }

    @GetMapping("/groups")
    List<SkillGroup> groups() {
        return staff.groups();
    }

    @PutMapping("/me/presence")
    Presence choose(Actor actor, @Valid @RequestBody NewPresence choice) {
        return presences.set(actor.id(), choice.state(), choice.reason());
    }

    /** A lead sends somebody on a break, or calls him back. */
    @PutMapping("/members/{id}/presence")
    Presence choose(Actor actor, @PathVariable StaffId id, @Valid @RequestBody NewPresence choice) {
        return presences.setFor(actor, id, choice.state(), choice.reason());
    }

    @GetMapping("/break-reasons")
    List<String> breakReasons() {
        return presences.breakReasons();
    }
}
