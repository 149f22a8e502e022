package com.huixiang.staff.web;

import com.huixiang.kernel.Page;
import com.huixiang.staff.Actor;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.Permission;
import com.huixiang.staff.Role;
import com.huixiang.staff.Roster;
import com.huixiang.staff.Roster.MemberForm;
import com.huixiang.staff.Roster.RoleForm;
import com.huixiang.staff.Roster.Service;
import com.huixiang.staff.Roster.StoreForm;
import com.huixiang.staff.RosterLists;
import com.huixiang.staff.RosterLists.Filter;
import com.huixiang.staff.RosterLists.GroupView;
import com.huixiang.staff.RosterLists.Member;
import com.huixiang.staff.RosterLists.RoleView;
import com.huixiang.staff.RosterLists.StoreView;
import com.huixiang.staff.StaffId;
import com.huixiang.staff.StoreId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who works here, as what and where. */
@RestController
@RequestMapping("/api/settings")
class RosterController {

    private final Roster roster;
    private final RosterLists lists;

    RosterController(Roster roster, RosterLists lists) {
        this.roster = roster;
        this.lists = lists;
    }

    record SkillForm(@NotNull GroupId id, @Min(1) @Max(5) int level) {}

    record Posting(@NotNull StoreId id) {}

    record MemberRequest(
            @NotBlank @Size(max = 60) @Pattern(regexp = "[\\p{L}\\p{N}._@+-]+") String login,
            @NotBlank @Size(max = 40) String name,
            @Nullable @Size(max = 40) String nickname,
            @NotNull Role role,
            @Nullable @Size(max = 500) String avatar,
            @Min(0) @Max(200) int capacity,
            @Nullable @Size(max = 100) List<@Valid SkillForm> groups,
            @Nullable @Size(max = 100) List<@Valid Posting> stores,
            @Nullable @Size(max = 200) String password) {

        MemberForm form() {
            return new MemberForm(
                    login,
                    name,
                    nickname == null ? "" : nickname,
                    role,
                    avatar == null || avatar.isBlank() ? null : avatar.strip(),
                    capacity,
                    groups == null
                            ? List.of()
                            : groups.stream().map(each -> new Service(each.id(), each.level())).toList(),
                    stores == null ? List.of() : stores.stream().map(Posting::id).toList());
        }
    }

    record Activity(@NotNull Boolean active) {}

    record FreshPassword(@NotBlank @Size(max = 200) String password) {}

    record RoleRequest(
            @Nullable @Size(max = 40) String code,
            @NotBlank @Size(max = 30) String name,
            @NotNull Set<Permission> permissions) {

        RoleForm form() {
            return new RoleForm(code, name, permissions);
        }
    }

    record GroupRequest(
            @NotBlank @Size(max = 30) String name, @Nullable GroupId overflowId, @Nullable @Min(0) Integer ordinal) {}

    record StoreRequest(
            @NotBlank @Size(max = 30) String code,
            @NotBlank @Size(max = 60) String name,
            @Nullable @Size(max = 200) String address,
            @Nullable @Size(max = 40) String phone) {

        StoreForm form() {
            return new StoreForm(code, name, address == null ? "" : address, phone == null ? "" : phone);
        }
    }

    @GetMapping("/members")
    Page<Member> members(
            Actor actor,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable UUID group,
            @RequestParam(required = false) @Nullable UUID store,
            @RequestParam(required = false) @Nullable Boolean active,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit) {
        actor.check(Permission.STAFF);
        return lists.members(new Filter(q, blankAsNull(role), group, store, active), cursor, limit);
    }

    @PostMapping("/members")
    @ResponseStatus(HttpStatus.CREATED)
    Member hire(Actor actor, @Valid @RequestBody MemberRequest request) {
        return roster.hire(actor, request.form(), request.password() == null ? "" : request.password());
    }

    @PutMapping("/members/{id}")
    Member change(Actor actor, @PathVariable StaffId id, @Valid @RequestBody MemberRequest request) {
        return roster.change(actor, id, request.form());
    }

    @PutMapping("/members/{id}/activity")
    Member activate(Actor actor, @PathVariable StaffId id, @Valid @RequestBody Activity activity) {
        return roster.activate(actor, id, activity.active());
    }

    @PostMapping("/members/{id}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void givePassword(Actor actor, @PathVariable StaffId id, @Valid @RequestBody FreshPassword fresh) {
        roster.givePassword(actor, id, fresh.password());
    }

    @DeleteMapping("/members/{id}/two-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeSecondFactor(Actor actor, @PathVariable StaffId id) {
        roster.removeSecondFactor(actor, id);
    }

    @DeleteMapping("/members/{id}/lock-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void liftLockOut(Actor actor, @PathVariable StaffId id) {
        roster.liftLockOut(actor, id);
    }

    @GetMapping("/permissions")
    List<Permission> permissions(Actor actor) {
        actor.check(Permission.STAFF);
        return List.of(Permission.values());
    }

    @GetMapping("/roles")
    List<RoleView> roles(Actor actor) {
        actor.check(Permission.STAFF);
        return lists.roles();
    }

    @PostMapping("/roles")
    @ResponseStatus(HttpStatus.CREATED)
    RoleView addRole(Actor actor, @Valid @RequestBody RoleRequest request) {
        return roster.addRole(actor, request.form());
    }

    @PutMapping("/roles/{code}")
    RoleView changeRole(Actor actor, @PathVariable String code, @Valid @RequestBody RoleRequest request) {
        return roster.changeRole(actor, code, request.form());
    }

    @DeleteMapping("/roles/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeRole(Actor actor, @PathVariable String code) {
        roster.removeRole(actor, code);
    }

    @GetMapping("/groups")
    List<GroupView> groups(Actor actor) {
        actor.check(Permission.STAFF);
        return lists.groups();
    }

    @PostMapping("/groups")
    @ResponseStatus(HttpStatus.CREATED)
    GroupView formGroup(Actor actor, @Valid @RequestBody GroupRequest request) {
        return roster.formGroup(actor, request.name(), request.overflowId(), request.ordinal());
    }

    @PutMapping("/groups/{id}")
    GroupView changeGroup(Actor actor, @PathVariable GroupId id, @Valid @RequestBody GroupRequest request) {
        return roster.changeGroup(actor, id, request.name(), request.overflowId(), request.ordinal());
    }

    @DeleteMapping("/groups/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void closeGroup(Actor actor, @PathVariable GroupId id) {
        roster.closeGroup(actor, id);
    }

    @GetMapping("/stores")
    List<StoreView> stores(Actor actor) {
        actor.check(Permission.STAFF);
        return lists.stores();
    }

    @PostMapping("/stores")
    @ResponseStatus(HttpStatus.CREATED)
    StoreView openStore(Actor actor, @Valid @RequestBody StoreRequest request) {
        return roster.openStore(actor, request.form());
    }

    @PutMapping("/stores/{id}")
    StoreView changeStore(Actor actor, @PathVariable StoreId id, @Valid @RequestBody StoreRequest request) {
        return roster.changeStore(actor, id, request.form());
    }

    @DeleteMapping("/stores/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void closeStore(Actor actor, @PathVariable StoreId id) {
        roster.closeStore(actor, id);
    }

    private static @Nullable String blankAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
