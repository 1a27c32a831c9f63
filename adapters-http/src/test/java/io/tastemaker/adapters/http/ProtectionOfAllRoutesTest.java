package io.tastemaker.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.http.shared.RouteRules;
import io.tastemaker.adapters.http.shared.RouteTable;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rows R-API-2, R-API-6, R-API-9 and R-MON-2, as far as they are about every route. */
class ProtectionOfAllRoutesTest {

    private static final String SOMEBODY = "0195f000-0000-7000-8000-00000000dead";
    private static Program program;

    @BeforeAll
    static void start() {
        program = new Program();
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static Stream<String> disguises(String path) {
        return Stream.of(path + "/", "/" + path, path.replaceFirst("/v1/", "/v1//"), path.replaceFirst("/api/", "/api/v1/../"),
                path.replaceFirst("/v1/", "/v1/%2e/"), path.replaceFirst("/v1/", "/v1/x/..%2f"), path.replaceFirst("/v1/", "/v1/x/%2e%2e/"),
                path.replaceFirst("/v1/", "/v1;x=y/"), path + ";x=y", path + ";", path + "%00", path + "%2f", path + "%20", path + "%0a",
                path + "/.", path + "/..;/", path + "?", path + "#", path + ".json", path.toUpperCase(Locale.ROOT),
                path.replaceFirst("api", "%61pi"), path.replaceFirst("/api", "/%2561pi"), path.replaceFirst("/v1/", "/v1%5c"));
    }

    @Test
    void no_disguise_of_a_path_reaches_a_route_without_a_credential() {
        List<RouteTable.Line> closed = RouteTable.lines(program.routes()).stream().filter(line -> line.permission().isPresent()).toList();

        assertThat(closed).hasSizeGreaterThan(20).allSatisfy(line -> disguises(line.path().replaceAll("\\{[a-z_]+}", SOMEBODY))
                .forEach(path -> {
                    String said = program.server().raw(line.method() + " " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
                    assertThat(said).as(line.method() + " " + path).matches("(?s)HTTP/1\\.1 (400|401|404|405) .*")
                            .contains("application/problem+json").containsIgnoringCase("x-content-type-options: nosniff");
                }));
    }

    @Test
    void trace_and_overridden_methods_reach_no_route() {
        assertThat(RouteTable.lines(program.routes())).allSatisfy(line -> {
            String path = line.path().replaceAll("\\{[a-z_]+}", SOMEBODY);
            HttpResponse<String> traced = program.server().send(
                    program.server().request(path).method("TRACE", HttpRequest.BodyPublishers.noBody()));
            assertThat(traced.statusCode()).as("TRACE " + path).isEqualTo(405);
            if (line.method().equals("DELETE")) {
                HttpResponse<String> overridden = program.server().send(program.server().request(path)
                        .header("X-HTTP-Method-Override", "DELETE").header("X-Method-Override", "DELETE").header("X-HTTP-Method", "DELETE"));
                assertThat(overridden.statusCode()).as("overridden " + path).isEqualTo(program.server().get(path).statusCode());
            }
        });
    }

    @Test
    void every_post_that_creates_or_charges_takes_an_idempotency_key() {
        assertThat(RouteRules.creatingWithoutKey(program.routes())).isEmpty();
        assertThat(RouteRules.needingKey(program.routes())).containsExactlyInAnyOrder("POST /api/v1/creators/imports",
                "POST /api/v1/creators/{creator_id}/unlock", "POST /api/v1/creators/{creator_id}/email-unlock",
                "POST /api/v1/admin/wallets/{team_id}/adjustments", "POST /api/v1/billing/checkout-sessions",
                "POST /api/v1/admin/billing/payments/{payment_id}/refund", "POST /api/v1/posts/imports", "POST /api/v1/content/classify",
                "POST /api/v1/content/analyses", "POST /api/v1/creators/{creator_id}/post-analytics", "POST /api/v1/exports");
    }

    @Test
    void every_route_of_the_api_is_limited_as_what_it_is() {
        var kinds = RouteRules.byRateClass(program.routes());

        assertThat(kinds.get("searching")).contains("POST /api/v1/creators/search", "POST /api/v1/campaigns/{campaign_id}/match",
                "POST /api/v1/creators/{creator_id}/unlock");
        assertThat(kinds.get("transfers")).contains("POST /api/v1/creators/imports", "POST /api/v1/posts/imports");
        assertThat(kinds.get("reading")).allMatch(route -> route.startsWith("GET "));
        assertThat(kinds.get("writing")).noneMatch(route -> route.startsWith("GET "));
        assertThat(kinds.getOrDefault("none", new TreeSet<>()).stream().filter(route -> route.contains(" /api/")))
                .containsExactly("POST /api/v1/webhooks/stripe");
    }

    @Test
    void a_bulk_call_has_at_most_500_entries() {
        assertThat(adding(500)).isEqualTo(404);
        assertThat(adding(501)).isEqualTo(400);
    }

    private static int adding(int creators) {
        String ids = String.join(",", Collections.nCopies(creators, "\"" + SOMEBODY + "\""));
        return program.server().post("/api/v1/campaigns/" + SOMEBODY + "/creators", "{\"creator_ids\":[" + ids + "]}").statusCode();
    }
}
