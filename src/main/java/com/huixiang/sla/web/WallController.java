package com.huixiang.sla.web;

import com.huixiang.sla.Figures;
import com.huixiang.sla.Figures.Platform;
import com.huixiang.sla.WallLists;
import com.huixiang.sla.WallLists.Scope;
import com.huixiang.sla.WallLists.Wall;
import com.huixiang.staff.Actor;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.StaffId;
import com.huixiang.staff.StoreId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The wall and the figures people are judged by. */
@RestController
class WallController {

    private final WallLists lists;
    private final Figures figures;

    WallController(WallLists lists, Figures figures) {
        this.lists = lists;
        this.figures = figures;
    }

    @GetMapping("/api/wall")
    Wall wall(
            Actor actor,
            @RequestParam(required = false) @Nullable GroupId group,
            @RequestParam(required = false) @Nullable StoreId store) {
        return lists.wall(Scope.of(actor, group, store));
    }

    @GetMapping("/api/figures/platform")
    Platform platform(
            Actor actor,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable StaffId agent,
            @RequestParam(required = false) @Nullable GroupId group,
            @RequestParam(required = false) @Nullable String channel) {
        return figures.platform(actor, from, to, agent, group, channel);
    }
}
