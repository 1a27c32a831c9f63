package io.tastemaker.adapters.http;

import static io.tastemaker.adapters.http.Caller.refuses;
import static io.tastemaker.adapters.http.JsonPath.at;
import static io.tastemaker.adapters.http.JsonPath.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.http.Program.Person;
import io.tastemaker.domain.access.Role;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The work of a campaign as a team does it: ana runs it, ben is a plain member. */
class WorkStoryTest {

    private static final String NOWHERE = "0195f000-0000-7000-8000-00000000dead";

    private Program program;
    private Caller ana;
    private Caller ben;
    private Person benjamin;
    private String campaign;

    @BeforeEach
    void start() {
        program = new Program();
        Person owner = program.person("ana");
        benjamin = program.person("ben");
        ana = new Caller(program, owner.key());
        ben = new Caller(program, program.join(benjamin, owner.home(), Role.MEMBER));
        campaign = "/campaigns/" + text(made(ana.post("/campaigns", """
                {"name":"Serum","brief":"Vegan","target_platforms":["instagram"],"target_categories":["beauty"],"starts_on":"2026-03-01",
                 "ends_on":"2026-11-30","budget":{"amount":"1000.00","currency":"EUR"}}""")), "/id");
    }

    @AfterEach
    void stop() {
        program.close();
    }

    private static HttpResponse<String> made(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return answer;
    }

    private static HttpResponse<String> patch(Caller caller, String path, long version, String json) {
        return caller.send("PATCH", path, json, "If-Match", "\"" + version + "\"");
    }

    private static HttpResponse<String> delete(Caller caller, String path) {
        return caller.send("DELETE", path, "", "X-Request-Id", "gone");
    }

    private void give(String right) {
        made(ana.post(campaign + "/collaborators", "{\"user_id\":\"" + benjamin.user().id() + "\",\"right\":\"" + right + "\"}"));
    }

    private String deliverable() {
        return campaign + "/deliverables/" + text(made(ana.post(campaign + "/deliverables", """
                {"type":"reel","title":"Reel 1","due_on":"2026-03-01"}""")), "/id");
    }

    private static HttpResponse<String> submit(Caller caller, String deliverable) {
        return caller.post(deliverable + "/submit", "{\"proof_url\":\"https://www.example.com/reel/1\"}");
    }

    @Test
    void work_is_planned_handed_in_sent_back_handed_in_again_and_approved() {
        String reel = deliverable();
        assertThat(at(ana.get(reel), "/overdue").asBoolean()).isTrue();
        give("edit");
        assertThat(text(made(submit(ben, reel)), "/status")).isEqualTo("submitted");
        refuses(ben.post(reel + "/approve", ""), 403, "forbidden");
        HttpResponse<String> back = made(ana.post(reel + "/reject", "{\"reason\":\"Too dark\"}"));
        assertThat(text(back, "/reason")).isEqualTo("Too dark");
        assertThat(at(back, "/allowed").toString()).isEqualTo("[\"submit\",\"cancel\",\"change\"]");
        made(submit(ben, reel));
        HttpResponse<String> good = made(ana.post(reel + "/approve", ""));
        assertThat(text(good, "/status")).isEqualTo("approved");
        assertThat(at(good, "/reason").isNull()).isTrue();
        assertThat(good.headers().firstValue("ETag")).hasValue("\"" + at(good, "/version").asText() + "\"");

        HttpResponse<String> twice = ana.post(reel + "/approve", "");
        refuses(twice, 409, "state_conflict");
        assertThat(text(twice, "/state")).isEqualTo("approved");
        assertThat(at(twice, "/allowed").toString()).isEqualTo("[\"reopen\"]");
        refuses(ben.post(reel + "/reopen", ""), 403, "forbidden");
        refuses(delete(ana, reel), 409, "state_conflict");
        assertThat(at(ana.get(campaign + "/deliverables?status=approved&on=2027-01-01"), "/items")).hasSize(1);
        assertThat(at(ana.get(campaign + "/deliverables?status=planned"), "/items")).isEmpty();
    }

    @Test
    void who_handed_work_in_approves_it_only_when_the_rules_say_so() {
        String reel = deliverable();
        made(submit(ana, reel));
        refuses(ana.post(reel + "/approve", ""), 403, "self_approval_forbidden");
        assertThat(text(ana.get(reel), "/status")).isEqualTo("submitted");
        refuses(patch(ben, campaign + "/work-rules", 1, "{\"self_approval\":true}"), 403, "forbidden");
        assertThat(at(made(patch(ana, campaign + "/work-rules", 1, "{\"self_approval\":true}")), "/version").asLong()).isEqualTo(2);
        assertThat(patch(ana, campaign + "/work-rules", 1, "{\"self_approval\":false}").statusCode()).isEqualTo(412);
        made(ana.post(reel + "/approve", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.com/1", "https://127.0.0.1/", "https://10.0.0.8/x", "https://ana:secret@example.com/", "https://localhost/", "x"})
    void a_proof_that_leads_to_a_private_place_or_nowhere_is_refused(String proof) {
        String reel = deliverable();
        HttpResponse<String> answer = ana.post(reel + "/submit", "{\"proof_url\":\"" + proof + "\"}");
        refuses(answer, 400, "invalid_field");
        assertThat(text(answer, "/errors/0/pointer")).isEqualTo("#/proof_url");
        assertThat(text(ana.get(reel), "/status")).isEqualTo("planned");
    }

    @Test
    void a_deliverable_is_from_somebody_on_the_shortlist_or_from_nobody() {
        String creator = text(made(ana.post("/creators", "{\"platform\":\"instagram\",\"handle\":\"luna\",\"name\":\"Luna\",\"followers\":1000}")), "/id");
        String wanted = "{\"type\":\"story\",\"title\":\"Story\",\"creator_id\":\"" + creator + "\"}";
        refuses(ana.post(campaign + "/deliverables", wanted), 400, "invalid_field");
        made(ana.post(campaign + "/creators", "{\"creator_ids\":[\"" + creator + "\"]}"));
        HttpResponse<String> story = made(ana.post(campaign + "/deliverables", wanted));
        assertThat(text(story, "/status")).isEqualTo("assigned");
        String path = campaign + "/deliverables/" + text(story, "/id");
        HttpResponse<String> open = made(patch(ana, path, 1, "{\"creator_id\":null,\"title\":\"Any story\",\"due_on\":\"2026-05-01\"}"));
        assertThat(text(open, "/status")).isEqualTo("planned");
        assertThat(text(open, "/title")).isEqualTo("Any story");
        refuses(patch(ana, path, 2, "{\"creator_id\":\"" + NOWHERE + "\"}"), 400, "invalid_field");
        assertThat(patch(ana, path, 1, "{}").statusCode()).isEqualTo(412);
        assertThat(delete(ana, path).statusCode()).isEqualTo(204);
        assertThat(ana.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void rights_add_up_and_are_taken_away() {
        String milestone = "{\"name\":\"Shoot\",\"due_on\":\"2026-04-01\"}";
        refuses(ben.post(campaign + "/comments", "{\"text\":\"Hello\"}"), 403, "forbidden");
        assertThat(ben.get(campaign + "/comments").statusCode()).isEqualTo(200);
        give("comment");
        made(ben.post(campaign + "/comments", "{\"text\":\"Hello\"}"));
        refuses(ben.post(campaign + "/milestones", milestone), 403, "forbidden");
        give("edit");
        made(ben.post(campaign + "/milestones", milestone));
        refuses(ben.post(campaign + "/collaborators", "{\"user_id\":\"" + benjamin.user().id() + "\",\"right\":\"approve\"}"), 403, "forbidden");
        HttpResponse<String> list = ben.get(campaign + "/collaborators");
        assertThat(at(list, "/items")).hasSize(1);
        assertThat(text(list, "/items/0/right")).isEqualTo("edit");
        assertThat(text(list, "/items/0/name")).isEqualTo("ben");
        refuses(ana.post(campaign + "/collaborators", "{\"user_id\":\"" + NOWHERE + "\",\"right\":\"edit\"}"), 400, "invalid_field");
        assertThat(delete(ana, campaign + "/collaborators/" + benjamin.user().id()).statusCode()).isEqualTo(204);
        assertThat(delete(ana, campaign + "/collaborators/" + benjamin.user().id()).statusCode()).isEqualTo(404);
        refuses(ben.post(campaign + "/milestones", milestone), 403, "forbidden");
    }

    @Test
    void milestones_stand_in_order_and_are_reached() {
        made(ana.post(campaign + "/milestones", "{\"name\":\"Report\",\"due_on\":\"2026-01-01\",\"position\":2}"));
        String shoot = text(made(ana.post(campaign + "/milestones", "{\"name\":\"Shoot\",\"due_on\":\"2026-06-01\",\"position\":1}")), "/id");
        HttpResponse<String> list = ana.get(campaign + "/milestones?on=2026-06-02");
        assertThat(at(list, "/items").findValuesAsText("name")).containsExactly("Shoot", "Report");
        assertThat(at(list, "/items").findValuesAsText("overdue")).containsExactly("true", "true");
        String path = campaign + "/milestones/" + shoot;
        HttpResponse<String> reached = made(patch(ana, path, 1, "{\"done\":true}"));
        assertThat(at(reached, "/done").asBoolean()).isTrue();
        assertThat(at(made(patch(ana, path, 2, "{\"done\":false,\"name\":\"Shooting\"}")), "/done_at").isNull()).isTrue();
        refuses(ana.post(campaign + "/milestones", "{\"name\":\"  \",\"due_on\":\"2026-06-01\"}"), 400, "invalid_field");
        refuses(ana.post(campaign + "/milestones", "{\"name\":\"x\",\"due_on\":\"2026-06-31\",\"position\":-1}"), 400, "invalid_field");
        assertThat(delete(ana, path).statusCode()).isEqualTo(204);
    }

    private String line() {
        return text(made(ana.post(campaign + "/budget/lines", "{\"category\":\"creator_fees\",\"label\":\"Fees\"}")), "/id");
    }

    private HttpResponse<String> enter(Caller caller, String line, String kind, String amount, String currency, boolean override) {
        return caller.post(campaign + "/budget/entries", """
                {"line_id":"%s","kind":"%s","amount":{"amount":"%s","currency":"%s"},"reason":"Invoice 7","override":%b}"""
                .formatted(line, kind, amount, currency, override));
    }

    @Test
    void the_currency_of_a_budget_stays_once_it_has_lines_and_what_was_spent_is_the_cost() {
        made(patch(ana, campaign, 1, "{\"budget\":{\"amount\":\"500.00\",\"currency\":\"USD\"}}"));
        String line = line();
        HttpResponse<String> other = patch(ana, campaign, 2, "{\"budget\":{\"amount\":\"500.00\",\"currency\":\"EUR\"}}");
        refuses(other, 409, "currency_mismatch");
        assertThat(text(other, "/expected")).isEqualTo("USD");
        made(patch(ana, campaign, 2, "{\"budget\":{\"amount\":\"600.00\",\"currency\":\"USD\"}}"));

        made(ana.post(campaign + "/budget/entries", """
                {"line_id":"%s","kind":"spend","amount":{"amount":"120.50","currency":"USD"},"reason":"Invoice 1"}""".formatted(line)));
        HttpResponse<String> analytics = ana.get(campaign + "/analytics");
        assertThat(text(analytics, "/figures/cost/amount")).isEqualTo("120.50");
        assertThat(text(analytics, "/figures/cost/formula")).isEqualTo("campaign_cost_by_budget@2");
        assertThat(text(ana.get(campaign + "/analytics/daily"), "/cost_formula")).isEqualTo("campaign_cost_by_budget@2");
    }

    @Test
    void money_moves_within_the_budget_and_over_it_only_when_somebody_says_so() {
        String line = line();
        made(enter(ana, line, "plan", "800.00", "EUR", false));
        made(enter(ana, line, "commit", "900.00", "EUR", false));
        HttpResponse<String> over = enter(ana, line, "commit", "100.01", "EUR", false);
        refuses(over, 409, "over_budget");
        assertThat(text(over, "/then/amount")).isEqualTo("1000.01");
        HttpResponse<String> paid = made(enter(ana, line, "spend", "950.00", "EUR", false));
        assertThat(text(paid, "/budget/committed/amount")).isEqualTo("0.00");
        assertThat(text(paid, "/budget/remaining/amount")).isEqualTo("50.00");
        assertThat(at(paid, "/budget/lines/0/over_plan").asBoolean()).isTrue();

        give("edit");
        refuses(enter(ben, line, "spend", "80.00", "EUR", true), 403, "forbidden");
        give("approve");
        HttpResponse<String> beyond = made(enter(ben, line, "spend", "80.00", "EUR", true));
        assertThat(at(beyond, "/entry/over_budget").asBoolean()).isTrue();
        HttpResponse<String> budget = ana.get(campaign + "/budget");
        assertThat(text(budget, "/over_by/amount")).isEqualTo("30.00");
        assertThat(text(budget, "/remaining/amount")).isEqualTo("0.00");
        assertThat(at(budget, "/overrides")).hasSize(1);
        assertThat(text(budget, "/overrides/0/reason")).isEqualTo("Invoice 7");
        assertThat(at(ana.get(campaign + "/budget/entries?line_id=" + line), "/items").findValuesAsText("number")).containsExactly("4", "3", "2", "1");
        refuses(delete(ana, campaign + "/budget/lines/" + line), 409, "state_conflict");
    }

    @Test
    void another_currency_nothing_and_more_than_there_is_are_refused() {
        String line = line();
        HttpResponse<String> other = enter(ana, line, "spend", "1.00", "USD", true);
        refuses(other, 409, "currency_mismatch");
        assertThat(text(other, "/expected")).isEqualTo("EUR");
        HttpResponse<String> nothing = enter(ana, line, "spend", "0.00", "EUR", false);
        refuses(nothing, 400, "invalid_field");
        assertThat(at(nothing, "/errors").findValuesAsText("pointer")).containsExactly("#/amount");
        refuses(enter(ana, line, "spend", "0.001", "EUR", false), 400, "invalid_field");
        refuses(enter(ana, line, "refund", "1.00", "EUR", false), 409, "state_conflict");
        assertThat(enter(ana, NOWHERE, "spend", "1.00", "EUR", false).statusCode()).isEqualTo(404);
        made(patch(ana, campaign + "/budget/lines/" + line, 1, "{\"label\":\"Trains\",\"category\":\"travel\"}"));
        assertThat(delete(ana, campaign + "/budget/lines/" + line).statusCode()).isEqualTo(204);
        assertThat(at(ana.get(campaign + "/budget/lines"), "/items")).isEmpty();
        assertThat(at(ana.get(campaign + "/budget"), "/entries").asLong()).isZero();

        String poor = "/campaigns/" + text(made(ana.post("/campaigns", "{\"name\":\"Poor\"}")), "/id");
        refuses(ana.post(poor + "/budget/lines", "{\"category\":\"ads\",\"label\":\"Ads\"}"), 409, "budget_missing");
        assertThat(at(ana.get(poor + "/budget"), "/limit").isNull()).isTrue();
    }

    @Test
    void only_who_wrote_a_comment_changes_it() {
        give("comment");
        String reel = deliverable();
        String id = reel.substring(reel.lastIndexOf('/') + 1);
        HttpResponse<String> written = made(ben.post(campaign + "/comments", "{\"text\":\" Nice \\ud83d\\udc4d\",\"deliverable_id\":\"" + id + "\"}"));
        String comment = campaign + "/comments/" + text(written, "/id");
        assertThat(text(written, "/text")).isEqualTo("Nice 👍");
        made(ana.post(campaign + "/comments", "{\"text\":\"Thanks\"}"));
        refuses(patch(ana, comment, 1, "{\"text\":\"Mine\"}"), 403, "forbidden");
        refuses(delete(ana, comment), 403, "forbidden");
        assertThat(at(made(patch(ben, comment, 1, "{\"text\":\"Nicer\"}")), "/edited_at").isNull()).isFalse();
        assertThat(at(ana.get(campaign + "/comments"), "/items").findValuesAsText("text")).containsExactly("Thanks", "Nicer");
        assertThat(at(ana.get(campaign + "/comments?deliverable_id=" + id), "/items").findValuesAsText("text")).containsExactly("Nicer");
        refuses(ana.post(campaign + "/comments", "{\"text\":\"x\",\"deliverable_id\":\"" + NOWHERE + "\"}"), 400, "invalid_field");
        refuses(ana.post(campaign + "/comments", "{\"text\":\"" + "x".repeat(5_001) + "\"}"), 400, "invalid_field");
        assertThat(delete(ben, comment).statusCode()).isEqualTo(204);
    }

    @Test
    void all_that_happened_is_told_in_words_page_by_page_without_what_was_refused() {
        give("edit");
        String reel = deliverable();
        made(submit(ben, reel));
        refuses(submit(ben, reel), 409, "state_conflict");
        made(ana.post(reel + "/approve", ""));
        made(enter(ana, line(), "commit", "250.00", "EUR", false));

        List<String> told = new ArrayList<>();
        List<String> names = new ArrayList<>();
        String cursor = "";
        do {
            HttpResponse<String> page = ben.get(campaign + "/activity?limit=3" + cursor);
            at(page, "/items").forEach(item -> {
                told.add(item.get("text").asText());
                names.add(item.at("/actor/name").asText());
            });
            cursor = at(page, "/next_cursor").isNull() ? "" : "&cursor=" + text(page, "/next_cursor");
        } while (!cursor.isEmpty());
        assertThat(told).containsExactly("committed 250.00 EUR of the budget", "added a line to the budget", "approved a deliverable",
                "submitted a deliverable", "planned a deliverable", "gave somebody the right to edit", "created the campaign");
        assertThat(names).containsExactly("ana", "ana", "ana", "ben", "ana", "ana", "ana");
        assertThat(ana.get(campaign + "/activity").body()).doesNotContain("Reel 1", "Invoice 7", "reel/1").contains("\"action\":\"campaign.create\"");
        assertThat(ana.get("/campaigns/" + NOWHERE + "/activity").statusCode()).isEqualTo(404);
    }

    @Test
    void nobody_works_in_a_campaign_that_was_put_away() {
        String reel = deliverable();
        String line = line();
        for (String step : List.of("launch", "complete", "archive")) {
            made(ana.post(campaign + "/" + step, ""));
        }
        for (HttpResponse<String> answer : List.of(submit(ana, reel), delete(ana, reel), patch(ana, reel, 1, "{}"),
                ana.post(campaign + "/deliverables", "{\"type\":\"reel\",\"title\":\"Late\"}"),
                ana.post(campaign + "/milestones", "{\"name\":\"Late\",\"due_on\":\"2026-06-01\"}"),
                ana.post(campaign + "/comments", "{\"text\":\"Late\"}"), enter(ana, line, "spend", "1.00", "EUR", true),
                ana.post(campaign + "/budget/lines", "{\"category\":\"ads\",\"label\":\"Late\"}"),
                patch(ana, campaign + "/budget/lines/" + line, 1, "{}"), delete(ana, campaign + "/budget/lines/" + line),
                patch(ana, campaign + "/work-rules", 1, "{\"self_approval\":true}"),
                ana.post(campaign + "/collaborators", "{\"user_id\":\"" + benjamin.user().id() + "\",\"right\":\"edit\"}"))) {
            refuses(answer, 409, "state_conflict");
            assertThat(text(answer, "/state")).isEqualTo("archived");
        }
        assertThat(ana.get(reel).statusCode()).isEqualTo(200);
        assertThat(at(ana.get(campaign + "/activity"), "/items/0/text").asText()).isEqualTo("archived the campaign");
    }

    @Test
    void another_teams_campaign_has_no_work() {
        Caller stranger = new Caller(program, program.person("ole").key());
        String reel = deliverable();
        for (String path : List.of("/deliverables", "/milestones", "/budget", "/budget/lines", "/budget/entries", "/collaborators", "/comments", "/activity",
                "/work-rules")) {
            assertThat(stranger.get(campaign + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(stranger.get(reel).statusCode()).isEqualTo(404);
        assertThat(submit(stranger, reel).statusCode()).isEqualTo(404);
    }
}
