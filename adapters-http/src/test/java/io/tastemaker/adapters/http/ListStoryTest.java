package io.tastemaker.adapters.http;

import static io.tastemaker.adapters.http.Caller.refuses;
import static io.tastemaker.adapters.http.JsonPath.at;
import static io.tastemaker.adapters.http.JsonPath.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Facts;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListStoryTest {

    private static final String NOWHERE = "0195f000-0000-7000-8000-00000000dead";

    private Program program;
    private Caller manager;

    @BeforeEach
    void start() {
        program = new Program();
        manager = new Caller(program, program.managersKey());
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void a_list_is_made_filled_ordered_annotated_copied_and_deleted() {
        String ana = creator("ana.verde", 84_500);
        String luca = creator("luca.sol", 20_000);
        HttpResponse<String> made = manager.post("/lists", "{\"name\":\" Spring \",\"columns\":[\"Rate\"],\"default_note\":\"ask\",\"creator_ids\":[\""
                + ana + "\"]}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.headers().firstValue("ETag")).hasValue("\"1\"");
        String list = made.headers().firstValue("Location").orElseThrow().substring("/api/v1".length());
        assertThat(text(made, "/name")).isEqualTo("Spring");
        assertThat(text(made, "/visibility")).isEqualTo("team");
        assertThat(text(made, "/right")).isEqualTo("manage");
        assertThat(at(made, "/items").asInt()).isEqualTo(1);

        HttpResponse<String> added = manager.post(list + "/items", "{\"creator_ids\":[\"" + luca + "\",\"" + ana + "\"],\"note\":\"good light\"}");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(200);
        assertThat(text(added, "/added/0/note")).isEqualTo("good light");
        assertThat(text(added, "/added/0/creator/handle")).isEqualTo("luca.sol");
        assertThat(at(added, "/already_there").asInt()).isEqualTo(1);

        HttpResponse<String> moved = patch(list + "/items/" + luca, "\"1\"",
                "{\"before_creator_id\":\"" + ana + "\",\"values\":{\"Rate\":\"500 EUR\"}}");
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
        assertThat(moved.headers().firstValue("ETag")).hasValue("\"2\"");
        HttpResponse<String> items = manager.get(list + "/items?limit=1");
        assertThat(text(items, "/items/0/creator_id")).isEqualTo(luca);
        assertThat(at(items, "/items/0/values").toString()).isEqualTo("{\"Rate\":\"500 EUR\"}");
        HttpResponse<String> rest = manager.get(list + "/items?limit=1&cursor=" + text(items, "/next_cursor"));
        assertThat(text(rest, "/items/0/creator_id")).isEqualTo(ana);
        assertThat(text(rest, "/items/0/note")).isEqualTo("ask");
        assertThat(at(rest, "/has_more").asBoolean()).isFalse();

        HttpResponse<String> copy = manager.post(list + "/duplicate", "{}");
        assertThat(copy.statusCode()).as(copy.body()).isEqualTo(201);
        assertThat(text(copy, "/name")).isEqualTo("Spring (copy)");
        assertThat(at(copy, "/items").asInt()).isEqualTo(2);
        assertThat(at(manager.get("/lists?q=spring"), "/items")).hasSize(2);

        assertThat(manager.send("DELETE", list + "/items/" + ana, "", "If-Match", "\"1\"").statusCode()).isEqualTo(204);
        HttpResponse<String> renamed = patch(list, "\"1\"", "{\"name\":\"Summer\",\"columns\":null}");
        assertThat(text(renamed, "/name")).isEqualTo("Summer");
        assertThat(at(manager.get(list + "/items"), "/items/0/values").toString()).isEqualTo("{}");
        assertThat(manager.send("DELETE", list, "", "X-Request-Id", "gone").statusCode()).isEqualTo(204);
        refuses(manager.get(list), 404, "not_found");
    }

    @Test
    void a_list_is_made_of_the_best_of_a_search_and_from_a_template() {
        creator("ana.verde", 84_500);
        creator("luca.sol", 20_000);
        creator("tiny", 50);
        HttpResponse<String> search = manager.post("/creators/search", "{\"filters\":{\"platforms\":[\"instagram\"]},\"limit\":1}");
        String ranking = text(search, "/ranking_id");
        HttpResponse<String> template = manager.post("/list-templates", "{\"name\":\"Seeding\",\"columns\":[\"Size\"],\"criteria\":\"vegan\"}");
        assertThat(template.statusCode()).as(template.body()).isEqualTo(201);

        HttpResponse<String> made = manager.post("/lists", "{\"name\":\"Best\",\"ranking_id\":\"" + ranking + "\",\"first\":2,\"list_template_id\":\""
                + text(template, "/id") + "\"}");

        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(at(made, "/items").asInt()).isEqualTo(2);
        assertThat(at(made, "/columns").toString()).isEqualTo("[\"Size\"]");
        assertThat(text(made, "/criteria")).isEqualTo("vegan");
        HttpResponse<String> items = manager.get("/lists/" + text(made, "/id") + "/items");
        assertThat(text(items, "/items/0/creator_id")).isEqualTo(text(search, "/items/0/creator/id"));
        assertThat(text(items, "/items/0/ranking_id")).isEqualTo(ranking);

        String path = "/list-templates/" + text(template, "/id");
        HttpResponse<String> replaced = manager.send("PUT", path, "{\"name\":\"Samples\"}", "If-Match", "\"1\"");
        assertThat(replaced.statusCode()).as(replaced.body()).isEqualTo(200);
        assertThat(at(replaced, "/columns")).isEmpty();
        assertThat(manager.send("PUT", path, "{\"name\":\"Late\"}", "If-Match", "\"1\"").statusCode()).isEqualTo(412);
        assertThat(text(manager.get("/list-templates"), "/items/0/name")).isEqualTo("Samples");
        assertThat(manager.send("DELETE", path, "", "If-Match", "\"2\"").statusCode()).isEqualTo(204);
        refuses(manager.get(path), 404, "not_found");
    }

    @Test
    void every_unknown_creator_is_named_and_nothing_is_half_done() {
        String ana = creator("ana.verde", 84_500);
        String list = list("Spring");

        HttpResponse<String> answer = manager.post(list + "/items",
                "{\"creator_ids\":[\"" + NOWHERE + "\",\"" + ana + "\",\"0195f000-0000-7000-8000-00000000beef\"]}");

        refuses(answer, 400, "invalid_field");
        assertThat(answer.body()).contains("\"#/creator_ids/0\"", "\"#/creator_ids/2\"").doesNotContain("\"#/creator_ids/1\"");
        assertThat(at(manager.get(list), "/items").asInt()).isZero();
        HttpResponse<String> made = manager.post("/lists", "{\"name\":\"Other\",\"creator_ids\":[\"" + NOWHERE + "\"]}");
        refuses(made, 400, "invalid_field");
        assertThat(at(manager.get("/lists"), "/items")).hasSize(1);
    }

    @Test
    void bad_input_is_named_fault_by_fault() {
        String ana = creator("ana.verde", 84_500);
        String list = list("Spring", ana);
        HttpResponse<String> faults = manager.post("/lists", """
                {"name":"","visibility":"world","columns":["%s"],"first":501,"ranking_id":"rk_1","creator_ids":["x"],"items":3}""".formatted("x".repeat(51)));
        assertThat(faults.statusCode()).isEqualTo(400);
        assertThat(faults.body()).contains("\"#/name\"", "\"#/visibility\"", "\"#/columns/0\"", "\"#/first\"", "\"#/ranking_id\"", "\"#/creator_ids/0\"",
                "\"#/items\"");
        String many = Collections.nCopies(501, "\"" + ana + "\"").toString();
        refuses(manager.post(list + "/items", "{\"creator_ids\":" + many + "}"), 400, "invalid_field");
        refuses(manager.post(list + "/items", "{}"), 400, "invalid_field");
        refuses(manager.post("/lists", "{\"name\":\"x\",\"columns\":[\"Rate\",\" rate \"]}"), 400, "invalid_field");
        refuses(manager.post("/lists", "{\"name\":\"x\",\"first\":5}"), 400, "invalid_field");
        refuses(manager.post("/lists", "{\"name\":\"x\",\"list_template_id\":\"" + NOWHERE + "\"}"), 400, "invalid_field");
        HttpResponse<String> noRanking = manager.post("/lists", "{\"name\":\"x\",\"ranking_id\":\"rk_" + "0".repeat(32) + "\"}");
        refuses(noRanking, 400, "invalid_field");
        assertThat(noRanking.body()).contains("\"#/ranking_id\"");
        refuses(manager.post("/lists", "{\"name\":\"x\",\"creator_ids\":[],\"ranking_id\":\"rk_" + "0".repeat(32) + "\"}"), 400, "invalid_field");
        refuses(patch(list + "/items/" + ana, "\"1\"", "{\"values\":{\"Rate\":\"1\"}}"), 400, "invalid_field");
        refuses(patch(list + "/items/" + ana, "\"1\"", "{\"after_creator_id\":\"" + NOWHERE + "\"}"), 400, "invalid_field");
        refuses(patch(list + "/items/" + ana, "\"7\"", "{}"), 412, "stale_version");
        refuses(manager.send("PATCH", list, "{}", "X-Request-Id", "none"), 428, "if_match_missing");
        refuses(manager.post(list + "/collaborators", "{\"user_id\":\"" + NOWHERE + "\",\"right\":\"own\"}"), 400, "invalid_field");
        HttpResponse<String> emoji = manager.post("/lists", "{\"name\":\"" + "🌱".repeat(200) + "\"}");
        assertThat(emoji.statusCode()).as(emoji.body()).isEqualTo(201);
    }

    @Test
    void a_private_list_is_not_there_for_others_until_it_is_shared_and_then_says_what_may_not_be_done() {
        Program.Person eva = program.colleague("eva", Role.MANAGER);
        Caller other = new Caller(program, eva.key());
        HttpResponse<String> made = manager.post("/lists", "{\"name\":\"Secret\",\"visibility\":\"private\"}");
        String list = "/lists/" + text(made, "/id");

        HttpResponse<String> hidden = other.get(list);
        refuses(hidden, 404, "not_found");
        assertThat(hidden.body().replace(text(made, "/id"), NOWHERE).replaceAll("urn:request:[^\"]+", ""))
                .isEqualTo(other.get("/lists/" + NOWHERE).body().replaceAll("urn:request:[^\"]+", ""));
        assertThat(at(other.get("/lists"), "/items")).isEmpty();

        HttpResponse<String> shared = manager.post(list + "/collaborators", "{\"user_id\":\"" + eva.user().id() + "\",\"right\":\"read\"}");
        assertThat(shared.statusCode()).as(shared.body()).isEqualTo(201);
        refuses(manager.post(list + "/collaborators", "{\"user_id\":\"" + eva.user().id() + "\",\"right\":\"read\"}"), 409, "already_exists");
        assertThat(text(other.get(list), "/right")).isEqualTo("read");
        HttpResponse<String> denied = other.send("PATCH", list, "{\"name\":\"Mine\"}", "If-Match", "\"1\"");
        refuses(denied, 403, "right_missing");
        assertThat(text(denied, "/right")).isEqualTo("read");
        assertThat(text(denied, "/needed")).isEqualTo("edit");
        refuses(other.send("DELETE", list, "", "X-Request-Id", "no"), 403, "right_missing");

        String path = list + "/collaborators/" + eva.user().id();
        assertThat(patch(path, "\"1\"", "{\"right\":\"edit\"}").statusCode()).isEqualTo(200);
        assertThat(other.send("PATCH", list, "{\"name\":\"Ours\"}", "If-Match", "\"1\"").statusCode()).isEqualTo(200);
        refuses(other.send("PATCH", list, "{\"visibility\":\"team\"}", "If-Match", "\"2\""), 403, "right_missing");
        assertThat(other.send("DELETE", path, "", "X-Request-Id", "leave").statusCode()).isEqualTo(204);
        refuses(other.get(list), 404, "not_found");
    }

    @Test
    void a_list_tells_what_was_done_and_what_it_amounts_to() {
        String ana = creator("ana.verde", 84_500);
        String shared = program.inCatalogue("shared", new Facts.Stated<>(Fact.FOLLOWERS, 15_500L), new Facts.Stated<>(Fact.AVERAGE_VIEWS, 900L)).toString();
        String list = list("Spring", ana, shared);
        manager.send("DELETE", list + "/items/" + NOWHERE, "", "X-Request-Id", "none");
        patch(list, "\"1\"", "{\"description\":\"canary\"}");

        HttpResponse<String> activity = manager.get(list + "/activity");
        assertThat(text(activity, "/items/0/says")).isEqualTo("changed the list: description");
        assertThat(text(activity, "/items/1/says")).isEqualTo("made the list with 2 creators");
        assertThat(activity.body()).doesNotContain("canary");

        HttpResponse<String> performance = manager.get(list + "/performance");
        assertThat(at(performance, "/creators").asInt()).isEqualTo(2);
        assertThat(at(performance, "/unlocked").asInt()).isEqualTo(1);
        assertThat(at(performance, "/followers/sum").asLong()).isEqualTo(100_000);
        assertThat(at(performance, "/followers/sample").asInt()).isEqualTo(2);
        assertThat(at(performance, "/average_views").isNull()).as("what is not paid for is not added up").isTrue();
        assertThat(at(performance, "/platforms/counts").toString()).isEqualTo("[{\"code\":\"instagram\",\"creators\":2}]");
    }

    @Test
    void a_member_reads_lists_and_writes_none() {
        String list = list("Spring");
        Caller member = new Caller(program, program.colleague("ben", Role.MEMBER).key());
        assertThat(member.get(list).statusCode()).isEqualTo(200);
        refuses(member.post("/lists", "{\"name\":\"Mine\"}"), 403, "forbidden");
    }

    private HttpResponse<String> patch(String path, String version, String json) {
        return manager.send("PATCH", path, json, "If-Match", version);
    }

    private String list(String name, String... creators) {
        String ids = Stream.of(creators).map(id -> "\"" + id + "\"").collect(Collectors.joining(","));
        HttpResponse<String> made = manager.post("/lists", "{\"name\":\"" + name + "\",\"creator_ids\":[" + ids + "]}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return "/lists/" + text(made, "/id");
    }

    private String creator(String handle, long followers) {
        HttpResponse<String> made = manager.post("/creators", "{\"platform\":\"instagram\",\"handle\":\"%s\",\"followers\":%d}".formatted(handle, followers));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return text(made, "/id");
    }
}
