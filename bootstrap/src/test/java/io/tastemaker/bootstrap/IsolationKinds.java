package io.tastemaker.bootstrap;

import io.tastemaker.adapters.http.shared.RouteOutline;
import io.tastemaker.adapters.http.shared.RouteOutline.Kind;
import io.tastemaker.adapters.http.shared.RouteOutline.Place;
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
            Map.entry("campaign_id", "campaign"),
            Map.entry("campaign_ids", "campaign"),
            Map.entry("creator_id", "creator"),
            Map.entry("creator_ids", "creator"),
            Map.entry("similar_to", "creator"),
            Map.entry("challenge_id", "challenge"),
            Map.entry("event_id", "event"),
            Map.entry("export_id", "data export"),
            Map.entry("factor_id", "second factor"),
            Map.entry("identity_id", "linked account"),
            Map.entry("handle", "handle"),
            Map.entry("handles", "handle"),
            Map.entry("invitation_id", "invitation"),
            Map.entry("job_id", "job"),
            Map.entry("key_id", "API key"),
            Map.entry("order_id", "order"),
            Map.entry("payment_id", "payment"),
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

    /** Texts that name no thing, or that are secrets: who knows one may use it, whatever the team. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("action", "creator_unlock"),
            Map.entry("amount", "10.00"),
            Map.entry("avatar_url", "https://example.com/a.png"),
            Map.entry("email", "sweep@example.com"),
            Map.entry("provider", "google"),
            Map.entry("challenge_token", "a-token-that-nobody-was-given"),
            Map.entry("code", "000000"),
            Map.entry("password", "words that nobody chose"),
            Map.entry("current_password", "words that nobody chose"),
            Map.entry("recovery_code", "aaaa-bbbb-cccc-dddd"),
            Map.entry("time_zone", "America/Sao_Paulo"),
            Map.entry("locale", "en"),
            Map.entry("refresh_token", "rt_that-nobody-was-given"),
            Map.entry("daily_for", "image_generation"),
            Map.entry("from", "2026-09"),
            Map.entry("month", "2026-09"),
            Map.entry("key", "sweep"),
            Map.entry("plan", "premium"),
            Map.entry("to", "2026-09"),
            Map.entry("tier", "product_updates"),
            Map.entry("token", "a-token-that-nobody-was-sent"),
            Map.entry("website", "https://example.com"),
            Map.entry("website_url", "https://example.com"),
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
            "POST /api/v1/billing/coupons/validate", Map.of("#/kind", "payment", "#/amount/currency", "USD"));

    /** Endings by which a text betrays that it names a thing. */
    private static final Set<String> TELLING = Set.of("id", "ids", "key", "token", "code", "secret", "challenge");

    private IsolationKinds() {}

    /** The kind of thing that stands in a place; empty when none does. */
    static Optional<String> of(Place place) {
        if (place.name().equals("cursor")) {
            return Optional.empty();
        }
        Optional<String> kind = Optional.ofNullable(THINGS.get(place.name()));
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

    /** What the smallest input of a route lacks to be accepted. */
    static Map<Place, String> besides(RouteOutline route) {
        Map<String, String> texts = BESIDES.getOrDefault(route.toString(), Map.of());
        return route.places().stream().filter(place -> texts.containsKey(place.toString()))
                .collect(Collectors.toMap(Function.identity(), place -> texts.get(place.toString())));
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
