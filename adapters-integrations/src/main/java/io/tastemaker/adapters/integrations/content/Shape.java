package io.tastemaker.adapters.integrations.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;

/** A form in which sources write down an account. */
interface Shape {

    /** Where the account's name stands, if it stands there. */
    JsonNode handle();

    /** Takes over what is said. */
    void tell(ProfileDraft draft);

    /** The form that a content has, directly or one level below. */
    static Optional<Shape> of(JsonNode content) {
        return Stream.of(content, content.path("data"), content.path("graphql")).flatMap(place -> at(place).stream()).findFirst();
    }

    private static Optional<Shape> at(JsonNode place) {
        if (place.path("user").isObject()) {
            return Optional.of(new WebUser(place.path("user")));
        }
        if (place.path("business_discovery").isObject()) {
            return Optional.of(new DiscoveredBusiness(place.path("business_discovery")));
        }
        if (place.path("account").isObject() || place.path("stats").isObject()) {
            return Optional.of(new ParsedPage(place));
        }
        boolean isBare = place.has("edge_followed_by") || place.has("edge_owner_to_timeline_media");
        return isBare ? Optional.of(new WebUser(place)) : Optional.empty();
    }
}
