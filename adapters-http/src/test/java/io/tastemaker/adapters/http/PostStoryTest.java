package io.tastemaker.adapters.http;

import static io.tastemaker.adapters.http.Caller.refuses;
import static io.tastemaker.adapters.http.JsonPath.at;
import static io.tastemaker.adapters.http.JsonPath.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of posts are sent, reported and shown. */
class PostStoryTest {

    private static final String NOBODY = "0195f000-0000-7000-8000-00000000dead";
    private static final String LIST = """
            url,username,caption,hashtags,date,likes,comments,mood
            https://www.instagram.com/p/C0ffee1/,ana.verde,this is a lovely lipstick for @ben,"look",2026-01-01,1.2K,34,good
            https://www.instagram.com/p/C0ffee2/,ana.verde,,"",2026-01-02,many,5,
            https://www.instagram.com/p/C0ffee2/,ana.verde,,"",2026-01-02,90,5,
            no address,ben,hello,"",no day,7,1,
            """.replace("\"", "");

    private Program program;
    private Caller caller;
    private PostLists lists;
    private String key;

    @BeforeEach
    void start() {
        program = new Program();
        key = program.person("ana").key();
        caller = new Caller(program, key);
        lists = new PostLists(program);
    }

    @AfterEach
    void stop() {
        program.close();
    }

    private static String creator(Caller somebody, String handle) {
        return text(somebody.get("/creators/by-handle/instagram/" + handle), "/id");
    }

    private HttpResponse<String> ask(String method, String path, String accept) {
        return program.server().send(program.server().bare("/api/v1" + path).header("X-Api-Key", key).header("Accept", accept)
                .method(method, HttpRequest.BodyPublishers.noBody()));
    }

    @Test
    void a_list_is_imported_by_a_job_and_reported() {
        HttpResponse<String> taken = lists.send(key, "one", "{\"platform\":\"instagram\",\"as_of\":\"2026-01-03T00:00:00.000Z\"}", LIST);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        assertThat(text(taken, "/kind")).isEqualTo("post_import");
        String report = text(taken, "/result_url").replace("/api/v1", "");
        assertThat(text(caller.get(report), "/status")).isEqualTo("queued");

        program.work();

        HttpResponse<String> done = caller.get(report);
        assertThat(text(done, "/status")).as(done.body()).isEqualTo("succeeded");
        assertThat(text(done, "/file_name")).isEqualTo("posts.csv");
        assertThat(text(done, "/platform")).isEqualTo("instagram");
        assertThat(at(done, "/creator").isNull()).isTrue();
        assertThat(text(done, "/as_of")).startsWith("2026-01-03T00:00:00");
        assertThat(at(done, "/rows").toString()).isEqualTo("{\"read\":4,\"created\":3,\"updated\":0,\"unchanged\":0,\"duplicate\":1,\"rejected\":0}");
        assertThat(at(done, "/columns").findValuesAsText("column")).containsExactly("url", "username", "caption", "hashtags", "date", "likes",
                "comments", "mood");
        assertThat(at(done, "/columns/7/state").asText()).isEqualTo("raw");
        assertThat(at(done, "/faults_total").asLong()).isEqualTo(3);
        assertThat(at(done, "/faults").findValuesAsText("code")).containsExactlyInAnyOrder("not_a_number", "bad_url", "not_a_date");
        HttpResponse<String> first = caller.get(text(done, "/faults_url").replace("/api/v1", "") + "?limit=1");
        assertThat(at(first, "/items")).hasSize(1);
        assertThat(at(caller.get(text(done, "/faults_url").replace("/api/v1", "") + "?cursor=" + text(first, "/next_cursor")), "/items")).hasSize(2);
        assertThat(lists.send(key, "one", "{\"platform\":\"instagram\",\"as_of\":\"2026-01-03T00:00:00.000Z\"}", LIST)
                .headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(caller.get("/posts/imports/" + NOBODY).statusCode()).isEqualTo(404);
    }

    @Test
    void what_it_says_becomes_a_post_of_a_creator_of_the_team() {
        lists.send(key, "{\"platform\":\"instagram\",\"as_of\":\"2026-01-03T00:00:00.000Z\"}", LIST);
        program.work();
        String creator = creator(caller, "ana.verde");
        HttpResponse<String> posts = caller.get("/creators/" + creator + "/posts");

        JsonNode post = at(posts, "/items/1");
        String id = post.get("id").asText();
        assertThat(post.toString()).isEqualTo("{\"id\":\"" + id + "\",\"creator_id\":\"" + creator + "\",\"scope\":\"team\",\"key\":\"C0ffee1\","
                + "\"url\":\"https://www.instagram.com/p/C0ffee1/\",\"posted_at\":\"2026-01-01T12:00:00.000Z\","
                + "\"caption\":\"this is a lovely lipstick for @ben\\n#look\",\"hashtags\":[\"look\"],\"mentions\":[\"ben\"],"
                + "\"likes\":1200,\"comments\":34,\"views\":null,\"shares\":null,\"saves\":null,\"raw\":{\"mood\":\"good\"},"
                + "\"source\":\"" + post.get("source").asText() + "\",\"observed_at\":\"2026-01-03T00:00:00.000Z\",\"analysis\":null}");
        assertThat(post.get("source").asText()).startsWith("import:posts.csv");
        assertThat(at(posts, "/items")).hasSize(2);
        assertThat(at(caller.get("/posts/" + id), "")).isEqualTo(post);
        assertThat(text(caller.get("/posts/" + id + "/analysis"), "/detail")).contains("POST /content/analyses");
        refuses(caller.get("/posts/" + id + "/analysis"), 404, "not_found");
        refuses(caller.get("/posts/" + NOBODY), 404, "not_found");
        refuses(caller.get("/creators/" + NOBODY + "/posts"), 404, "not_found");
        refuses(new Caller(program, program.otherKey()).get("/posts/" + id), 404, "not_found");
    }

    @Test
    void what_was_read_stands_beside_the_post() {
        lists.imported(key, "team", "eva", 1);
        String id = text(caller.get("/creators/" + creator(caller, "eva") + "/posts"), "/items/0/id");
        assertThat(caller.post("/content/analyses", "{}").statusCode()).isEqualTo(202);
        program.work();

        HttpResponse<String> analysis = caller.get("/posts/" + id + "/analysis");
        assertThat(analysis.statusCode()).as(analysis.body()).isEqualTo(200);
        assertThat(text(analysis, "/results/sentiment/label")).isEqualTo("positive");
        assertThat(text(analysis, "/results/category/produced_by/analyst")).isEqualTo("judge");
        assertThat(at(caller.get("/posts/" + id), "/analysis")).isEqualTo(at(analysis, ""));
    }

    @Test
    void posts_come_page_by_page_or_all_as_lines() {
        lists.imported(key, "team", "eva", 210);
        String path = "/creators/" + creator(caller, "eva") + "/posts";

        HttpResponse<String> page = caller.get(path + "?limit=100");
        HttpResponse<String> next = caller.get(path + "?limit=100&cursor=" + text(page, "/next_cursor"));
        HttpResponse<String> lines = ask("GET", path, "application/x-ndjson");
        HttpResponse<String> head = ask("HEAD", path, "application/x-ndjson");

        assertThat(at(page, "/items")).hasSize(100);
        assertThat(at(next, "/items/0/key")).isNotEqualTo(at(page, "/items/99/key"));
        assertThat(lines.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        List<String> all = lines.body().lines().toList();
        assertThat(all).hasSize(210).doesNotHaveDuplicates();
        assertThat(all.getFirst()).isEqualTo(at(page, "/items/0").toString());
        assertThat(all.get(100)).isEqualTo(at(next, "/items/0").toString());
        assertThat(head.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        assertThat(head.body()).isEmpty();
        assertThat(ask("GET", path, "text/csv").statusCode()).isEqualTo(406);
        assertThat(ask("GET", "/creators/" + NOBODY + "/posts", "application/x-ndjson").statusCode()).isEqualTo(404);
        assertThat(ask("GET", "/posts/" + NOBODY, "application/x-ndjson").statusCode()).isEqualTo(406);
        refuses(caller.get(path + "?cursor=made-up"), 400, "invalid_cursor");
    }

    @Test
    void posts_of_the_catalogue_are_seen_once_their_creator_is_unlocked() {
        lists.imported(program.operatorKey(), "catalogue", "verde", 2);
        Caller operator = new Caller(program, program.operatorKey());
        String creator = creator(operator, "verde");
        String path = "/creators/" + creator + "/posts";
        String post = text(operator.get(path), "/items/0/id");
        assertThat(text(operator.get(path), "/items/0/scope")).isEqualTo("catalogue");

        for (String locked : List.of(path, "/posts/" + post, "/posts/" + post + "/analysis")) {
            refuses(caller.get(locked), 403, "unlock_required");
            assertThat(text(caller.get(locked), "/action")).isEqualTo("creator_unlock");
        }
        assertThat(ask("GET", path, "application/x-ndjson").statusCode()).as("lines, locked").isEqualTo(403);
        assertThat(caller.post("/creators/" + creator + "/unlock", "").statusCode()).isEqualTo(201);
        assertThat(at(caller.get(path), "/items")).hasSize(2);
        assertThat(ask("GET", path, "application/x-ndjson").body().lines()).hasSize(2);
        assertThat(caller.get("/posts/" + post).statusCode()).isEqualTo(200);
    }

    @Test
    void options_that_make_no_sense_are_named() {
        assertThat(faults("{\"creator\":\"ana\"}")).containsExactly("#/creator");
        assertThat(faults("{\"platform\":\"instagram\",\"creator\":\"no handle at all\"}")).containsExactly("#/creator");
        assertThat(faults("{\"platform\":\"orkut\",\"scope\":\"all\",\"as_of\":\"yesterday\",\"owner\":1}"))
                .containsExactlyInAnyOrder("#/platform", "#/scope", "#/as_of", "#/owner");
        assertThat(faults("{\"as_of\":\"2099-01-01T00:00:00.000Z\"}")).containsExactly("#/as_of");
        assertThat(faults("{\"columns\":{\"spell\":\"likes\",\"likes\":\"likes\",\"curse\":\"x\"}}"))
                .containsExactlyInAnyOrder("#/columns/spell", "#/columns/curse");
        refuses(lists.send(key, "{\"scope\":\"catalogue\"}", LIST), 403, "forbidden");
        refuses(lists.send(program.otherKey().replace("tmk_", "tmk_x"), "{}", LIST), 401, "unauthenticated");
    }

    private List<String> faults(String options) {
        HttpResponse<String> refused = lists.send(key, options, LIST);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        return at(refused, "/errors").findValuesAsText("pointer");
    }

    @Test
    void a_list_without_posts_fails_and_says_why() {
        HttpResponse<String> taken = lists.send(key, "{\"platform\":\"instagram\"}", "name,followers\nana,7\n");
        program.work();

        HttpResponse<String> report = caller.get(text(taken, "/result_url").replace("/api/v1", ""));
        assertThat(text(report, "/status")).isEqualTo("failed");
        assertThat(text(report, "/failure")).contains("No column has the address, the id or the caption of posts", "name | followers");
        HttpResponse<String> again = caller.post("/jobs/" + text(report, "/job_id") + "/retry", "");
        refuses(again, 409, "state_conflict");
    }
}
