package com.huixiang.docs;

import static com.huixiang.staff.StaffFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.StaffBrowser;
import com.huixiang.StaffBrowser.Answer;
import com.huixiang.channel.ChannelAccount;
import com.huixiang.channel.ChannelAccounts;
import com.huixiang.channel.Inbox;
import com.huixiang.channel.Visitors;
import com.huixiang.conversation.Assignments;
import com.huixiang.conversation.Body;
import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.Conversations;
import com.huixiang.conversation.Draft;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Permission;
import com.huixiang.staff.Role;
import com.huixiang.staff.SkillGroup;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import com.huixiang.task.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Walks through the whole interface, as the running application describes it, with the roles and with rows of others, and
 * compares what happens with docs/explanation/locked-doors.md. A request without a line there breaks the build.
 */
@HuixiangTest
class LockedDoorsTests {

    private static final Path PAGE = Path.of("docs/explanation/locked-doors.md");
    private static final Pattern LINE = Pattern.compile("\\| `([A-Z]+ /[^`]*)` \\| ([^|]+) \\| ([^|]+) \\|.*");
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");
    private static final Set<String> WITHOUT_A_SESSION = Set.of("anybody", "visitor", "key", "signed message");
    /** It would end the walk. */
    private static final String SIGN_OUT = "DELETE /api/session";

    private static final Set<String> ASKS_FOR_THE_PASSWORD =
            Set.of("PUT /api/staff/me/password", "DELETE /api/staff/me/two-factor");

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Values that are understood, where any word will not do. */
    private static final Map<String, String> UNDERSTOOD = Map.ofEntries(
            Map.entry("issue", "order"),
            Map.entry("password", "grey-heron-7"),
            Map.entry("phone", "13800001111"),
            Map.entry("email", "someone@shop.example"),
            Map.entry("timeZone", "Asia/Shanghai"),
            Map.entry("from", "09:00"),
            Map.entry("to", "18:00"),
            Map.entry("date", "2026-12-01"),
            Map.entry("url", "https://shop.example/hook"),
            Map.entry("role", "agent"),
            Map.entry("channel", "web"),
            Map.entry("rule", "S-01"));

    @Autowired
    StaffFixtures people;

    @Autowired
    Staff staff;

    @Autowired
    ChannelAccounts accounts;

    @Autowired
    Visitors visitors;

    @Autowired
    Inbox inbox;

    @Autowired
    Assignments assignments;

    @Autowired
    Conversations conversations;

    @Autowired
    Tasks tasks;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    private JsonNode document;
    private final Map<String, Door> doors = new LinkedHashMap<>();
    private final Set<String> decided = new TreeSet<>();
    private int walked;

    /** {@code who}: alternatives, each of which is a set of permissions; empty for doors without a session. */
    private record Door(String request, String who, List<Set<String>> alternatives, String whose) {

        String method() {
            return request.substring(0, request.indexOf(' '));
        }

        String path() {
            return request.substring(request.indexOf(' ') + 1);
        }

        boolean opensFor(Set<String> permissions) {
            return alternatives.stream().anyMatch(permissions::containsAll);
        }
    }

    @BeforeEach
    void thePageAndTheDocument() throws IOException {
        document = new StaffBrowser(port).get("/v3/api-docs").body();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = LINE.matcher(line);
            if (row.matches()) {
                String who = row.group(2).strip().replace("`", "");
                decided.add(row.group(1));
                doors.put(row.group(1), new Door(row.group(1), who, alternatives(who), row.group(3).strip()));
            }
        }
        doors.keySet().retainAll(served());
    }

    private static List<Set<String>> alternatives(String who) {
        if (WITHOUT_A_SESSION.contains(who)) {
            return List.of();
        }
        if (who.equals("member")) {
            return List.of(Set.of());
        }
        List<Set<String>> alternatives =
                Arrays.stream(who.split(" or ")).map(each -> Set.of(each.strip().split(" \\+ "))).toList();
        alternatives.forEach(each -> assertThat(each).allMatch(code -> Permission.of(code).isPresent()));
        return alternatives;
    }

    @Test
    void everyRequestHasADecision() {
        assertThat(served()).as("the requests in " + PAGE).isSubsetOf(decided);
    }

    private Set<String> served() {
        Set<String> served = new TreeSet<>();
        document.path("paths").forEachEntry((path, item) -> METHODS.stream()
                .filter(item::has)
                .forEach(method -> served.add(method.toUpperCase() + " " + path)));
        return served;
    }

    @Test
    void whoeverIsNotSignedInGetsNothing() {
        StaffBrowser stranger = new StaffBrowser(port);
        stranger.get("/api/session");

        Map<String, Integer> open = new TreeMap<>();
        doors.values().stream()
                .filter(door -> !Set.of("anybody", "key", "signed message").contains(door.who()))
                .forEach(door -> {
                    int status = walk(stranger, door, Map.of()).status();
                    if (status != 401) {
                        open.put(door.request(), status);
                    }
                });

        assertThat(open).isEmpty();
    }

    @Test
    void eachPermissionOpensItsDoorsAndNoOthers() {
        List<String> wrong = new ArrayList<>();
        List<Set<String>> roles = new ArrayList<>();
        roles.add(Set.of());
        for (Permission permission : Permission.values()) {
            roles.add(Set.of(permission.code()));
        }
        roles.add(Arrays.stream(Permission.values()).map(Permission::code).collect(Collectors.toSet()));
        for (Set<String> role : roles) {
            StaffBrowser browser = somebodyWho(role);
            doors.values().stream()
                    .filter(door -> !WITHOUT_A_SESSION.contains(door.who()) && !door.request().equals(SIGN_OUT))
                    .forEach(door -> {
                        Answer answer = walk(browser, door, Map.of());
                        boolean byRole = !answer.code().endsWith("-yours") && !door.whose().equals("those one leads");
                        boolean wrongly = door.opensFor(role)
                                ? answer.status() == 403 && byRole || answer.status() == 401 && !ASKS_FOR_THE_PASSWORD.contains(door.request()) || answer.status() >= 500
                                : answer.status() != 403 && answer.status() != 404;
                        if (wrongly) {
                            wrong.add(String.join("+", role) + ": " + door.request() + " → " + answer.status() + " " + answer.code());
                        }
                    });
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void nobodyReachesTheRowsOfAnotherGroup() {
        SkillGroup ours = people.group("售前组");
        SkillGroup theirs = people.group("售后组");
        StaffMember chen = people.hire("陈晨", Role.AGENT);
        staff.qualify(chen.id(), theirs.id(), 3);
        Map<String, String> foreign = whatChenHas(chen, theirs);
        List<StaffBrowser> others = List.of(
                inGroup(Role.AGENT, ours),
                inGroup(Role.STORE_SPECIALIST, ours),
                inGroup(Role.TRAINER, ours),
                inGroup(roleWith(Set.of("serve", "lead-group", "merge", "reveal", "contacts")), ours));

        List<String> reached = new ArrayList<>();
        for (StaffBrowser other : others) {
            doors.values().stream()
                    .filter(door -> Set.of("conversation", "customer", "own script", "store", "task", "warning").contains(door.whose()))
                    .filter(door -> door.path().contains("{"))
                    .forEach(door -> {
                        Answer answer = walk(other, door, rowsOf(door, foreign));
                        if (answer.status() != 403 && answer.status() != 404) {
                            reached.add(others.indexOf(other) + ": " + door.request() + " → " + answer.status() + " " + answer.code());
                        }
                    });
        }

        assertThat(reached).isEmpty();
        StaffBrowser lead = inGroup(Role.SUPERVISOR, ours);
        assertThat(lead.get("/api/conversations/" + foreign.get("conversation")).status()).isEqualTo(200);
        assertThat(lead.get("/api/customers/" + foreign.get("customer")).status()).isEqualTo(200);
        StaffBrowser leader = inGroup(roleWith(Set.of("serve", "lead-group")), theirs);
        assertThat(leader.get("/api/conversations/" + foreign.get("conversation")).status()).isEqualTo(200);
    }

    private Map<String, String> whatChenHas(StaffMember chen, SkillGroup group) {
        accounts.open(new ChannelAccount("walk", "青禾家居", "您好", List.of()));
        var visitor = visitors.admit("walk", null, null).visitor();
        ConversationId conversation = new ConversationId(inbox.accept(
                        visitor, new Draft(UUID.randomUUID(), new Body.Text("在吗"), null), Inbox.Circumstances.NONE, false)
                .join()
                .conversationId());
        Actor actor = staff.actor(chen.id());
        assignments.take(actor, conversation);
        sql.sql("update conversation.conversation set group_id = ? where id = ?")
                .params(group.id().value(), conversation.value())
                .update();
        StaffBrowser browser = new StaffBrowser(port).signIn(chen.login(), PASSWORD);
        String customer = visitor.customer().toString();
        String note = browser.post("/api/customers/" + customer + "/notes", "{\"text\":\"喜欢原木\"}").body().path("id").asString();
        browser.put("/api/customers/" + customer + "/tags/x", "{}");
        String script = browser.post("/api/scripts", "{\"folder\":\"我的\",\"title\":\"问候\",\"content\":\"您好\"}")
                .body()
                .path("id")
                .asString();
        UUID category = UUID.randomUUID();
        sql.sql("insert into conversation.category (id, name) values (?, '售后')").param(category).update();
        tasks.promiseCallBack(conversations.get(conversation), "13800138000", null, "想问安装");
        UUID warning = UUID.randomUUID();
        sql.sql("""
                insert into sla.warning (id, at, kind, level, conversation_id, customer_id, agent_id, group_id)
                values (?, now(), 'breach', 1, ?, ?, ?, ?)""")
                .params(warning, conversation.value(), UUID.fromString(customer), chen.id().value(), group.id().value())
                .update();
        return Map.of(
                "conversation", conversation.value().toString(),
                "task", sql.sql("select id from task.task").query(UUID.class).single().toString(),
                "warning", warning.toString(),
                "customer", customer,
                "own script", script,
                "noteId", note,
                "store", staff.openStore("W-1", "城西店", "", "").id().toString(),
                "groupId", group.id().toString(),
                "categoryId", category.toString());
    }

    private static Map<String, String> rowsOf(Door door, Map<String, String> foreign) {
        Map<String, String> rows = new LinkedHashMap<>(foreign);
        rows.put("id", foreign.get(door.whose()));
        rows.put("customer", foreign.get(door.whose()));
        return rows;
    }

    private StaffBrowser inGroup(Role role, SkillGroup group) {
        StaffMember member = people.hire("路人", role);
        staff.qualify(member.id(), group.id(), 3);
        return new StaffBrowser(port).signIn(member.login(), PASSWORD);
    }

    private StaffBrowser somebodyWho(Set<String> permissions) {
        return new StaffBrowser(port).signIn(people.hire("路人", roleWith(permissions)).login(), PASSWORD);
    }

    private Role roleWith(Set<String> permissions) {
        Role role = new Role("walker-" + ++walked);
        sql.sql("insert into staff.role (code, name, permissions) values (?, ?, ?)")
                .params(role.code(), role.code(), permissions.toArray(String[]::new))
                .update();
        return role;
    }

    // ---- Making a request out of its description -------------------------------------------------------------------

    private Answer walk(StaffBrowser browser, Door door, Map<String, String> rows) {
        String path = VARIABLE.matcher(door.path()).replaceAll(found -> valueOf(found.group(1), rows));
        JsonNode operation = document.path("paths").path(door.path()).path(door.method().toLowerCase());
        path += queryOf(operation);
        JsonNode content = operation.path("requestBody").path("content");
        String body = content.isMissingNode() ? null : bodyOf(door, content, rows);
        boolean table = content.has("text/csv");
        String type = table ? "text/csv" : "application/json";
        return switch (door.method()) {
            case "GET" -> browser.get(path);
            case "POST" -> browser.post(path, body == null ? "" : body, type);
            case "PUT" -> browser.put(path, body == null ? "" : body);
            case "PATCH" -> browser.patch(path, body == null ? "" : body);
            case "DELETE" -> body == null ? browser.delete(path) : browser.delete(path, body);
            default -> throw new IllegalArgumentException(door.method());
        };
    }

    private static String valueOf(String variable, Map<String, String> rows) {
        return switch (variable) {
            case "seq" -> "1";
            case "name", "code", "field", "account" -> "x";
            case "signature" -> "x";
            default -> rows.getOrDefault(variable, UUID.randomUUID().toString());
        };
    }

    private static String queryOf(JsonNode operation) {
        List<String> given = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("in").asString().equals("query") && parameter.path("required").asBoolean()) {
                String name = parameter.path("name").asString();
                given.add(name + "=" + (name.equals("tab") ? "queue" : name.matches("from|to|at") ? "2026-11-01T00:00:00Z" : UUID.randomUUID()));
            }
        }
        return given.isEmpty() ? "" : "?" + String.join("&", given);
    }

    private String bodyOf(Door door, JsonNode content, Map<String, String> rows) {
        if (door.path().endsWith("/messages")) {
            return "{\"clientId\":\"" + UUID.randomUUID() + "\",\"kind\":\"note\",\"body\":{\"text\":\"x\"}}";
        }
        if (!content.has("application/json")) {
            return "a,b,c";
        }
        return sample("", content.path("application/json").path("schema"), rows).toString();
    }

    private JsonNode sample(String name, JsonNode asked, Map<String, String> rows) {
        JsonNode schema = asked.has("$ref") ? document.at(asked.path("$ref").asString().substring(1)) : asked;
        if (schema.has("enum")) {
            return schema.path("enum").get(0);
        }
        for (String choice : List.of("oneOf", "anyOf", "allOf")) {
            if (schema.has(choice)) {
                return sample(name, schema.path(choice).get(0), rows);
            }
        }
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? type.get(0).asString() : type.asString("object")) {
            case "string" -> JSON.getNodeFactory().stringNode(wordFor(name, schema, rows));
            case "integer", "number" -> JSON.getNodeFactory().numberNode(1);
            case "boolean" -> JSON.getNodeFactory().booleanNode(true);
            case "array" -> {
                ArrayNode list = JSON.createArrayNode();
                if (schema.path("items").has("enum")) {
                    list.add(sample(name, schema.path("items"), rows));
                }
                yield list;
            }
            default -> {
                ObjectNode object = JSON.createObjectNode();
                schema.path("properties").forEachEntry((property, of) -> {
                    // One of several targets is enough, and this one would win.
                    if (!property.equals("storeId")) {
                        object.set(property, sample(property, of, rows));
                    }
                });
                yield object;
            }
        };
    }

    private String wordFor(String name, JsonNode schema, Map<String, String> rows) {
        String format = schema.path("format").asString("");
        if (format.equals("uuid")) {
            return rows.getOrDefault(name, UUID.randomUUID().toString());
        }
        if (format.equals("date-time")) {
            return "2026-11-01T00:00:00Z";
        }
        return UNDERSTOOD.getOrDefault(name, "walker-" + ++walked);
    }
}
