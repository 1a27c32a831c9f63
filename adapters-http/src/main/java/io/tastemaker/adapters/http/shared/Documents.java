package io.tastemaker.adapters.http.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The documents made from the route table: the OpenAPI description, and a page for people, complete without any script or other host. */
final class Documents {

    private static final String HTML = "text/html; charset=utf-8";
    private static final String CSS = "text/css; charset=utf-8";
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private Documents() {}

    static List<Route> routes(List<Route> api, String version) {
        List<Route> all = new ArrayList<>(api);
        Once openApi = new Once(() -> Json.bytes(OpenApi.document(all, version)));
        Once page = new Once(() -> DocsPage.html(all, version).getBytes(StandardCharsets.UTF_8));
        Once style = new Once(() -> resource("docs.css"));
        all.add(Route.bare("/openapi.json").says("documents", "This API as an OpenAPI 3.1 document")
                .document(Answer.JSON, "The document")
                .handle(call -> document(Answer.JSON, openApi.get())));
        all.add(Route.bare("/docs").says("documents", "The reference for people").document(HTML, "The page")
                .handle(call -> document(HTML, page.get())));
        all.add(Route.bare("/docs/style.css").says("documents", "The look of the reference").document(CSS, "The style sheet")
                .handle(call -> document(CSS, style.get())));
        return List.copyOf(all.subList(api.size(), all.size()));
    }

    /** Written when somebody wants it first: a start need not wait for it. */
    private static final class Once {
        private final Supplier<byte[]> writer;
        private byte[] written;

        private Once(Supplier<byte[]> writer) {
            this.writer = writer;
        }

        private synchronized byte[] get() {
            if (written == null) {
                written = writer.get();
            }
            return written;
        }
    }

    private static Answer document(String contentType, byte[] body) {
        return new Answer(200, Map.of("Content-Security-Policy", POLICY), body, contentType).cacheable(Duration.ofMinutes(5));
    }

    private static byte[] resource(String name) {
        try (InputStream in = Documents.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
