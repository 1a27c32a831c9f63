package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.application.identity.CreateApiKey;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program over real HTTP and a real database, from a list to a shortlist. */
class ProgramTest {

    private static final String LIST = """
            \uFEFFProfile;Name;Followers;Engagement;Category;Country
            ana.verde;Ana Verde;84,5K;4.82%;Beauty;Brazil
            bia;Bia ✨;"20,000";1.10%;Travel;Brazil
            caio;Caio;48.5K;2.40%;Beauty;Brazil
            dora;Dora;#VALOR!;2%;Beauty;Brazil
            tiny;Tiny;50;9%;Beauty;Brazil
            """;

    @TempDir
    Path directory;

    @Test
    void a_list_goes_in_and_a_shortlist_with_reasons_comes_out() throws Exception {
        Settings settings = Settings.from(Map.of("TASTEMAKER_PLAN_OF_NEW_TEAMS", "standard")).forScratch(directory.resolve("data"));
        Path list = Files.writeString(directory.resolve("creators of 2026.csv"), LIST);
        try (Server server = Server.start(settings)) {
            Api api = new Api(server.address(), key(server.application()));

            JsonNode report = imported(api, list);
            assertThat(report.at("/status").asText()).isEqualTo("succeeded");
            assertThat(report.at("/rows").toString())
                    .isEqualTo("{\"read\":5,\"created\":5,\"updated\":0,\"unchanged\":0,\"duplicate\":0,\"rejected\":0}");
            assertThat(report.at("/faults").toString()).contains("#VALOR!");
            assertThat(imported(api, list).at("/rows/unchanged").asInt()).as("the same list again").isEqualTo(5);

            JsonNode campaign = posted(201, api, "/campaigns", """
                    {"name":"Serum","follower_range":{"min":10000,"max":500000},"target_platforms":["instagram"],
                     "target_locations":["BR"],"target_categories":["beauty"]}""");
            String path = "/campaigns/" + campaign.get("id").asText();

            JsonNode match = posted(200, api, path + "/match", "{\"limit\":10}");
            assertThat(match.get("items").findValuesAsText("handle")).containsExactly("ana.verde", "caio", "bia");
            match.get("items").forEach(item -> assertThat(total(item)).isEqualTo(item.at("/score/total").decimalValue()));

            String ranking = "/rankings/" + match.get("ranking_id").asText();
            assertThat(items(api.get(ranking + "?limit=10"))).as("read again, byte by byte")
                    .isEqualTo(items(api.get(ranking + "?limit=10")));
            assertThat(Api.tree(api.get(ranking + "?limit=10")).get("items")).isEqualTo(match.get("items"));

            String tiny = Api.tree(api.get("/creators/by-handle/instagram/tiny")).get("id").asText();
            JsonNode why = posted(200, api, ranking + "/explanations",
                    "{\"creator_id\":\"" + tiny + "\",\"questions\":[\"excluded_by\"]}");
            assertThat(why.at("/excluded_by/0/filter").asText()).isEqualTo("followers");
            assertThat(why.at("/excluded_by/0/found").asInt()).isEqualTo(50);

            String best = match.at("/items/0/creator/id").asText();
            JsonNode added = posted(200, api, path + "/creators", "{\"creator_ids\":[\"" + best + "\"],\"note\":\"first choice\"}");
            assertThat(added.get("added")).hasSize(1);
            assertThat(Api.tree(api.get(path + "/creators")).at("/items/0/note").asText()).isEqualTo("first choice");
        }
    }

    private static JsonNode imported(Api api, Path list) {
        String report = api.importList(list, "{\"platform\":\"instagram\"}");
        return Patience.until("the import", Duration.ofSeconds(30), () -> Optional.of(Api.tree(api.get(report)))
                .filter(shown -> shown.get("finished_at").isTextual()));
    }

    private static JsonNode posted(int status, Api api, String path, String json) {
        HttpResponse<String> answer = api.post(path, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Api.tree(answer);
    }

    private static String items(HttpResponse<String> page) {
        return page.body().substring(page.body().indexOf("\"items\""));
    }

    private static BigDecimal total(JsonNode item) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode factor : item.at("/score/factors")) {
            sum = sum.add(factor.get("contribution").decimalValue());
        }
        return sum;
    }

    private static String key(Application application) {
        Actor operator = new Actor.Operator("test", Teams.firstOrNew(application).id());
        return switch (application.people().apiKeys().createApiKey().handle(
                new CreateApiKey.Command(operator, "test", Role.MANAGER, EnumSet.allOf(Scope.class), Optional.empty()))) {
            case CreateApiKey.Outcome.Created created -> created.text();
            case CreateApiKey.Outcome.UnknownTeam unknown -> throw new AssertionError("the team was just made");
        };
    }
}
