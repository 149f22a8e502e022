package com.huixiang.docs;

import com.huixiang.channel.Visitors.Visitor;
import com.huixiang.docs.Refusals.Refusal;
import com.huixiang.kernel.Caller;
import com.huixiang.staff.Actor;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.web.csrf.CsrfToken;

/** What the OpenAPI document says beyond what can be read from the controllers. */
@TestConfiguration(proxyBeanMethods = false)
public class ApiDocument {

    private static final String MESSAGES = "/messages";
    private static final String PROBLEM_JSON = "application/problem+json";

    private static final Map<Integer, String> REFUSED = Map.of(
            400, "Invalid",
            401, "UnknownCaller",
            403, "Forbidden",
            404, "NotFound",
            409, "Conflict",
            413, "TooLarge",
            429, "TooMany",
            503, "Unavailable");

    static {
        // Who is calling is told by cookie or token, not by a parameter.
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Actor.class, Visitor.class, Caller.class, CsrfToken.class);
    }

    @Bean
    RecordSchemas recordSchemas() {
        return new RecordSchemas();
    }

    @Bean
    GlobalOpenApiCustomizer words() {
        return document -> {
            document.info(new Info()
                            .title("Huixiang 回响")
                            .version("1")
                            .description("""
                                    The HTTP interface of the customer-service hub. 客户服务中台的 HTTP 接口。

                                    Every request is explained in docs/reference/api.md, every refusal in \
                                    docs/reference/problems.md, and what is told live in docs/reference/live-protocol.md.""")
                            .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                    .servers(List.of(new Server().url("/").description("This installation")));
            addSecurity(document);
            addRefusals(document);
            addMessageBody(document);
            ApiWords words = ApiWords.read();
            document.tags(words.requests().values().stream()
                    .map(ApiWords.Words::tag)
                    .distinct()
                    .map(tag -> new Tag().name(tag))
                    .toList());
            document.getPaths().forEach((path, item) -> item.readOperationsMap()
                    .forEach((method, operation) -> explain(path, method, operation, words)));
            sort(document);
        };
    }

    private static void addSecurity(OpenAPI document) {
        document.getComponents()
                .addSecuritySchemes(
                        "staffSession",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name("HXSESSION")
                                .description("坐席登录后的会话。The session of a member who has signed in."))
                .addSecuritySchemes(
                        "csrfToken",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.HEADER)
                                .name("X-XSRF-TOKEN")
                                .description("与 Cookie XSRF-TOKEN 的值相同。The value of the cookie XSRF-TOKEN, with each"
                                        + " request that changes something."))
                .addSecuritySchemes(
                        "signedRequest",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.HEADER)
                                .name("X-Huixiang-Signature")
                                .description("HMAC-SHA256(secret, timestamp.body), with X-Huixiang-Key and"
                                        + " X-Huixiang-Timestamp. 用接口密钥签名。"))
                .addSecuritySchemes(
                        "terminalToken",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("门口登记屏的令牌。The token of the tablet by a store's door."))
                .addSecuritySchemes(
                        "visitorToken",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("访客进入时得到的令牌。The token from POST /api/visitor/session."));
    }

    private static void addRefusals(OpenAPI document) {
        Components components = document.getComponents();
        Schema<?> problem = typed("object")
                .description("A refusal (RFC 9457). 请求被拒绝的原因。")
                .addProperty("type", typed("string"))
                .addProperty("title", typed("string"))
                .addProperty("status", typed("integer"))
                .addProperty("code", typed("string").description("Stable; see docs/reference/problems.md"))
                .addProperty("detail", typed("string").description("给人看的中文说明"))
                .addProperty("detailEn", typed("string").description("The same sentence in English"))
                .addProperty("instance", typed("string"));
        problem.setRequired(List.of("type", "title", "status", "code", "detail", "detailEn"));
        components.addSchemas("Problem", problem);
        Map<Integer, List<Refusal>> byStatus =
                Refusals.all().stream().collect(Collectors.groupingBy(Refusal::status, TreeMap::new, Collectors.toList()));
        REFUSED.forEach((status, name) -> components.addResponses(
                name,
                new ApiResponse()
                        .description(byStatus.getOrDefault(status, List.of()).stream()
                                .map(refusal -> "- `%s` %s %s"
                                        .formatted(refusal.code(), refusal.chinese(), refusal.english()))
                                .collect(Collectors.joining("\n")))
                        .content(json(PROBLEM_JSON, "Problem"))));
    }

    /** Messages are read by hand (conversation/Draft), so their shape is written by hand too. */
    private static void addMessageBody(OpenAPI document) {
        Schema<?> message = typed("object")
                .description("A message on its way in. 待发送的消息。")
                .addProperty("clientId", typed("string").format("uuid").description("Made by the sender; sending again is harmless"))
                .addProperty(
                        "kind",
                        typed("string")
                                .description("Staff: all; customers: all but note")
                                ._enum(List.of("text", "picture", "file", "card", "note")))
                .addProperty(
                        "body",
                        typed("object")
                                .description("text: {text} · picture, file: {fileId} of an upload · card: {title, image, price,"
                                        + " url, sku, subtitle} · note: {text, mentions}"))
                .addProperty("replyTo", typed("integer", "null").description("The number of the message that is quoted"))
                .addProperty(
                        "issue", typed("string", "null").description("Customers: what was chosen from the entry menu"))
                .addProperty("page", typed("object", "null").description("Customers: {title, url} of the page"))
                .addProperty("product", typed("object", "null").description("Customers: the goods looked at, as a card"));
        message.setRequired(List.of("clientId", "kind", "body"));
        document.getComponents().addSchemas("NewMessage", message);
        Schema<?> ofASystem = typed("object")
                .description("A customer's message from another system; see docs/how-to/connect-an-api-channel.md. 外部系统的消息。")
                .addProperty("id", typed("string").description("The sender's own id of this message; sending again is harmless"))
                .addProperty(
                        "customer",
                        typed("object").description("id (required), member, unionid, phone, email, name, level"))
                .addProperty("kind", typed("string")._enum(List.of("text", "picture", "file", "card")))
                .addProperty(
                        "body",
                        typed("object")
                                .description("text: {text} · picture: {url} or {fileId} · file: {fileId} · card: {title, image,"
                                        + " price, url, sku, subtitle}"))
                .addProperty("issue", typed("string", "null"))
                .addProperty("page", typed("object", "null").description("{title, url}"))
                .addProperty("product", typed("object", "null").description("The goods looked at, as a card"));
        ofASystem.setRequired(List.of("id", "customer", "kind", "body"));
        document.getComponents().addSchemas("NewMessageOfASystem", ofASystem);
    }

    private static void explain(String path, HttpMethod method, Operation operation, ApiWords all) {
        ApiWords.Words words = all.requests().get(method + " " + path);
        if (words != null) {
            operation.operationId(words.id()).summary(words.chinese()).description(words.english()).tags(List.of(words.tag()));
        }
        if (path.equals("/api/channel/{account}/messages")) {
            operation.requestBody(new RequestBody().required(true).content(json("application/json", "NewMessageOfASystem")));
        } else if (path.equals("/api/channel/{account}/uploads")) {
            operation.requestBody(new RequestBody()
                    .required(true)
                    .content(new Content()
                            .addMediaType(
                                    "application/octet-stream",
                                    new MediaType().schema(typed("string").format("binary")))));
        } else if (method == HttpMethod.POST && path.endsWith(MESSAGES)) {
            operation.requestBody(new RequestBody().required(true).content(json("application/json", "NewMessage")));
        }
        if (path.endsWith("/files")) {
            Content content = operation.getRequestBody().getContent();
            content.addMediaType("multipart/form-data", content.remove("application/json"));
        }
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> {
                boolean eitherOr = path.equals("/api/visitor/messages") && parameter.getName().equals("conversation");
                parameter.required(parameter.getIn().equals("path") || (parameter.getRequired() && !eitherOr));
            });
        }
        operation.getResponses().values().forEach(ApiDocument::nameTheMediaType);
        operation.getResponses().values().forEach(answer -> answer.description(meaning(answer.getDescription())));
        secure(path, method, operation);
        refuse(path, method, operation);
    }

    private static String meaning(String description) {
        return description.equals("OK") ? "Done 成功" : description.equals("Created") ? "Created 已创建" : "Done, nothing to say 成功";
    }

    private static void nameTheMediaType(ApiResponse answer) {
        Content content = answer.getContent();
        if (content != null && content.containsKey("*/*")) {
            MediaType body = content.remove("*/*");
            boolean file = body.getSchema() != null && "string".equals(typeOf(body.getSchema()));
            if (file) {
                body.setSchema(typed("string").format("binary"));
            }
            content.put(file ? "application/octet-stream" : "application/json", body);
        }
    }

    private static String typeOf(Schema<?> schema) {
        return schema.getTypes() != null ? schema.getTypes().iterator().next() : schema.getType();
    }

    private static void secure(String path, HttpMethod method, Operation operation) {
        if (path.startsWith("/api/channel/")) {
            operation.setSecurity(List.of(new SecurityRequirement().addList("signedRequest")));
        } else if (path.startsWith("/api/store/terminal")) {
            operation.setSecurity(List.of(new SecurityRequirement().addList("terminalToken")));
        } else if (path.startsWith("/api/visitor/")) {
            operation.setSecurity(
                    path.equals("/api/visitor/session")
                            ? List.of()
                            : List.of(new SecurityRequirement().addList("visitorToken")));
        } else if (path.equals("/api/session") && method == HttpMethod.POST) {
            operation.setSecurity(List.of(new SecurityRequirement().addList("csrfToken")));
        } else if (path.startsWith("/live/")) {
            // The staff's desk asks for the session; the visitors' desk asks nobody, its hello carries the token.
            operation.setSecurity(List.of(
                    new SecurityRequirement().addList("staffSession").addList("csrfToken"), new SecurityRequirement()));
        } else if (path.startsWith("/api/")) {
            SecurityRequirement member = new SecurityRequirement().addList("staffSession");
            operation.setSecurity(List.of(method == HttpMethod.GET ? member : member.addList("csrfToken")));
        }
    }

    private static void refuse(String path, HttpMethod method, Operation operation) {
        boolean open = operation.getSecurity() == null || operation.getSecurity().isEmpty();
        boolean changes = method != HttpMethod.GET;
        boolean asks = operation.getRequestBody() != null || operation.getParameters() != null;
        List<Integer> possible = new ArrayList<>();
        if (asks) {
            possible.add(400);
        }
        if (!open || path.equals("/api/visitor/session")) {
            possible.add(401);
        }
        if (changes && path.startsWith("/api/")) {
            possible.add(403);
            possible.add(409);
        }
        if (path.contains("{") || path.equals("/api/visitor/session")) {
            possible.add(404);
        }
        if (path.endsWith("/files")) {
            possible.add(413);
        }
        boolean limited = path.startsWith("/api/visitor/") || path.equals("/api/session") || path.equals("/api/setup");
        if (limited && method == HttpMethod.POST) {
            possible.add(429);
        }
        possible.add(503);
        possible.forEach(status -> operation
                .getResponses()
                .addApiResponse(
                        String.valueOf(status),
                        new ApiResponse().$ref("#/components/responses/" + REFUSED.get(status))));
    }

    private static Content json(String type, String schema) {
        return new Content()
                .addMediaType(
                        type, new MediaType().schema(new JsonSchema().$ref("#/components/schemas/" + schema)));
    }

    private static Schema<Object> typed(String... types) {
        Schema<Object> schema = new JsonSchema();
        for (String type : types) {
            schema.addType(type);
        }
        return schema;
    }

    /** By address, name and status, so that two runs and two machines write the same document. */
    private static void sort(OpenAPI document) {
        var paths = new TreeMap<String, PathItem>(document.getPaths());
        document.getPaths().clear();
        document.getPaths().putAll(paths);
        paths.values()
                .forEach(item -> item.readOperations().forEach(operation -> {
                    var answers = new TreeMap<String, ApiResponse>(operation.getResponses());
                    operation.getResponses().clear();
                    operation.getResponses().putAll(answers);
                }));
        Components components = document.getComponents();
        components.setSchemas(new TreeMap<>(components.getSchemas()));
        components.setResponses(new TreeMap<>(components.getResponses()));
    }
}
