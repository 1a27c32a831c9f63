package io.tastemaker.adapters.http;

import static io.tastemaker.adapters.http.Caller.charged;
import static io.tastemaker.adapters.http.Caller.refuses;
import static io.tastemaker.adapters.http.JsonPath.at;
import static io.tastemaker.adapters.http.JsonPath.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.content.out.CreatorSourceContract.Account;
import io.tastemaker.domain.content.FallbackReason;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Posts are analysed in detail, now and for a price. */
class PostAnalyticsStoryTest {

    private static final String NOBODY = "0195f000-0000-7000-8000-00000000dead";

    private Program program;
    private Program.Person ana;
    private Caller caller;
    private PostLists lists;

    @BeforeEach
    void start() {
        open(new Program());
    }

    private void open(Program opened) {
        program = opened;
        ana = program.person("ana");
        caller = new Caller(program, ana.key());
        lists = new PostLists(program);
    }

    @AfterEach
    void stop() {
        program.close();
    }

    private String eva(int posts) {
        lists.imported(ana.key(), "team", "eva", posts);
        return text(caller.get("/creators/by-handle/instagram/eva"), "/id");
    }

    private static String analytics(String creator) {
        return "/creators/" + creator + "/post-analytics";
    }

    @Test
    void the_latest_posts_are_read_and_what_follows_from_them_is_computed() {
        String eva = eva(15);

        HttpResponse<String> read = caller.post(analytics(eva), "{}");
        HttpResponse<String> few = caller.post(analytics(eva), "{\"latest\":3}");

        assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
        assertThat(text(read, "/creator_id")).isEqualTo(eva);
        assertThat(at(read, "/posts")).hasSize(12);
        assertThat(text(read, "/posts/0/analysis/results/sentiment/label")).isEqualTo("positive");
        assertThat(at(read, "/summary/basis/posts").asInt()).isEqualTo(12);
        assertThat(at(read, "/summary/basis/analysed").asInt()).isEqualTo(12);
        assertThat(at(read, "/summary/basis/read_by").toString()).isEqualTo("[{\"source\":\"remote\",\"provider\":\"models.example\","
                + "\"analyst\":\"judge\",\"version\":\"7\",\"posts\":12}]");
        assertThat(text(read, "/summary/primary_category/category")).isEqualTo("beauty");
        assertThat(at(read, "/summary/sentiment/sample_size").asInt()).isEqualTo(12);
        assertThat(at(read, "/summary/engagement/likes/sample_size").asInt()).isEqualTo(12);
        assertThat(at(read, "/summary/engagement/rate").isNull()).as("without followers").isTrue();
        assertThat(charged(read)).containsExactly("0", "plan_quota", "0");
        assertThat(text(read, "/charge/sources/0/source")).isEqualTo("plan_quota");
        assertThat(at(few, "/posts")).hasSize(3);
        assertThat(at(few, "/charge/sources/0/left").asInt()).isEqualTo(123);
        assertThat(program.content().judge().asked()).as("what was read lately is not read again").hasSize(1);
    }

    @Test
    void posts_are_named_or_counted_and_faults_of_both_are_told() {
        String eva = eva(3);
        List<String> ids = at(caller.get("/creators/" + eva + "/posts"), "/items").findValuesAsText("id");

        HttpResponse<String> named = caller.post(analytics(eva), "{\"post_ids\":[\"" + ids.get(2) + "\",\"" + ids.get(0) + "\"]}");
        assertThat(at(named, "/posts").findValuesAsText("id")).containsExactly(ids.get(2), ids.get(0));
        HttpResponse<String> unknown = caller.post(analytics(eva), "{\"post_ids\":[\"" + ids.get(1) + "\",\"" + NOBODY + "\"]}");
        refuses(unknown, 400, "invalid_field");
        assertThat(text(unknown, "/errors/0/pointer")).isEqualTo("#/post_ids");
        assertThat(text(unknown, "/errors/0/detail")).contains(NOBODY).doesNotContain(ids.get(1));
        assertThat(charged(unknown)).containsExactly("0", "none", "0");
        assertThat(caller.post(analytics(eva), "{\"post_ids\":[\"" + NOBODY + "\"],\"latest\":2}").body()).contains("not both");
        for (String wrong : List.of("{\"latest\":0}", "{\"latest\":51}", "{\"post_ids\":[]}", "{\"post_ids\":[\"x\"]}", "{\"last\":3}")) {
            assertThat(caller.post(analytics(eva), wrong).statusCode()).as(wrong).isEqualTo(400);
        }
        refuses(caller.post(analytics(NOBODY), "{}"), 404, "not_found");
        refuses(caller.plain(analytics(eva), "{}"), 400, "idempotency_key_missing");
    }

    @Test
    void who_cannot_pay_is_told_and_nothing_is_read() {
        String eva = eva(2);
        program.till().subscribe(ana.home(), "free");
        program.till().give(ana.home(), 4);

        HttpResponse<String> quote = caller.plain(analytics(eva) + "?dry_run=true", "{}");
        HttpResponse<String> refused = caller.post(analytics(eva), "{}");

        assertThat(at(quote, "/quote/affordable").asBoolean()).isFalse();
        refuses(refused, 402, "credits_missing");
        assertThat(at(refused, "/required").asLong()).isEqualTo(5);
        assertThat(charged(refused)).containsExactly("0", "none", "4");
        assertThat(program.content().judge().asked()).isEmpty();
        program.till().give(ana.home(), 10);
        HttpResponse<String> paid = caller.post(analytics(eva), "{}");
        assertThat(charged(paid)).containsExactly("5", "credits", "9");
        refuses(caller.post(analytics(eva), "{}", "X-Credits-Max", "4"), 409, "price_above_max");
    }

    @Test
    void where_something_else_had_to_read_nothing_is_charged() {
        String eva = eva(2);
        program.content().judge().failsWith(FallbackReason.FAILED);

        HttpResponse<String> read = caller.post(analytics(eva), "{}");

        assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
        assertThat(at(read, "").findValuesAsText("fallback_reason")).contains("failed");
        assertThat(at(read, "/summary/basis/fallbacks").asInt()).isEqualTo(2);
        assertThat(at(read, "/charge/units").asLong()).isZero();
        assertThat(charged(read)).containsExactly("0", "none", "0");
        assertThat(at(caller.post(analytics(eva), "{\"latest\":1}"), "/charge/sources/0/left").asInt()).as("of the plan").isEqualTo(125);
    }

    @Test
    void a_creator_of_the_catalogue_is_unlocked_first() {
        lists.imported(program.operatorKey(), "catalogue", "verde", 2);
        String verde = text(caller.get("/creators/by-handle/instagram/verde"), "/id");

        HttpResponse<String> locked = caller.post(analytics(verde), "{}");
        refuses(locked, 403, "unlock_required");
        assertThat(text(locked, "/action")).isEqualTo("creator_unlock");
        assertThat(charged(locked)).containsExactly("0", "none", "0");
        caller.post("/creators/" + verde + "/unlock", "");
        assertThat(at(caller.post(analytics(verde), "{}"), "/posts")).hasSize(2);
        HttpResponse<String> operator = new Caller(program, program.operatorKey()).post(analytics(verde), "{}");
        assertThat(operator.statusCode()).as(operator.body()).isEqualTo(200);
        assertThat(at(operator, "/charge").isNull()).as("operators pay nothing").isTrue();
    }

    @Test
    void where_no_posts_are_known_a_job_fetches_them_and_nothing_is_charged() {
        program.content().source().shows(Account.MARA);
        String creator = text(caller.post("/creators", "{\"platform\":\"instagram\",\"handle\":\"mara.bakes\"}"), "/id");

        HttpResponse<String> taken = caller.post(analytics(creator), "{}");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        assertThat(text(taken, "/kind")).isEqualTo("creator_fetch");
        assertThat(taken.headers().firstValue("Location")).isPresent();
        assertThat(charged(taken).subList(0, 2)).containsExactly("0", "none");
        program.work();
        assertThat(at(caller.post(analytics(creator), "{}"), "/posts")).isNotEmpty();
    }

    @Test
    void where_no_posts_are_known_and_no_source_is_set_up_that_is_said() {
        program.close();
        open(Program.withoutModels());
        String creator = text(caller.post("/creators", "{\"platform\":\"instagram\",\"handle\":\"mara.bakes\"}"), "/id");

        HttpResponse<String> refused = caller.post(analytics(creator), "{}");
        refuses(refused, 409, "state_conflict");
        assertThat(text(refused, "/state")).isEqualTo("no_posts");
        assertThat(charged(refused)).containsExactly("0", "none", "0");
    }
}
