package io.tastemaker.adapters.http;

import static io.tastemaker.adapters.http.Caller.refuses;
import static io.tastemaker.adapters.http.JsonPath.at;
import static io.tastemaker.adapters.http.JsonPath.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProposalStoryTest {

    private static final String NOWHERE = "0195f000-0000-7000-8000-00000000dead";
    private static final String FULL = """
            {"title":"Spring serum","summary":"Three reels","deliverables":["1 reel","2 stories"],"fee":{"amount":"1200.00","currency":"EUR"},
             "starts_on":"2026-10-01","ends_on":"2026-10-31","conditions":"no rivals"}""";

    private Program program;
    private Caller manager;
    private Caller operator;

    @BeforeEach
    void start() {
        program = new Program();
        manager = new Caller(program, program.managersKey());
        operator = new Caller(program, program.operatorKey());
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void proposals_are_locked_until_an_operator_opens_them_and_when_they_are_closed_again() {
        refuses(manager.get("/proposals"), 403, "proposals_locked");
        refuses(manager.post("/proposals", FULL), 403, "proposals_locked");
        refuses(manager.get("/proposals/" + NOWHERE), 403, "proposals_locked");
        refuses(manager.get("/proposal-templates"), 403, "proposals_locked");
        refuses(operator.post("/admin/proposals", "{\"team_id\":\"" + program.team() + "\",\"terms\":" + FULL + "}"), 403, "proposals_locked");
        refuses(manager.post("/admin/proposal-access", "{\"team_id\":\"" + program.team() + "\"}"), 403, "forbidden");

        open();
        assertThat(text(operator.get("/admin/proposal-access"), "/items/0/team_id")).isEqualTo(program.team().toString());
        String proposal = made(FULL);
        refuses(new Caller(program, program.otherKey()).get("/proposals"), 403, "proposals_locked");

        String grant = "/admin/proposal-access/" + program.team();
        assertThat(operator.send("DELETE", grant, "", "X-Request-Id", "close").statusCode()).isEqualTo(204);
        refuses(operator.send("DELETE", grant, "", "X-Request-Id", "again"), 404, "not_found");
        refuses(manager.get(proposal), 403, "proposals_locked");
        open();
        assertThat(text(manager.get(proposal), "/terms/title")).isEqualTo("Spring serum");
        refuses(operator.post("/admin/proposal-access", "{\"team_id\":\"" + NOWHERE + "\"}"), 404, "not_found");
    }

    @Test
    void a_proposal_is_written_changed_sent_declined_changed_again_and_approved_and_every_step_is_a_version() {
        open();
        String proposal = made("{\"title\":\"Spring serum\"}");
        HttpResponse<String> early = manager.post(proposal + "/send", "{}");
        refuses(early, 409, "state_conflict");
        assertThat(at(early, "/missing").toString()).isEqualTo("[\"summary\",\"deliverables\",\"fee\"]");
        HttpResponse<String> changed = manager.send("PATCH", proposal,
                "{\"summary\":\"Three reels\",\"deliverables\":[\"1 reel\"],\"fee\":{\"amount\":\"900.00\",\"currency\":\"EUR\"},\"reason\":\"first offer\"}",
                "If-Match", "\"1\"");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(at(changed, "/allowed").toString()).isEqualTo("[\"change\",\"send\",\"delete\"]");
        assertThat(text(manager.post(proposal + "/send", "{}"), "/status")).isEqualTo("sent");
        HttpResponse<String> twice = manager.post(proposal + "/send", "{}");
        refuses(twice, 409, "state_conflict");
        assertThat(at(twice, "/allowed").toString()).isEqualTo("[\"approve\",\"decline\",\"withdraw\"]");
        refuses(manager.send("PATCH", proposal, "{\"title\":\"x\"}", "If-Match", "\"3\""), 409, "state_conflict");
        refuses(manager.send("DELETE", proposal, "", "X-Request-Id", "no"), 409, "state_conflict");
        assertThat(text(manager.post(proposal + "/decline", "{\"reason\":\"too little\"}"), "/status")).isEqualTo("declined");
        HttpResponse<String> again = manager.post(proposal + "/versions", "{\"terms\":" + FULL + ",\"reason\":\"second offer\"}");
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(at(again, "/number").asInt()).isEqualTo(5);
        manager.post(proposal + "/send", "{}");
        assertThat(text(manager.post(proposal + "/approve", "{}"), "/status")).isEqualTo("approved");
        refuses(manager.post(proposal + "/decline", "{}"), 409, "state_conflict");
        refuses(manager.post(proposal + "/withdraw", "{}"), 409, "state_conflict");

        HttpResponse<String> versions = manager.get(proposal + "/versions");
        assertThat(at(versions, "/items")).hasSize(7);
        assertThat(text(versions, "/items/3/reason")).isEqualTo("too little");
        HttpResponse<String> differences = manager.get(proposal + "/differences?older=2&newer=7");
        assertThat(at(differences, "/differences").findValuesAsText("field"))
                .containsExactly("status", "deliverables", "fee", "starts_on", "ends_on", "conditions");
        assertThat(text(differences, "/differences/2/before")).isEqualTo("900.00 EUR");
        HttpResponse<String> beyond = manager.get(proposal + "/differences?older=2&newer=8");
        refuses(beyond, 400, "invalid_parameter");
        assertThat(beyond.body()).contains("\"?newer\"", "1..7");
    }

    @Test
    void bad_terms_are_named_fault_by_fault() {
        open();
        HttpResponse<String> faults = manager.post("/proposals", """
                {"title":" ","deliverables":["a\\nb"],"fee":{"amount":"1.234","currency":"EUR"},"starts_on":"2026-13-01","status":"approved"}""");
        assertThat(faults.statusCode()).isEqualTo(400);
        assertThat(faults.body()).contains("\"#/title\"", "\"#/deliverables/0\"", "\"#/fee\"", "\"#/starts_on\"", "\"#/status\"");
        HttpResponse<String> days = manager.post("/proposals", "{\"title\":\"x\",\"starts_on\":\"2026-10-02\",\"ends_on\":\"2026-10-01\"}");
        refuses(days, 400, "invalid_field");
        assertThat(days.body()).contains("\"#/ends_on\"");
        HttpResponse<String> campaign = manager.post("/proposals", "{\"title\":\"x\",\"campaign_id\":\"" + NOWHERE + "\"}");
        refuses(campaign, 400, "invalid_field");
        assertThat(campaign.body()).contains("\"#/campaign_id\"");
        refuses(manager.send("PATCH", made(FULL), "{}", "X-Request-Id", "none"), 428, "if_match_missing");
        refuses(manager.send("PATCH", made(FULL), "{}", "If-Match", "\"9\""), 412, "stale_version");
    }

    @Test
    void staff_write_and_change_for_a_team_which_sees_who_did() {
        open();
        HttpResponse<String> made = operator.post("/admin/proposals", "{\"team_id\":\"" + program.team() + "\",\"terms\":" + FULL + "}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String id = text(made, "/id");
        HttpResponse<String> changed = operator.send(
                "PATCH", "/admin/proposals/" + id + "?team_id=" + program.team(), "{\"title\":\"Summer\"}", "If-Match", "\"1\"");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(text(manager.get("/proposals/" + id), "/terms/title")).isEqualTo("Summer");
        assertThat(text(manager.get("/proposals/" + id + "/versions"), "/items/0/by")).startsWith("operator:");
        assertThat(at(operator.get("/admin/proposals?team_id=" + program.team()), "/items")).hasSize(1);
        refuses(operator.get("/admin/proposals/" + NOWHERE + "?team_id=" + program.team()), 404, "not_found");
    }

    @Test
    void a_template_keeps_terms_to_begin_with() {
        open();
        HttpResponse<String> made = manager.post("/proposal-templates", "{\"name\":\"Reels\",\"terms\":" + FULL + "}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String path = "/proposal-templates/" + text(made, "/id");
        assertThat(text(manager.get(path), "/terms/fee/amount")).isEqualTo("1200.00");
        assertThat(manager.send("PUT", path, "{\"name\":\"Stories\",\"terms\":{\"title\":\"S\"}}", "If-Match", "\"1\"").statusCode()).isEqualTo(200);
        assertThat(text(manager.get("/proposal-templates"), "/items/0/name")).isEqualTo("Stories");
        assertThat(manager.send("DELETE", path, "", "If-Match", "\"2\"").statusCode()).isEqualTo(204);
        refuses(manager.get(path), 404, "not_found");
    }

    private void open() {
        HttpResponse<String> opened = operator.post("/admin/proposal-access", "{\"team_id\":\"" + program.team() + "\"}");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
    }

    private String made(String terms) {
        HttpResponse<String> made = manager.post("/proposals", terms);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return "/proposals/" + text(made, "/id");
    }
}
