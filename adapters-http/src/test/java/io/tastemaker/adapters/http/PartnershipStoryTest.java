package io.tastemaker.adapters.http;

import static io.tastemaker.adapters.http.Caller.refuses;
import static io.tastemaker.adapters.http.JsonPath.at;
import static io.tastemaker.adapters.http.JsonPath.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.shared.Letter;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Facts;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens between a team and those to whom its proposals go. */
class PartnershipStoryTest {

    private static final String NOWHERE = "0195f000-0000-7000-8000-00000000dead";
    private static final String TERMS = """
            {"title":"Spring serum","summary":"Three reels","deliverables":["1 reel"],"fee":{"amount":"1200.00","currency":"EUR"}}""";

    private Program program;
    private Caller manager;
    private Caller operator;
    private String proposal;

    @BeforeEach
    void start() {
        program = new Program();
        manager = new Caller(program, program.managersKey());
        operator = new Caller(program, program.operatorKey());
        operator.post("/admin/proposal-access", "{\"team_id\":\"" + program.team() + "\"}");
        proposal = "/proposals/" + text(made("/proposals", TERMS), "/id");
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void somebody_is_invited_reads_applies_asks_and_approves_and_the_link_works_no_more() {
        sent();
        HttpResponse<String> invited = invite("nova@example.com");
        assertThat(text(invited, "/status")).isEqualTo("sent");
        assertThat(text(invited, "/email")).isEqualTo("nova@example.com");
        assertThat(invited.body()).doesNotContain("pl_");
        Letter letter = program.lettersTo("nova@example.com").getLast();
        assertThat(letter.text()).contains("Spring serum", "Dear Nova", "https://example.com/respond#pl_", "Never want to be written to");

        HttpResponse<String> opened = respond("nova", "open", "");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
        assertThat(text(opened, "/status")).isEqualTo("opened");
        assertThat(text(opened, "/team")).isEqualTo("Lima Studio");
        assertThat(text(opened, "/proposal/fee/amount")).isEqualTo("1200.00");
        assertThat(at(opened, "/allowed").toString()).isEqualTo("[\"apply\",\"reply\",\"approve\",\"decline\"]");
        HttpResponse<String> applied = respond("nova", "apply", "I would film at the sea");
        assertThat(at(applied, "/applied").asBoolean()).isTrue();
        HttpResponse<String> twice = respond("nova", "apply", "Once more");
        refuses(twice, 409, "state_conflict");
        assertThat(at(twice, "/allowed").toString()).isEqualTo("[\"open\",\"reply\",\"approve\",\"decline\"]");
        assertThat(text(respond("nova", "reply", "When?"), "/messages/0/text")).isEqualTo("When?");

        String invitation = text(invited, "/id");
        made(proposal + "/messages", "{\"invitation_id\":\"" + invitation + "\",\"text\":\"In May.\"}");
        assertThat(program.lettersTo("nova@example.com").getLast().text()).contains("In May.", "respond#pl_");
        assertThat(at(manager.get(proposal + "/messages"), "/items").findValuesAsText("from")).containsExactly("team", "creator");
        assertThat(at(manager.get(proposal + "/messages?invitation_id=" + NOWHERE), "/items")).isEmpty();

        HttpResponse<String> approved = respond("nova", "approve", "Gladly");
        assertThat(text(approved, "/status")).isEqualTo("approved");
        assertThat(at(approved, "/allowed")).isEmpty();
        assertThat(text(manager.get(proposal), "/status")).isEqualTo("approved");
        assertThat(text(manager.get(proposal + "/versions"), "/items/0/by")).isEqualTo("system:creator");
        HttpResponse<String> late = respond("nova", "decline", "");
        refuses(late, 409, "state_conflict");
        assertThat(text(late, "/state")).isEqualTo("approved");
        refuses(respond("nova", "open", ""), 409, "state_conflict");
        assertThat(text(manager.get(proposal + "/invitations"), "/items/0/status")).isEqualTo("approved");
        refuses(manager.post(proposal + "/messages", "{\"invitation_id\":\"" + invitation + "\",\"text\":\"x\"}"), 409, "state_conflict");
    }

    @Test
    void who_declines_speaks_for_nobody_else_and_the_last_one_declines_the_proposal() {
        sent();
        invite("nova@example.com");
        invite("luz@example.com");
        assertThat(text(respond("nova", "decline", "Too little"), "/status")).isEqualTo("declined");
        assertThat(text(manager.get(proposal), "/status")).isEqualTo("sent");
        assertThat(respond("luz", "open", "").body()).doesNotContain("Too little");
        respond("luz", "decline", "");
        assertThat(text(manager.get(proposal), "/status")).isEqualTo("declined");
    }

    @Test
    void an_invitation_ends_with_the_version_it_is_to_and_with_its_time() {
        refuses(manager.post(proposal + "/invitations", "{\"email\":\"nova@example.com\"}"), 409, "state_conflict");
        sent();
        invite("nova@example.com");
        refuses(manager.post(proposal + "/invitations", "{\"email\":\"Nova@Example.com\"}"), 409, "state_conflict");
        String old = token("nova");
        assertThat(manager.post(proposal + "/withdraw", "{}").statusCode()).isEqualTo(200);
        HttpResponse<String> over = respondWith(old, "approve", "");
        refuses(over, 409, "state_conflict");
        assertThat(text(over, "/state")).isEqualTo("over");
        manager.send("PATCH", proposal, "{\"title\":\"Summer\"}", "If-Match", "\"3\"");
        sent();
        refuses(respondWith(old, "approve", ""), 409, "state_conflict");
        invite("nova@example.com");
        assertThat(text(respond("nova", "open", ""), "/proposal/title")).isEqualTo("Summer");
        program.later(Duration.ofDays(30));
        HttpResponse<String> late = respond("nova", "approve", "");
        refuses(late, 409, "invitation_expired");
        assertThat(text(late, "/state")).isEqualTo("expired");
    }

    @Test
    void only_open_addresses_that_want_letters_are_written_to() {
        sent();
        String shared = program.inCatalogue("shared", new Facts.Stated<>(Fact.EMAIL, "shared@example.com")).toString();
        HttpResponse<String> locked = manager.post(proposal + "/invitations", "{\"creator_id\":\"" + shared + "\"}");
        refuses(locked, 403, "unlock_required");
        assertThat(text(locked, "/action")).isEqualTo("email_unlock");
        assertThat(locked.body()).doesNotContain("shared@example.com");
        assertThat(manager.once("one", "/creators/" + shared + "/email-unlock", "").statusCode()).isEqualTo(201);
        HttpResponse<String> invited = made(proposal + "/invitations", "{\"creator_id\":\"" + shared + "\"}");
        assertThat(text(invited, "/creator_id")).isEqualTo(shared);
        assertThat(invited.body()).doesNotContain("shared@example.com");

        String token = token("shared");
        assertThat(open("/api/v1/proposal-mail-suppressions", "{\"token\":\"" + token + "\"}").statusCode()).isEqualTo(204);
        assertThat(open("/api/v1/proposal-mail-suppressions", "{\"token\":\"" + token + "\"}").statusCode()).isEqualTo(204);
        int letters = program.lettersTo("shared@example.com").size();
        HttpResponse<String> written = manager.post(proposal + "/messages", "{\"invitation_id\":\"" + text(invited, "/id") + "\",\"text\":\"Please\"}");
        refuses(written, 409, "not_invitable");
        assertThat(at(written, "/reasons").toString()).isEqualTo("[\"wants_no_mail\"]");
        refuses(manager.post(proposal + "/invitations", "{\"email\":\"shared@example.com\"}"), 409, "not_invitable");
        assertThat(program.lettersTo("shared@example.com")).hasSize(letters);
        String silent = text(made("/creators", "{\"platform\":\"instagram\",\"handle\":\"silent\"}"), "/id");
        assertThat(at(manager.post(proposal + "/invitations", "{\"creator_id\":\"" + silent + "\"}"), "/reasons").toString()).isEqualTo("[\"no_email\"]");
    }

    @Test
    void applications_are_shortlisted_accepted_or_declined_with_a_reason() {
        refuses(manager.post(proposal + "/applications", "{\"email\":\"a@example.com\",\"pitch\":\"Me\"}"), 409, "state_conflict");
        sent();
        String creator = text(made("/creators", "{\"platform\":\"instagram\",\"handle\":\"nova\",\"email\":\"nova@example.com\"}"), "/id");
        HttpResponse<String> entered = made(proposal + "/applications", "{\"creator_id\":\"" + creator + "\",\"pitch\":\"She called us\"}");
        String path = proposal + "/applications/" + text(entered, "/id");
        assertThat(entered.headers().firstValue("Location").orElseThrow()).endsWith(path);
        assertThat(at(entered, "/allowed").toString()).isEqualTo("[\"shortlisted\",\"accepted\",\"declined\"]");
        refuses(manager.send("PATCH", path, "{\"status\":\"shortlisted\"}", "X-Request-Id", "none"), 428, "if_match_missing");
        assertThat(text(manager.send("PATCH", path, "{\"status\":\"shortlisted\"}", "If-Match", "\"1\""), "/status")).isEqualTo("shortlisted");
        refuses(manager.send("PATCH", path, "{\"status\":\"accepted\"}", "If-Match", "\"1\""), 412, "stale_version");
        HttpResponse<String> groundless = manager.send("PATCH", path, "{\"status\":\"declined\"}", "If-Match", "\"2\"");
        refuses(groundless, 400, "invalid_field");
        assertThat(groundless.body()).contains("#/reason");
        refuses(manager.send("PATCH", path, "{\"status\":\"accepted\",\"reason\":\"x\"}", "If-Match", "\"2\""), 400, "invalid_field");
        HttpResponse<String> declined = manager.send("PATCH", path, "{\"status\":\"declined\",\"reason\":\"Too far\"}", "If-Match", "\"2\"");
        assertThat(text(declined, "/reason")).isEqualTo("Too far");
        HttpResponse<String> final_ = manager.send("PATCH", path, "{\"status\":\"accepted\"}", "If-Match", "\"3\"");
        refuses(final_, 409, "state_conflict");
        assertThat(at(final_, "/allowed")).isEmpty();
        assertThat(text(manager.get(path), "/status")).isEqualTo("declined");
        assertThat(at(manager.get(proposal + "/applications?limit=1"), "/items")).hasSize(1);
        refuses(manager.get(proposal + "/applications/" + NOWHERE), 404, "not_found");
    }

    @Test
    void parties_have_roles_and_are_removed() {
        String creator = text(made("/creators", "{\"platform\":\"instagram\",\"handle\":\"nova\"}"), "/id");
        HttpResponse<String> added = manager.post(proposal + "/collaborators", "{\"creator_id\":\"" + creator + "\",\"role\":\"contributor\"}");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(200);
        HttpResponse<String> again = manager.post(proposal + "/collaborators", "{\"creator_id\":\"" + creator + "\",\"role\":\"lead\"}");
        assertThat(text(again, "/id")).isEqualTo(text(added, "/id"));
        assertThat(text(manager.get(proposal + "/collaborators"), "/items/0/role")).isEqualTo("lead");
        for (String bad : List.of("{\"role\":\"lead\"}", "{\"user_id\":\"" + NOWHERE + "\",\"creator_id\":\"" + creator + "\",\"role\":\"lead\"}",
                "{\"user_id\":\"" + NOWHERE + "\",\"role\":\"lead\"}", "{\"creator_id\":\"" + NOWHERE + "\",\"role\":\"lead\"}")) {
            refuses(manager.post(proposal + "/collaborators", bad), 400, "invalid_field");
        }
        String path = proposal + "/collaborators/" + text(added, "/id");
        assertThat(manager.send("DELETE", path, "", "X-Request-Id", "one").statusCode()).isEqualTo(204);
        refuses(manager.send("DELETE", path, "", "X-Request-Id", "two"), 404, "not_found");
    }

    @Test
    void deliverables_are_planned_submitted_with_a_proof_sent_back_and_approved_and_the_funnel_counts_them() {
        HttpResponse<String> planned = made(proposal + "/deliverables", "{\"type\":\"reel\",\"title\":\"A reel\",\"due_on\":\"2026-10-01\"}");
        String path = proposal + "/deliverables/" + text(planned, "/id");
        HttpResponse<String> early = manager.send("PATCH", path, "{\"status\":\"approved\"}", "If-Match", "\"1\"");
        refuses(early, 409, "state_conflict");
        assertThat(at(early, "/allowed").toString()).isEqualTo("[\"submitted\",\"canceled\"]");
        refuses(manager.send("PATCH", path, "{\"status\":\"submitted\"}", "If-Match", "\"1\""), 400, "invalid_field");
        HttpResponse<String> faults = manager.send("PATCH", path, "{\"title\":\" \",\"due_on\":\"soon\"}", "If-Match", "\"1\"");
        assertThat(faults.body()).contains("\"#/title\"", "\"#/due_on\"");
        HttpResponse<String> inside = manager.send("PATCH", path, "{\"proof_url\":\"http://10.0.0.1/\"}", "If-Match", "\"1\"");
        refuses(inside, 400, "invalid_field");
        assertThat(inside.body()).contains("\"#/proof_url\"", "public web");
        HttpResponse<String> submitted = manager.send(
                "PATCH", path, "{\"status\":\"submitted\",\"proof_url\":\"https://www.example.com/p/1\"}", "If-Match", "\"1\"");
        assertThat(submitted.statusCode()).as(submitted.body()).isEqualTo(200);
        refuses(manager.send("PATCH", path, "{\"title\":\"Other\"}", "If-Match", "\"2\""), 409, "state_conflict");
        manager.send("PATCH", path, "{\"status\":\"rejected\"}", "If-Match", "\"2\"");
        manager.send("PATCH", path, "{\"title\":\"Better\",\"status\":\"submitted\"}", "If-Match", "\"3\"");
        assertThat(text(manager.send("PATCH", path, "{\"status\":\"approved\"}", "If-Match", "\"4\""), "/title")).isEqualTo("Better");

        sent();
        invite("nova@example.com");
        invite("luz@example.com");
        program.later(Duration.ofMinutes(2));
        respond("nova", "open", "");
        program.later(Duration.ofMinutes(3));
        respond("nova", "apply", "Me");
        respond("nova", "reply", "When?");
        HttpResponse<String> funnel = manager.get(proposal + "/analytics");
        assertThat(at(funnel, "/invited").asInt()).isEqualTo(2);
        assertThat(at(funnel, "/opened").toString()).isEqualTo("{\"count\":1,\"of\":2}");
        assertThat(at(funnel, "/applied").toString()).isEqualTo("{\"count\":1,\"of\":2}");
        assertThat(at(funnel, "/accepted").toString()).isEqualTo("{\"count\":0,\"of\":1}");
        assertThat(at(funnel, "/messages/creator").toString()).isEqualTo("{\"count\":1,\"of\":1}");
        assertThat(at(funnel, "/deliverables/approved").toString()).isEqualTo("{\"count\":1,\"of\":1}");
        assertThat(at(funnel, "/until_opened").toString()).isEqualTo("{\"median_seconds\":120,\"of\":1}");
        assertThat(at(funnel, "/until_applied").toString()).isEqualTo("{\"median_seconds\":180,\"of\":1}");
        assertThat(at(funnel, "/until_answered").toString()).isEqualTo("{\"median_seconds\":null,\"of\":0}");
    }

    @Test
    void bad_input_is_named_fault_by_fault() {
        sent();
        HttpResponse<String> faults = manager.post(proposal + "/applications", "{\"pitch\":\" \",\"creator_id\":\"x\"}");
        refuses(faults, 400, "invalid_field");
        assertThat(faults.body()).contains("\"#/creator_id\"", "\"#/pitch\"");
        HttpResponse<String> neither = manager.post(proposal + "/applications", "{\"pitch\":\"Me\"}");
        refuses(neither, 400, "invalid_field");
        assertThat(neither.body()).contains("\"#/creator_id\"");
        HttpResponse<String> both = manager.post(proposal + "/invitations", "{\"email\":\"a@example.com\",\"creator_id\":\"" + NOWHERE + "\"}");
        refuses(both, 400, "invalid_field");
        assertThat(both.body()).contains("\"#/email\"");
        HttpResponse<String> invitation = manager.post(proposal + "/invitations", "{\"email\":\"nobody\",\"expires_in_days\":91,\"name\":\"x\"}");
        assertThat(invitation.body()).contains("\"#/email\"", "\"#/expires_in_days\"", "\"#/name\"");
        refuses(manager.post(proposal + "/invitations", "{\"creator_id\":\"" + NOWHERE + "\"}"), 400, "invalid_field");
        refuses(manager.post(proposal + "/messages", "{\"invitation_id\":\"" + NOWHERE + "\",\"text\":\"x\"}"), 400, "invalid_field");
        refuses(respondWith("pl_" + "a".repeat(43), "open", ""), 400, "invalid_token");
        refuses(respondWith("rl_" + "a".repeat(43), "open", ""), 400, "invalid_token");
        refuses(open("/api/v1/proposal-mail-suppressions", "{\"token\":\"x\"}"), 400, "invalid_token");
        for (String bad : List.of("{\"token\":\"x\",\"action\":\"apply\"}", "{\"token\":\"x\",\"action\":\"open\",\"message\":\"m\"}",
                "{\"token\":\"x\",\"action\":\"reply\",\"message\":\" \"}")) {
            HttpResponse<String> answer = open("/api/v1/proposal-responses", bad);
            refuses(answer, 400, "invalid_field");
            assertThat(answer.body()).contains("\"#/message\"");
        }
    }

    @Test
    void nothing_of_it_is_open_to_a_team_to_which_proposals_are_closed_nor_to_another_team() {
        sent();
        invite("nova@example.com");
        String other = program.otherTeam().toString();
        operator.post("/admin/proposal-access", "{\"team_id\":\"" + other + "\"}");
        Caller stranger = new Caller(program, program.otherKey());
        for (String part : List.of("/invitations", "/applications", "/messages", "/collaborators", "/deliverables", "/analytics")) {
            refuses(stranger.get(proposal + part), 404, "not_found");
        }
        assertThat(operator.send("DELETE", "/admin/proposal-access/" + program.team(), "", "X-Request-Id", "close").statusCode()).isEqualTo(204);
        for (String part : List.of("/invitations", "/applications", "/messages", "/collaborators", "/deliverables", "/analytics")) {
            refuses(manager.get(proposal + part), 403, "proposals_locked");
        }
        refuses(manager.post(proposal + "/invitations", "{\"email\":\"luz@example.com\"}"), 403, "proposals_locked");
        refuses(respond("nova", "approve", ""), 403, "proposals_locked");
    }

    private void sent() {
        HttpResponse<String> sent = manager.post(proposal + "/send", "{}");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
    }

    private HttpResponse<String> invite(String email) {
        return made(proposal + "/invitations", "{\"email\":\"" + email + "\",\"message\":\"Dear Nova\"}");
    }

    private HttpResponse<String> made(String path, String json) {
        HttpResponse<String> made = manager.post(path, json);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return made;
    }

    private HttpResponse<String> respond(String who, String action, String message) {
        return respondWith(token(who), action, message);
    }

    private HttpResponse<String> respondWith(String token, String action, String message) {
        String words = message.isEmpty() ? "" : ",\"message\":\"" + message + "\"";
        return open("/api/v1/proposal-responses", "{\"token\":\"" + token + "\",\"action\":\"" + action + "\"" + words + "}");
    }

    private HttpResponse<String> open(String path, String json) {
        HttpRequest.Builder request = program.server().bare(path).header("Content-Type", "application/json");
        return program.server().send(request.POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private String token(String who) {
        Letter letter = program.lettersTo(who + "@example.com").getLast();
        String rest = letter.text().substring(letter.text().indexOf("/respond#") + "/respond#".length());
        return rest.split("\\s", 2)[0];
    }
}
