package io.tastemaker.adapters.http;

import static io.tastemaker.adapters.http.JsonPath.at;
import static io.tastemaker.adapters.http.JsonPath.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.domain.access.Scope;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CampaignStoryTest {

    private static final String DRAFT = """
            {"name":"Spring serum","type":"creator","brand_id":null,"website_url":"https://shop.example.com",
             "brief":"Vegan skin care for women in Brazil","follower_range":{"min":10000,"max":500000},"target_platforms":["instagram"],
             "target_locations":["BR"],"target_categories":["beauty","lifestyle"],"budget":{"amount":"12000.00","currency":"BRL"},
             "starts_on":"2026-10-01","ends_on":"2026-11-30","config":{}}""";
    private static final String NOWHERE = "0195f000-0000-7000-8000-00000000dead";

    private Program program;

    @BeforeEach
    void start() {
        program = new Program();
    }

    @AfterEach
    void stop() {
        program.close();
    }

    private HttpResponse<String> change(String method, String path, String version, String json) {
        return program.server().send(program.server().request(path).header("Content-Type", "application/json").header("If-Match", version)
                .method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    private String campaign() {
        HttpResponse<String> made = program.server().post("/api/v1/campaigns", DRAFT);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return made.headers().firstValue("Location").orElseThrow();
    }

    private String creator(String handle, long followers, String engagement, String category) {
        HttpResponse<String> made = program.server().post("/api/v1/creators", """
                {"platform":"instagram","handle":"%s","name":"%s","followers":%d,"engagement_rate":%s,"categories":["%s"],
                 "location":"BR-SP",
                 "languages":["pt"]}""".formatted(handle, handle.toUpperCase(), followers, engagement, category));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return text(made, "/id");
    }

    @Test
    void a_draft_is_created_read_replaced_patched_listed_and_deleted() {
        HttpResponse<String> made = program.server().post("/api/v1/campaigns", DRAFT);
        String path = made.headers().firstValue("Location").orElseThrow();

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(path).isEqualTo("/api/v1/campaigns/" + text(made, "/id"));
        assertThat(text(made, "/status")).isEqualTo("draft");
        assertThat(at(made, "/budget").toString()).isEqualTo("{\"amount\":\"12000.00\",\"currency\":\"BRL\"}");
        assertThat(at(made, "/target_categories").toString()).isEqualTo("[\"beauty\",\"lifestyle\"]");
        assertThat(at(made, "/launched_at").isNull()).isTrue();

        HttpResponse<String> patched = change("PATCH", path, "\"1\"", """
                {"name":"Summer serum","follower_range":{"min":null},"budget":null,"target_categories":null}""");
        assertThat(patched.statusCode()).as(patched.body()).isEqualTo(200);
        assertThat(patched.headers().firstValue("ETag")).hasValue("\"2\"");
        assertThat(at(patched, "/follower_range").toString()).isEqualTo("{\"min\":null,\"max\":500000}");
        assertThat(at(patched, "/budget").isNull()).isTrue();
        assertThat(text(patched, "/brief")).isEqualTo("Vegan skin care for women in Brazil");

        assertThat(change("PATCH", path, "\"1\"", "{}").statusCode()).isEqualTo(412);
        assertThat(change("PATCH", path, "\"2\"", "{\"name\":null}").body()).contains("must not be null");
        assertThat(change("PATCH", path, "\"2\"", "{\"ends_on\":\"2026-09-01\"}").statusCode()).isEqualTo(400);
        assertThat(change("PATCH", path, "\"2\"", "{\"follower_range\":{\"min\":900000}}").statusCode()).isEqualTo(400);

        HttpResponse<String> replaced = change("PUT", path, "\"2\"", "{\"name\":\"Autumn serum\"}");
        assertThat(text(replaced, "/brief")).isEmpty();
        assertThat(at(replaced, "/follower_range").isNull()).isTrue();

        HttpResponse<String> list = program.server().get("/api/v1/campaigns?status=draft&q=autumn");
        assertThat(at(list, "/items")).hasSize(1);
        assertThat(at(list, "/has_more").asBoolean()).isFalse();

        HttpResponse<String> gone = program.server().send(program.server().request(path).DELETE());
        assertThat(gone.statusCode()).isEqualTo(204);
        assertThat(program.server().get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void faults_of_a_brief_come_together_with_pointers() {
        HttpResponse<String> answer = program.server().post("/api/v1/campaigns", """
                {"type":"qr","brand_id":"0195","website_url":"ftp://x","target_locations":["XX"],"target_platforms":["myspace"],
                 "follower_range":{"min":5,"max":1},"budget":{"amount":"1.234","currency":"EUR"},"starts_on":"2026-13-01",
                  "config":{"a":1},"id":1}""");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"#/name\"", "\"#/type\"", "\"#/brand_id\"", "\"#/website_url\"", "\"#/target_locations/0\"",
                "\"#/target_platforms/0\"", "\"#/follower_range\"", "\"#/budget\"", "\"#/starts_on\"", "\"#/config/a\"", "\"#/id\"");
    }

    @Test
    void a_campaign_lives_from_launch_to_archive_and_each_step_is_on_record() {
        HttpResponse<String> bare = program.server().post("/api/v1/campaigns", "{\"name\":\"Bare\",\"ends_on\":\"2001-01-01\"}");
        HttpResponse<String> refused = program.server().post("/api/v1/campaigns/" + text(bare, "/id") + "/launch", "{}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(text(refused, "/code")).isEqualTo("campaign_incomplete");
        assertThat(at(refused, "/missing").toString()).isEqualTo("[\"brief\",\"target_platforms\",\"budget\",\"starts_on\",\"ends_on\"]");
        assertThat(text(refused, "/errors/4/pointer")).isEqualTo("#/ends_on");

        String path = campaign();
        assertThat(change("PATCH", path, "\"1\"", "{\"ends_on\":\"2999-01-01\"}").statusCode()).isEqualTo(200);
        HttpResponse<String> launched = change("POST", path + "/launch", "\"2\"", "");
        assertThat(launched.statusCode()).as(launched.body()).isEqualTo(200);
        assertThat(text(launched, "/status")).isEqualTo("active");
        assertThat(launched.headers().firstValue("ETag")).hasValue("\"3\"");
        assertThat(text(launched, "/launched_at")).isEqualTo(text(launched, "/updated_at"));

        HttpResponse<String> again = program.server().post(path + "/launch", "{}");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(text(again, "/state")).isEqualTo("active");
        assertThat(at(again, "/allowed").toString()).isEqualTo("[\"pause\",\"complete\"]");
        assertThat(change("POST", path + "/pause", "\"2\"", "{}").statusCode()).isEqualTo(412);
        assertThat(program.server().post(path + "/pause", "{\"reason\":\" \",\"why\":1}").body()).contains("#/reason", "#/why");
        assertThat(change("PATCH", path, "\"3\"", "{\"budget\":null}").body()).contains("campaign_incomplete", "#/budget");

        assertThat(text(program.server().post(path + "/pause", "{\"reason\":\"The serum is sold out.\"}"), "/status")).isEqualTo("paused");
        assertThat(text(program.server().post(path + "/resume", "{}"), "/status")).isEqualTo("active");
        assertThat(text(program.server().post(path + "/complete", "{}"), "/status")).isEqualTo("completed");
        assertThat(change("PATCH", path, "\"6\"", "{\"name\":\"Late\"}").body()).contains("state_conflict", "\"allowed\":[\"archive\"]");
        assertThat(text(program.server().post(path + "/archive", "{}"), "/status")).isEqualTo("archived");
        assertThat(at(program.server().get("/api/v1/campaigns?status=archived"), "/items")).hasSize(1);

        HttpResponse<String> steps = program.server().get(path + "/transitions?limit=4");
        assertThat(at(steps, "/items").findValuesAsText("step")).containsExactly("archive", "complete", "resume", "pause");
        assertThat(text(steps, "/items/3/reason")).isEqualTo("The serum is sold out.");
        assertThat(at(program.server().get(path + "/transitions?cursor=" + text(steps, "/next_cursor")), "/items").findValuesAsText("step"))
                .containsExactly("launch");
    }

    @Test
    void who_comes_from_a_ranking_keeps_its_receipt() {
        String path = campaign();
        String ana = creator("ana.verde", 84_500, "0.048", "beauty");
        HttpResponse<String> match = program.server().post(path + "/match", "{}");
        String bia = creator("bia", 20_000, "0.02", "travel");
        String ranking = text(match, "/ranking_id");

        HttpResponse<String> refused = program.server().post(path + "/creators",
                "{\"creator_ids\":[\"" + ana + "\",\"" + bia + "\"],\"ranking_id\":\"" + ranking + "\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(text(refused, "/errors/0/pointer")).isEqualTo("#/creator_ids/1");
        assertThat(program.server().post(path + "/creators",
                "{\"creator_ids\":[\"" + ana + "\"],\"ranking_id\":\"rk_" + "0".repeat(32) + "\"}").body()).contains("ranking_expired");
        HttpResponse<String> listed = program.server().post(path + "/creators",
                "{\"creator_ids\":[\"" + ana + "\"],\"ranking_id\":\"" + ranking + "\"}");
        assertThat(at(listed, "/added/0/rank").asInt()).isEqualTo(1);
        assertThat(at(listed, "/added/0/score")).isEqualTo(at(match, "/items/0/score"));
        assertThat(at(program.server().get(path + "/creators"), "/items/0/score")).isEqualTo(at(match, "/items/0/score"));
    }

    @Test
    void another_teams_campaign_is_answered_like_one_that_does_not_exist() {
        String path = campaign();
        HttpResponse<String> others = program.server().send(
                program.server().bare(path).header("X-Api-Key", program.otherKey()).header("X-Request-Id", "same"));
        HttpResponse<String> nowhere = program.server().send(
                program.server().bare("/api/v1/campaigns/" + NOWHERE).header("X-Api-Key", program.otherKey()).header("X-Request-Id",
                        "same"));

        assertThat(others.statusCode()).isEqualTo(404);
        assertThat(others.body()).isEqualTo(nowhere.body());
    }

    @Test
    void a_key_that_may_only_read_cannot_write() {
        String key = program.narrowKey(Scope.CAMPAIGNS_READ);
        HttpResponse<String> answer = program.server().send(program.server().bare("/api/v1/campaigns").header("X-Api-Key", key)
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(DRAFT)));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(text(answer, "/required_scope")).isEqualTo("campaigns:write");
    }

    @Test
    void a_match_ranks_against_the_brief_explains_itself_and_replays() {
        String path = campaign();
        String ana = creator("ana.verde", 84_500, "0.048", "beauty");
        creator("bia", 20_000, "0.02", "travel");
        String tiny = creator("tiny", 50, "0.09", "beauty");
        String chosen = creator("chosen", 90_000, "0.05", "beauty");
        HttpResponse<String> listed = program.server().post(path + "/creators", "{\"creator_ids\":[\"" + chosen + "\"],\"note\":\"yes\"}");
        assertThat(listed.statusCode()).as(listed.body()).isEqualTo(200);

        HttpResponse<String> match = program.server().post(path + "/match", "{\"limit\":1,\"exclude_shortlisted\":true}");
        assertThat(match.statusCode()).as(match.body()).isEqualTo(200);
        assertThat(text(match, "/items/0/creator/id")).isEqualTo(ana);
        assertThat(at(match, "/total").asInt()).isEqualTo(2);
        assertThat(at(match, "/criteria/filters/followers").toString()).isEqualTo("{\"min\":10000,\"max\":500000}");
        assertThat(at(match, "/criteria/prefer/categories").toString()).isEqualTo("[\"beauty\",\"lifestyle\"]");
        BigDecimal sum = StreamSupport.stream(at(match, "/items/0/score/factors").spliterator(), false)
                .map(line -> line.get("contribution").decimalValue()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualTo(at(match, "/items/0/score/total").decimalValue());
        assertThat(match.body()).containsPattern("\"total\":0\\.\\d{6}");

        HttpResponse<String> second = program.server().post(path + "/match",
                "{\"limit\":5,\"exclude_shortlisted\":true,\"cursor\":\"" + text(match, "/next_cursor") + "\"}");
        assertThat(second.statusCode()).as(second.body()).isEqualTo(200);
        assertThat(at(second, "/items/0/rank").asInt()).isEqualTo(2);
        assertThat(at(second, "/has_more").asBoolean()).isFalse();

        String ranking = text(match, "/ranking_id");
        HttpResponse<String> replay = program.server().get("/api/v1/rankings/" + ranking + "?limit=100");
        assertThat(at(replay, "/items/0/score")).isEqualTo(at(match, "/items/0/score"));
        assertThat(at(replay, "/items/1/score")).isEqualTo(at(second, "/items/0/score"));
        assertThat(text(program.server().get(path + "/matches"), "/items/0/ranking_id")).isEqualTo(ranking);

        HttpResponse<String> why = program.server().post("/api/v1/rankings/" + ranking + "/explanations",
                "{\"creator_id\":\"" + tiny + "\",\"questions\":[\"excluded_by\"]}");
        assertThat(why.body()).isEqualTo("{\"ranking_id\":\"" + ranking + "\",\"creator_id\":\"" + tiny
                + "\",\"in_ranking\":false,\"excluded_by\":["
                + "{\"filter\":\"followers\",\"wanted\":{\"min\":10000,\"max\":500000},\"found\":50}]}");
        HttpResponse<String> raise = program.server().post("/api/v1/rankings/" + ranking + "/explanations",
                "{\"creator_id\":\"" + tiny + "\",\"questions\":[\"raise_to\"],\"raise_to\":1}");
        assertThat(at(raise, "/raise_to/reachable").asBoolean(true)).isFalse();
        assertThat(at(raise, "/raise_to/rank").asInt()).isEqualTo(1);
        assertThat(at(raise, "/raise_to/ways")).isEmpty();
        assertThat(at(raise, "/raise_to/excluded_by")).isEqualTo(at(why, "/excluded_by"));
    }

    @Test
    void a_shortlist_keeps_status_and_note() {
        String path = campaign();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(creator("c" + i, 1_000 * (i + 1L), "0.03", "beauty"));
        }
        String all = "{\"creator_ids\":[\"" + String.join("\",\"", ids) + "\"]}";
        HttpResponse<String> unknown = program.server().post(path + "/creators", "{\"creator_ids\":[\"" + ids.getFirst() + "\",\""
                + NOWHERE + "\"]}");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(text(unknown, "/errors/0/pointer")).isEqualTo("#/creator_ids/1");
        assertThat(at(program.server().post(path + "/creators", all), "/added")).hasSize(3);
        assertThat(at(program.server().post(path + "/creators", all), "/already_there").asInt()).isEqualTo(3);

        String entry = path + "/creators/" + ids.getFirst();
        HttpResponse<String> changed = change("PATCH", entry, "\"1\"", "{\"status\":\"accepted\",\"note\":\"signed\"}");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(change("PATCH", entry, "\"1\"", "{\"status\":\"rejected\"}").statusCode()).isEqualTo(412);
        JsonNode accepted = at(program.server().get(path + "/creators?status=accepted"), "/items");
        assertThat(accepted).hasSize(1);
        assertThat(accepted.get(0).get("note").asText()).isEqualTo("signed");
        assertThat(program.server().send(program.server().request(entry).header("If-Match", "\"1\"").DELETE()).statusCode()).isEqualTo(412);
        assertThat(program.server().send(program.server().request(entry).header("If-Match", "\"2\"").DELETE()).statusCode()).isEqualTo(204);
        assertThat(program.server().send(program.server().request(entry).DELETE()).statusCode()).isEqualTo(404);

        HttpResponse<String> first = program.server().get(path + "/creators?limit=1");
        HttpResponse<String> elsewhere = program.server().get(campaign() + "/creators?limit=1&cursor=" + text(first, "/next_cursor"));
        assertThat(text(elsewhere, "/code")).isEqualTo("invalid_cursor");
    }
}
