package com.huixiang.journey;

import com.huixiang.journey.JourneyLists.Goods;
import com.huixiang.journey.JourneyLists.Now;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds page and goods in an event's properties, whatever the sender calls them. */
@Component
class EventReading {

    private final JsonMapper json;

    EventReading(JsonMapper json) {
        this.json = json;
    }

    Now now(Happening event) {
        JsonNode properties = json.readTree(event.properties());
        return new Now(
                event.at(),
                event.name(),
                title(properties, event.title()),
                url(properties, event.url()),
                goods(properties, event.sku()));
    }

    JsonNode properties(String text) {
        return json.readTree(text);
    }

    static @Nullable String title(JsonNode properties, @Nullable String page) {
        String said = first(properties, "title", "page_title", "pageTitle");
        return said == null ? page : said;
    }

    static @Nullable String url(JsonNode properties, @Nullable String page) {
        String said = first(properties, "url", "page_url", "pageUrl", "path");
        return said == null ? page : said;
    }

    static @Nullable Goods goods(JsonNode properties, @Nullable String sku) {
        String name = first(properties, "product_name", "productName", "name");
        if (sku == null) {
            return null;
        }
        return new Goods(
                sku,
                name == null ? sku : name,
                first(properties, "image_url", "imageUrl", "image"),
                first(properties, "price"));
    }

    static List<JsonNode> goodsList(JsonNode properties) {
        return properties.path("products").valueStream().toList();
    }

    private static @Nullable String first(JsonNode properties, String... names) {
        for (String name : names) {
            JsonNode value = properties.path(name);
            if (value.isString() && !value.asString().isBlank()) {
                return value.asString();
            }
            if (value.isNumber()) {
                return value.decimalValue().toPlainString();
            }
        }
        return null;
    }
}
