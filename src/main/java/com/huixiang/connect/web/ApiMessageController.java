package com.huixiang.connect.web;

import com.huixiang.connect.ApiInbox;
import com.huixiang.connect.ApiInbox.Received;
import com.huixiang.connect.ApiKeys;
import com.huixiang.connect.ApiKeys.Signed;
import com.huixiang.connect.ConnectProblem;
import com.huixiang.conversation.Attachments;
import com.huixiang.conversation.Attachments.Attachment;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What other systems call. Each request is signed over its bytes, so the body is read before anything is made of it. */
@RestController
class ApiMessageController {

    private static final int MESSAGE_LIMIT = 64 * 1024;

    private final ApiKeys keys;
    private final ApiInbox inbox;

    ApiMessageController(ApiKeys keys, ApiInbox inbox) {
        this.keys = keys;
        this.inbox = inbox;
    }

    @PostMapping("/api/channel/{account}/messages")
    Received receive(@PathVariable String account, HttpServletRequest request) throws IOException {
        return inbox.receive(account, signedBody(account, request, MESSAGE_LIMIT));
    }

    @PostMapping("/api/channel/{account}/uploads")
    Attachment keep(
            @PathVariable String account,
            @RequestParam(required = false) @Nullable String name,
            HttpServletRequest request)
            throws IOException {
        return inbox.keep(account, name, signedBody(account, request, Attachments.LARGEST));
    }

    private byte[] signedBody(String account, HttpServletRequest request, int limit) throws IOException {
        byte[] body = request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            throw ConnectProblem.tooLarge();
        }
        keys.recognise(
                account,
                new Signed(
                        request.getHeader("X-Huixiang-Key"),
                        request.getHeader("X-Huixiang-Timestamp"),
                        request.getHeader("X-Huixiang-Signature"),
                        body));
        return body;
    }
}
