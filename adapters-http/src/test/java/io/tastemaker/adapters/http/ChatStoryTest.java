package io.tastemaker.adapters.http;

import static io.tastemaker.adapters.http.JsonPath.at;
import static io.tastemaker.adapters.http.JsonPath.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatStoryTest {

    private static final String NOWHERE = "/api/v1/chats/0195f000-0000-7000-8000-00000000dead";

    private static final String BRIEF = "Brand awareness for our sunscreen, website https://sun.example, women 25-40, beauty creators on Instagram in Brazil, "
            + "20k to 200k followers, budget 10,000 EUR, from 1 March 2030 to 30 April 2030";

    private Program program;

    @BeforeEach
    void start() {
        program = new Program();
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void a_conversation_fills_a_brief_step_by_step() {
        HttpResponse<String> begun = program.server().post("/api/v1/chats", "");
        String chat = begun.headers().firstValue("Location").orElseThrow();
        assertThat(begun.statusCode()).isEqualTo(201);
        assertThat(text(begun, "/next_question")).isEqualTo("What should the campaign achieve?");

        HttpResponse<String> said = say(chat, "Instagram creators in Spain, 5k to 50k followers");
        assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
        assertThat(at(said, "/draft/target_locations").toString()).isEqualTo("[\"ES\"]");
        assertThat(at(said, "/messages")).hasSize(2);
        assertThat(text(said, "/messages/1/interpreted_by/source")).isEqualTo("rules");
        assertThat(at(said, "/messages/1/interpreted_by/fallback_used").asBoolean()).isFalse();
        assertThat(at(said, "/missing").toString()).isEqualTo("[\"goal\",\"product\",\"audience\",\"categories\",\"budget\",\"dates\"]");

        HttpResponse<String> corrected = say(chat, "make it Brazil and Portugal, 20k to 200k");
        assertThat(at(corrected, "/draft/target_locations").toString()).isEqualTo("[\"BR\",\"PT\"]");
        assertThat(at(corrected, "/draft/follower_range").toString()).isEqualTo("{\"min\":20000,\"max\":200000}");

        HttpResponse<String> shown = program.server().get(chat);
        assertThat(shown.headers().firstValue("ETag")).hasValue("\"3\"");
        assertThat(at(shown, "/message_count").asInt()).isEqualTo(5);
        HttpResponse<String> page = program.server().get(chat + "/messages?limit=2");
        assertThat(at(page, "/items")).hasSize(2);
        HttpResponse<String> rest = program.server().get(chat + "/messages?limit=100&cursor=" + text(page, "/next_cursor"));
        assertThat(at(rest, "/items")).hasSize(3);
        assertThat(at(program.server().get("/api/v1/chats?status=open"), "/items")).hasSize(1);
        assertThat(at(program.server().get("/api/v1/chats?status=finished"), "/items")).isEmpty();
    }

    @Test
    void an_answer_is_streamed_to_who_asks_for_events() {
        String chat = begin();
        HttpResponse<String> streamed = program.server().send(program.server().request(chat + "/messages").header("Content-Type", "application/json")
                .header("Accept", "text/event-stream").POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"on TikTok\"}")));

        assertThat(streamed.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        List<String> events = Pattern.compile("(?m)^event: (.*)$").matcher(streamed.body()).results().map((MatchResult found) -> found.group(1)).toList();
        assertThat(events).startsWith("understood", "answer").endsWith("draft", "done");
        assertThat(streamed.body()).contains("\"target_platforms\":[\"tiktok\"]");
        assertThat(at(program.server().get(chat), "/message_count").asInt()).isEqualTo(3);
    }

    @Test
    void a_brief_becomes_a_campaign_once_and_is_matched_at_once() {
        String chat = begin();
        say(chat, BRIEF);
        HttpResponse<String> dry = program.server().post(chat + "/campaign?dry_run=true", "");
        assertThat(at(dry, "/dry_run").asBoolean()).as(dry.body()).isTrue();

        HttpResponse<String> made = program.server().post(chat + "/campaign", "");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.headers().firstValue("Location")).hasValue("/api/v1/campaigns/" + text(made, "/campaign/id"));
        assertThat(made.headers().firstValue("X-Credits-Charged")).hasValue("0");
        assertThat(at(made, "/items").isArray()).isTrue();
        HttpResponse<String> again = program.server().post(chat + "/campaign", "");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(text(again, "/campaign/id")).isEqualTo(text(made, "/campaign/id"));
        assertThat(at(program.server().get("/api/v1/campaigns"), "/items")).hasSize(1);
        assertThat(text(program.server().get(chat), "/campaign_id")).isEqualTo(text(made, "/campaign/id"));

        Caller.refuses(say(chat, "also YouTube"), 409, "state_conflict");
    }

    @Test
    void an_incomplete_brief_is_refused_with_everything_that_is_missing() {
        String chat = begin();
        say(chat, "TikTok in Italy, budget 5000");
        HttpResponse<String> refused = program.server().post(chat + "/campaign", "");
        Caller.refuses(refused, 409, "campaign_incomplete");
        assertThat(at(refused, "/missing").toString())
                .isEqualTo("[\"goal\",\"product\",\"audience\",\"categories\",\"followers\",\"budget\",\"dates\"]");
        assertThat(at(program.server().get("/api/v1/campaigns"), "/items")).isEmpty();
    }

    @Test
    void bad_input_is_named() {
        String chat = begin();
        Caller.refuses(say(NOWHERE, "hi"), 404, "not_found");
        Caller.refuses(program.server().post(chat + "/messages", "{\"text\":\"\"}"), 400, "invalid_field");
        Caller.refuses(program.server().post(chat + "/messages", "{\"text\":\"" + "x".repeat(4_001) + "\"}"), 400, "invalid_field");
        Caller.refuses(program.server().post(chat + "/messages", "{\"text\":\"\\u0000\\u202e\"}"), 400, "invalid_field");
        Caller.refuses(program.server().post(chat + "/messages", "{\"text\":\"hi\",\"draft\":{}}"), 400, "unknown_field");
        Caller.refuses(program.server().post(chat + "/messages", "{}"), 400, "invalid_field");
        Caller.refuses(program.server().get("/api/v1/chats?status=closed"), 400, "invalid_parameter");
        assertThat(program.server().post(chat + "/messages", "{\"text\":\"" + "x".repeat(4_000) + "\"}").statusCode()).isEqualTo(200);
    }

    @Test
    void a_conversation_is_deleted_in_the_version_that_was_seen() {
        String chat = begin();
        say(chat, "TikTok");
        HttpResponse<String> stale = program.server().send(program.server().request(chat).header("If-Match", "\"1\"").DELETE());
        Caller.refuses(stale, 412, "stale_version");
        assertThat(program.server().send(program.server().request(chat).DELETE()).statusCode()).isEqualTo(204);
        Caller.refuses(program.server().get(chat), 404, "not_found");
    }

    private String begin() {
        return program.server().post("/api/v1/chats", "").headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> say(String chat, String text) {
        return program.server().post(chat + "/messages", "{\"text\":\"" + text + "\"}");
    }
}
