package io.tastemaker.bootstrap;

import io.tastemaker.adapters.http.shared.RouteOutline;
import io.tastemaker.adapters.http.shared.RouteOutline.Part;
import io.tastemaker.adapters.http.shared.RouteOutline.Place;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands in the places of the routes, by their names. When the sweep does not know a place it fails and sends its reader here:
 * name the kind of thing that stands there, and plant one of that kind in {@link IsolationWorld#plant}.
 */
final class IsolationKinds {

    /** Things of a team. */
    private static final Map<String, String> THINGS = Map.ofEntries(
            Map.entry("application_id", "application"),
            Map.entry("campaign_id", "campaign"),
            Map.entry("campaign_ids", "campaign"),
            Map.entry("collaborator_id", "party of a proposal"),
            Map.entry("comment_id", "comment"),
            Map.entry("list_id", "list"),
            Map.entry("proposal_id", "proposal"),
            Map.entry("list_template_id", "list template"),
            Map.entry("before_creator_id", "creator"),
            Map.entry("after_creator_id", "creator"),
            Map.entry("chat_id", "conversation"),
            Map.entry("creator_id", "creator"),
            Map.entry("creator_ids", "creator"),
            Map.entry("similar_to", "creator"),
            Map.entry("challenge_id", "challenge"),
            Map.entry("creator", "handle"),
            Map.entry("deliverable_id", "deliverable"),
            Map.entry("line_id", "budget line"),
            Map.entry("milestone_id", "milestone"),
            Map.entry("delivery_id", "delivery"),
            Map.entry("endpoint_id", "webhook endpoint"),
            Map.entry("event_id", "event"),
            Map.entry("export_id", "data export"),
            Map.entry("factor_id", "second factor"),
            Map.entry("identity_id", "linked account"),
            Map.entry("handle", "handle"),
            Map.entry("handles", "handle"),
            Map.entry("invitation_id", "invitation"),
            Map.entry("job_id", "job"),
            Map.entry("message_template_id", "message template"),
            Map.entry("key_id", "API key"),
            Map.entry("link_id", "tracked link"),
            Map.entry("order_id", "order"),
            Map.entry("payment_id", "payment"),
            Map.entry("post_id", "post"),
            Map.entry("post_ids", "post"),
            Map.entry("promo_code_id", "promo code"),
            Map.entry("ranking_id", "ranking"),
            Map.entry("request_id", "erasure"),
            Map.entry("search_id", "saved search"),
            Map.entry("session_id", "session"),
            Map.entry("operation_id", "transaction"),
            Map.entry("subject", "creator"),
            Map.entry("subject_id", "campaign"),
            Map.entry("team_id", "team"),
            Map.entry("transaction_id", "transaction"),
            Map.entry("user_id", "member"));

    /** Things whose name in the path says too little: the beginning of the path says the rest. */
    private static final Map<String, String> THINGS_BY_PATH = Map.of(
            "/api/v1/exports/{export_id}", "export",
            "/api/v1/posts/imports/{job_id}", "import of posts",
            "/api/v1/content/analyses/{job_id}", "analysis",
            "/api/v1/list-templates/{template_id}", "list template",
            "/api/v1/invitations/{invitation_id}", "creator's invitation",
            "/api/v1/message-templates/{template_id}", "message template",
            "/api/v1/proposals/{proposal_id}/deliverables/{deliverable_id}", "deliverable of a proposal",
            "/api/v1/proposal-templates/{template_id}", "proposal template");

    /** Where a post is one that counts for a campaign. */
    private static final String OF_CAMPAIGN = "/api/v1/campaigns/{campaign_id}/";

    /** Texts that name no thing, or that are secrets: who knows one may use it, whatever the team. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("action", "creator_unlock"),
            Map.entry("amount", "10.00"),
            Map.entry("avatar_url", "https://example.com/a.png"),
            Map.entry("deliverables", "A reel"),
            Map.entry("email", "sweep@example.com"),
            Map.entry("provider", "google"),
            Map.entry("challenge_token", "a-token-that-nobody-was-given"),
            Map.entry("code", "000000"),
            Map.entry("password", "words that nobody chose"),
            Map.entry("current_password", "words that nobody chose"),
            Map.entry("recovery_code", "aaaa-bbbb-cccc-dddd"),
            Map.entry("time_zone", "America/Sao_Paulo"),
            Map.entry("locale", "en"),
            Map.entry("on", "2026-09-01"),
            Map.entry("proof_url", "https://example.com/p/1"),
            Map.entry("refresh_token", "rt_that-nobody-was-given"),
            Map.entry("daily_for", "image_generation"),
            Map.entry("from", "2026-09"),
            Map.entry("month", "2026-09"),
            Map.entry("key", "sweep"),
            Map.entry("older", "1"),
            Map.entry("newer", "2"),
            Map.entry("plan", "premium"),
            Map.entry("signed", "a-link-that-nobody-was-given"),
            Map.entry("to", "2026-09"),
            Map.entry("target_url", "https://shop.com"),
            Map.entry("tier", "product_updates"),
            Map.entry("token", "a-token-that-nobody-was-sent"),
            Map.entry("website", "https://example.com"),
            Map.entry("website_url", "https://example.com"),
            Map.entry("url", "https://93.184.216.34/sweep"),
            // Words of vocabularies that are too long to be listed, by the name of the vocabulary.
            Map.entry("CURRENCY", "EUR"),
            Map.entry("EMAIL", "sweep@example.com"),
            Map.entry("LANGUAGE", "pt"),
            Map.entry("PLACE", "BR"),
            Map.entry("TIME_ZONE", "America/Sao_Paulo"));

    /** Words of closed lists that stand in paths, and the one under which something was planted. */
    private static final Map<String, String> PATH_WORDS = Map.of("platform", "instagram", "name", "platforms");

    /** Members of bodies that are needed together with what the first word of a list is replaced by, by their routes. */
    private static final Map<String, Map<String, String>> BESIDES = Map.of(
            "POST /api/v1/billing/checkout-sessions",
            Map.of("#/kind", "payment", "#/amount/currency", "USD", "#/description", "advice"),
            "POST /api/v1/billing/coupons/validate", Map.of("#/kind", "payment", "#/amount/currency", "USD"),
            "POST /api/v1/posts/imports", Map.of("#/platform", "instagram"),
            "POST /api/v1/message-templates", Map.of("#/body", "{{response_link}}"),
            "PUT /api/v1/message-templates/{template_id}", Map.of("#/body", "{{response_link}}"),
            "POST /api/v1/campaigns/{campaign_id}/posts", Map.of("#/posts/*/url", "https://www.instagram.com/p/CxYz1234/"),
            "POST /api/v1/campaigns/{campaign_id}/metrics",
            Map.of("#/rows/*/measured_at", "2025-06-01T00:00:00Z", "#/rows/*/metrics/likes", "1"));

    /** Places of bodies that name a thing of the team when nothing else is said, by their routes: there must be one or another. */
    private static final Map<String, String> FILLED = Map.of(
            "POST /api/v1/lists/{list_id}/items", "#/creator_ids/*",
            "POST /api/v1/proposals/{proposal_id}/invitations", "#/creator_id",
            "POST /api/v1/proposals/{proposal_id}/applications", "#/creator_id",
            "POST /api/v1/proposals/{proposal_id}/collaborators", "#/creator_id",
            "POST /api/v1/proposals/{proposal_id}/messages", "#/invitation_id");

    /** Endings by which a text betrays that it names a thing. */
    private static final Set<String> TELLING = Set.of("id", "ids", "key", "token", "code", "secret", "challenge");

    private IsolationKinds() {}

    /** The kind of thing that stands in a place of a route; empty when none does. */
    static Optional<String> of(RouteOutline route, Place place) {
        if (place.name().equals("cursor")) {
            return Optional.empty();
        }
        Optional<String> kind = byPath(route, place).or(() -> named(place.name()));
        boolean needed = switch (place.kind()) {
            case ID -> true;
            case FORMED -> !WORDS.containsKey(place.name());
            case TEXT -> isTelling(place.name()) && !WORDS.containsKey(place.name());
            case FREE -> !place.notYet();
            case PLAIN -> false;
        };
        if (needed && kind.isEmpty()) {
            throw new AssertionError("The isolation sweep does not know what stands in " + place
                    + ": add it to THINGS in IsolationKinds and plant one in IsolationWorld, or add it to WORDS when it names no thing.");
        }
        return kind;
    }

    private static Optional<String> byPath(RouteOutline route, Place place) {
        if (route.path().equals("/api/v1/proposals/{proposal_id}/messages") && place.name().equals("invitation_id")) {
            return Optional.of("invitation to a proposal");
        }
        if (route.path().startsWith(OF_CAMPAIGN) && place.name().equals("post_id")) {
            return Optional.of("post of a campaign");
        }
        int end = place.part() == Part.PATH ? route.path().indexOf(place.toString()) + place.toString().length() : 0;
        return Optional.ofNullable(THINGS_BY_PATH.get(route.path().substring(0, end)));
    }

    /** What the smallest input of a route lacks to be accepted. */
    static Map<Place, String> besides(RouteOutline route) {
        Map<String, String> texts = BESIDES.getOrDefault(route.toString(), Map.of());
        return route.places().stream().filter(place -> texts.containsKey(place.toString()))
                .collect(Collectors.toMap(Function.identity(), place -> texts.get(place.toString())));
    }

    /** The places of a route that are filled with the team's own when nothing else is said. */
    static List<Place> filled(RouteOutline route) {
        String place = FILLED.getOrDefault(route.toString(), "");
        return route.places().stream().filter(each -> each.toString().equals(place)).toList();
    }

    /** A text of the form that a name asks for, when it names no thing. */
    static Optional<String> sample(String name) {
        return Optional.ofNullable(WORDS.get(name));
    }

    /** The kind of thing that a name stands for. */
    static Optional<String> named(String name) {
        return Optional.ofNullable(THINGS.get(name));
    }

    /** The word of a closed list that leads to something planted. */
    static String word(Place place) {
        return Optional.ofNullable(PATH_WORDS.get(place.name())).orElseThrow(() -> new AssertionError(
                "The isolation sweep does not know which word stands in " + place + ": add it to PATH_WORDS in IsolationKinds."));
    }

    private static boolean isTelling(String name) {
        return Stream.of(name.toLowerCase(Locale.ROOT).split("_")).reduce((first, last) -> last).filter(TELLING::contains).isPresent();
    }
}
