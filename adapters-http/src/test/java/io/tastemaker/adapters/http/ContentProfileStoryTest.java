package io.tastemaker.adapters.http;

import static io.tastemaker.adapters.http.Caller.refuses;
import static io.tastemaker.adapters.http.JsonPath.at;
import static io.tastemaker.adapters.http.JsonPath.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.content.out.CreatorSource;
import io.tastemaker.application.content.out.CreatorSourceContract.Account;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows from posts, how it was before, and where it comes from. */
class ContentProfileStoryTest {

    private static final String NOBODY = "0195f000-0000-7000-8000-00000000dead";
    private static final String LOOKUP = "{\"platform\":\"instagram\",\"handle\":\"@Mara.Bakes\"}";

    private Program program;
    private String key;
    private Caller caller;
    private PostLists lists;

    @BeforeEach
    void start() {
        open(new Program());
    }

    private void open(Program opened) {
        program = opened;
        key = program.person("ana").key();
        caller = new Caller(program, key);
        lists = new PostLists(program);
    }

    @AfterEach
    void stop() {
        program.close();
    }

    private String eva(int posts) {
        lists.imported(key, "team", "eva", posts);
        assertThat(caller.post("/content/analyses", "{}").statusCode()).isEqualTo(202);
        program.work();
        return text(caller.get("/creators/by-handle/instagram/eva"), "/id");
    }

    @Test
    void each_number_says_on_how_many_posts_it_rests() {
        String eva = eva(6);
        HttpResponse<String> shown = caller.get("/creators/" + eva + "/content-profile");

        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        assertThat(text(shown, "/handle")).isEqualTo("eva");
        assertThat(at(shown, "/profile/basis/posts").asInt()).isEqualTo(6);
        assertThat(at(shown, "/profile/basis/analysed").asInt()).isEqualTo(6);
        assertThat(at(shown, "/profile/basis/fallbacks").asInt()).isZero();
        assertThat(at(shown, "/profile/primary_category").toString())
                .isEqualTo("{\"category\":\"beauty\",\"share\":1,\"posts\":6,\"sample_size\":6}");
        assertThat(at(shown, "/profile/languages").toString())
                .isEqualTo("{\"shares\":[{\"value\":\"pt\",\"share\":1,\"posts\":6}],\"sample_size\":6}");
        assertThat(at(shown, "/profile/sentiment").toString())
                .isEqualTo("{\"mean\":0.5,\"positive\":1,\"neutral\":0,\"negative\":0,\"sample_size\":6}");
        assertThat(at(shown, "/profile/engagement/likes").toString()).isEqualTo("{\"mean\":350,\"median\":350,\"sample_size\":6}");
        assertThat(at(shown, "/profile/engagement/views").isNull()).isTrue();
        assertThat(at(shown, "/profile/quality/parts")).isNotEmpty().allSatisfy(part -> assertThat(part.get("sample_size").asInt()).isPositive());
        assertThat(at(shown, "/profile/rhythm/posts_by_hour")).hasSize(24);
        assertThat(at(shown, "/profile/rhythm/posts_by_day")).hasSize(7);
        assertThat(at(shown, "/profile/top_hashtags").toString()).isEqualTo("[{\"value\":\"look\",\"share\":1,\"posts\":6}]");
        assertThat(at(shown, "/freshness").toString()).isEqualTo(
                "{\"outdated_since\":null,\"source\":null,\"fetched_at\":null,\"stale\":false,\"last_failure\":null}");
        assertThat(at(caller.get("/creators/by-handle/instagram/EVA/content-profile"), "")).isEqualTo(at(shown, ""));
    }

    @Test
    void without_posts_there_is_nothing_to_say_and_that_is_said() {
        String bare = text(caller.post("/creators", "{\"platform\":\"youtube\",\"handle\":\"bare\"}"), "/id");
        HttpResponse<String> shown = caller.get("/creators/" + bare + "/content-profile");

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(at(shown, "/profile/basis/posts").asInt()).isZero();
        for (String nothing : List.of("primary_category", "categories", "languages", "sentiment", "quality", "rhythm")) {
            assertThat(at(shown, "/profile/" + nothing).isNull()).as(nothing).isTrue();
        }
        refuses(caller.get("/creators/" + NOBODY + "/content-profile"), 404, "not_found");
        refuses(caller.get("/creators/by-handle/instagram/nobody/content-profile"), 404, "not_found");
        refuses(caller.get("/creators/by-handle/instagram/no%20handle/content-profile"), 404, "not_found");
        refuses(caller.get("/creators/by-handle/orkut/eva/content-profile"), 400, "invalid_parameter");
    }

    @Test
    void creators_of_like_content_are_named_and_those_of_other_teams_are_not() {
        eva(4);
        lists.imported(program.otherKey(), "team", "theirs", 4);
        new Caller(program, program.otherKey()).post("/content/analyses", "{}");
        program.work();
        lists.imported(key, "team", "ines", 4);
        caller.post("/content/analyses", "{}");
        program.work();

        HttpResponse<String> shown = caller.get("/creators/by-handle/instagram/eva/content-profile");
        assertThat(at(shown, "/similar_content")).hasSize(1);
        assertThat(text(shown, "/similar_content/0/creator_id")).isEqualTo(text(caller.get("/creators/by-handle/instagram/ines"), "/id"));
        assertThat(at(shown, "/similar_content/0/similarity").decimalValue()).isBetween(new BigDecimal("0.5"), BigDecimal.ONE);
    }

    @Test
    void each_day_is_kept_and_what_grew_between_them_is_told() {
        String eva = eva(2);
        program.later(Duration.ofDays(3));
        eva(5);

        HttpResponse<String> history = caller.get("/creators/" + eva + "/content-profile/history");
        assertThat(history.statusCode()).as(history.body()).isEqualTo(200);
        assertThat(text(history, "/to")).isEqualTo("2026-03-05");
        assertThat(text(history, "/from")).isEqualTo("2025-12-05");
        assertThat(at(history, "/days").findValuesAsText("on")).containsExactly("2026-03-02", "2026-03-05");
        assertThat(at(history, "/days/1/posts").asInt()).isEqualTo(5);
        assertThat(at(history, "/growth/snapshots").asInt()).isEqualTo(2);
        assertThat(at(history, "/growth/trends")).anySatisfy(trend -> assertThat(trend.toString()).isEqualTo("{\"metric\":\"posts\","
                + "\"from\":\"2026-03-02\",\"to\":\"2026-03-05\",\"first\":2,\"last\":5,\"absolute\":3,\"relative\":1.5,\"snapshots\":2}"));
        HttpResponse<String> one = caller.get("/creators/" + eva + "/content-profile/history?from=2026-03-03&to=2026-03-05");
        assertThat(at(one, "/days")).hasSize(1);
        assertThat(at(one, "/growth/trends")).isEmpty();
    }

    @Test
    void days_that_make_no_sense_are_named() {
        String path = "/creators/" + eva(1) + "/content-profile/history";
        for (String wrong : List.of("from=2026-03-06&to=2026-03-05", "from=2020-01-01&to=2026-03-05", "from=2026-03-06")) {
            HttpResponse<String> refused = caller.get(path + "?" + wrong);
            refuses(refused, 400, "invalid_parameter");
            assertThat(text(refused, "/errors/0/pointer")).as(wrong).isEqualTo("?from");
        }
        HttpResponse<String> both = caller.get(path + "?from=monday&to=2026-02-30&days=3");
        assertThat(at(both, "/errors").findValuesAsText("pointer")).containsExactlyInAnyOrder("?from", "?to", "?days");
        assertThat(caller.get(path + "?to=9999-12-31").statusCode()).isEqualTo(200);
        assertThat(caller.get(path + "?to=0001-01-01").statusCode()).isIn(200, 400);
        refuses(caller.get("/creators/" + NOBODY + "/content-profile/history"), 404, "not_found");
    }

    @Test
    void a_profile_of_the_catalogue_is_seen_once_its_creator_is_unlocked() {
        lists.imported(program.operatorKey(), "catalogue", "verde", 2);
        String verde = text(caller.get("/creators/by-handle/instagram/verde"), "/id");

        for (String path : List.of("/creators/" + verde + "/content-profile", "/creators/by-handle/instagram/verde/content-profile",
                "/creators/" + verde + "/content-profile/history")) {
            refuses(caller.get(path), 403, "unlock_required");
        }
        caller.post("/creators/" + verde + "/unlock", "");
        assertThat(caller.get("/creators/" + verde + "/content-profile").statusCode()).isEqualTo(200);
    }

    @Test
    void an_account_that_nobody_knows_is_fetched_by_a_job_and_is_in_the_catalogue_then() {
        program.content().source().shows(Account.MARA);

        HttpResponse<String> taken = caller.post("/creators/lookups", LOOKUP);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        assertThat(text(caller.post("/creators/lookups", LOOKUP), "/job_id")).as("while it waits").isEqualTo(text(taken, "/job_id"));
        program.work();
        assertThat(text(caller.get("/jobs/" + text(taken, "/job_id")), "/status")).isEqualTo("succeeded");

        HttpResponse<String> creator = caller.get("/creators/by-handle/instagram/mara.bakes");
        assertThat(text(creator, "/scope")).isEqualTo("catalogue");
        assertThat(at(creator, "/followers").asLong()).isEqualTo(48_200);
        HttpResponse<String> fresh = caller.post("/creators/lookups", LOOKUP);
        assertThat(fresh.statusCode()).isEqualTo(200);
        assertThat(text(fresh, "/creator_id")).isEqualTo(text(creator, "/id"));
        assertThat(text(fresh, "/fetched_at")).isEqualTo("2026-03-02T09:00:00.000Z");
        program.later(Duration.ofHours(24).plusSeconds(1));
        assertThat(caller.post("/creators/" + text(creator, "/id") + "/refresh", "").statusCode()).isEqualTo(202);
    }

    @Test
    void what_is_known_is_served_while_the_source_is_down_and_marked_as_stale() {
        program.content().source().shows(Account.MARA);
        caller.post("/creators", "{\"platform\":\"instagram\",\"handle\":\"mara.bakes\"}");
        caller.post("/creators/lookups", LOOKUP);
        program.work();
        String path = "/creators/by-handle/instagram/mara.bakes/content-profile";
        HttpResponse<String> young = caller.get(path);
        assertThat(at(young, "/freshness/stale").asBoolean()).isFalse();
        assertThat(text(young, "/related_accounts/0/handle")).isEqualTo("otto.cooks");

        program.later(Duration.ofHours(25));
        program.content().source().fails(CreatorSource.Reason.FAILED);
        HttpResponse<String> taken = caller.post("/creators/lookups", LOOKUP);
        program.work();

        HttpResponse<String> stale = caller.get(path);
        assertThat(stale.statusCode()).isEqualTo(200);
        assertThat(at(stale, "/profile/basis/posts").asInt()).isEqualTo(2);
        assertThat(at(stale, "/freshness/stale").asBoolean()).isTrue();
        assertThat(text(stale, "/freshness/last_failure/reason")).isEqualTo("failed");
        assertThat(text(stale, "/freshness/last_failure/retry_at")).isNotEmpty();
        assertThat(text(caller.get("/jobs/" + text(taken, "/job_id")), "/status")).isEqualTo("failed");
    }

    @Test
    void where_no_source_is_set_up_or_knows_the_platform_that_is_said() {
        String tube = text(caller.post("/creators", "{\"platform\":\"youtube\",\"handle\":\"tube\"}"), "/id");
        refuses(caller.post("/creators/" + tube + "/refresh", ""), 503, "not_configured");
        refuses(caller.post("/creators/" + NOBODY + "/refresh", ""), 404, "not_found");
        HttpResponse<String> faulty = caller.post("/creators/lookups", "{\"platform\":\"orkut\",\"handle\":\"\",\"team\":1}");
        assertThat(at(faulty, "/errors").findValuesAsText("pointer")).containsExactlyInAnyOrder("#/platform", "#/handle", "#/team");
        assertThat(caller.post("/creators/lookups", LOOKUP.replace("@Mara.Bakes", "no handle")).body()).contains("#/handle", "1 to 100 letters");

        program.close();
        open(Program.withoutModels());
        HttpResponse<String> refused = caller.post("/creators/lookups", LOOKUP);
        refuses(refused, 503, "not_configured");
        assertThat(text(refused, "/dependency")).isEqualTo("creator_source");
    }
}
