package io.tastemaker.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountStoryTest {

    private static final String ANA = "ana@example.com";
    private static final String SIGN_UP = """
            {"email":"ana@example.com","password":"correct horse battery","full_name":"Ana Lima","company_name":"Lima Studio",
             "consents":[{"tier":"product_updates","granted":true}]}""";
    private static final String LOG_IN = "{\"email\":\"ana@example.com\",\"password\":\"correct horse battery\"}";

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
    void from_sign_up_to_logout() {
        HttpResponse<String> taken = post("/auth/signup", SIGN_UP);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        assertThat(taken.body()).isEqualTo("{\"status\":\"verification_sent\",\"email\":\"ana@example.com\",\"expires_in\":3600}");
        assertThat(taken.headers().firstValue("Location")).isEmpty();

        HttpResponse<String> confirmed = post("/auth/verify-email", "{\"token\":\"" + program.people().mailed(ANA) + "\"}");
        assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
        assertThat(JsonPath.tree(confirmed).properties()).extracting(Map.Entry::getKey).containsExactly("token_type", "access_token",
                "expires_in", "refresh_token", "refresh_expires_at", "session_id", "user", "team", "teams");

        JsonNode ana = JsonPath.tree(post("/auth/login", LOG_IN));
        assertThat(ana.get("token_type").asText()).isEqualTo("Bearer");
        assertThat(ana.get("expires_in").asInt()).isEqualTo(900);
        assertThat(ana.get("refresh_token").asText()).matches("rt_[A-Za-z0-9_-]{43}");
        assertThat(ana.get("refresh_expires_at").asText()).isEqualTo("2026-04-01T09:00:00.000Z");
        assertThat(ana.at("/user/full_name").asText()).isEqualTo("Ana Lima");
        assertThat(ana.at("/user/email_verified").asBoolean()).isTrue();
        assertThat(ana.at("/team/name").asText()).isEqualTo("Lima Studio");
        assertThat(ana.at("/team/role").asText()).isEqualTo("owner");
        assertThat(ana.at("/team/id")).isEqualTo(ana.at("/teams/0/id"));

        String bearer = "Bearer " + ana.get("access_token").asText();
        JsonNode sessions = JsonPath.tree(as(bearer, "GET", "/auth/sessions"));
        assertThat(sessions.get("items")).hasSize(2);
        assertThat(sessions.at("/has_more").asBoolean()).isFalse();
        assertThat(sessions.findValuesAsText("current")).containsExactlyInAnyOrder("true", "false");
        assertThat(sessions.findValuesAsText("address")).containsOnly("127.0.0.1");

        assertThat(as(bearer, "DELETE", "/auth/sessions").statusCode()).isEqualTo(204);
        assertThat(JsonPath.tree(as(bearer, "GET", "/auth/sessions")).get("items")).hasSize(1);

        HttpResponse<String> refreshed = post("/auth/refresh", "{\"refresh_token\":\"" + ana.get("refresh_token").asText() + "\"}");
        assertThat(refreshed.statusCode()).as(refreshed.body()).isEqualTo(200);
        assertThat(JsonPath.text(refreshed, "/session_id")).isEqualTo(ana.get("session_id").asText());

        assertThat(as(bearer, "POST", "/auth/logout").statusCode()).isEqualTo(204);
        assertUnauthenticated(as(bearer, "GET", "/auth/sessions"), "unauthenticated");
        assertUnauthenticated(
                post("/auth/refresh", "{\"refresh_token\":\"" + JsonPath.text(refreshed, "/refresh_token") + "\"}"), "unauthenticated");
    }

    @Test
    void a_person_works_with_the_rights_of_the_role() {
        String bearer = "Bearer " + program.people().member(ANA).accessToken();
        assertThat(as(bearer, "GET", "/campaigns").statusCode()).isEqualTo(200);
        assertThat(as("bEARER" + bearer.substring(6), "GET", "/campaigns").statusCode()).isEqualTo(200);
    }

    @Test
    void one_session_is_ended_and_a_foreign_one_is_not_there() {
        String bearer = "Bearer " + program.people().member(ANA).accessToken();
        String other = JsonPath.text(post("/auth/login", LOG_IN), "/session_id");
        String foreign = program.people().member("ben@example.com").session().id().toString();
        assertThat(as(bearer, "DELETE", "/auth/sessions/" + other).statusCode()).isEqualTo(204);
        HttpResponse<String> unknown = as(bearer, "DELETE", "/auth/sessions/01980000-0000-7000-8000-000000000000");
        HttpResponse<String> bens = as(bearer, "DELETE", "/auth/sessions/" + foreign);
        assertThat(bens.statusCode()).isEqualTo(404).isEqualTo(unknown.statusCode());
        assertThat(plain(bens)).isEqualTo(plain(unknown));
    }

    @Test
    void every_fault_of_a_sign_up_is_named() {
        HttpResponse<String> refused = post("/auth/signup",
                "{\"email\":\"nobody\",\"password\":\"x\",\"full_name\":\" \",\"company_name\":\"\",\"time_zone\":\"Mars/Olympus\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(JsonPath.at(refused, "/errors").findValuesAsText("pointer"))
                .containsExactly("#/email", "#/password", "#/full_name", "#/company_name", "#/time_zone");
        HttpResponse<String> weak = post("/auth/signup", SIGN_UP.replace("correct horse battery", "monkey123"));
        assertThat(JsonPath.at(weak, "/errors").findValuesAsText("pointer")).containsExactly("#/password");
        assertThat(weak.body()).doesNotContain("monkey123");
        assertThat(post("/auth/signup", SIGN_UP.replace("}]}", "}],\"role\":\"owner\"}")).body()).contains("unknown_field");
    }

    @Test
    void an_address_may_be_as_long_as_addresses_are() {
        String longest = "a".repeat(64) + "@" + "b".repeat(60) + "." + "c".repeat(60) + "." + "d".repeat(59) + ".example";
        assertThat(post("/auth/signup", SIGN_UP.replace(ANA, longest)).statusCode()).isEqualTo(202);
        assertThat(post("/auth/signup", SIGN_UP.replace(ANA, longest + "s")).statusCode()).isEqualTo(400);
    }

    @Test
    void a_known_address_is_answered_like_a_new_one() {
        program.people().member(ANA);
        String known = post("/auth/signup", SIGN_UP).body();
        String other = post("/auth/signup", SIGN_UP.replace(ANA, "eva@example.com")).body();
        assertThat(known.replace(ANA, "eva@example.com")).isEqualTo(other);
        String knownAgain = post("/auth/verify-email/resend", "{\"email\":\"ana@example.com\"}").body();
        String unknownAgain = post("/auth/verify-email/resend", "{\"email\":\"eve@example.com\"}").body();
        assertThat(knownAgain.replace(ANA, "eve@example.com")).isEqualTo(unknownAgain);
    }

    @Test
    void every_failed_login_is_answered_alike() {
        program.people().member(ANA);
        HttpResponse<String> wrong = post("/auth/login", LOG_IN.replace("horse", "house"));
        assertUnauthenticated(wrong, "invalid_credentials");
        for (String body : List.of(LOG_IN.replace("ana", "eva"), LOG_IN.replace("correct horse battery", ""), LOG_IN.replace(ANA, ""))) {
            assertThat(plain(post("/auth/login", body))).isEqualTo(plain(wrong));
        }
    }

    @Test
    void too_many_guesses_wait() {
        program.people().member(ANA);
        for (int guess = 0; guess < 10; guess++) {
            post("/auth/login", LOG_IN.replace("horse", "house" + guess));
        }
        HttpResponse<String> limited = post("/auth/login", LOG_IN.replace("horse", "house"));
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.body()).contains("rate_limited");
        assertThat(limited.headers().firstValue("Retry-After")).hasValue("60");
    }

    @Test
    void a_token_of_another_kind_confirms_nothing() {
        HttpResponse<String> refused = post("/auth/verify-email", "{\"token\":\"" + program.people().member(ANA).refreshToken() + "\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("invalid_token");
    }

    @Test
    void an_expired_token_says_so() {
        String bearer = "Bearer " + program.people().member(ANA).accessToken();
        program.clock().advance(Duration.ofMinutes(16));
        HttpResponse<String> expired = as(bearer, "GET", "/auth/sessions");
        assertUnauthenticated(expired, "token_expired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Bearer", "Bearer ", "Bearer  %s", "Bearer %s ", "Bearer\t%s", "%s", "Basic %s", "Bearer %s,Bearer %s",
        "Token %s", "Bearer x.y.z", "Bearer rt_x", "Bearer %sx"})
    void what_is_no_bearer_token_is_refused(String form) {
        String token = program.people().member(ANA).accessToken();
        String answer = program.server().raw("GET /api/v1/auth/sessions HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: "
                + form.replace("%s", token) + (form.endsWith(" ") && form.contains("%s") ? "x" : "") + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 401 ").contains("\"unauthenticated\"").containsIgnoringCase("WWW-Authenticate: Bearer");
    }

    @Test
    void two_credentials_are_refused_also_where_none_is_needed() {
        String token = program.people().member(ANA).accessToken();
        for (String path : List.of("/api/v1/health", "/api/v1/campaigns")) {
            HttpResponse<String> both = program.server().send(program.server().request(path).header("Authorization", "Bearer " + token));
            assertThat(both.statusCode()).as(path).isEqualTo(400);
            assertThat(both.body()).contains("two_credentials");
        }
    }

    @Test
    void a_key_has_no_account() {
        HttpResponse<String> refused = program.server().get("/api/v1/auth/sessions");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("forbidden");
    }

    @Test
    void a_foreign_team_is_not_there() {
        String refresh = program.people().member(ANA).refreshToken();
        String foreign = program.people().member("ben@example.com").user().homeTeam().toString();
        HttpResponse<String> refused = post("/auth/refresh", "{\"refresh_token\":\"" + refresh + "\",\"team_id\":\"" + foreign + "\"}");
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(post("/auth/refresh", "{\"refresh_token\":\"" + refresh + "\"}").statusCode()).isEqualTo(200);
    }

    private static void assertUnauthenticated(HttpResponse<String> answer, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(JsonPath.text(answer, "/code")).isEqualTo(code);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
    }

    private static String plain(HttpResponse<String> answer) {
        return answer.statusCode() + answer.body().replaceAll("urn:request:[A-Za-z0-9-]+", "");
    }

    private HttpResponse<String> post(String path, String json) {
        return program.server().send(program.server().bare("/api/v1" + path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> as(String bearer, String method, String path) {
        HttpRequest.Builder request = program.server().bare("/api/v1" + path).header("Authorization", bearer);
        return program.server().send(request.method(method, BodyPublishers.noBody()));
    }
}
