package io.tastemaker.adapters.http.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.adapters.http.shared.Route.Method;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SignedBodyTest {

    private static final AtomicReference<SignedBody> SEEN = new AtomicReference<>();

    private static Route signed(RouteDraft draft) {
        return draft.says("specimens", "Hear something").signedBody("Seal").answersNothing("Heard").handle(call -> {
            SEEN.set(call.signedBody());
            return Answer.noContent();
        });
    }

    private static RouteDraft post(String path) {
        return Route.of(Method.POST, path, Access.open());
    }

    private static TestServer strict() {
        return new TestServer(List.of(signed(post("/heard").neverLimited()), signed(post("/counted"))),
                Protection.of(RateLimits.all(new Rate(1, 1))));
    }

    private static HttpResponse<String> send(TestServer server, String path, byte[] body) {
        return server.send(server.bare("/api/v1" + path).header("Seal", "red").POST(BodyPublishers.ofByteArray(body)));
    }

    @Test
    void bytes_and_seal_reach_the_handler_as_they_came() {
        byte[] bytes = {(byte) 0xFF, 0, '{', (byte) 0xC3};
        try (TestServer server = strict()) {
            assertThat(send(server, "/heard", bytes).statusCode()).isEqualTo(204);
        }

        assertThat(SEEN.get().bytes()).isEqualTo(bytes);
        assertThat(SEEN.get().signature()).isEqualTo("red");
        assertThat(SEEN.get().toString()).isEqualTo("SignedBody[4 bytes]");
    }

    @Test
    void a_flood_is_let_in_where_calls_are_not_counted() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        try (TestServer server = strict()) {
            for (int i = 0; i < 50; i++) {
                HttpResponse<String> answer = send(server, "/heard", body);
                assertThat(answer.statusCode()).isEqualTo(204);
                assertThat(answer.headers().firstValue("RateLimit")).isEmpty();
            }
            assertThat(send(server, "/counted", body).statusCode()).isEqualTo(204);
            assertThat(send(server, "/counted", body).statusCode()).isEqualTo(429);
        }
    }

    @Test
    void the_documents_name_the_header_and_the_problem() {
        try (TestServer server = strict()) {
            String document = server.send(server.bare("/openapi.json")).body();

            assertThat(OpenApiSchema.faults(document)).isEmpty();
            assertThat(document).contains("\"name\":\"Seal\"", "`signature_invalid`", "Read as it comes");
            assertThat(server.send(server.bare("/docs")).body()).contains("<code>Seal</code> signs the bytes of the body");
        }
    }

    @Test
    void a_route_has_one_body() {
        assertThatThrownBy(() -> signed(post("/two").body(Specimens.TextJson.class))).hasMessageContaining("one body");
    }
}
