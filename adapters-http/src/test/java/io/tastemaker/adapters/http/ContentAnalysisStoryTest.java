package io.tastemaker.adapters.http;

import static io.tastemaker.adapters.http.Caller.refuses;
import static io.tastemaker.adapters.http.JsonPath.at;
import static io.tastemaker.adapters.http.JsonPath.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.content.FallbackReason;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Posts are read in the background, and such a job is followed, canceled and taken up again. */
class ContentAnalysisStoryTest {

    private static final String NOBODY = "0195f000-0000-7000-8000-00000000dead";

    private Program program;
    private Program.Person ana;
    private Caller caller;
    private Caller operator;

    @BeforeEach
    void start() {
        program = new Program();
        ana = program.person("ana");
        caller = new Caller(program, ana.key());
        operator = new Caller(program, program.operatorKey());
        new PostLists(program).imported(ana.key(), "team", "eva", 20);
    }

    @AfterEach
    void stop() {
        program.close();
    }

    private String begun(String options) {
        HttpResponse<String> taken = caller.post("/content/analyses", options);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        assertThat(text(taken, "/kind")).isEqualTo("content_analysis");
        assertThat(text(taken, "/result_url")).isEqualTo("/api/v1/content/analyses/" + text(taken, "/job_id"));
        return text(taken, "/job_id");
    }

    @Test
    void the_report_says_what_was_read_and_by_whom_and_the_log_how_it_went() {
        String job = begun("{}");
        assertThat(text(caller.get("/content/analyses/" + job), "/job/status")).isEqualTo("queued");
        program.work();

        HttpResponse<String> done = caller.get("/content/analyses/" + job);
        assertThat(text(done, "/job/status")).as(done.body()).isEqualTo("succeeded");
        assertThat(at(done, "/job/progress/percent").decimalValue()).isEqualByComparingTo("100");
        assertThat(at(done, "/creator_id").isNull()).isTrue();
        assertThat(text(done, "/scope")).isEqualTo("team");
        assertThat(at(done, "/report").toString()).isEqualTo("{\"read\":20,\"kept\":0,\"profiles\":1,\"read_by\":[{\"source\":\"remote\","
                + "\"provider\":\"models.example\",\"analyst\":\"judge\",\"version\":\"7\",\"posts\":20}],\"fallbacks\":{}}");
        String log = text(done, "/log_url").replace("/api/v1", "");
        HttpResponse<String> first = caller.get(log + "?limit=1");
        HttpResponse<String> rest = caller.get(log + "?cursor=" + text(first, "/next_cursor"));
        assertThat(at(first, "/items/0/message").asText()).contains("begins with 20 posts, read by judge");
        assertThat(at(first, "/items/0/level").asText()).isEqualTo("info");
        assertThat(at(rest, "/items").findValuesAsText("message")).last().asString().contains("1 profile computed anew");
        HttpResponse<String> events = caller.get("/jobs/" + job + "/events");
        assertThat(text(done, "/events_url")).isEqualTo("/api/v1/jobs/" + job + "/events");
        assertThat(events.statusCode()).isEqualTo(200);
        assertThat(events.body()).contains("event: job", "\"status\":\"succeeded\"");
    }

    @Test
    void what_was_read_lately_is_kept_unless_it_is_wanted_again() {
        begun("{}");
        program.work();
        String creator = text(caller.get("/creators/by-handle/instagram/eva"), "/id");
        String second = begun("{\"creator_id\":\"" + creator + "\"}");
        String third = begun("{\"again\":true}");
        program.work();
        program.work();

        HttpResponse<String> kept = caller.get("/content/analyses/" + second);
        assertThat(at(kept, "/report/kept").asInt()).isEqualTo(20);
        assertThat(text(kept, "/creator_id")).isEqualTo(creator);
        assertThat(at(caller.get("/content/analyses/" + third), "/report/read").asInt()).isEqualTo(20);
        assertThat(at(caller.get("/content/analyses/" + third), "/again").asBoolean()).isTrue();
        HttpResponse<String> all = caller.get("/content/analyses?limit=2");
        assertThat(at(all, "/items").findValuesAsText("job_id")).containsExactly(third, second);
        assertThat(at(caller.get("/content/analyses?cursor=" + text(all, "/next_cursor")), "/items")).hasSize(1);
        assertThat(at(new Caller(program, program.otherKey()).get("/content/analyses"), "/items")).isEmpty();
        refuses(new Caller(program, program.otherKey()).get("/content/analyses/" + third), 404, "not_found");
        refuses(new Caller(program, program.otherKey()).get("/content/analyses/" + third + "/log"), 404, "not_found");
    }

    @Test
    void a_model_that_is_down_changes_who_reads_and_never_whether_the_job_ends() {
        program.content().judge().failsWith(FallbackReason.UNREACHABLE);
        String job = begun("{}");
        program.work();

        HttpResponse<String> done = caller.get("/content/analyses/" + job);
        assertThat(text(done, "/job/status")).isEqualTo("succeeded");
        assertThat(at(done, "/report/fallbacks").toString()).isEqualTo("{\"unreachable\":60}");
        assertThat(at(done, "/report/read_by").findValuesAsText("source")).containsOnly("rule_based");
        assertThat(at(caller.get("/content/analyses/" + job + "/log"), "/items")).anySatisfy(line -> {
            assertThat(line.get("level").asText()).isEqualTo("warning");
            assertThat(line.get("message").asText()).contains("unreachable");
        });
        assertThat(at(operator.get("/content/models"), "/models/0/use/unread/unreachable").asInt()).isPositive();
        assertThat(at(caller.get("/content/models"), "/models/0/use").isNull()).as("it is about all teams").isTrue();
    }

    @Test
    void the_analysts_of_each_task_are_listed_in_the_order_in_which_they_are_asked() {
        begun("{}");
        program.work();
        HttpResponse<String> models = operator.get("/content/models");

        assertThat(at(models, "/models").findValuesAsText("task")).containsExactlyInAnyOrder("sentiment", "sentiment", "language", "language",
                "category", "category");
        assertThat(at(models, "/models")).filteredOn(model -> model.get("position").asInt() == 1).hasSize(3).allSatisfy(model -> {
            assertThat(model.get("analyst").asText()).isEqualTo("judge");
            assertThat(model.get("source").asText()).isEqualTo("remote");
            assertThat(model.get("state").asText()).isEqualTo("up");
            assertThat(model.get("use").get("texts").asInt()).isEqualTo(20);
        });
        program.content().judge().isUp(false);
        assertThat(at(caller.get("/content/models"), "/models").findValuesAsText("state")).containsExactlyInAnyOrder("open", "up", "open", "up",
                "open", "up");
    }

    @Test
    void only_operators_have_the_catalogue_read() {
        new PostLists(program).imported(program.operatorKey(), "catalogue", "verde", 3);
        refuses(caller.post("/content/analyses", "{\"scope\":\"catalogue\"}"), 403, "forbidden");
        String job = text(operator.post("/content/analyses", "{\"scope\":\"catalogue\"}"), "/job_id");
        program.work();

        HttpResponse<String> done = operator.get("/content/analyses/" + job);
        assertThat(text(done, "/scope")).isEqualTo("catalogue");
        assertThat(at(done, "/report/read").asInt()).isEqualTo(3);
        refuses(caller.get("/content/analyses/" + job), 404, "not_found");
    }

    @Test
    void what_cannot_be_begun_is_named() {
        refuses(caller.post("/content/analyses", "{\"creator_id\":\"" + NOBODY + "\"}"), 404, "not_found");
        HttpResponse<String> faulty = caller.post("/content/analyses", "{\"creator_id\":\"eva\",\"scope\":\"all\",\"again\":\"yes\",\"model\":1}");
        assertThat(at(faulty, "/errors").findValuesAsText("pointer")).containsExactlyInAnyOrder("#/creator_id", "#/scope", "#/again", "#/model");
        refuses(caller.plain("/content/analyses", "{}"), 400, "idempotency_key_missing");
        refuses(caller.get("/content/analyses/" + NOBODY), 404, "not_found");
        refuses(caller.get("/content/analyses/" + NOBODY + "/log"), 404, "not_found");
    }

    @Test
    void a_canceled_job_is_taken_up_again_and_one_that_succeeded_is_not() {
        String job = begun("{}");
        assertThat(text(caller.post("/jobs/" + job + "/cancel", ""), "/status")).isEqualTo("canceled");

        HttpResponse<String> again = caller.once("again", "/jobs/" + job + "/retry", "");
        assertThat(again.statusCode()).as(again.body()).isEqualTo(202);
        assertThat(text(again, "/status")).isEqualTo("queued");
        assertThat(again.headers().firstValue("Location")).hasValue("/api/v1/jobs/" + job);
        assertThat(caller.once("again", "/jobs/" + job + "/retry", "").headers().firstValue("Idempotent-Replayed")).hasValue("true");
        HttpResponse<String> waiting = caller.post("/jobs/" + job + "/retry", "");
        refuses(waiting, 409, "state_conflict");
        assertThat(text(waiting, "/state")).isEqualTo("queued");
        assertThat(at(waiting, "/allowed").toString()).isEqualTo("[\"failed\",\"canceled\"]");
        program.work();
        assertThat(at(caller.get("/content/analyses/" + job), "/report/read").asInt()).isEqualTo(20);
        refuses(caller.post("/jobs/" + job + "/retry", ""), 409, "state_conflict");
        refuses(caller.post("/jobs/" + NOBODY + "/retry", ""), 404, "not_found");
        refuses(new Caller(program, program.otherKey()).post("/jobs/" + job + "/retry", ""), 404, "not_found");
    }

    @Test
    void operators_see_the_jobs_of_all_teams_and_whose_they_are() {
        String job = begun("{}");
        new PostLists(program).send(program.otherKey(), "{\"platform\":\"instagram\"}", "id,username\n1,x\n");

        HttpResponse<String> all = operator.get("/admin/jobs?status=queued");
        assertThat(at(all, "/items")).hasSize(2);
        assertThat(text(all, "/items/0/team_id")).isEqualTo(program.otherTeam().toString());
        assertThat(text(all, "/items/1/team_id")).isEqualTo(ana.home().toString());
        assertThat(text(all, "/items/1/job/job_id")).isEqualTo(job);
        HttpResponse<String> page = operator.get("/admin/jobs?limit=1&kind=content_analysis");
        assertThat(at(page, "/items").findValuesAsText("kind")).containsExactly("content_analysis");
        assertThat(at(operator.get("/admin/jobs?limit=1"), "/next_cursor").isTextual()).isTrue();
        refuses(caller.get("/admin/jobs"), 403, "forbidden");
        refuses(operator.get("/admin/jobs?status=asleep"), 400, "invalid_parameter");
    }
}
