package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person and the whole program: sign-up, the letter in the mailbox, login, work, refresh, logout. */
class SignInOfTheProgramTest {

    @TempDir
    Path directory;

    @Test
    void somebody_signs_up_reads_the_letter_signs_in_and_out() {
        Settings settings = Settings.from(Map.of("TASTEMAKER_PLAN_OF_NEW_TEAMS", "standard")).forScratch(directory.resolve("data"));
        try (Server server = Server.start(settings)) {
            Visitor visitor = new Visitor(server);
            HttpResponse<String> taken = visitor.signUp("ana@example.com");
            assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);

            String link = visitor.link("ana@example.com");
            assertThat(link).startsWith(server.address() + "/verify-email#mt_");
            assertThat(visitor.open(link.substring(0, link.indexOf('#'))).statusCode()).as("the page behind the link").isEqualTo(200);

            HttpResponse<String> confirmed = visitor.confirm(link);
            assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
            assertThat(visitor.confirm(link).statusCode()).as("a link works once").isEqualTo(400);

            JsonNode ana = Api.tree(visitor.logIn("ana@example.com", Visitor.PASSWORD));
            assertThat(ana.at("/team/name").asText()).isEqualTo("Lima Studio");
            String token = ana.get("access_token").asText();
            assertThat(visitor.as(token, "POST", "/campaigns", "{\"name\":\"Serum\"}").statusCode()).isEqualTo(201);
            assertThat(Api.tree(visitor.as(token, "GET", "/auth/sessions", "")).get("items")).hasSize(2);

            JsonNode next = Api.tree(visitor.refresh(ana.get("refresh_token").asText()));
            assertThat(next.get("session_id")).isEqualTo(ana.get("session_id"));
            assertThat(visitor.as(next.get("access_token").asText(), "POST", "/auth/logout", "").statusCode()).isEqualTo(204);
            assertThat(visitor.refresh(next.get("refresh_token").asText()).statusCode()).isEqualTo(401);
            assertThat(visitor.logIn("ana@example.com", "another password").statusCode()).isEqualTo(401);
        }
    }
}
