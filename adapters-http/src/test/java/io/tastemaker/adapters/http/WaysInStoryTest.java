package io.tastemaker.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.application.identity.out.IdentityProvidersContract.Person;
import io.tastemaker.domain.identity.TotpSecret;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Second factors and other providers over HTTP. */
class WaysInStoryTest {

    private static final String ANA = "ana@example.com";
    private static final String LOG_IN = "{\"email\":\"ana@example.com\",\"password\":\"correct horse battery\"}";
    private static final String PASSWORD = "{\"password\":\"correct horse battery\"}";
    private static final String SOME_ID = "01980000-0000-7000-8000-000000000000";

    private Program program;
    private String bearer;

    @BeforeEach
    void start() {
        program = new Program();
        bearer = "Bearer " + program.people().member(ANA).accessToken();
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void from_the_secret_to_a_sign_in_with_a_code_and_back() {
        HttpResponse<String> added = as("POST", "/auth/mfa/factors", "{\"name\":\"phone\",\"password\":\"correct horse battery\"}");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(200);
        String secret = JsonPath.text(added, "/secret");
        String factor = JsonPath.text(added, "/factor/id");
        assertThat(JsonPath.text(added, "/uri")).startsWith("otpauth://totp/Tastemaker:ana%40example.com?secret=" + secret);
        assertThat(JsonPath.text(added, "/factor/status")).isEqualTo("pending");

        HttpResponse<String> wrong = as("POST", "/auth/mfa/factors/" + factor + "/confirm", "{\"code\":\"12345\"}");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(JsonPath.at(wrong, "/errors").findValuesAsText("pointer")).containsExactly("#/code");
        HttpResponse<String> confirmed = as("POST", "/auth/mfa/factors/" + factor + "/confirm", code(secret));
        assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
        assertThat(JsonPath.text(confirmed, "/factor/status")).isEqualTo("active");
        assertThat(JsonPath.at(confirmed, "/recovery_codes")).hasSize(10)
                .allMatch(code -> code.asText().matches("([0-9a-z]{4}-){3}[0-9a-z]{4}"));
        HttpResponse<String> listed = as("GET", "/auth/mfa/factors", "");
        assertThat(JsonPath.at(listed, "/recovery_codes_left").asInt()).isEqualTo(10);
        assertThat(listed.body()).doesNotContain(secret);

        program.clock().advance(Duration.ofSeconds(30));
        JsonNode challenge = JsonPath.tree(post("/auth/login", LOG_IN));
        assertThat(challenge.get("mfa_required").asBoolean()).isTrue();
        assertThat(challenge.get("expires_in").asInt()).isEqualTo(300);
        assertThat(challenge.at("/factors/0/id").asText()).isEqualTo(factor);
        assertThat(challenge.has("access_token")).isFalse();
        assertThat(verify(challenge, "\"code\":\"12345\"").statusCode()).isEqualTo(401);
        HttpResponse<String> in = verify(challenge, "\"code\":\"" + shown(secret) + "\"");
        assertThat(in.statusCode()).as(in.body()).isEqualTo(200);
        assertThat(JsonPath.text(in, "/user/email")).isEqualTo(ANA);
        assertThat(verify(challenge, "\"code\":\"" + shown(secret) + "\"").statusCode()).as("a challenge is good once").isEqualTo(401);

        HttpResponse<String> byPaper = verify(JsonPath.tree(post("/auth/login", LOG_IN)),
                "\"recovery_code\":\"" + JsonPath.at(confirmed, "/recovery_codes/3").asText() + "\"");
        assertThat(byPaper.statusCode()).as(byPaper.body()).isEqualTo(200);
        assertThat(JsonPath.at(as("POST", "/auth/mfa/recovery-codes", PASSWORD), "/recovery_codes")).hasSize(10);

        assertThat(JsonPath.text(as("DELETE", "/auth/mfa/factors/" + factor, "{}"), "/code")).isEqualTo("proof_needed");
        assertThat(as("DELETE", "/auth/mfa/factors/" + factor, PASSWORD).statusCode()).isEqualTo(204);
        assertThat(JsonPath.tree(post("/auth/login", LOG_IN)).has("access_token")).isTrue();
    }

    @Test
    void a_sixth_factor_is_one_too_many() {
        for (int number = 0; number < 5; number++) {
            as("POST", "/auth/mfa/factors", "{\"name\":\"phone\",\"password\":\"correct horse battery\"}");
        }
        HttpResponse<String> sixth = as("POST", "/auth/mfa/factors", "{\"name\":\"phone\",\"password\":\"correct horse battery\"}");
        assertThat(sixth.statusCode()).isEqualTo(409);
        assertThat(JsonPath.text(sixth, "/state")).isEqualTo("full");
        assertThat(JsonPath.text(as("POST", "/auth/mfa/recovery-codes", PASSWORD), "/state")).isEqualTo("no_factor");
    }

    @Test
    void every_broken_answer_to_a_challenge_is_refused() {
        String path = "/auth/mfa/challenges/" + SOME_ID + "/verify";
        assertThat(post(path, "{\"challenge_token\":\"x\"}").statusCode()).isEqualTo(400);
        assertThat(post(path, "{\"challenge_token\":\"x\",\"code\":\"1\",\"recovery_code\":\"2\"}").statusCode()).isEqualTo(400);
        HttpResponse<String> unknown = post(path, "{\"challenge_token\":\"x\",\"code\":\"000000\"}");
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(JsonPath.text(unknown, "/code")).isEqualTo("invalid_credentials");
        assertThat(unknown.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @Test
    void the_factor_of_another_is_not_there() {
        HttpResponse<String> added = as("POST", "/auth/mfa/factors", "{\"name\":\"phone\",\"password\":\"correct horse battery\"}");
        bearer = "Bearer " + program.people().member("ben@example.com").accessToken();
        HttpResponse<String> foreign = as("DELETE", "/auth/mfa/factors/" + JsonPath.text(added, "/factor/id"), PASSWORD);
        HttpResponse<String> unknown = as("DELETE", "/auth/mfa/factors/" + SOME_ID, PASSWORD);
        assertThat(foreign.statusCode()).isEqualTo(404).isEqualTo(unknown.statusCode());
        assertThat(plain(foreign)).isEqualTo(plain(unknown));
    }

    @Test
    void keys_have_no_factors_and_no_identities() {
        assertThat(program.server().get("/api/v1/auth/mfa/factors").statusCode()).isEqualTo(403);
        assertThat(program.server().get("/api/v1/users/me/identities").statusCode()).isEqualTo(403);
        assertThat(program.server().post("/api/v1/auth/oauth/google/start", "{\"link\":true}").statusCode()).isEqualTo(403);
    }

    @Test
    void a_new_person_comes_in_with_google() {
        assertThat(JsonPath.at(get("/auth/providers"), "/providers").findValuesAsText("name")).containsExactly("google", "silent");
        HttpResponse<String> begun = post("/auth/oauth/google/start", "{}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(200);
        assertThat(JsonPath.at(begun, "/expires_in").asInt()).isEqualTo(600);
        Person eva = new Person("7", Optional.of("eva@example.com"), true, Optional.of("Eva Sol"));
        HttpResponse<String> in = back(begun, eva);
        assertThat(in.statusCode()).as(in.body()).isEqualTo(200);
        assertThat(JsonPath.text(in, "/user/full_name")).isEqualTo("Eva Sol");
        assertThat(JsonPath.text(in, "/team/role")).isEqualTo("owner");
        assertThat(back(begun, eva).statusCode()).as("a state is good once").isEqualTo(401);

        bearer = "Bearer " + JsonPath.text(in, "/access_token");
        HttpResponse<String> linked = as("GET", "/users/me/identities", "");
        assertThat(JsonPath.text(linked, "/identities/0/email")).isEqualTo("eva@example.com");
        HttpResponse<String> unlinked = as("DELETE", "/users/me/identities/" + JsonPath.text(linked, "/identities/0/id"), "");
        assertThat(unlinked.statusCode()).isEqualTo(409);
        assertThat(JsonPath.text(unlinked, "/state")).isEqualTo("only_way_in");
    }

    @Test
    void an_account_is_linked_by_whoever_is_signed_in_and_has_the_password() {
        Person other = new Person("9", Optional.of("other@example.com"), false, Optional.empty());
        assertThat(JsonPath.text(as("POST", "/auth/oauth/google/start", "{\"link\":true}"), "/code")).isEqualTo("proof_needed");
        assertThat(post("/auth/oauth/google/start", "{\"link\":true,\"password\":\"correct horse battery\"}").statusCode()).isEqualTo(401);
        HttpResponse<String> begun = as("POST", "/auth/oauth/google/start", "{\"link\":true,\"password\":\"correct horse battery\"}");
        HttpResponse<String> linked = as("POST", "/auth/oauth/google/callback", callback(begun, other));
        assertThat(linked.statusCode()).as(linked.body()).isEqualTo(200);
        assertThat(JsonPath.text(linked, "/issuer")).isEqualTo("https://accounts.google.com");
        assertThat(JsonPath.text(back(post("/auth/oauth/google/start", "{}"), other), "/user/email")).isEqualTo(ANA);
        assertThat(as("DELETE", "/users/me/identities/" + JsonPath.text(linked, "/id"), "").statusCode()).isEqualTo(204);
    }

    @Test
    void what_goes_wrong_with_a_provider_is_named() {
        assertThat(post("/auth/oauth/acme/start", "{}").statusCode()).isEqualTo(404);
        HttpResponse<String> foreign = post("/auth/oauth/google/start", "{\"redirect_uri\":\"https://evil.example.com/\"}");
        assertThat(JsonPath.at(foreign, "/errors").findValuesAsText("pointer")).containsExactly("#/redirect_uri");
        HttpResponse<String> silent = post("/auth/oauth/silent/start", "{}");
        assertThat(silent.statusCode()).isEqualTo(503);
        assertThat(JsonPath.text(silent, "/dependency")).isEqualTo("silent");
        Person unverified = new Person("666", Optional.of(ANA), false, Optional.empty());
        assertThat(JsonPath.text(back(post("/auth/oauth/google/start", "{}"), unverified), "/code")).isEqualTo("email_unverified");
        back(post("/auth/oauth/google/start", "{}"), Person.ANA);
        Person another = new Person("667", Optional.of(ANA), true, Optional.empty());
        HttpResponse<String> conflict = back(post("/auth/oauth/google/start", "{}"), another);
        assertThat(JsonPath.text(conflict, "/code")).isEqualTo("already_exists");
    }

    @Test
    void the_document_says_that_a_sign_in_is_one_of_two_things() {
        HttpResponse<String> document = program.server().send(program.server().bare("/openapi.json"));
        JsonNode schema = JsonPath.at(document, "/paths/~1api~1v1~1auth~1login/post/responses/200/content/application~1json/schema");
        assertThat(schema.get("oneOf")).hasSize(2);
    }

    private String code(String secret) {
        return "{\"code\":\"" + shown(secret) + "\"}";
    }

    private String shown(String secret) {
        byte[] bytes = new byte[TotpSecret.BYTES];
        int bits = 0;
        for (char letter : secret.toCharArray()) {
            int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            for (int bit = 4; bit >= 0; bit--, bits++) {
                bytes[bits / 8] |= (byte) ((value >> bit & 1) << 7 - bits % 8);
            }
        }
        return program.ways().shown(new TotpSecret(bytes));
    }

    private HttpResponse<String> verify(JsonNode challenge, String factor) {
        return post("/auth/mfa/challenges/" + challenge.get("challenge_id").asText() + "/verify",
                "{\"challenge_token\":\"" + challenge.get("challenge_token").asText() + "\"," + factor + "}");
    }

    private HttpResponse<String> back(HttpResponse<String> begun, Person person) {
        return post("/auth/oauth/google/callback", callback(begun, person));
    }

    private String callback(HttpResponse<String> begun, Person person) {
        String code = program.ways().providers().consent(URI.create(JsonPath.text(begun, "/authorization_url")), person);
        return "{\"code\":\"" + code + "\",\"state\":\"" + JsonPath.text(begun, "/state") + "\"}";
    }

    private HttpResponse<String> get(String path) {
        return program.server().send(program.server().bare("/api/v1" + path));
    }

    private HttpResponse<String> post(String path, String body) {
        return program.server().send(json(program.server().bare("/api/v1" + path)).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> as(String method, String path, String body) {
        HttpRequest.Builder request = program.server().bare("/api/v1" + path).header("Authorization", bearer);
        return program.server().send(body.isEmpty() ? request.method(method, BodyPublishers.noBody())
                : json(request).method(method, BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request) {
        return request.header("Content-Type", "application/json");
    }

    private static String plain(HttpResponse<String> response) {
        return response.body().replaceAll("urn:request:[^\"]+", "");
    }
}
