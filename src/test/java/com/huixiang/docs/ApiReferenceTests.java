package com.huixiang.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** docs/reference/api.md, openapi.json and problems.md say what the running application does. */
@HuixiangTest
class ApiReferenceTests {

    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");

    @LocalServerPort
    int port;

    @Autowired
    JsonMapper json;

    @Test
    void theCheckedInDocumentIsTheOneTheApplicationGives() throws Exception {
        JsonMapper pretty = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

        GeneratedDocument.at("docs/reference/openapi.json")
                .shouldSay(pretty.writeValueAsString(document()).replace("\r\n", "\n") + "\n");
    }

    @Test
    void everyRequestIsExplainedAndNoneThatIsGone() throws Exception {
        var explained = new TreeSet<>(ApiWords.read().requests().keySet());
        var served = new TreeSet<String>();
        document().path("paths").forEachEntry((path, item) -> METHODS.stream()
                .filter(item::has)
                .forEach(method -> served.add(method.toUpperCase() + " " + path)));

        assertThat(explained).as("the requests in docs/reference/api.md").isEqualTo(served);
    }

    @Test
    void operationIdsAreUnique() {
        Map<String, Long> ids = ApiWords.read().requests().values().stream()
                .collect(Collectors.groupingBy(ApiWords.Words::id, HashMap::new, Collectors.counting()));
        ids.values().removeIf(count -> count == 1);

        assertThat(ids).isEmpty();
    }

    private JsonNode document() throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v3/api-docs"))
                                .build(),
                        BodyHandlers.ofString());
        return json.readTree(answer.body());
    }
}
