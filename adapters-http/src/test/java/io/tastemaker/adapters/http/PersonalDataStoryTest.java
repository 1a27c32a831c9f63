package io.tastemaker.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.application.identity.People;
import io.tastemaker.application.identity.SignedIn;
import io.tastemaker.domain.identity.DataExport;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PersonalDataStoryTest {

    private static final String NOWHERE = "00000000-0000-7000-8000-000000000000";

    private Program program;
    private Program.Person ana;

    @BeforeEach
    void start() {
        program = new Program();
        ana = program.person("ana");
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void a_person_asks_for_the_data_waits_and_fetches_the_file() {
        HttpResponse<String> taken = send(ana.key(), "POST", "/data-exports", "");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        String path = "/data-exports/" + JsonPath.text(taken, "/export_id");
        assertThat(taken.headers().firstValue("Location")).contains("/api/v1" + path);
        assertThat(JsonPath.text(taken, "/state")).isEqualTo("preparing");
        HttpResponse<String> early = send(ana.key(), "GET", path + "/file", "");
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(JsonPath.text(early, "/state")).isEqualTo("preparing");

        program.work();
        JsonNode ready = JsonPath.tree(send(ana.key(), "GET", path, ""));
        assertThat(ready.get("state").asText()).isEqualTo("ready");
        HttpResponse<String> file = send(ana.key(), "GET", path + "/file", "");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment; filename=\"my-data-");
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(file.headers().firstValueAsLong("Content-Length")).hasValue(file.body().getBytes(StandardCharsets.UTF_8).length);
        assertThat(ready.get("bytes").asInt()).isEqualTo(file.body().getBytes(StandardCharsets.UTF_8).length);
        assertThat(JsonPath.tree(file).at("/account/0/rows/0/email").asText()).isEqualTo("ana@example.com");
        assertThat(JsonPath.tree(file).at("/teams/0/team_id").asText()).isEqualTo(ana.home().toString());

        program.later(DataExport.KEPT);
        assertThat(send(ana.key(), "GET", path + "/file", "").statusCode()).as("after a week").isEqualTo(404);
    }

    @Test
    void the_export_of_another_is_as_one_that_is_not_there() {
        String export = JsonPath.text(send(ana.key(), "POST", "/data-exports", ""), "/export_id");
        program.work();
        for (String below : new String[] {"", "/file"}) {
            HttpResponse<String> other = send(program.person("dan").key(), "GET", "/data-exports/" + export + below, "");
            HttpResponse<String> nothing = send(ana.key(), "GET", "/data-exports/" + NOWHERE + below, "");
            assertThat(other.statusCode()).isEqualTo(404);
            assertThat(withoutRequest(other)).isEqualTo(withoutRequest(nothing));
        }
    }

    @Test
    void a_repeated_wish_is_answered_alike() {
        HttpRequest.Builder wish = request(ana.key(), "/data-exports").header("Idempotency-Key", "once").POST(BodyPublishers.noBody());
        HttpResponse<String> first = program.server().send(wish);
        program.work();
        HttpResponse<String> again = program.server().send(wish);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
    }

    @Test
    void the_certificate_says_what_went_and_what_stays() {
        SignedIn eva = program.people().member("eva@example.com");
        HttpResponse<String> erased = program.server().send(program.server().bare("/api/v1/erasure-requests")
                .header("Authorization", "Bearer " + eva.accessToken()).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"confirm\":\"erase\",\"password\":\"" + People.PASSWORD + "\"}")));
        assertThat(erased.statusCode()).as(erased.body()).isEqualTo(200);
        JsonNode certificate = JsonPath.tree(erased);
        assertThat(certificate.get("user_id").asText()).isEqualTo(eva.user().id().toString());
        assertThat(certificate.at("/removed/0/table").asText()).isEqualTo("identity.user_account");
        assertThat(certificate.at("/teams/0/team_id").asText()).isEqualTo(eva.user().homeTeam().toString());
        assertThat(certificate.at("/teams/0/purged_at").isNull()).isTrue();
        assertThat(certificate.get("kept").findValuesAsText("what")).contains("audit log");

        Program.Person ben = program.person("ben");
        String path = "/erasure-requests/" + certificate.get("request_id").asText();
        assertThat(send(ben.key(), "GET", path, "").statusCode()).as("somebody else").isEqualTo(403);
        assertThat(send(ben.key(), "GET", "/erasure-requests", "").statusCode()).as("somebody else").isEqualTo(403);
    }

    private static String withoutRequest(HttpResponse<String> problem) {
        return problem.body().replaceAll("\"(instance|request_id)\":\"[^\"]*\"", "");
    }

    private HttpResponse<String> send(String key, String method, String path, String json) {
        HttpRequest.Builder request = request(key, path);
        return program.server().send(json.isEmpty()
                ? request.method(method, BodyPublishers.noBody())
                : request.setHeader("Content-Type", "application/json").method(method, BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String key, String path) {
        return program.server().request("/api/v1" + path).setHeader("X-Api-Key", key);
    }
}
