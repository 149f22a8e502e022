package com.huixiang.conversation.web;

import com.huixiang.conversation.ConversationLists;
import com.huixiang.customer.CustomerId;
import com.huixiang.staff.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Row check for everything below one customer's address, whichever floor serves it: whoever may read none of his
 * conversations does not open his file either.
 */
@Component
class CustomerDoor implements HandlerInterceptor, WebMvcConfigurer {

    private static final Pattern FILE = Pattern.compile(
            "/api/customers/([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})(/.*)?");

    private final ConversationLists lists;

    CustomerDoor(ConversationLists lists) {
        this.lists = lists;
    }

    @Override
    public void addInterceptors(InterceptorRegistry doors) {
        doors.addInterceptor(this).addPathPatterns("/api/customers/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object whoServes) {
        Matcher file = FILE.matcher(request.getRequestURI());
        boolean signedIn = request.getUserPrincipal() instanceof Authentication caller && caller.getPrincipal() instanceof Actor;
        if (file.matches() && signedIn) {
            Actor actor = (Actor) ((Authentication) request.getUserPrincipal()).getPrincipal();
            lists.checkMayOpen(actor, new CustomerId(UUID.fromString(file.group(1))));
        }
        return true;
    }
}
