package io.tastemaker.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.adapters.http.shared.OpenApiSchema;
import io.tastemaker.adapters.http.shared.RouteTable;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds for every route of the table. */
class ContractOfAllRoutesTest {

    private static Program program;

    @BeforeAll
    static void start() {
        program = new Program();
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void the_document_of_all_routes_is_valid_by_the_official_schema() {
        HttpResponse<String> document = program.server().send(program.server().bare("/openapi.json"));

        assertThat(OpenApiSchema.faults(document.body())).isEmpty();
        assertThat(RouteTable.lines(program.routes())).allSatisfy(line -> {
            assertThat(document.body()).contains("\"" + line.path() + "\"");
            assertThat(line.summary()).isNotBlank();
            assertThat(line.problems()).as(line.toString()).isNotEmpty();
        });
    }

    @Test
    void the_document_names_the_headers_that_are_sent_and_taken() {
        Map<String, JsonNode> operations = new TreeMap<>();
        JsonPath.at(program.server().send(program.server().bare("/openapi.json")), "/paths").properties().forEach(path -> path.getValue()
                .properties().forEach(entry -> operations.put(entry.getKey() + " " + path.getKey(), entry.getValue())));

        assertThat(operations.values()).allSatisfy(operation -> assertThat(operation.get("responses"))
                .allSatisfy(answer -> assertThat(answer.at("/headers/X-Request-Id").isObject()).isTrue()));
        assertThat(having(operations, "/responses/304/headers/ETag")).containsExactly(
                "get /api/v1/admin/proposals/{proposal_id}", "get /api/v1/admin/users/{user_id}", "get /api/v1/api-keys/{key_id}",
                "get /api/v1/campaigns/{campaign_id}", "get /api/v1/campaigns/{campaign_id}/budget/lines/{line_id}",
                "get /api/v1/campaigns/{campaign_id}/comments/{comment_id}", "get /api/v1/campaigns/{campaign_id}/deliverables/{deliverable_id}",
                "get /api/v1/campaigns/{campaign_id}/milestones/{milestone_id}", "get /api/v1/campaigns/{campaign_id}/work-rules",
                "get /api/v1/chats/{chat_id}", "get /api/v1/creators/by-handle/{platform}/{handle}", "get /api/v1/creators/{creator_id}",
                "get /api/v1/invitations/{invitation_id}", "get /api/v1/list-templates/{template_id}", "get /api/v1/lists/{list_id}",
                "get /api/v1/message-templates/{template_id}", "get /api/v1/proposal-templates/{template_id}", "get /api/v1/proposals/{proposal_id}",
                "get /api/v1/proposals/{proposal_id}/applications/{application_id}", "get /api/v1/proposals/{proposal_id}/deliverables/{deliverable_id}",
                "get /api/v1/saved-searches/{search_id}", "get /api/v1/teams/{team_id}", "get /api/v1/users/me",
                "get /api/v1/webhook-endpoints/{endpoint_id}");
        assertThat(having(operations, "/responses/201/headers/ETag")).isSubsetOf(having(operations, "/responses/201/headers/Location"))
                .containsExactly(
                "post /api/v1/admin/proposals", "post /api/v1/api-keys", "post /api/v1/campaigns",
                "post /api/v1/campaigns/{campaign_id}/budget/lines", "post /api/v1/campaigns/{campaign_id}/comments",
                "post /api/v1/campaigns/{campaign_id}/deliverables", "post /api/v1/campaigns/{campaign_id}/milestones", "post /api/v1/chats", "post /api/v1/creators",
                "post /api/v1/list-templates", "post /api/v1/lists", "post /api/v1/lists/{list_id}/collaborators",
                "post /api/v1/lists/{list_id}/duplicate", "post /api/v1/message-templates", "post /api/v1/proposal-templates",
                "post /api/v1/proposals", "post /api/v1/proposals/{proposal_id}/applications", "post /api/v1/proposals/{proposal_id}/deliverables",
                "post /api/v1/saved-searches", "post /api/v1/teams", "post /api/v1/teams/{team_id}/invitations",
                "post /api/v1/webhook-endpoints");
        assertThat(having(operations, "/responses/202/headers/Retry-After")).contains("post /api/v1/creators/imports",
                "post /api/v1/posts/imports", "post /api/v1/content/analyses", "post /api/v1/creators/{creator_id}/post-analytics",
                "post /api/v1/creators/{creator_id}/refresh", "post /api/v1/creators/lookups", "post /api/v1/jobs/{job_id}/retry");
        assertThat(having(operations, "/responses/200/content/text~1csv; charset=utf-8")).as("files, in the format they were written in")
                .containsExactly("get /api/v1/exports/{export_id}/file", "get /api/v1/files/{signed}");
        assertThat(having(operations, "/responses/200/content/application~1x-ndjson")).filteredOn(operation -> !operation.contains("/file"))
                .containsExactly("get /api/v1/creators/{creator_id}/posts")
                .isSubsetOf(having(operations, "/responses/200/content/application~1json"));
        assertThat(having(operations, "/responses/428")).containsExactly(
                "patch /api/v1/admin/proposals/{proposal_id}", "patch /api/v1/admin/users/{user_id}", "patch /api/v1/api-keys/{key_id}",
                "patch /api/v1/campaigns/{campaign_id}", "patch /api/v1/campaigns/{campaign_id}/budget/lines/{line_id}",
                "patch /api/v1/campaigns/{campaign_id}/comments/{comment_id}", "patch /api/v1/campaigns/{campaign_id}/creators/{creator_id}",
                "patch /api/v1/campaigns/{campaign_id}/deliverables/{deliverable_id}",
                "patch /api/v1/campaigns/{campaign_id}/milestones/{milestone_id}", "patch /api/v1/campaigns/{campaign_id}/work-rules",
                "patch /api/v1/creators/{creator_id}", "patch /api/v1/lists/{list_id}", "patch /api/v1/lists/{list_id}/collaborators/{user_id}",
                "patch /api/v1/lists/{list_id}/items/{creator_id}", "patch /api/v1/proposals/{proposal_id}",
                "patch /api/v1/proposals/{proposal_id}/applications/{application_id}",
                "patch /api/v1/proposals/{proposal_id}/deliverables/{deliverable_id}", "patch /api/v1/teams/{team_id}",
                "patch /api/v1/teams/{team_id}/members/{user_id}", "patch /api/v1/users/me", "patch /api/v1/webhook-endpoints/{endpoint_id}",
                "put /api/v1/campaigns/{campaign_id}", "put /api/v1/list-templates/{template_id}", "put /api/v1/message-templates/{template_id}",
                "put /api/v1/proposal-templates/{template_id}", "put /api/v1/saved-searches/{search_id}", "put /api/v1/users/me")
                .isSubsetOf(having(operations, "/responses/200/headers/ETag"));
        assertThat(having(operations, "/responses/412").stream().filter(operation -> operation.startsWith("delete"))).containsExactly(
                "delete /api/v1/api-keys/{key_id}", "delete /api/v1/campaigns/{campaign_id}",
                "delete /api/v1/campaigns/{campaign_id}/budget/lines/{line_id}", "delete /api/v1/campaigns/{campaign_id}/comments/{comment_id}",
                "delete /api/v1/campaigns/{campaign_id}/creators/{creator_id}",
                "delete /api/v1/campaigns/{campaign_id}/deliverables/{deliverable_id}",
                "delete /api/v1/campaigns/{campaign_id}/milestones/{milestone_id}", "delete /api/v1/chats/{chat_id}", "delete /api/v1/creators/{creator_id}",
                "delete /api/v1/list-templates/{template_id}", "delete /api/v1/lists/{list_id}",
                "delete /api/v1/lists/{list_id}/collaborators/{user_id}", "delete /api/v1/lists/{list_id}/items/{creator_id}",
                "delete /api/v1/message-templates/{template_id}", "delete /api/v1/proposal-templates/{template_id}",
                "delete /api/v1/proposals/{proposal_id}", "delete /api/v1/saved-searches/{search_id}", "delete /api/v1/teams/{team_id}",
                "delete /api/v1/teams/{team_id}/members/{user_id}", "delete /api/v1/webhook-endpoints/{endpoint_id}").allSatisfy(operation ->
                assertThat(operations.get(operation).get("parameters")).anySatisfy(parameter -> {
                    assertThat(parameter.get("name").asText()).isEqualTo("If-Match");
                    assertThat(parameter.get("required").asBoolean()).isFalse();
                }));
        assertThat(having(operations, "/x-action")).containsExactly(
                "post /api/v1/campaigns/{campaign_id}/match", "post /api/v1/chats/{chat_id}/campaign", "post /api/v1/content/classify", "post /api/v1/creators/search",
                "post /api/v1/creators/{creator_id}/email-unlock", "post /api/v1/creators/{creator_id}/post-analytics",
                "post /api/v1/creators/{creator_id}/unlock", "post /api/v1/exports")
                .isEqualTo(having(operations, "/responses/402/headers/X-Credits-Charged"))
                .allSatisfy(operation -> assertThat(operations.get(operation).get("parameters").findValuesAsText("name"))
                        .contains("dry_run", "X-Credits-Max"));
        assertThat(operations.get("post /api/v1/auth/logout").get("security").toString()).isEqualTo("[{\"accessToken\":[]}]");
        assertThat(operations.get("post /api/v1/auth/login").get("security")).isEmpty();
        assertThat(operations.get("get /api/v1/campaigns").get("security").toString()).isEqualTo("[{\"accessToken\":[]},{\"apiKey\":[]}]");
    }

    private static List<String> having(Map<String, JsonNode> operations, String pointer) {
        return operations.entrySet().stream().filter(entry -> !entry.getValue().at(pointer).isMissingNode())
                .map(Map.Entry::getKey).toList();
    }

    @Test
    void without_a_credential_one_sees_how_the_program_is_and_gets_in() {
        assertThat(RouteTable.lines(program.routes()).stream().filter(line -> line.permission().isEmpty()).map(RouteTable.Line::path))
                .containsExactlyInAnyOrder("/api/v1/health", "/health/live", "/health/ready", "/api/v1/auth/signup", "/api/v1/auth/login",
                        "/api/v1/auth/verify-email", "/api/v1/auth/verify-email/resend", "/api/v1/auth/refresh",
                        "/api/v1/team-invitations/accept", "/api/v1/auth/providers", "/api/v1/auth/oauth/{provider}/start",
                        "/api/v1/auth/oauth/{provider}/callback", "/api/v1/auth/mfa/challenges/{challenge_id}/verify",
                        "/api/v1/auth/password/forgot", "/api/v1/auth/password/reset", "/api/v1/auth/email/confirm",
                        "/api/v1/pricing", "/api/v1/pricing/{action}", "/api/v1/billing/plans",
                        "/api/v1/webhooks/stripe", "/api/v1/files/{signed}", "/api/v1/invitation-responses", "/api/v1/mail-suppressions",
                        "/api/v1/proposal-responses", "/api/v1/proposal-mail-suppressions",
                        "/api/v1/conversions", "/t/{code}");
    }

    @Test
    void every_other_route_needs_a_permission_and_says_so() {
        assertThat(RouteTable.lines(program.routes()).stream().filter(line -> line.permission().isPresent())).allSatisfy(line -> {
            assertThat(line.path()).startsWith("/api/v1/");
            assertThat(line.permission()).as(line.toString()).isPresent();
            assertThat(line.problems()).contains("unauthenticated", "forbidden");
        });
    }


    @Test
    void every_route_answers_401_without_a_credential_and_before_anything_else() {
        List<RouteTable.Line> closed = RouteTable.lines(program.routes()).stream().filter(line -> line.permission().isPresent()).toList();

        assertThat(closed).hasSizeGreaterThan(20).allSatisfy(line -> {
            HttpRequest.Builder request = program.server().bare(line.path().replaceAll("\\{[a-z_]+}", "x") + "?unknown=1")
                    .method(line.method(), HttpRequest.BodyPublishers.ofString("not json"));
            HttpResponse<String> answer = program.server().send(request);
            assertThat(answer.statusCode()).as(line.toString()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        });
    }

    @Test
    void a_head_is_asked_for_a_credential_and_validated_like_a_get() {
        // A tracked link leads on or nowhere, whatever stands in the query.
        List<RouteTable.Line> reads = RouteTable.lines(program.routes()).stream()
                .filter(line -> line.method().equals("GET") && !line.path().equals("/t/{code}")).toList();

        assertThat(reads).hasSizeGreaterThan(15).allSatisfy(line -> {
            String path = line.path().replaceAll("\\{[a-z_]+}", "x");
            HttpResponse<String> bare = program.server().send(program.server().bare(path).HEAD());
            assertThat(bare.statusCode()).as(line.toString()).isEqualTo(program.server().send(program.server().bare(path)).statusCode());
            assertThat(bare.statusCode()).isEqualTo(line.permission().isPresent() ? 401 : Set.of("/api/v1/pricing/x", "/api/v1/files/x").contains(path) ? 404 : 200);
            assertThat(bare.body()).isEmpty();
            HttpResponse<String> faulty = program.server().send(program.server().request(path + "?unknown=1").HEAD());
            assertThat(faulty.statusCode()).as(line.toString()).isIn(line.path().endsWith("}/events") ? List.of(405) : List.of(400, 403));
        });
    }

    @Test
    void every_route_refuses_an_unknown_parameter_and_never_fails() {
        // Whatever others add to the address of a tracked link is not looked at.
        assertThat(RouteTable.lines(program.routes()).stream().filter(line -> !line.path().equals("/t/{code}"))).allSatisfy(line -> {
            HttpRequest.Builder request = program.server().request(line.path().replaceAll("\\{[a-z_]+}", "x") + "?unknown=1")
                    .header("Content-Type", "application/json").header("If-Match", "\"1\"").header("Idempotency-Key", "k")
                    .method(line.method(), HttpRequest.BodyPublishers.ofString("{\"unknown\":1}"));
            HttpResponse<String> answer = program.server().send(request);
            assertThat(answer.statusCode()).as(line + ": " + answer.body()).isIn(400, 403, 415);
        });
    }
}
