package com.huixiang.staff.web;

import com.huixiang.staff.SetUp;
import com.huixiang.staff.SetUp.Owner;
import com.huixiang.staff.StaffSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The owner's account, once. */
@RestController
@RequestMapping("/api/setup")
class SetUpController {

    private final SetUp setUp;
    private final SignInLimit limit;
    private final StaffSettings settings;

    SetUpController(SetUp setUp, SignInLimit limit, StaffSettings settings) {
        this.setUp = setUp;
        this.limit = limit;
        this.settings = settings;
    }

    /** {@code passwordLength}: the fewest characters of a password. */
    record SetUpState(boolean needed, int passwordLength) {}

    /** {@code code} is shown by {@code bin/run} and lies in {@code setup-code.txt} in the data folder. */
    record OwnerForm(
            @NotBlank @Size(max = 60) String code,
            @NotBlank @Size(max = 60) @Pattern(regexp = "[\\p{L}\\p{N}._@+-]+") String login,
            @NotBlank @Size(max = 40) String name,
            @NotBlank @Size(max = 200) String password,
            @Nullable @Size(max = 60) String shop) {}

    /** Reading the token is what puts the CSRF cookie into the answer. */
    @GetMapping
    SetUpState state(CsrfToken token) {
        token.getToken();
        return new SetUpState(setUp.needed(), settings.passwordLength());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void open(@Valid @RequestBody OwnerForm form, HttpServletRequest request) {
        limit.check(request);
        setUp.open(
                form.code(),
                new Owner(form.login(), form.name().strip(), form.password(), form.shop() == null ? "" : form.shop()));
    }
}
