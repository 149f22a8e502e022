package com.huixiang.order;

import com.huixiang.order.OrderSource.NotUnderstood;
import com.huixiang.order.OrderSource.Understood;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** FRONT DOOR: messages of shops, whoever has let them in. */
@Service
public class ShopMessages {

    private final List<OrderSource> sources;
    private final Orders orders;
    private final JsonMapper json;

    ShopMessages(List<OrderSource> sources, Orders orders, JsonMapper json) {
        this.sources = sources;
        this.orders = orders;
        this.json = json;
    }

    /** @param changed how many are new or different now */
    public record Answer(int received, int changed, List<NotUnderstood> rejected) {}

    /** What can be understood is in; the rest is named by its place. Sending again changes nothing. */
    @Transactional
    public Answer take(String account, String source, byte[] body) {
        OrderSource port = sources.stream()
                .filter(each -> each.code().equals(source))
                .findFirst()
                .orElseThrow(OrderProblem::unknownSource);
        Understood said = port.read(read(body));
        int changed = orders.takeProducts(said.products()).changed()
                + orders.take(source + ":" + account, said.orders()).changed()
                + (said.carts().isEmpty() ? 0 : orders.takeCarts(said.carts()).changed());
        return new Answer(said.received(), changed, said.rejected());
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException malformed) {
            throw OrderProblem.badMessage(-1, "body");
        }
    }
}
