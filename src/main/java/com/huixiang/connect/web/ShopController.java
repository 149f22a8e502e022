package com.huixiang.connect.web;

import com.huixiang.connect.ApiKeys;
import com.huixiang.connect.ApiKeys.Signed;
import com.huixiang.connect.ConnectProblem;
import com.huixiang.order.ShopMessages;
import com.huixiang.order.ShopMessages.Answer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a shop calls to tell of products, orders and carts; signed like any message of another system (P-02). */
@RestController
class ShopController {

    private static final int LIMIT = 4 * 1024 * 1024;

    private final ApiKeys keys;
    private final ShopMessages messages;

    ShopController(ApiKeys keys, ShopMessages messages) {
        this.keys = keys;
        this.messages = messages;
    }

    @PostMapping("/api/shop/{account}/{source}")
    Answer take(@PathVariable String account, @PathVariable String source, HttpServletRequest request)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            throw ConnectProblem.batchTooLarge();
        }
        keys.recognise(
                account,
                new Signed(
                        request.getHeader("X-Huixiang-Key"),
                        request.getHeader("X-Huixiang-Timestamp"),
                        request.getHeader("X-Huixiang-Signature"),
                        body));
        return messages.take(account, source, body);
    }
}
