package io.tastemaker.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.exports.Export;
import io.tastemaker.domain.shared.CreatorId;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExportStoryTest {

    private static final String NOWHERE = "0195f000-0000-7000-8000-00000000dead";

    private Program program;
    private int keys;

    @BeforeEach
    void start() {
        program = new Program();
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void a_team_asks_for_a_file_waits_and_fetches_it_with_a_key_and_by_a_link() {
        CreatorId creator = program.inCatalogue("ana.verde", new Facts.Stated<>(Fact.FOLLOWERS, 10L), new Facts.Stated<>(Fact.AVERAGE_VIEWS, 7L));
        HttpResponse<String> taken = ask("{\"kind\":\"creators\",\"creator_ids\":[\"" + creator + "\"],\"columns\":[\"handle\",\"average_views\"]}");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        String id = JsonPath.text(taken, "/export/id");
        assertThat(taken.headers().firstValue("Location")).contains("/api/v1/jobs/" + id);
        assertThat(taken.headers().firstValue("X-Credits-Charged")).contains("0");
        assertThat(taken.headers().firstValue("X-Credits-Reserved")).contains("0");
        assertThat(taken.headers().firstValue("X-Credits-Source")).contains("plan_quota");
        assertThat(JsonPath.text(taken, "/export/status")).isEqualTo("queued");
        HttpResponse<String> early = get("/exports/" + id + "/file");
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(JsonPath.text(early, "/state")).isEqualTo("queued");

        program.work();
        JsonNode ready = JsonPath.tree(get("/exports/" + id));
        assertThat(ready.get("status").asText()).isEqualTo("ready");
        assertThat(ready.get("rows").asLong()).isEqualTo(1);
        assertThat(ready.at("/progress/percent").decimalValue()).isEqualByComparingTo("100");
        assertThat(ready.get("columns").toString()).isEqualTo("[\"handle\",\"average_views\",\"locked\"]");
        HttpResponse<String> file = get("/exports/" + id + "/file");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).contains("ana.verde").contains("[average_views]").doesNotContain("value=7");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment; filename=\"creators-");
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(file.headers().firstValueAsLong("Content-Length")).hasValue(ready.get("bytes").asLong());

        String link = ready.get("download_url").asText();
        HttpResponse<String> linked = bare(link);
        assertThat(linked.statusCode()).isEqualTo(200);
        assertThat(linked.body()).isEqualTo(file.body());
        assertThat(linked.headers().firstValue("Content-Disposition")).isEqualTo(file.headers().firstValue("Content-Disposition"));
        assertThat(JsonPath.text(get("/jobs/" + id), "/result_url")).isEqualTo("/api/v1/exports/" + id);

        program.later(Duration.ofHours(1));
        HttpResponse<String> closed = bare(link);
        HttpResponse<String> forged = bare("/api/v1/files/forged");
        assertThat(closed.statusCode()).isEqualTo(404);
        assertThat(withoutRequest(closed)).isEqualTo(withoutRequest(forged));
        assertThat(get("/exports/" + id + "/file").statusCode()).as("with a credential it still is").isEqualTo(200);
        program.later(Export.KEPT);
        assertThat(get("/exports/" + id + "/file").statusCode()).as("after a week").isEqualTo(404);
    }

    @Test
    void the_same_wish_under_the_same_key_is_answered_alike() {
        HttpResponse<String> first = send("POST", "/exports", "{\"kind\":\"campaigns\"}", "once");
        program.work();
        HttpResponse<String> again = send("POST", "/exports", "{\"kind\":\"campaigns\"}", "once");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(JsonPath.tree(get("/exports")).get("items")).hasSize(1);
        HttpResponse<String> other = send("POST", "/exports", "{\"kind\":\"posts\"}", "once");
        assertThat(JsonPath.text(other, "/code")).isEqualTo("idempotency_key_reused");
        HttpResponse<String> keyless = program.server().post("/api/v1/exports", "{\"kind\":\"campaigns\"}");
        assertThat(JsonPath.text(keyless, "/code")).isEqualTo("idempotency_key_missing");
    }

    @Test
    void a_dry_run_says_what_it_costs_and_writes_nothing() {
        HttpResponse<String> quote = send("POST", "/exports?dry_run=true", "{\"kind\":\"creators\",\"format\":\"xlsx\"}", "dry");
        assertThat(quote.statusCode()).as(quote.body()).isEqualTo(200);
        assertThat(JsonPath.text(quote, "/quote/action")).isEqualTo("bulk_export");
        assertThat(JsonPath.tree(get("/exports")).get("items")).isEmpty();
    }

    @Test
    void a_plan_without_exports_answers_so() {
        program.till().subscribe(program.team(), "free");
        HttpResponse<String> refused = ask("{\"kind\":\"creators\"}");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(JsonPath.text(refused, "/code")).isEqualTo("plan_required");
        assertThat(JsonPath.text(refused, "/required_plan")).isEqualTo("standard");
    }

    @Test
    void every_fault_is_named() {
        HttpResponse<String> unread = ask("{\"kind\":\"shoes\",\"format\":\"pdf\",\"colour\":1,\"creator_ids\":[\"x\"]}");
        assertThat(unread.statusCode()).isEqualTo(400);
        assertThat(pointers(unread)).containsExactlyInAnyOrder("#/kind", "#/format", "#/colour", "#/creator_ids/0");

        HttpResponse<String> unfit = ask("{\"kind\":\"posts\",\"format\":\"xlsx\",\"byte_order_mark\":true,\"creator_ids\":[\"" + NOWHERE + "\"],"
                + "\"search\":{},\"campaign_id\":\"" + NOWHERE + "\",\"from\":\"2026-02-01T00:00:00Z\",\"to\":\"2026-01-01T00:00:00Z\","
                + "\"columns\":[\"caption\",\"shoe_size\",\"caption\",\"email\"]}");
        assertThat(unfit.statusCode()).isEqualTo(400);
        assertThat(pointers(unfit)).containsExactlyInAnyOrder("#/byte_order_mark", "#/creator_ids", "#/search", "#/search", "#/campaign_id", "#/from",
                "#/to", "#/to", "#/columns/1", "#/columns/2", "#/columns/3");
        assertThat(pointers(ask("{\"kind\":\"campaign\"}"))).containsExactly("#/campaign_id");
        assertThat(pointers(ask("{\"kind\":\"list\",\"columns\":[\"rank\"]}"))).containsExactlyInAnyOrder("#/list_id", "#/columns/0");
        assertThat(pointers(ask("{\"kind\":\"campaigns\",\"list_id\":\"" + NOWHERE + "\"}"))).containsExactly("#/list_id");
        assertThat(pointers(ask("{\"kind\":\"creators\",\"search\":{\"filters\":{\"similar_to\":[\"" + NOWHERE + "\"]}}}")))
                .containsExactly("#/search/filters/similar_to/0");
        assertThat(pointers(ask("{\"kind\":\"creators\",\"search\":{\"filters\":{\"platforms\":[\"telegraph\"]}}}")))
                .containsExactly("#/search/filters/platforms/0");
        assertThat(JsonPath.tree(get("/exports")).get("items")).isEmpty();
    }

    @Test
    void what_is_another_teams_is_as_what_is_not_there() {
        String id = JsonPath.text(ask("{\"kind\":\"campaigns\"}"), "/export/id");
        program.work();
        for (String below : List.of("", "/file")) {
            HttpResponse<String> theirs = as(program.otherKey(), "GET", "/exports/" + id + below);
            HttpResponse<String> nothing = as(program.otherKey(), "GET", "/exports/" + NOWHERE + below);
            assertThat(theirs.statusCode()).isEqualTo(404);
            assertThat(withoutRequest(theirs)).isEqualTo(withoutRequest(nothing));
        }
        assertThat(as(program.otherKey(), "DELETE", "/exports/" + id).statusCode()).isEqualTo(404);
        assertThat(ask("{\"kind\":\"posts\",\"creator_id\":\"" + SeededIds.next() + "\"}").statusCode()).isEqualTo(404);
        assertThat(ask("{\"kind\":\"campaign\",\"campaign_id\":\"" + SeededIds.next() + "\"}").statusCode()).isEqualTo(404);
        assertThat(get("/exports/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void a_list_is_exported_and_its_file_is_there_for_those_who_may_read_the_list() {
        CreatorId creator = program.inCatalogue("ana.verde", new Facts.Stated<>(Fact.FOLLOWERS, 10L), new Facts.Stated<>(Fact.AVERAGE_VIEWS, 7L));
        String list = JsonPath.text(program.server().post("/api/v1/lists", "{\"name\":\"Secret\",\"visibility\":\"private\",\"default_note\":\"=1+1\","
                + "\"columns\":[\"Rate\"],\"creator_ids\":[\"" + creator + "\"]}"), "/id");
        Program.Person bea = program.colleague("bea", Role.MANAGER);
        String wanted = "{\"kind\":\"list\",\"list_id\":\"" + list + "\",\"columns\":[\"list_name\",\"note\",\"values\",\"handle\",\"average_views\"]}";
        HttpResponse<String> refused = send(bea.key(), "POST", "/exports", wanted, "hers");
        HttpResponse<String> nothing = send(bea.key(), "POST", "/exports", wanted.replace(list, NOWHERE), "none");
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(withoutRequest(refused)).isEqualTo(withoutRequest(nothing));

        HttpResponse<String> taken = ask(wanted);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        assertThat(JsonPath.text(taken, "/export/list_id")).isEqualTo(list);
        assertThat(taken.headers().firstValue("X-Credits-Source")).contains("plan_quota");
        String id = JsonPath.text(taken, "/export/id");
        program.work();
        assertThat(get("/exports/" + id + "/file").body()).contains("Secret").contains("=1+1").contains("ana.verde").contains("[average_views]")
                .doesNotContain("value=7");

        for (String below : List.of("", "/file")) {
            HttpResponse<String> hidden = as(bea.key(), "GET", "/exports/" + id + below);
            HttpResponse<String> missing = as(bea.key(), "GET", "/exports/" + NOWHERE + below);
            assertThat(hidden.statusCode()).isEqualTo(404);
            assertThat(withoutRequest(hidden)).isEqualTo(withoutRequest(missing));
        }
        assertThat(as(bea.key(), "DELETE", "/exports/" + id).statusCode()).isEqualTo(404);
        assertThat(JsonPath.tree(as(bea.key(), "GET", "/exports")).get("items")).isEmpty();
        assertThat(JsonPath.tree(get("/exports")).get("items")).hasSize(1);
    }

    @Test
    void posts_of_a_creator_that_is_locked_are_not_written() {
        CreatorId creator = program.inCatalogue("ana.verde");
        HttpResponse<String> refused = ask("{\"kind\":\"posts\",\"creator_id\":\"" + creator + "\"}");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(JsonPath.text(refused, "/code")).isEqualTo("unlock_required");
    }

    @Test
    void a_search_is_exported_and_a_removed_export_is_gone() {
        program.inCatalogue("small", new Facts.Stated<>(Fact.FOLLOWERS, 10L));
        program.inCatalogue("large", new Facts.Stated<>(Fact.FOLLOWERS, 10_000L));
        HttpResponse<String> taken = ask("{\"kind\":\"creators\",\"columns\":[\"handle\"],\"search\":{\"filters\":{\"followers\":{\"min\":1000}}}}");
        String id = JsonPath.text(taken, "/job_id");
        assertThat(JsonPath.tree(taken).at("/export/chosen").asInt()).isEqualTo(1);
        program.work();
        assertThat(get("/exports/" + id + "/file").body()).contains("large").doesNotContain("small");

        assertThat(delete("/exports/" + id).statusCode()).isEqualTo(204);
        assertThat(get("/exports/" + id).statusCode()).isEqualTo(404);
        assertThat(delete("/exports/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void a_key_without_the_scope_is_refused() {
        HttpResponse<String> refused = as(program.narrowKey(Scope.CREATORS_READ), "GET", "/exports");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(JsonPath.text(refused, "/required_scope")).isEqualTo("exports:read");
    }

    private static List<String> pointers(HttpResponse<String> problem) {
        return JsonPath.tree(problem).get("errors").findValuesAsText("pointer");
    }

    private static String withoutRequest(HttpResponse<String> problem) {
        return problem.body().replaceAll("\"(instance|request_id)\":\"[^\"]*\"", "");
    }

    private HttpResponse<String> ask(String json) {
        keys++;
        return send("POST", "/exports", json, "key-" + keys);
    }

    private HttpResponse<String> send(String method, String path, String json, String key) {
        return program.server().send(program.server().request("/api/v1" + path).header("Idempotency-Key", key)
                .setHeader("Content-Type", "application/json").method(method, BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> send(String who, String method, String path, String json, String key) {
        return program.server().send(program.server().request("/api/v1" + path).header("Idempotency-Key", key).setHeader("X-Api-Key", who)
                .setHeader("Content-Type", "application/json").method(method, BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> get(String path) {
        return program.server().get("/api/v1" + path);
    }

    private HttpResponse<String> delete(String path) {
        return program.server().send(program.server().request("/api/v1" + path).DELETE());
    }

    private HttpResponse<String> bare(String path) {
        return program.server().send(program.server().bare(path).GET());
    }

    private HttpResponse<String> as(String key, String method, String path) {
        return program.server().send(program.server().request("/api/v1" + path).setHeader("X-Api-Key", key)
                .method(method, BodyPublishers.noBody()));
    }
}
