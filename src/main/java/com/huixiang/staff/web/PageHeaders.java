package com.huixiang.staff.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.security.web.header.HeaderWriter;

/** What a browser may do with each kind of page. */
class PageHeaders implements HeaderWriter {

    private static final String CSP = "Content-Security-Policy";

    /** Scripts only from here. Pictures from anywhere safe: the goods of a shop lie on the shop's own servers. */
    private static final String OURS = "default-src 'self'; base-uri 'self'; form-action 'self'; object-src 'none'; "
            + "img-src 'self' data: blob: https:; media-src 'self' data: blob:; font-src 'self' data:; "
            + "connect-src 'self' LIVE; style-src 'self' 'unsafe-inline'";

    /** Older browsers do not count our own live lines as ours, so they are named; the host is what the browser asked for. */
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+(:\\d+)?|\\[[0-9A-Fa-f:]+](:\\d+)?");

    private static final String NOTHING_OF_THE_MACHINE =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), display-capture=()";

    private static final String NOBODY_FRAMES = OURS + "; frame-ancestors 'none'";

    /** The customer's chat window lives in a frame on any shop's page. */
    private static final String ANYBODY_FRAMES = OURS + "; frame-ancestors *";

    /** Left by whoever knows which pages may frame this chat: their origins, a blank between them. */
    private static final String FRAMED_BY = "com.huixiang.framed-by";

    /** The demo shop stands for somebody else's page, which has scripts of its own. */
    private static final String SHOP = OURS + "; script-src 'self' 'unsafe-inline'; frame-ancestors 'self'";

    /** What people upload is looked at, never run. */
    private static final String UPLOADED =
            "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (response.containsHeader(CSP)) {
            return;
        }
        String policy = policyFor(addressOf(request), request);
        response.setHeader(CSP, policy.replace("LIVE", liveLinesOf(request)));
        response.setHeader("Permissions-Policy", NOTHING_OF_THE_MACHINE);
        if (policy.equals(NOBODY_FRAMES)) {
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        }
    }

    private static String liveLinesOf(HttpServletRequest request) {
        String host = request.getHeader("Host");
        return host != null && HOST.matcher(host).matches() ? "ws://" + host + " wss://" + host : "";
    }

    /** What the browser asked for; the page itself may lie elsewhere. */
    private static String addressOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
    }

    private static String policyFor(String path, HttpServletRequest request) {
        if (path.equals("/chat") || path.startsWith("/chat/")) {
            return request.getAttribute(FRAMED_BY) instanceof String origins
                    ? OURS + "; frame-ancestors 'self' " + origins
                    : ANYBODY_FRAMES;
        }
        if (path.equals("/shop") || path.startsWith("/shop/")) {
            return SHOP;
        }
        return path.startsWith("/files/") ? UPLOADED : NOBODY_FRAMES;
    }
}
