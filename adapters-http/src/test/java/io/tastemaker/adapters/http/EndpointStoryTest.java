package io.tastemaker.adapters.http;

import static io.tastemaker.adapters.http.JsonPath.at;
import static io.tastemaker.adapters.http.JsonPath.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.http.Program.Person;
import io.tastemaker.application.webhooks.out.Courier;
import io.tastemaker.domain.access.Scope;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A team has its events sent somewhere. */
class EndpointStoryTest {

    private static final String NOWHERE = "0195f000-0000-7000-8000-00000000dead";

    private Program program;
    private Person ana;

    @BeforeEach
    void start() {
        program = new Program();
        ana = program.person("ana");
    }

    @AfterEach
    void stop() {
        program.close();
    }

    private HttpResponse<String> call(String key, String method, String path, String json, Map<String, String> headers) {
        HttpRequest.Builder request = program.server().bare("/api/v1/webhook-endpoints" + path).header("X-Api-Key", key);
        headers.forEach(request::header);
        return program.server().send(json.isEmpty()
                ? request.method(method, HttpRequest.BodyPublishers.noBody())
                : request.header("Content-Type", "application/json").method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> call(String method, String path, String json) {
        return call(ana.key(), method, path, json, Map.of());
    }

    private HttpResponse<String> change(String path, int version, String json) {
        return call(ana.key(), "PATCH", path, json, Map.of("If-Match", "\"" + version + "\""));
    }

    private HttpResponse<String> made(String json) {
        HttpResponse<String> made = call("POST", "", json);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return made;
    }

    private String endpoint() {
        return "/" + text(made("{\"url\":\"https://hooks.example.com/in\"}"), "/endpoint/id");
    }

    @Test
    void an_endpoint_is_made_tried_and_its_log_read() {
        HttpResponse<String> made = made("""
                {"url":"https://hooks.example.com/in","description":" the shop ","kinds":["campaign.launched","job.failed"],"wallet_low_below":50}""");
        assertThat(made.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(text(made, "/secret")).startsWith("whsec_");
        assertThat(text(made, "/endpoint/description")).isEqualTo("the shop");
        String path = "/" + text(made, "/endpoint/id");
        HttpResponse<String> shown = call("GET", path, "");
        assertThat(shown.body()).doesNotContain("whsec_");
        assertThat(text(shown, "/state")).isEqualTo("enabled");
        assertThat(at(shown, "/kinds")).hasSize(2);
        assertThat(at(shown, "/wallet_low_below").asInt()).isEqualTo(50);

        HttpResponse<String> ping = call("POST", path + "/test", "");
        assertThat(ping.statusCode()).isEqualTo(202);
        assertThat(text(ping, "/type")).isEqualTo("webhook.ping");
        String delivery = path + "/deliveries/" + text(ping, "/id");
        assertThat(ping.headers().firstValue("Location")).contains("/api/v1/webhook-endpoints" + delivery);
        assertThat(call("POST", delivery + "/redeliver", "").statusCode()).isEqualTo(409);
        program.courier().answers(500);
        program.deliverEvents();
        HttpResponse<String> log = call("GET", delivery, "");
        assertThat(text(log, "/delivery/state")).isEqualTo("pending");
        assertThat(at(log, "/log/0/status").asInt()).isEqualTo(500);
        assertThat(at(log, "/delivery/attempts").asInt()).isOne();

        program.courier().answers(204);
        program.later(Duration.ofMinutes(1));
        program.deliverEvents();
        assertThat(text(call("GET", delivery, ""), "/delivery/state")).isEqualTo("delivered");
        assertThat(at(call("GET", path + "/deliveries?state=delivered", ""), "/items")).hasSize(1);
        assertThat(at(call("GET", path + "/deliveries?state=pending,dead", ""), "/items")).isEmpty();
        assertThat(call("POST", delivery + "/redeliver", "").statusCode()).isEqualTo(202);
        program.deliverEvents();
        assertThat(program.courier().brought()).hasSize(3).extracting(Courier.Parcel::id).containsOnly(program.courier().brought().getFirst().id());
    }

    @Test
    void an_endpoint_is_changed_disabled_enabled_and_removed() {
        String path = endpoint();
        HttpResponse<String> changed = change(path, 1, "{\"description\":\"new\",\"kinds\":[\"wallet.low\"],\"wallet_low_below\":10}");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(text(changed, "/url")).isEqualTo("https://hooks.example.com/in");
        assertThat(change(path, 1, "{\"enabled\":false}").statusCode()).isEqualTo(412);
        HttpResponse<String> disabled = change(path, 2, "{\"enabled\":false,\"wallet_low_below\":null}");
        assertThat(text(disabled, "/state")).isEqualTo("disabled");
        assertThat(text(disabled, "/disabled_reason")).isEqualTo("by_team");
        assertThat(at(disabled, "/wallet_low_below").isNull() || at(disabled, "/wallet_low_below").isMissingNode()).isTrue();
        HttpResponse<String> ping = call("POST", path + "/test", "");
        assertThat(ping.statusCode()).isEqualTo(409);
        assertThat(text(ping, "/state")).isEqualTo("disabled");
        assertThat(text(change(path, 3, "{\"enabled\":true}"), "/state")).isEqualTo("enabled");
        assertThat(call("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(call("GET", path, "").statusCode()).isEqualTo(404);
        assertThat(at(call("GET", "", ""), "/items")).isEmpty();
    }

    @Test
    void a_secret_is_rotated_and_for_a_while_both_sign() {
        HttpResponse<String> made = made("{\"url\":\"https://hooks.example.com/in\"}");
        String path = "/" + text(made, "/endpoint/id");
        HttpResponse<String> rotated = call("POST", path + "/rotate-secret", "{\"overlap_hours\":2}");
        assertThat(rotated.statusCode()).as(rotated.body()).isEqualTo(200);
        assertThat(text(rotated, "/endpoint/old_secret_until")).isNotEmpty();
        call("POST", path + "/test", "");
        program.deliverEvents();
        assertThat(program.courier().brought().getFirst().secrets()).containsExactly(text(rotated, "/secret"), text(made, "/secret"));
        assertThat(call("POST", path + "/rotate-secret", "{\"overlap_hours\":169}").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "https://127.0.0.1/hook | not public", "https://internal.example.com/ | not public", "http://hooks.example.com/ | https://",
        "nonsense | absolute URL"})
    void a_url_that_may_not_be_called_is_a_clear_fault(String url, String says) {
        HttpResponse<String> refused = call("POST", "", "{\"url\":\"" + url + "\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(text(refused, "/errors/0/pointer")).isEqualTo("#/url");
        assertThat(text(refused, "/errors/0/detail")).contains(says);
        assertThat(at(call("GET", "", ""), "/items")).isEmpty();
        String path = endpoint();
        assertThat(change(path, 1, "{\"url\":\"" + url + "\"}").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{}", "{\"url\":\"\"}", "{\"url\":7}", "{\"url\":\"https://a.example/\",\"kinds\":[\"webhook.ping\"]}",
        "{\"url\":\"https://a.example/\",\"kinds\":[\"nothing.known\"]}", "{\"url\":\"https://a.example/\",\"wallet_low_below\":0}",
        "{\"url\":\"https://a.example/\",\"secret\":\"mine\"}", "{\"url\":\"https://a.example/\",\"kinds\":\"job.failed\"}", "[]", "{"})
    void bad_input_is_refused(String json) {
        assertThat(call("POST", "", json).statusCode()).isEqualTo(400);
    }

    @Test
    void a_twenty_first_endpoint_is_not_made() {
        for (int number = 0; number < 20; number++) {
            endpoint();
        }
        HttpResponse<String> refused = call("POST", "", "{\"url\":\"https://hooks.example.com/in\"}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(text(refused, "/state")).isEqualTo("too_many_endpoints");
    }

    @Test
    void another_team_finds_nothing_and_no_key_of_a_program_is_let_in() {
        String path = endpoint();
        String ping = path + "/deliveries/" + text(call("POST", path + "/test", ""), "/id");
        Person ole = program.person("ole");
        for (String there : List.of(path, path + "/deliveries", ping)) {
            HttpResponse<String> foreign = call(ole.key(), "GET", there, "", Map.of("X-Request-Id", "same"));
            assertThat(foreign.statusCode()).as(there).isEqualTo(404);
        }
        assertThat(call(ole.key(), "POST", path + "/test", "", Map.of()).statusCode()).isEqualTo(404);
        assertThat(call(ole.key(), "POST", ping + "/redeliver", "", Map.of()).statusCode()).isEqualTo(404);
        assertThat(call(ole.key(), "DELETE", path, "", Map.of()).statusCode()).isEqualTo(404);
        assertThat(call(program.narrowKey(Scope.CAMPAIGNS_WRITE), "GET", "", "", Map.of()).statusCode()).isEqualTo(403);
        assertThat(call("GET", "/" + NOWHERE, "").statusCode()).isEqualTo(404);
    }
}
