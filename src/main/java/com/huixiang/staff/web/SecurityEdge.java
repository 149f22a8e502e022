package com.huixiang.staff.web;

import com.huixiang.kernel.Problem;
import com.huixiang.staff.Permission;
import com.huixiang.staff.StaffProblem;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Who may come in where. Visitors show a signed token that their endpoints check themselves; everything else under
 * {@code /api} and {@code /live} is for signed-in members. What a member may do there is for the verb to say.
 */
@Configuration(proxyBeanMethods = false)
class SecurityEdge {

    /** Called with a token in a header or from another site's page, never with a cookie: nothing to forge. */
    private static final String[] VISITORS = {
        "/api/visitor/**", "/live/visitor/**", "/api/demo/**", "/api/channel/**", "/api/shop/**", "/api/events",
        "/api/store/terminal", "/api/store/terminal/**"};

    /** Closed to members who neither serve nor lead; which of the rows each may see is for the verbs to say. */
    private static final String[] CUSTOMERS_BUSINESS = {
        "/api/conversations/**", "/api/customers/**", "/api/orders/**", "/api/orders.csv", "/api/files", "/api/desk/**", "/api/tasks/**", "/api/clocks/**",
        "/api/warnings/**", "/api/store/**", "/api/search"
    };

    /** They name customers of all groups. */
    private static final String[] SEGMENTS = {"/api/segments/**", "/api/rfm/**", "/api/tags/**"};

    private final HandlerExceptionResolver problems;

    SecurityEdge(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Bean
    SecurityFilterChain edge(HttpSecurity http, MemberSessions sessions) {
        return http.authorizeHttpRequests(who -> who.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(VISITORS)
                        .permitAll()
                        .requestMatchers("/api/session", "/api/setup", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers(CUSTOMERS_BUSINESS)
                        .hasAnyAuthority(
                                Permission.SERVE.code(), Permission.LEAD_GROUP.code(), Permission.LEAD_ALL.code())
                        .requestMatchers("/api/settings/standards/**", "/api/settings/task-standards")
                        .hasAuthority(Permission.STANDARDS.code())
                        .requestMatchers(HttpMethod.GET, SEGMENTS)
                        .hasAnyAuthority(Permission.LEAD_ALL.code(), Permission.STANDARDS.code())
                        .requestMatchers("/api/segments/preview", "/api/rfm/preview")
                        .hasAnyAuthority(Permission.LEAD_ALL.code(), Permission.STANDARDS.code())
                        .requestMatchers(SEGMENTS)
                        .hasAuthority(Permission.STANDARDS.code())
                        .requestMatchers("/api/**", "/live/**", "/actuator/**")
                        .authenticated()
                        .anyRequest() // pages, scripts, signed files
                        .permitAll())
                .securityContext(context -> context.securityContextRepository(sessions))
                .csrf(csrf -> csrf.csrfTokenRepository(tokenInCookie())
                        // Made when somebody asks for it: visitors get no cookie.
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        .ignoringRequestMatchers(VISITORS))
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint((request, response, cause) ->
                                answer(request, response, StaffProblem.notSignedIn()))
                        .accessDeniedHandler((request, response, cause) -> answer(
                                request,
                                response,
                                cause instanceof CsrfException
                                        ? StaffProblem.staleToken()
                                        : StaffProblem.notAllowed())))
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::disable)
                        // Over https only. What other hosts below the same name do is not for us to say.
                        .httpStrictTransportSecurity(https -> https.includeSubDomains(false).maxAgeInSeconds(31_536_000))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                        .addHeaderWriter(new PageHeaders()))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Readable for the console's script, which echoes it in a header. */
    private static CookieCsrfTokenRepository tokenInCookie() {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    /** Refusals of the filters look like all others. */
    private void answer(HttpServletRequest request, HttpServletResponse response, Problem problem) {
        problems.resolveException(request, response, null, problem);
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
}
