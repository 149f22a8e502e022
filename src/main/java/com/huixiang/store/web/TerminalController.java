package com.huixiang.store.web;

import com.huixiang.store.WalkIns;
import com.huixiang.store.WalkIns.Arrival;
import com.huixiang.store.WalkIns.Registered;
import com.huixiang.store.WalkIns.Terminal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What the tablet by the door asks; it shows the token that a specialist gave it. */
@RestController
class TerminalController {

    private static final String BEARER = "Bearer ";

    private final WalkIns walkIns;

    TerminalController(WalkIns walkIns) {
        this.walkIns = walkIns;
    }

    record SelfRegistration(
            @Nullable @Size(max = 60) String name,
            @Nullable @Size(max = 40) String phone,
            @Nullable @Size(max = 100) String memberCode,
            @Nullable @Size(max = 40) String issue,
            @Nullable @Size(max = 500) String text) {}

    @GetMapping("/api/store/terminal")
    Terminal terminal(@RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String token) {
        return walkIns.terminal(shown(token));
    }

    @PostMapping("/api/store/terminal/walk-ins")
    Registered register(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String token,
            @Valid @RequestBody SelfRegistration one) {
        return walkIns.registerAt(
                shown(token), new Arrival(one.name(), one.phone(), one.memberCode(), one.issue(), one.text()));
    }

    private static String shown(String header) {
        return header.startsWith(BEARER) ? header.substring(BEARER.length()) : "";
    }
}
