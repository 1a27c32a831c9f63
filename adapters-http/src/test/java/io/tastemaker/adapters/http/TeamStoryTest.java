package io.tastemaker.adapters.http;

import static io.tastemaker.adapters.http.JsonPath.at;
import static io.tastemaker.adapters.http.JsonPath.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.adapters.http.Program.Person;
import io.tastemaker.domain.shared.TeamId;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TeamStoryTest {

    private static final Pattern LINK = Pattern.compile("https://example.com/accept-invitation#(\\S+)");
    private static final String NOWHERE = "0195f000-0000-7000-8000-00000000dead";
    private static final String PASSWORD = "quite a long sentence, nobody's";

    private Program program;
    private Person ana;

    @BeforeEach
    void start() {
        program = new Program();
        ana = program.person("ana");
    }

    @AfterEach
    void stop() {
        program.close();
    }

    private HttpResponse<String> call(String key, String method, String path, String json) {
        HttpRequest.Builder request = program.server().bare("/api/v1" + path).header("X-Api-Key", key).header("X-Request-Id", "same");
        return program.server().send(body(request, method, json));
    }

    private HttpResponse<String> change(String key, String path, long version, String json) {
        HttpRequest.Builder request = program.server().bare("/api/v1" + path).header("X-Api-Key", key).header("If-Match", "\"" + version + "\"");
        return program.server().send(body(request, "PATCH", json));
    }

    private static HttpRequest.Builder body(HttpRequest.Builder request, String method, String json) {
        return json.isEmpty()
                ? request.method(method, HttpRequest.BodyPublishers.noBody())
                : request.header("Content-Type", "application/json").method(method, HttpRequest.BodyPublishers.ofString(json));
    }

    private String of(Person person) {
        return "/teams/" + person.home();
    }

    private String invite(Person by, String email, String role) {
        HttpResponse<String> made = call(by.key(), "POST", of(by) + "/invitations", "{\"email\":\"%s\",\"role\":\"%s\"}".formatted(email, role));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return text(made, "/id");
    }

    private String lastToken(String address) {
        Matcher link = LINK.matcher(program.lettersTo(address).getLast().text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    /** Joins Ana's team; the key is for working there. */
    private String joined(String name, String role) {
        Person person = program.person(name);
        invite(ana, name + "@example.com", role);
        assertThat(accept(person.key(), lastToken(name + "@example.com")).statusCode()).isEqualTo(200);
        return program.key(person.user(), ana.home());
    }

    private HttpResponse<String> accept(String key, String token) {
        return call(key, "POST", "/team-invitations/accept", "{\"token\":\"" + token + "\"}");
    }

    private String member(String email) {
        for (JsonNode item : at(call(ana.key(), "GET", of(ana) + "/members", ""), "/items")) {
            if (item.get("email").asText().equals(email)) {
                return of(ana) + "/members/" + item.get("user_id").asText();
            }
        }
        throw new AssertionError("no member " + email);
    }

    @Test
    void a_person_makes_renames_deletes_and_restores_a_team() {
        HttpResponse<String> made = call(ana.key(), "POST", "/teams", "{\"name\":\"Oslo\",\"time_zone\":\"Europe/Oslo\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        TeamId oslo = TeamId.of(text(made, "/id"));
        assertThat(at(call(ana.key(), "GET", "/teams", ""), "/items")).hasSize(2);
        String key = program.key(ana.user(), oslo);

        HttpResponse<String> renamed = change(key, "/teams/" + oslo, 1, "{\"name\":\"Bergen\"}");
        assertThat(text(renamed, "/name")).isEqualTo("Bergen");
        assertThat(text(renamed, "/time_zone")).isEqualTo("Europe/Oslo");
        assertThat(change(key, "/teams/" + oslo, 1, "{}").statusCode()).isEqualTo(412);
        assertThat(change(key, "/teams/" + oslo, 2, "{\"time_zone\":\"Mars/Olympus\"}").statusCode()).isEqualTo(400);

        HttpResponse<String> leaving = call(key, "DELETE", "/teams/" + oslo, "");
        assertThat(text(leaving, "/state")).isEqualTo("cooling_off");
        assertThat(program.lettersTo(ana.user()).getLast().subject()).isEqualTo("The team Bergen will be deleted");
        assertThat(call(key, "DELETE", "/teams/" + oslo, "").statusCode()).isEqualTo(409);
        assertThat(text(call(key, "POST", "/teams/" + oslo + "/restore", ""), "/state")).isEqualTo("active");
        assertThat(call(key, "POST", "/teams/" + oslo + "/restore", "").statusCode()).isEqualTo(409);
    }

    @Test
    void after_the_cooling_off_a_team_is_gone_with_its_members_and_keys() {
        TeamId oslo = TeamId.of(text(call(ana.key(), "POST", "/teams", "{\"name\":\"Oslo\"}"), "/id"));
        String key = program.key(ana.user(), oslo);
        HttpResponse<String> apiKey = call(key, "POST", "/api-keys", "{\"name\":\"ci\",\"scopes\":[\"creators:read\"]}");
        call(key, "DELETE", "/teams/" + oslo, "");

        program.later(Duration.ofDays(14).minusSeconds(1));
        program.closeTeams();
        assertThat(call(key, "GET", "/teams/" + oslo, "").statusCode()).isEqualTo(200);

        program.later(Duration.ofSeconds(1));
        program.closeTeams();
        assertThat(call(key, "GET", "/teams/" + oslo, "").statusCode()).isEqualTo(401);
        assertThat(call(text(apiKey, "/key"), "GET", "/creators/search?limit=1", "").statusCode()).isEqualTo(401);
        assertThat(at(call(ana.key(), "GET", "/teams", ""), "/items")).hasSize(1);
    }

    @Test
    void the_personal_team_stays_and_a_twenty_first_team_is_not_made() {
        assertThat(text(call(ana.key(), "DELETE", of(ana), ""), "/state")).isEqualTo("personal_team");
        for (int i = 0; i < 19; i++) {
            assertThat(call(ana.key(), "POST", "/teams", "{\"name\":\"Team\"}").statusCode()).isEqualTo(201);
        }
        assertThat(text(call(ana.key(), "POST", "/teams", "{\"name\":\"Team\"}"), "/state")).isEqualTo("too_many_teams");
    }

    @Test
    void another_team_is_answered_like_one_that_does_not_exist() {
        Person ole = program.person("ole");
        List<String> below = List.of("", "/members", "/invitations");

        assertThat(below).allSatisfy(path -> {
            HttpResponse<String> foreign = call(ana.key(), "GET", of(ole) + path, "");
            assertThat(foreign.statusCode()).isEqualTo(404);
            assertThat(foreign.body()).isEqualTo(call(ana.key(), "GET", "/teams/" + NOWHERE + path, "").body());
        });
        assertThat(call(ana.key(), "DELETE", of(ole) + "/members/" + ole.user().id(), "").statusCode()).isEqualTo(404);
        assertThat(call(ana.key(), "DELETE", of(ana) + "/members/" + ole.user().id(), "").statusCode()).isEqualTo(404);
        assertThat(call(ana.key(), "POST", of(ole) + "/invitations", "{\"email\":\"x@example.com\",\"role\":\"member\"}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void somebody_with_an_account_joins_by_the_mailed_link_once() {
        Person ben = program.person("ben");
        invite(ana, "Ben@Example.com", "manager");
        String token = lastToken("ben@example.com");

        assertThat(accept(ana.key(), token).body()).contains("invalid_token");
        HttpResponse<String> joined = accept(ben.key(), token);
        assertThat(text(joined, "/team/role")).isEqualTo("manager");
        assertThat(accept(ben.key(), token).statusCode()).isEqualTo(400);

        HttpResponse<String> members = call(program.key(ben.user(), ana.home()), "GET", of(ana) + "/members", "");
        assertThat(at(members, "/items")).extracting(item -> item.get("role").asText()).containsExactly("owner", "manager");
        assertThat(call(ana.key(), "POST", of(ana) + "/invitations", "{\"email\":\"ben@example.com\",\"role\":\"member\"}").body())
                .contains("already_exists");
    }

    @Test
    void somebody_without_an_account_joins_and_has_one_then() {
        invite(ana, "eva@example.com", "member");
        String token = lastToken("eva@example.com");
        String path = "/api/v1/team-invitations/accept";

        HttpResponse<String> bare = program.server().send(body(program.server().bare(path), "POST", "{\"token\":\"" + token + "\"}"));
        assertThat(bare.body()).contains("#/full_name", "#/password");
        HttpResponse<String> weak = program.server().send(body(program.server().bare(path), "POST",
                "{\"token\":\"%s\",\"full_name\":\"Eva\",\"password\":\"password1\"}".formatted(token)));
        assertThat(weak.body()).contains("#/password", "what anybody would try first").doesNotContain("password1");

        String whole = "{\"token\":\"%s\",\"full_name\":\"Eva\",\"password\":\"%s\"}".formatted(token, PASSWORD);
        HttpResponse<String> joined = program.server().send(body(program.server().bare(path), "POST", whole));
        assertThat(joined.statusCode()).as(joined.body()).isEqualTo(200);
        assertThat(UUID.fromString(text(joined, "/user_id"))).isNotNull();
        assertThat(member("eva@example.com")).isNotBlank();
        assertThat(program.server().send(body(program.server().bare(path), "POST", whole)).body()).contains("invalid_token");
    }

    @Test
    void every_fault_of_an_invitation_is_named() {
        HttpResponse<String> faulty = call(ana.key(), "POST", of(ana) + "/invitations", "{\"email\":\"nobody\",\"role\":\"king\"}");
        assertThat(at(faulty, "/errors").findValuesAsText("pointer")).containsExactly("#/email", "#/role");
    }

    @Test
    void nobody_is_flooded_with_invitations() {
        String id = invite(ana, "ben@example.com", "member");
        for (int letter = 2; letter <= 5; letter++) {
            assertThat(call(ana.key(), "POST", of(ana) + "/invitations/" + id + "/resend", "").statusCode()).isEqualTo(200);
        }
        HttpResponse<String> tooMany = call(ana.key(), "POST", of(ana) + "/invitations/" + id + "/resend", "");
        assertThat(tooMany.statusCode()).isEqualTo(429);
        assertThat(tooMany.headers().firstValue("Retry-After")).isPresent();
        Person eva = program.person("eva");
        assertThat(call(eva.key(), "POST", of(eva) + "/invitations", "{\"email\":\"ben@example.com\",\"role\":\"member\"}").statusCode())
                .as("by another team").isEqualTo(429);
        assertThat(program.lettersTo("ben@example.com")).hasSize(5);
        invite(ana, "kim@example.com", "member");
        program.later(Duration.ofHours(1));
        assertThat(call(ana.key(), "POST", of(ana) + "/invitations/" + id + "/resend", "").statusCode()).isEqualTo(200);
    }

    @Test
    void a_team_mails_a_hundred_invitations_an_hour() {
        for (int letter = 1; letter <= 100; letter++) {
            invite(ana, "friend" + letter + "@example.com", "member");
        }
        assertThat(call(ana.key(), "POST", of(ana) + "/invitations", "{\"email\":\"one@example.com\",\"role\":\"member\"}").statusCode())
                .isEqualTo(429);
    }

    @Test
    void an_invitation_expires_and_mailing_it_again_kills_the_old_link() {
        Person ben = program.person("ben");
        String id = invite(ana, "ben@example.com", "member");
        String first = lastToken("ben@example.com");
        program.later(Duration.ofDays(7));

        assertThat(accept(ben.key(), first).body()).contains("invitation_expired");
        assertThat(text(call(ana.key(), "POST", of(ana) + "/invitations/" + id + "/resend", ""), "/status")).isEqualTo("pending");
        assertThat(accept(ben.key(), first).body()).contains("invalid_token");
        assertThat(accept(ben.key(), lastToken("ben@example.com")).statusCode()).isEqualTo(200);
        assertThat(text(call(ana.key(), "POST", of(ana) + "/invitations/" + id + "/resend", ""), "/state")).isEqualTo("accepted");
        assertThat(text(call(ana.key(), "DELETE", of(ana) + "/invitations/" + id, ""), "/state")).isEqualTo("accepted");
    }

    @Test
    void a_revoked_invitation_is_worth_nothing_and_makes_room_for_another() {
        Person ben = program.person("ben");
        String id = invite(ana, "ben@example.com", "member");
        String token = lastToken("ben@example.com");
        assertThat(call(ana.key(), "POST", of(ana) + "/invitations", "{\"email\":\"ben@example.com\",\"role\":\"admin\"}").statusCode())
                .isEqualTo(409);

        assertThat(call(ana.key(), "DELETE", of(ana) + "/invitations/" + id, "").statusCode()).isEqualTo(204);

        assertThat(accept(ben.key(), token).body()).contains("invalid_token");
        invite(ana, "ben@example.com", "admin");
        assertThat(at(call(ana.key(), "GET", of(ana) + "/invitations", ""), "/items"))
                .extracting(item -> item.get("status").asText()).containsExactly("pending", "revoked");
    }

    @Test
    void pending_invitations_take_seats_and_known_addresses_are_answered_like_unknown_ones() {
        program.person("ben");
        program.seats(ana.home(), 3);
        HttpResponse<String> known = call(ana.key(), "POST", of(ana) + "/invitations", "{\"email\":\"ben@example.com\",\"role\":\"member\"}");
        HttpResponse<String> unknown = call(ana.key(), "POST", of(ana) + "/invitations", "{\"email\":\"eva@example.com\",\"role\":\"member\"}");

        assertThat(members(known)).isEqualTo(members(unknown));
        HttpResponse<String> full = call(ana.key(), "POST", of(ana) + "/invitations", "{\"email\":\"kim@example.com\",\"role\":\"member\"}");
        assertThat(full.body()).contains("seats_exhausted");
        assertThat(at(full, "/seats").asInt()).isEqualTo(3);
    }

    private static List<String> members(HttpResponse<String> answer) {
        List<String> names = new ArrayList<>(List.of(String.valueOf(answer.statusCode())));
        at(answer, "").fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void an_admin_changes_members_but_not_the_owner_and_makes_none() {
        joined("ben", "member");
        String eva = joined("eva", "admin");

        HttpResponse<String> raised = change(eva, member("ben@example.com"), 1, "{\"role\":\"manager\",\"monthly_credit_cap\":500}");
        assertThat(at(raised, "/monthly_credit_cap").asLong()).isEqualTo(500);
        assertThat(at(change(eva, member("ben@example.com"), 2, "{\"monthly_credit_cap\":null}"), "/monthly_credit_cap").isNull()).isTrue();
        assertThat(change(eva, member("ben@example.com"), 1, "{\"role\":\"member\"}").statusCode()).isEqualTo(412);
        assertThat(text(change(eva, member("ana@example.com"), 1, "{\"role\":\"member\"}"), "/required_role")).isEqualTo("owner");
        assertThat(text(change(eva, member("ben@example.com"), 3, "{\"role\":\"owner\"}"), "/required_role")).isEqualTo("owner");
        assertThat(text(call(eva, "DELETE", member("ana@example.com"), ""), "/required_role")).isEqualTo("owner");
        assertThat(call(eva, "DELETE", member("ben@example.com"), "").statusCode()).isEqualTo(204);
    }

    @Test
    void the_owner_hands_the_team_over_and_is_an_admin_then() {
        String ben = joined("ben", "manager");
        assertThat(text(change(ana.key(), member("ana@example.com"), 1, "{\"role\":\"admin\"}"), "/state")).isEqualTo("owner");
        assertThat(call(ana.key(), "DELETE", member("ana@example.com"), "").statusCode()).isEqualTo(409);

        assertThat(text(change(ana.key(), member("ben@example.com"), 1, "{\"role\":\"owner\"}"), "/role")).isEqualTo("owner");

        assertThat(at(call(ben, "GET", of(ana) + "/members", ""), "/items")).extracting(item -> item.get("role").asText())
                .containsExactlyInAnyOrder("admin", "owner");
        assertThat(call(ana.key(), "DELETE", member("ben@example.com"), "").statusCode()).isEqualTo(403);
    }

    @Test
    void who_is_taken_out_of_the_personal_team_has_a_new_one() {
        String ben = joined("ben", "manager");
        change(ana.key(), member("ben@example.com"), 1, "{\"role\":\"owner\"}");
        String self = member("ana@example.com");

        assertThat(call(ben, "DELETE", self, "").statusCode()).isEqualTo(204);

        assertThat(call(ana.key(), "GET", of(ana), "").statusCode()).isEqualTo(401);
        assertThat(call(ben, "DELETE", of(ana), "").statusCode()).isEqualTo(200);
    }

    @Test
    void members_and_managers_leave_but_remove_and_invite_nobody() {
        String ben = joined("ben", "manager");
        joined("eva", "member");

        assertThat(text(call(ben, "DELETE", member("eva@example.com"), ""), "/required_role")).isEqualTo("admin");
        assertThat(text(call(ben, "POST", of(ana) + "/invitations", "{\"email\":\"x@example.com\",\"role\":\"member\"}"), "/required_role"))
                .isEqualTo("admin");
        assertThat(change(ben, member("eva@example.com"), 1, "{\"role\":\"member\"}").statusCode()).isEqualTo(403);
        assertThat(call(ben, "DELETE", member("ben@example.com"), "").statusCode()).isEqualTo(204);
        assertThat(call(ben, "GET", of(ana), "").statusCode()).isEqualTo(401);
    }

    @Test
    void an_admin_makes_narrows_rotates_and_revokes_a_key() {
        HttpResponse<String> made = call(ana.key(), "POST", "/api-keys",
                "{\"name\":\"ci\",\"role\":\"manager\",\"scopes\":[\"creators:write\",\"jobs:read\"],\"expires_in_days\":30}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String path = "/api-keys/" + text(made, "/api_key/id");
        String secret = text(made, "/key");
        assertThat(call(secret, "GET", "/jobs", "").statusCode()).isEqualTo(200);
        HttpResponse<String> shown = call(ana.key(), "GET", path, "");
        assertThat(shown.body()).doesNotContain(secret).contains("last_used_at\":\"2026");

        HttpResponse<String> narrowed = change(ana.key(), path, 1, "{\"scopes\":[\"creators:read\"],\"expires_in_days\":null}");
        assertThat(at(narrowed, "/expires_at").isNull()).isTrue();
        assertThat(call(secret, "GET", "/jobs", "").statusCode()).isEqualTo(403);

        HttpResponse<String> rotated = call(ana.key(), "POST", path + "/rotate", "{\"overlap_hours\":1}");
        assertThat(List.of(secret, text(rotated, "/key"))).allMatch(key -> call(key, "GET", "/favorites", "").statusCode() == 200);
        program.later(Duration.ofHours(1));
        assertThat(call(secret, "GET", "/favorites", "").statusCode()).isEqualTo(401);

        assertThat(call(ana.key(), "DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(call(text(rotated, "/key"), "GET", "/favorites", "").statusCode()).isEqualTo(401);
        assertThat(text(call(ana.key(), "GET", path, ""), "/status")).isEqualTo("revoked");
        assertThat(call(ana.key(), "POST", path + "/rotate", "{}").statusCode()).isEqualTo(409);
    }

    @Test
    void keys_do_not_make_keys_and_faults_of_a_key_come_together() {
        String key = text(call(ana.key(), "POST", "/api-keys", "{\"name\":\"ci\",\"scopes\":[\"jobs:read\"]}"), "/key");

        assertThat(call(key, "GET", "/api-keys", "").statusCode()).isEqualTo(403);
        assertThat(call(key, "GET", "/teams", "").statusCode()).isEqualTo(403);
        assertThat(call(ana.key(), "POST", "/api-keys", "{\"role\":\"admin\",\"scopes\":[\"all\"],\"expires_in_days\":0}").body())
                .contains("#/name", "#/role", "#/scopes/0", "#/expires_in_days");
        assertThat(call(ana.key(), "GET", "/api-keys/" + NOWHERE, "").statusCode()).isEqualTo(404);
    }

    @Test
    void the_roles_say_what_they_may_and_what_else_they_are_called() {
        JsonNode roles = at(call(ana.key(), "GET", "/roles", ""), "/items");

        assertThat(roles).extracting(role -> role.get("role").asText()).containsExactly("member", "manager", "admin", "owner", "operator");
        assertThat(roles.get(2).get("also_called").toString()).isEqualTo("[\"Brand Admin\"]");
        assertThat(roles.get(2).get("permissions").toString()).contains("write_members").doesNotContain("own_team", "operate");
    }
}
