package com.huixiang.staff.web;

import com.huixiang.staff.SetUp;
import com.huixiang.staff.StaffProblem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Until the owner has made his account, only the page where he does so answers, and whoever asks for our health. */
@Component
@Order(SetUpGate.BEFORE_SECURITY)
class SetUpGate extends OncePerRequestFilter {

    /** Spring Security's filters stand at -100. */
    static final int BEFORE_SECURITY = -101;

    private static final List<String> PAGE =
            List.of("/console/", "/app/console/", "/api/setup", "/actuator/health", "/favicon.");

    private final SetUp setUp;
    private final HandlerExceptionResolver problems;

    SetUpGate(SetUp setUp, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.setUp = setUp;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!setUp.needed() || isPartOfThePage(request.getRequestURI())) {
            chain.doFilter(request, response);
        } else {
            problems.resolveException(request, response, null, StaffProblem.notSetUp());
        }
    }

    private static boolean isPartOfThePage(String path) {
        boolean tricky = path.contains("..") || path.contains(";") || path.contains("%") || path.contains("//");
        boolean open = path.equals("/") || path.equals("/console") || PAGE.stream().anyMatch(path::startsWith);
        return open && !tricky;
    }
}
