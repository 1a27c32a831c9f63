package io.tastemaker.adapters.http.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.domain.access.Permission;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentsTest {

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer(new Specimens().routes());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void the_openapi_document_is_valid_by_the_official_schema() {
        HttpResponse<String> document = server.send(server.bare("/openapi.json"));

        assertThat(document.statusCode()).isEqualTo(200);
        assertThat(OpenApiSchema.faults(document.body())).isEmpty();
        assertThat(document.body()).contains("\"/api/v1/things/{thing_id}\"", "\"x-required-scope\":\"creators:write\"", "\"maxLength\":20",
                "\"application/problem+json\"", "`stale_version`", "\"Idempotency-Key\"", "\"text/event-stream\"");
    }

    @Test
    void the_official_schema_refuses_what_is_wrong() {
        String document = server.send(server.bare("/openapi.json")).body();

        assertThat(OpenApiSchema.faults(document.replace("\"openapi\":\"3.1.1\"", "\"openapi\":\"2.0\""))).isNotEmpty();
        assertThat(OpenApiSchema.faults(document.replace("\"in\":\"query\"", "\"in\":\"body\""))).isNotEmpty();
        assertThat(OpenApiSchema.faults(document.replace("\"type\":\"boolean\"", "\"type\":\"bool\""))).isNotEmpty();
    }

    @Test
    void the_reference_page_needs_no_other_host_and_no_script() {
        HttpResponse<String> page = server.send(server.bare("/docs"));
        HttpResponse<String> style = server.send(server.bare("/docs/style.css"));

        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "style-src 'self'").doesNotContain("unsafe-inline", "http");
        assertThat(page.body()).contains("Make a thing", "/api/v1/things/{thing_id}", "problem-stale_version")
                .doesNotContain("<script", "http://", "https://", "style=\"");
        assertThat(style.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/css");
        assertThat(style.body()).contains("body {").doesNotContain("http", "@import", "url(");
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void every_problem_stands_in_docs_problems(ProblemCode code) throws IOException {
        Path file = Path.of(System.getProperty("project.root"), "docs", "problems.md");

        assertThat(Files.readString(file))
                .contains("| " + code.status() + " | `" + code.code() + "` | " + code.title() + " | " + code.explanation() + " |");
    }

    @Test
    void a_route_without_documentation_or_with_a_twin_is_refused_at_start() {
        Access reading = Access.needs(Permission.READ_CREATORS);
        RouteDraft silent = Route.of(Route.Method.GET, "/silent", reading).answers(200, Specimens.TextJson.class, "It");
        RouteDraft undeclared = Route.of(Route.Method.GET, "/x/{x_id}", reading).says("specimens", "X").answersNothing("Done");
        RouteDraft keyed = Route.of(Route.Method.GET, "/keyed", reading).says("specimens", "X").answersNothing("Done").needsKey();
        List<Route> twins = List.of(twin("/a/{x}", Specimens.OneX.class), twin("/a/{y}", Specimens.OneY.class));

        assertThatThrownBy(() -> silent.handle(call -> Answer.noContent())).hasMessageContaining("lacks documentation");
        assertThatThrownBy(() -> undeclared.handle(call -> Answer.noContent())).hasMessageContaining("x_id");
        assertThatThrownBy(() -> keyed.handle(call -> Answer.noContent())).hasMessageContaining("Idempotency-Key");
        assertThatThrownBy(() -> new TestServer(twins).close()).hasMessageContaining("stands twice");
    }

    private static Route twin(String path, Class<? extends Record> variables) {
        return Route.of(Route.Method.GET, path, Access.open()).says("specimens", "Twin").path(variables).answersNothing("Done")
                .handle(call -> Answer.noContent());
    }
}
