package com.huixiang.channel.web;

import com.huixiang.channel.Visitors;
import com.huixiang.channel.Visitors.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives a controller the customer behind the bearer token; a request without a good one is refused before it begins. */
@Component
class VisitorArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final String BEARER = "Bearer ";

    private final Visitors visitors;
    private final VisitorLimit limit;

    VisitorArgument(Visitors visitors, VisitorLimit limit) {
        this.visitors = visitors;
        this.limit = limit;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visitor.class;
    }

    @Override
    public Visitor resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        Visitor visitor = visitors.recognise(
                header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : null);
        boolean sends = request.getNativeRequest() instanceof HttpServletRequest asked && asked.getMethod().equals("POST");
        if (sends) {
            limit.send(visitor.customer());
        }
        return visitor;
    }
}
