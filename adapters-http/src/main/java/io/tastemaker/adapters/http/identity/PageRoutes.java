package io.tastemaker.adapters.http.identity;

import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.RouteDraft;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The small pages that links in mail open, and those that other sites send people back to. A link carries its token in the fragment, which
 * stays in the browser; the page posts it to the route that a program would call, so that scanners which fetch links use nothing up.
 */
public final class PageRoutes {

    record ProviderPath(@About("The provider that sends the browser back") @Length(max = 40) String provider) {}

    private static final String HTML = "text/html; charset=utf-8";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private PageRoutes() {}

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public static List<Route> routes() {
        return List.of(
                page("/verify-email", "Confirm the address of a sign-up"),
                page("/confirm-email", "Confirm a new address"),
                page("/reset-password", "Set a forgotten password"),
                page("/accept-invitation", "Join a team"),
                page("/respond", "Answer an invitation to a campaign or a proposal"),
                landing("/billing-done", "Come back from paying"),
                landing("/billing-canceled", "Come back without paying"),
                landing("/billing-account", "Come back from the payment provider's pages"),
                Route.bare("/oauth-callback/{provider}").says("pages", "Come back from a sign-in provider").path(ProviderPath.class).anyQuery()
                        .document(HTML, "The page").handle(document("oauth-callback.html", HTML)::answer),
                Route.bare("/pages/page.css").says("pages", "The look of the pages").document("text/css; charset=utf-8", "The style sheet")
                        .handle(document("page.css", "text/css; charset=utf-8")::answer),
                Route.bare("/pages/page.js").says("pages", "What the pages do").document("text/javascript; charset=utf-8", "The script")
                        .handle(document("page.js", "text/javascript; charset=utf-8")::answer),
                Route.bare("/pages/respond.js").says("pages", "What the page for answers does")
                        .document("text/javascript; charset=utf-8", "The script")
                        .handle(document("respond.js", "text/javascript; charset=utf-8")::answer));
    }

    private static Route page(String path, String sentence) {
        RouteDraft draft = Route.bare(path).says("pages", sentence).about("Opened by the link of a mail; the token stays in the fragment.");
        return draft.document(HTML, "The page").handle(document(path.substring(1) + ".html", HTML)::answer);
    }

    /** Says something and does nothing: whoever sends the browser here may add to the query. */
    private static Route landing(String path, String sentence) {
        return Route.bare(path).says("pages", sentence).anyQuery().document(HTML, "The page")
                .handle(document(path.substring(1) + ".html", HTML)::answer);
    }

    /** A file of the jar. */
    private record Document(byte[] bytes, String contentType) {
        Answer answer(Object call) {
            return new Answer(200, Map.of("Content-Security-Policy", POLICY), bytes, contentType).cacheable(Duration.ofMinutes(5));
        }
    }

    private static Document document(String name, String contentType) {
        try (InputStream in = PageRoutes.class.getResourceAsStream(name)) {
            return new Document(in.readAllBytes(), contentType);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
