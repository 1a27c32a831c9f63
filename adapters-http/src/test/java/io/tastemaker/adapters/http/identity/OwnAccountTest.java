package io.tastemaker.adapters.http.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.http.Program;
import io.tastemaker.application.identity.People;
import io.tastemaker.application.identity.SignedIn;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnAccountTest {

    private static final String ANA = "ana@example.com";

    private final Program program = new Program();
    private final SignedIn ana = program.people().member(ANA);

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void a_forgotten_password_is_set_by_the_mailed_token() {
        HttpResponse<String> asked = post("/auth/password/forgot", "{\"email\":\"Ana@Example.com\"}");
        assertThat(asked.statusCode()).isEqualTo(202);
        assertThat(asked.body()).isEqualTo("{\"email\":\"ana@example.com\",\"expires_in\":3600}");
        String token = program.people().mailed(ANA);

        HttpResponse<String> weak = post("/auth/password/reset", "{\"token\":\"" + token + "\",\"password\":\"password1\"}");
        assertThat(weak.statusCode()).isEqualTo(400);
        assertThat(weak.body()).contains("\"pointer\":\"#/password\"");
        assertThat(reset(token).statusCode()).isEqualTo(204);
        assertThat(reset(token).body()).contains("\"code\":\"invalid_token\"");
        assertThat(logIn(ANA, "purple otter sings").statusCode()).isEqualTo(200);
        assertThat(logIn(ANA, People.PASSWORD).statusCode()).isEqualTo(401);
    }

    @Test
    void an_unknown_address_is_answered_as_a_known_one() {
        HttpResponse<String> known = post("/auth/password/forgot", "{\"email\":\"ana@example.com\"}");
        HttpResponse<String> unknown = post("/auth/password/forgot", "{\"email\":\"ben@example.com\"}");
        assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
        assertThat(unknown.body()).isEqualTo(known.body().replace("ana@", "ben@"));
    }

    @Test
    void a_wrong_current_password_is_a_fault_of_its_field_and_ends_no_session() {
        HttpResponse<String> wrong = own("POST", "/auth/password/change",
                "{\"current_password\":\"not the one\",\"new_password\":\"purple otter sings\"}");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("\"pointer\":\"#/current_password\"");
        assertThat(own("GET", "/users/me", "").statusCode()).isEqualTo(200);
    }

    @Test
    void the_profile_is_patched_with_its_version() {
        HttpResponse<String> before = own("GET", "/users/me", "");
        assertThat(before.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(before.body()).contains("\"email\":\"ana@example.com\"", "\"tier\":\"product_updates\"").doesNotContain("hash", "password");

        HttpResponse<String> faulty = own("PATCH", "/users/me", "{\"time_zone\":\"Mars/Base\",\"locale\":\"-\"}");
        assertThat(faulty.statusCode()).isEqualTo(400);
        assertThat(faulty.body()).contains("#/time_zone", "#/locale").doesNotContain("must be must be");
        HttpResponse<String> changed = own("PATCH", "/users/me",
                "{\"time_zone\":\"Europe/Lisbon\",\"consents\":[{\"tier\":\"research\",\"granted\":true}]}");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(changed.body()).contains("\"time_zone\":\"Europe/Lisbon\"", "\"tier\":\"research\"", "\"full_name\":\"Ana Lima\"");
        assertThat(own("PATCH", "/users/me", "{\"locale\":\"pt\"}").statusCode()).as("version 1 is stale").isEqualTo(412);
        assertThat(own("PATCH", "/users/me", "{\"email\":\"ben@example.com\"}").body()).contains("unknown_field");
    }

    @Test
    void a_new_address_is_confirmed_by_its_own_letter() {
        HttpResponse<String> asked = own("POST", "/users/me/email",
                "{\"email\":\"ana@new.example\",\"password\":\"" + People.PASSWORD + "\"}");
        assertThat(asked.statusCode()).isEqualTo(202);
        String token = program.people().mailed("ana@new.example");
        assertThat(post("/auth/email/confirm", "{\"token\":\"" + token + "\"}").statusCode()).isEqualTo(204);
        assertThat(logIn("ana@new.example", People.PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void all_data_about_a_person_are_gathered_for_people_only() {
        assertThat(own("POST", "/data-exports", "").statusCode()).isEqualTo(202);
        assertThat(program.server().send(program.server().request("/api/v1/data-exports").POST(BodyPublishers.noBody())).statusCode())
                .as("a key is nobody").isEqualTo(403);
    }

    @Test
    void an_erased_person_gets_a_certificate_and_is_gone() {
        assertThat(own("POST", "/erasure-requests", "{\"confirm\":\"yes\",\"password\":\"x\"}").statusCode()).isEqualTo(400);
        HttpResponse<String> erased =
                own("POST", "/erasure-requests", "{\"confirm\":\"erase\",\"password\":\"" + People.PASSWORD + "\"}");
        assertThat(erased.statusCode()).isEqualTo(200);
        assertThat(erased.body()).contains("\"request_id\":", "\"completed_at\":\"");
        assertThat(own("GET", "/users/me", "").statusCode()).isEqualTo(401);
        assertThat(logIn(ANA, People.PASSWORD).statusCode()).isEqualTo(401);
    }

    @Test
    void accounts_of_others_are_for_operators() {
        assertThat(own("GET", "/admin/users", "").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> reset(String token) {
        return post("/auth/password/reset", "{\"token\":\"" + token + "\",\"password\":\"purple otter sings\"}");
    }

    private HttpResponse<String> logIn(String email, String password) {
        return post("/auth/login", "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}");
    }

    private HttpResponse<String> post(String path, String json) {
        return program.server().send(program.server().bare("/api/v1" + path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> own(String method, String path, String json) {
        HttpRequest.Builder request = program.server().bare("/api/v1" + path).header("Authorization", "Bearer " + ana.accessToken());
        if (!json.isEmpty()) {
            request = request.header("Content-Type", "application/json").header("If-Match", "\"1\"");
        }
        return program.server().send(request.method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
    }
}
