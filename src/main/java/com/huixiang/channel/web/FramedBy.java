package com.huixiang.channel.web;

import com.huixiang.channel.ChannelAccount;
import com.huixiang.channel.ChannelAccounts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says which pages may frame the chat of a site: those its account names, or any when it names none. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FramedBy extends OncePerRequestFilter {

    /** Read where the headers of a page are written. */
    private static final String ORIGINS = "com.huixiang.framed-by";

    private final ChannelAccounts accounts;

    FramedBy(ChannelAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals("/chat") || request.getParameter("site") == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        accounts.find(request.getParameter("site"))
                .map(ChannelAccount::origins)
                .filter(origins -> !origins.isEmpty())
                .ifPresent(origins -> request.setAttribute(ORIGINS, String.join(" ", origins)));
        chain.doFilter(request, response);
    }
}
