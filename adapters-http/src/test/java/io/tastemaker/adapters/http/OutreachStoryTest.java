package io.tastemaker.adapters.http;

import static io.tastemaker.adapters.http.JsonPath.at;
import static io.tastemaker.adapters.http.JsonPath.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.shared.Letter;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Facts;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutreachStoryTest {

    private static final String NOWHERE = "0195f000-0000-7000-8000-00000000dead";

    private Program program;
    private String campaign;

    @BeforeEach
    void start() {
        program = new Program();
        campaign = text(made("/api/v1/campaigns", "{\"name\":\"Spring serum\",\"brief\":\"Vegan skin care\"}"), "/id");
        program.campaignIs(campaign, Campaign.Status.ACTIVE);
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void creators_are_invited_and_answer_and_the_team_reads_what_became_of_it() {
        String nova = listed("nova");
        String luz = listed("luz");
        HttpResponse<String> dry = program.server().post(invitations() + "?dry_run=true", invite(nova, luz));
        assertThat(dry.statusCode()).as(dry.body()).isEqualTo(200);
        assertThat(at(dry, "/count").asInt()).isEqualTo(2);
        assertThat(text(dry, "/first/body")).contains("Vegan skin care", "https://example.com/respond#…");
        assertThat(program.lettersTo("nova@example.com")).isEmpty();

        HttpResponse<String> invited = program.server().post(invitations(), invite(nova, luz));
        assertThat(invited.statusCode()).as(invited.body()).isEqualTo(201);
        assertThat(at(invited, "/invitations")).hasSize(2);
        assertThat(invited.body()).doesNotContain("@example.com", "rl_");
        String invitation = "/api/v1/invitations/" + text(invited, "/invitations/0/id");
        assertThat(text(program.server().get("/api/v1/campaigns/" + campaign + "/creators"), "/items/0/status")).isEqualTo("invited");

        HttpResponse<String> opened = respond(token("nova"), "open", "");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
        assertThat(text(opened, "/status")).isEqualTo("opened");
        assertThat(text(opened, "/campaign/name")).isEqualTo("Spring serum");
        assertThat(text(opened, "/team")).isEqualTo("Lima Studio");
        assertThat(at(opened, "/allowed").toString()).isEqualTo("[\"reply\",\"accept\",\"decline\"]");
        assertThat(text(respond(token("nova"), "reply", "How much?"), "/messages/0/text")).isEqualTo("How much?");
        assertThat(made(invitation + "/messages", "{\"text\":\"A lot.\"}").statusCode()).isEqualTo(201);
        assertThat(program.lettersTo("nova@example.com")).hasSize(2);
        HttpResponse<String> messages = program.server().get(invitation + "/messages");
        assertThat(at(messages, "/items")).hasSize(2);
        assertThat(text(respond(token("nova"), "accept", ""), "/status")).isEqualTo("accepted");

        HttpResponse<String> shown = program.server().get(invitation);
        assertThat(text(shown, "/status")).isEqualTo("accepted");
        assertThat(shown.headers().firstValue("ETag")).hasValue("\"4\"");
        assertThat(at(program.server().get(invitations() + "?status=accepted"), "/items")).hasSize(1);
        assertThat(at(program.server().get("/api/v1/invitations?status=sent&campaign_id=" + campaign), "/items")).hasSize(1);
        assertThat(at(program.server().get("/api/v1/invitations?campaign_id=" + NOWHERE), "/items")).isEmpty();
    }

    @Test
    void a_second_decision_and_one_after_withdrawal_or_expiry_are_clear_problems() {
        String nova = listed("nova");
        String luz = listed("luz");
        String sol = listed("sol");
        HttpResponse<String> invited = made(invitations(), invite(nova, luz, sol));
        respond(token("nova"), "decline", "");
        HttpResponse<String> second = respond(token("nova"), "accept", "");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(text(second, "/code")).isEqualTo("state_conflict");
        assertThat(text(second, "/state")).isEqualTo("declined");
        assertThat(at(second, "/allowed")).isEmpty();

        String luzs = "/api/v1/invitations/" + text(invited, "/invitations/1/id");
        assertThat(program.server().send(program.server().request(luzs + "/withdraw").header("If-Match", "\"9\"")
                .POST(HttpRequest.BodyPublishers.noBody())).statusCode()).isEqualTo(412);
        assertThat(program.server().post(luzs + "/withdraw", "").statusCode()).isEqualTo(200);
        HttpResponse<String> late = respond(token("luz"), "accept", "");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(text(late, "/state")).isEqualTo("withdrawn");
        assertThat(text(program.server().post(luzs + "/resend", ""), "/state")).isEqualTo("withdrawn");

        program.later(Duration.ofDays(14));
        HttpResponse<String> over = respond(token("sol"), "accept", "");
        assertThat(over.statusCode()).isEqualTo(409);
        assertThat(text(over, "/code")).isEqualTo("invitation_expired");
    }

    @Test
    void who_cannot_be_invited_is_named_with_every_reason() {
        String shared = program.inCatalogue("shared", new Facts.Stated<>(Fact.EMAIL, "shared@example.com")).toString();
        shortlist(shared);
        HttpResponse<String> locked = program.server().post(invitations(), invite(shared));
        assertThat(locked.statusCode()).isEqualTo(403);
        assertThat(text(locked, "/code")).isEqualTo("unlock_required");
        assertThat(text(locked, "/action")).isEqualTo("email_unlock");
        assertThat(text(locked, "/creators/0")).isEqualTo(shared);
        assertThat(locked.body()).doesNotContain("@example.com");

        HttpResponse<String> mixed = program.server().post(invitations(), invite(shared, NOWHERE, listed("nova")));
        assertThat(mixed.statusCode()).isEqualTo(409);
        assertThat(text(mixed, "/code")).isEqualTo("not_invitable");
        assertThat(at(mixed, "/blocked").toString()).isEqualTo("[{\"creator_id\":\"" + shared + "\",\"reasons\":[\"email_locked\"]},{\"creator_id\":\""
                + NOWHERE + "\",\"reasons\":[\"not_shortlisted\"]}]");
        assertThat(program.lettersTo("nova@example.com")).isEmpty();

        assertThat(program.server().send(program.server().request("/api/v1/creators/" + shared + "/email-unlock").header("Idempotency-Key", "one")
                .POST(HttpRequest.BodyPublishers.noBody())).statusCode()).isEqualTo(201);
        assertThat(program.server().post(invitations(), invite(shared)).statusCode()).isEqualTo(201);
    }

    @Test
    void nobody_is_invited_into_a_campaign_that_does_not_run() {
        String nova = listed("nova");
        program.campaignIs(campaign, Campaign.Status.PAUSED);
        HttpResponse<String> answer = program.server().post(invitations(), invite(nova));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(text(answer, "/state")).isEqualTo("paused");
    }

    @Test
    void bad_input_is_named_all_at_once() {
        String many = IntStream.range(0, 501).mapToObj(number -> "\"" + new UUID(7, number) + "\"").collect(Collectors.joining(","));
        HttpResponse<String> tooMany = program.server().post(invitations(), "{\"creator_ids\":[" + many + "]}");
        assertThat(tooMany.statusCode()).isEqualTo(400);
        assertThat(tooMany.body()).contains("#/creator_ids");
        HttpResponse<String> answer = program.server().post(invitations(), """
                {"creator_ids":["%1$s"],"message_template_id":"%1$s","subject":"Hi {{nobody}} {{response_link}}","body":"{{open {{Handle}}",
                 "expires_in_days":5,"remind_after_days":[3,3]}""".formatted(NOWHERE));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(at(answer, "/errors")).extracting(error -> error.get("pointer").asText()).containsExactlyInAnyOrder(
                "#/subject", "#/subject", "#/body", "#/body", "#/body", "#/message_template_id", "#/remind_after_days");
        assertThat(answer.body()).contains("{{nobody}}", "{{open", "{{Handle}}", "must contain {{response_link}}");
        HttpResponse<String> unknown = program.server().post(invitations(), "{\"creator_ids\":[\"" + NOWHERE + "\"],\"message_template_id\":\""
                + NOWHERE + "\"}");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("#/message_template_id");
        assertThat(program.server().post("/api/v1/campaigns/" + NOWHERE + "/invitations", invite(NOWHERE)).statusCode()).isEqualTo(404);
        for (String bad : List.of("{\"token\":\"x\",\"action\":\"open\"}", "{\"token\":\"rl_" + "a".repeat(43) + "\",\"action\":\"accept\"}")) {
            HttpResponse<String> response = program.server().post("/api/v1/invitation-responses", bad);
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(text(response, "/code")).isEqualTo("invalid_token");
        }
        made(invitations(), invite(listed("nova")));
        assertThat(respond(token("nova"), "reply", "").body()).contains("#/message");
        assertThat(respond(token("nova"), "open", "words").body()).contains("#/message");
    }

    @Test
    void who_wants_no_letters_says_so_with_the_link_of_any() {
        made(invitations(), invite(listed("nova")));
        String token = token("nova");
        respond(token, "decline", "");
        HttpResponse<String> stopped = program.server().post("/api/v1/mail-suppressions", "{\"token\":\"" + token + "\"}");
        assertThat(stopped.statusCode()).as(stopped.body()).isEqualTo(204);
        String again = text(made("/api/v1/creators", "{\"platform\":\"youtube\",\"handle\":\"nova.tv\",\"email\":\"Nova@example.com\"}"), "/id");
        shortlist(again);
        assertThat(program.server().post(invitations(), invite(again)).body()).contains("wants_no_mail");
        assertThat(program.server().post("/api/v1/mail-suppressions", "{\"token\":\"nothing\"}").statusCode()).isEqualTo(400);
    }

    @Test
    void a_text_is_kept_tried_changed_and_deleted() {
        HttpResponse<String> faulty = program.server().post("/api/v1/message-templates", "{\"name\":\"Cold\",\"subject\":\"{{x}}\",\"body\":\"none\"}");
        assertThat(faulty.statusCode()).isEqualTo(400);
        assertThat(at(faulty, "/errors")).extracting(error -> error.get("pointer").asText()).containsExactly("#/subject", "#/body");
        String words = "{\"name\":\"Warm\",\"subject\":\"{{campaign_name}}\",\"body\":\"Dear {{creator_name}}: {{response_link}}\"}";
        HttpResponse<String> created = made("/api/v1/message-templates", words);
        String path = created.headers().firstValue("Location").orElseThrow();
        assertThat(at(program.server().get("/api/v1/message-templates"), "/items")).hasSize(2);
        HttpResponse<String> preview = program.server().post(path + "/preview", "{\"campaign_id\":\"" + campaign + "\",\"creator_id\":\""
                + listed("nova") + "\"}");
        assertThat(text(preview, "/subject")).isEqualTo("Spring serum");
        assertThat(text(preview, "/body")).startsWith("Dear @nova: https://example.com/respond#…");
        assertThat(program.server().post(path + "/preview", "{\"campaign_id\":\"" + NOWHERE + "\",\"creator_id\":\"" + NOWHERE + "\"}").body())
                .contains("#/campaign_id");
        HttpResponse<String> changed = program.server().send(program.server().request(path).header("Content-Type", "application/json")
                .header("If-Match", "\"1\"").PUT(HttpRequest.BodyPublishers.ofString(words.replace("Warm", "Warmer"))));
        assertThat(text(changed, "/name")).isEqualTo("Warmer");
        assertThat(program.server().send(program.server().request(path).DELETE()).statusCode()).isEqualTo(204);
        assertThat(program.server().get(path).statusCode()).isEqualTo(404);
        String shipped = "/api/v1/message-templates/" + text(program.server().get("/api/v1/message-templates"), "/items/0/id");
        assertThat(program.server().send(program.server().request(shipped).DELETE()).statusCode()).isEqualTo(409);
    }

    @Test
    void members_read_and_do_not_invite() {
        String narrow = program.narrowKey(Scope.CAMPAIGNS_READ);
        HttpRequest.Builder reading = program.server().bare("/api/v1/invitations").header("X-Api-Key", narrow);
        assertThat(program.server().send(reading.GET()).statusCode()).isEqualTo(200);
        HttpRequest.Builder writing = program.server().bare(invitations()).header("X-Api-Key", narrow).header("Content-Type", "application/json");
        assertThat(program.server().send(writing.POST(HttpRequest.BodyPublishers.ofString(invite(NOWHERE)))).statusCode()).isEqualTo(403);
    }

    private String invitations() {
        return "/api/v1/campaigns/" + campaign + "/invitations";
    }

    private static String invite(String... creators) {
        return "{\"creator_ids\":[" + List.of(creators).stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(",")) + "]}";
    }

    private String listed(String handle) {
        String id = text(made("/api/v1/creators", "{\"platform\":\"instagram\",\"handle\":\"%1$s\",\"email\":\"%1$s@example.com\"}".formatted(handle)),
                "/id");
        shortlist(id);
        return id;
    }

    private void shortlist(String creator) {
        assertThat(program.server().post("/api/v1/campaigns/" + campaign + "/creators", invite(creator)).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> made(String path, String json) {
        HttpResponse<String> made = program.server().post(path, json);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return made;
    }

    private HttpResponse<String> respond(String token, String action, String message) {
        String words = message.isEmpty() ? "" : ",\"message\":\"" + message + "\"";
        HttpRequest.Builder request = program.server().bare("/api/v1/invitation-responses").header("Content-Type", "application/json");
        return program.server().send(request.POST(HttpRequest.BodyPublishers.ofString(
                "{\"token\":\"" + token + "\",\"action\":\"" + action + "\"" + words + "}")));
    }

    private String token(String handle) {
        Letter letter = program.lettersTo(handle + "@example.com").getLast();
        String rest = letter.text().substring(letter.text().indexOf("/respond#") + "/respond#".length());
        return rest.split("\\s", 2)[0];
    }
}
