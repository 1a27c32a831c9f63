package io.tastemaker.adapters.http;

import static io.tastemaker.adapters.http.JsonPath.at;
import static io.tastemaker.adapters.http.JsonPath.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.operations.Health;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CreatorStoryTest {

    private static final String ANA = """
            {"platform":"instagram","handle":"@Ana.Verde","name":"Ana Verde","followers":84500,"engagement_rate":0.0482,
             "categories":["beauty"],
             "location":"BR-SP","languages":["pt"],"verified":true,"email":"ana@example.com","last_post_on":"2026-02-20"}""";

    private Program program;

    @BeforeEach
    void start() {
        program = new Program();
    }

    @AfterEach
    void stop() {
        program.close();
    }

    private HttpResponse<String> post(String path, String json) {
        return program.server().post("/api/v1" + path, json);
    }

    private HttpResponse<String> get(String path) {
        return program.server().get("/api/v1" + path);
    }

    private HttpResponse<String> send(String method, String path, String json) {
        return program.server().send(program.server().request("/api/v1" + path).header("Content-Type", "application/json")
                .header("If-Match", "\"1\"").method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    @Test
    void a_creator_is_entered_found_changed_and_deleted() {
        HttpResponse<String> made = post("/creators", ANA);
        String path = made.headers().firstValue("Location").orElseThrow().replace("/api/v1", "");

        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(text(made, "/handle")).isEqualTo("ana.verde");
        assertThat(at(made, "/engagement_rate").decimalValue()).isEqualByComparingTo("0.0482");
        assertThat(text(made, "/observed/followers/kind")).isEqualTo("imported");
        assertThat(text(made, "/email")).isEqualTo("ana@example.com");
        HttpResponse<String> twice = post("/creators", ANA);
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(text(twice, "/creator_id")).isEqualTo(text(made, "/id"));
        assertThat(text(get("/creators/by-handle/instagram/Ana.Verde"), "/id")).isEqualTo(text(made, "/id"));
        assertThat(get("/creators/by-handle/instagram/nobody").statusCode()).isEqualTo(404);
        assertThat(get("/creators/by-handle/myspace/ana").statusCode()).isEqualTo(400);
        assertThat(program.server().send(program.server().bare("/api/v1" + path).header("X-Api-Key", program.otherKey())).statusCode())
                .isEqualTo(404);

        HttpResponse<String> changed = send("PATCH", path, "{\"followers\":90000,\"email\":null,\"categories\":[\"beauty\",\"travel\"]}");
        assertThat(changed.headers().firstValue("ETag")).hasValue("\"2\"");
        assertThat(at(changed, "/followers").asLong()).isEqualTo(90_000);
        assertThat(at(changed, "/email").isNull()).isTrue();
        assertThat(text(changed, "/name")).isEqualTo("Ana Verde");
        assertThat(send("PATCH", path, "{\"followers\":1}").statusCode()).isEqualTo(412);
        assertThat(post("/creators", "{\"platform\":\"instagram\",\"handle\":\"not a handle!\"}").body()).contains("#/handle");

        assertThat(program.server().send(program.server().request("/api/v1" + path).DELETE()).statusCode()).isEqualTo(204);
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void counts_beyond_what_a_list_may_say_are_faults() {
        String path = "/creators/" + text(post("/creators", ANA), "/id");
        String counts = "\"followers\":10000000001,\"posts_count\":1000000001,\"average_views\":100000000001,"
                + "\"average_likes\":10000000001,\"average_comments\":10000000001}";
        HttpResponse<String> entered = post("/creators", "{\"platform\":\"x\",\"handle\":\"huge\"," + counts);
        HttpResponse<String> changed = send("PATCH", path, "{" + counts);

        assertThat(List.of(entered, changed)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("\"#/followers\"", "\"#/posts_count\"", "\"#/average_views\"", "\"#/average_likes\"",
                    "\"#/average_comments\"");
        });
        assertThat(send("PATCH", path, "{\"followers\":10000000000,\"average_views\":100000000000}").statusCode()).isEqualTo(200);
        assertThat(send("PATCH", path, "{\"followers\":9223372036854775807}").body()).contains("\"#/followers\"");
    }

    @Test
    void favourites_are_marked_listed_and_unmarked() {
        String id = text(post("/creators", ANA), "/id");
        String path = "/api/v1/creators/" + id + "/favorite";

        assertThat(program.server().send(program.server().request(path).PUT(HttpRequest.BodyPublishers.noBody())).statusCode())
                .isEqualTo(204);
        assertThat(program.server().send(program.server().request(path).PUT(HttpRequest.BodyPublishers.noBody())).statusCode())
                .isEqualTo(204);
        assertThat(text(get("/favorites"), "/items/0/creator/id")).isEqualTo(id);
        assertThat(program.server().send(program.server().request(path).DELETE()).statusCode()).isEqualTo(204);
        assertThat(at(get("/favorites"), "/items")).isEmpty();
    }

    @Test
    void a_search_is_ranked_paged_remembered_and_explained() {
        for (int i = 0; i < 30; i++) {
            post("/creators", ("{\"platform\":\"instagram\",\"handle\":\"c%02d\","
                    + "\"followers\":%d,\"engagement_rate\":0.03,\"location\":\"BR\"}")
                    .formatted(i, 10_000 + i * 1_000));
        }
        String ana = text(post("/creators", ANA), "/id");
        String question = "\"filters\":{\"platforms\":[\"instagram\"],\"locations\":[\"BR\"],\"followers\":{\"min\":10000}},"
                + "\"prefer\":{\"categories\":[\"beauty\"],\"followers\":{\"ideal\":90000}}";
        List<String> seen = new ArrayList<>();
        String cursor = "null";
        String ranking = "";
        for (int limit : new int[] {10, 7, 100}) {
            HttpResponse<String> page = post("/creators/search", "{" + question + ",\"limit\":" + limit + ",\"cursor\":" + cursor + "}");
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            at(page, "/items").forEach(item -> seen.add(item.at("/creator/id").asText()));
            cursor = "\"" + text(page, "/next_cursor") + "\"";
            ranking = text(page, "/ranking_id");
        }

        assertThat(seen).hasSize(31).doesNotHaveDuplicates().startsWith(ana);
        HttpResponse<String> again = post("/creators/search", "{" + question + "}");
        assertThat(text(again, "/scorer/missing_policy")).isEqualTo("cautious_prior@1");
        assertThat(again.body()).contains("\"weight\":0.35,\"raw\":0.0482").containsPattern("\"contribution\":0\\.\\d{6}");
        assertThat(text(post("/creators/search", "{\"cursor\":" + cursorOf(again) + "}"), "/code")).isEqualTo("invalid_cursor");
        assertThat(text(get("/searches"), "/items/0/search/filters/platforms/0")).isEqualTo("instagram");
        assertThat(at(get("/searches"), "/items/0/search").toString()).doesNotContain("null");

        HttpResponse<String> why = post("/rankings/" + ranking + "/explanations", "{\"creator_id\":\"" + seen.getLast()
                + "\",\"questions\":[\"position\",\"raise_to\",\"reweigh\"],\"raise_to\":1,\"weights\":{\"follower_fit\":1}}");
        assertThat(why.statusCode()).as(why.body()).isEqualTo(200);
        assertThat(at(why, "/position/rank").asInt()).isEqualTo(31);
        assertThat(at(why, "/raise_to/rank").asInt()).isEqualTo(1);
        assertThat(at(why, "/raise_to/reachable").asBoolean()).isEqualTo(!at(why, "/raise_to/ways").isEmpty());
        HttpResponse<String> best = post("/rankings/" + ranking + "/explanations", "{\"creator_id\":\"" + ana
                + "\",\"questions\":[\"raise_to\"],\"raise_to\":5}");
        assertThat(at(best, "/raise_to").toString()).isEqualTo(
                "{\"rank\":1,\"reachable\":true,\"detail\":\"The creator stands there or better.\",\"ways\":[]}");
        assertThat(at(why, "/reweigh/in_ranking").asBoolean()).isTrue();
        assertThat(post("/rankings/" + ranking + "/explanations", "{\"creator_id\":\"" + ana + "\",\"questions\":[\"reweigh\"]}")
                .statusCode())
                .isEqualTo(400);
        assertThat(post("/rankings/rk_" + "0".repeat(32) + "/explanations", "{\"creator_id\":\"" + ana + "\",\"questions\":[\"position\"]}")
                .body()).contains("ranking_expired", "kept for 5 minutes", "/rankings/{ranking_id}");
    }

    private static String cursorOf(HttpResponse<String> page) {
        return "\"" + text(page, "/next_cursor") + "\"";
    }

    @Test
    void filters_without_data_are_not_available_yet_and_each_is_named() {
        HttpResponse<String> answer = post("/creators/search", """
                {"filters":{"credibility":{},"account_type":"person","has_sponsored_posts":true,"growth":{},"audience":{},"unlocked":true,
                 "exclude":{"list_ids":[]}}}""");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(text(answer, "/code")).isEqualTo("not_available_yet");
        assertThat(at(answer, "/errors")).hasSize(7);
        assertThat(answer.body()).contains("#/filters/exclude/list_ids");
        assertThat(at(get("/creators/search/filters"), "/filters")).anySatisfy(filter -> {
            assertThat(filter.get("name").asText()).isEqualTo("credibility");
            assertThat(filter.get("available").asBoolean()).isFalse();
        });
    }

    @Test
    void what_creators_say_is_searched_explained_and_kept() {
        String ana = text(post("/creators", "{\"platform\":\"x\",\"handle\":\"ana\",\"biography\":\"Vegan café, #PlantBased with @nice.brand\"}"), "/id");
        String eva = text(post("/creators", "{\"platform\":\"x\",\"handle\":\"eva\",\"biography\":\"Street food\"}"), "/id");
        for (String filter : List.of("\"keywords\":[\"CAFE\",\"tea\"]", "\"keywords_all\":[\"vegan\",\"ana\"]", "\"hashtags\":[\"#plantbased\"]",
                "\"mentions\":[\"nice.brand\"]")) {
            HttpResponse<String> found = post("/creators/search", "{\"filters\":{" + filter + "}}");
            assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
            assertThat(at(found, "/total").asInt()).as(filter).isEqualTo(1);
            assertThat(at(found, "/excluded_unknown").asInt()).isZero();
            assertThat(text(found, "/items/0/creator/id")).isEqualTo(ana);
        }
        String ranking = text(post("/creators/search", "{\"filters\":{\"keywords\":[\"street  FOOD\"]}}"), "/ranking_id");
        assertThat(text(get("/rankings/" + ranking), "/items/0/creator/id")).isEqualTo(eva);
        HttpResponse<String> why = post("/rankings/" + ranking + "/explanations", "{\"creator_id\":\"" + ana + "\",\"questions\":[\"excluded_by\"]}");
        assertThat(at(why, "/excluded_by/0").toString()).isEqualTo("{\"filter\":\"keywords\",\"wanted\":[\"street food\"],\"found\":false}");
        HttpResponse<String> saved = post("/saved-searches", "{\"name\":\"Food\",\"search\":{\"filters\":{\"keywords\":[\"Food\"]}}}");
        assertThat(text(saved, "/search/filters/keywords/0")).isEqualTo("Food");
    }

    @Test
    void a_text_that_cannot_be_found_is_named() {
        HttpResponse<String> answer = post("/creators/search", "{\"filters\":{\"keywords\":[\"vegan\",\"?!\"]}}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("#/filters/keywords/1", "a letter, a digit or an emoji");
        assertThat(post("/creators/search", "{\"filters\":{\"hashtags\":[\"two words\"]}}").body()).contains("#/filters/hashtags/0", "one hashtag");
        assertThat(post("/creators/search", "{\"filters\":{\"mentions\":[\"@\"]}}").body()).contains("#/filters/mentions/0", "one account");
        assertThat(post("/creators/search", "{\"filters\":{\"keywords\":[]}}").statusCode()).isEqualTo(400);
        assertThat(post("/creators/search", "{\"filters\":{\"keywords_all\":[\"" + "a".repeat(101) + "\"]}}").statusCode()).isEqualTo(400);
    }

    @Test
    void weights_must_add_up_and_seeds_must_exist() {
        assertThat(post("/creators/search", "{\"weights\":{\"engagement\":0.5}}").body()).contains("#/weights", "exactly 1");
        assertThat(post("/creators/search", "{\"weights\":{\"engagement\":0.1234567}}").body()).contains("#/weights/engagement");
        assertThat(post("/creators/search", "{\"filters\":{\"followers\":{}}}").body()).contains("#/filters/followers", "min or max");
        String bare = text(post("/creators", "{\"platform\":\"x\",\"handle\":\"bare\"}"), "/id");
        HttpResponse<String> seeds = post("/creators/search",
                "{\"filters\":{\"similar_to\":[\"0195f000-0000-7000-8000-00000000dead\",\"" + bare + "\"]}}");
        assertThat(seeds.statusCode()).isEqualTo(400);
        assertThat(at(seeds, "/errors")).hasSize(2);
    }

    @Test
    void every_filter_reaches_the_ranking() {
        String ana = text(post("/creators", ANA), "/id");
        HttpResponse<String> answer = post("/creators/search", """
                {"filters":{"platforms":["instagram"],"locations":["BR-SP"],"categories":["beauty"],"languages":["pt"],
                 "followers":{"min":1,"max":99999999999},"engagement_rate":{"min":0.02,"max":0.5},"verified":true,"has_email":true,
                 "last_post_within_days":60,"exclude":{"creator_ids":["0195f000-0000-7000-8000-00000000dead"],"handles":["@Nobody"],
                 "categories":["food"]}}}""");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(text(answer, "/items/0/creator/id")).isEqualTo(ana);
        HttpResponse<String> unknown = post("/creators/search", "{\"filters\":{\"posts_count\":{\"min\":1},\"average_likes\":{\"max\":9},"
                + "\"average_comments\":{\"max\":9},\"average_views\":{\"max\":9}}}");
        assertThat(at(unknown, "/total").asInt()).isZero();
        assertThat(at(unknown, "/excluded_unknown").asInt()).isEqualTo(1);
        assertThat(text(unknown, "/scorer/id")).isEqualTo("composite");
    }

    @Test
    void similar_creators_and_those_on_a_shortlist() {
        String ana = text(post("/creators", ANA), "/id");
        String eva = text(post("/creators", ANA.replace("@Ana.Verde", "eva")), "/id");
        assertThat(text(get("/creators/" + ana + "/similar"), "/items/0/creator/id")).isEqualTo(eva);
        assertThat(get("/creators/0195f000-0000-7000-8000-00000000dead/similar").statusCode()).isEqualTo(404);

        String campaign = text(post("/campaigns", "{\"name\":\"A\"}"), "/id");
        post("/campaigns/" + campaign + "/creators", "{\"creator_ids\":[\"" + ana + "\"]}");
        HttpResponse<String> rest = post("/creators/search", "{\"filters\":{\"exclude\":{\"campaign_ids\":[\"" + campaign + "\"]}}}");
        assertThat(at(rest, "/total").asInt()).isEqualTo(1);
        assertThat(text(rest, "/items/0/creator/id")).isEqualTo(eva);
    }

    @Test
    void saved_searches_are_kept_by_version() {
        HttpResponse<String> made = post("/saved-searches",
                "{\"name\":\"Beauty in Brazil\",\"search\":{\"filters\":{\"locations\":[\"BR\"]},"
                        + "\"weights\":{\"engagement\":0.50,\"category\":0.5}}}");
        String path = made.headers().firstValue("Location").orElseThrow().replace("/api/v1", "");

        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(text(made, "/search/filters/locations/0")).isEqualTo("BR");
        HttpResponse<String> changed = send("PUT", path, "{\"name\":\"Beauty\",\"search\":{}}");
        assertThat(changed.headers().firstValue("ETag")).hasValue("\"2\"");
        assertThat(at(changed, "/search").toString()).isEqualTo("{}");
        assertThat(at(get("/saved-searches"), "/items")).hasSize(1);
        assertThat(send("DELETE", path, "").statusCode()).isEqualTo(412);
        assertThat(program.server().send(program.server().request("/api/v1" + path).header("If-Match", "\"2\"").DELETE()).statusCode())
                .isEqualTo(204);
        assertThat(program.server().send(program.server().request("/api/v1/searches").DELETE()).statusCode()).isEqualTo(204);
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void dictionaries_may_be_cached() {
        HttpResponse<String> places = get("/dictionaries/locations");

        assertThat(places.headers().firstValue("Cache-Control")).hasValue("private, max-age=3600");
        assertThat(places.body()).contains("{\"code\":\"BR\",\"title\":\"Brazil\"}");
        assertThat(get("/dictionaries/platforms").body()).contains("TikTok");
        assertThat(get("/dictionaries/categories").body()).contains("\"code\":\"beauty\"");
        assertThat(get("/dictionaries/languages").body()).contains("\"code\":\"pt\"");
        assertThat(text(get("/dictionaries/spells"), "/code")).isEqualTo("invalid_parameter");
        assertThat(get("/dictionaries/interests").statusCode()).isEqualTo(400);
        assertThat(text(get("/dictionaries/interests"), "/code")).isEqualTo("not_available_yet");
    }

    @Test
    void a_list_is_imported_by_a_job_and_reported() {
        String body = "--frontier\r\nContent-Disposition: form-data; name=\"file\"; filename=\"creators.csv\"\r\n\r\n"
                + "username,full name,followers\nana.verde,Ana Verde,84.5K\nben,Ben,#VALOR!\n"
                + "\r\n--frontier\r\nContent-Disposition: form-data; name=\"options\"\r\n\r\n"
                + "{\"platform\":\"instagram\",\"scope\":\"team\"}\r\n--frontier--\r\n";
        HttpResponse<String> taken = upload("one", body);
        String job = taken.headers().firstValue("Location").orElseThrow();

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        assertThat(taken.headers().firstValue("Retry-After")).isPresent();
        assertThat(text(taken, "/status")).isEqualTo("queued");
        assertThat(upload("one", body).headers().firstValue("Idempotent-Replayed")).hasValue("true");
        program.work();
        assertThat(text(program.server().get(job), "/status")).isEqualTo("succeeded");
        HttpResponse<String> report = program.server().get(text(taken, "/result_url"));
        assertThat(at(report, "/rows/created").asInt()).isEqualTo(2);
        assertThat(text(report, "/file_name")).isEqualTo("creators.csv");
        assertThat(text(report, "/faults/0/value")).isEqualTo("#VALOR!");
        HttpResponse<String> faults = program.server().get(text(report, "/faults_url"));
        assertThat(text(faults, "/items/0/code")).isEqualTo("not_a_number");
        HttpResponse<String> events = program.server().send(program.server().request(job + "/events").header("Accept",
                "text/event-stream"));
        assertThat(events.body()).contains("event: job\ndata: {\"job_id\":", "\"status\":\"succeeded\"");
        assertThat(text(program.server().send(program.server().request(job + "/cancel").POST(HttpRequest.BodyPublishers.noBody())),
                "/state"))
                .isEqualTo("succeeded");
        assertThat(text(get("/jobs?kind=creator_import&status=succeeded,failed"), "/items/0/status")).isEqualTo("succeeded");

        HttpResponse<String> catalogue = upload("two", body.replace("\"team\"", "\"catalogue\""));
        assertThat(catalogue.statusCode()).isEqualTo(403);
        HttpResponse<String> columns = upload("three", body.replace("\"scope\":\"team\"", "\"columns\":{\"spell\":\"followers\"}"));
        assertThat(text(columns, "/errors/0/pointer")).isEqualTo("#/columns/spell");
    }

    private HttpResponse<String> upload(String key, String body) {
        return program.server().send(program.server().request("/api/v1/creators/imports").header("Idempotency-Key", key)
                .header("Content-Type", "multipart/form-data; boundary=frontier").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void health_says_what_it_may() {
        HttpResponse<String> up = program.server().send(program.server().bare("/api/v1/health"));
        assertThat(up.statusCode()).isEqualTo(200);
        assertThat(text(up, "/status")).isEqualTo("up");
        assertThat(at(up, "/score").asInt()).isEqualTo(100);
        assertThat(up.body()).doesNotContain("3 connections");
        assertThat(program.server().send(program.server().bare("/api/v1/health").header("X-Api-Key", "tmk_x_wrong")).statusCode())
                .isEqualTo(401);
        program.databaseIs(Health.Status.DOWN);
        assertThat(program.server().send(program.server().bare("/api/v1/health")).statusCode()).isEqualTo(503);
        assertThat(program.server().send(program.server().bare("/health/ready")).statusCode()).isEqualTo(503);
        assertThat(program.server().send(program.server().bare("/health/live")).statusCode()).isEqualTo(200);
        assertThat(get("/metrics").statusCode()).isEqualTo(403);
    }
}
