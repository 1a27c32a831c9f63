package io.tastemaker.application.webhooks.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;

import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.shared.EndpointId;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.webhooks.Endpoint;
import java.util.OptionalLong;
import java.util.Set;

/** Endpoints and events to test with. */
public final class EndpointFixtures {

    /** What listens to everything. */
    public static final Endpoint.Aim EVERYTHING = new Endpoint.Aim("https://hooks.example.com/in", "the shop", Set.of(), OptionalLong.empty());

    private EndpointFixtures() {}

    /** What listens to these. */
    public static Endpoint.Aim only(Event.Kind... kinds) {
        return new Endpoint.Aim("https://hooks.example.com/some", "", Set.of(kinds), OptionalLong.empty());
    }

    /** What wants to know when credits fall below a threshold. */
    public static Endpoint.Aim lowBelow(long credits) {
        return new Endpoint.Aim("https://hooks.example.com/low", "", Set.of(), OptionalLong.of(credits));
    }

    /** A new endpoint of a new id. */
    public static Endpoint newEndpoint(TeamId team, Endpoint.Aim aim) {
        return Endpoint.begin(new EndpointId(SeededIds.next()), team, aim, NOON);
    }

    /** Something that happened. */
    public static Event launched() {
        return Event.of(Event.Kind.CAMPAIGN_LAUNCHED, Subject.of("campaign", "0195f000-0000-7000-8000-000000000001")).with("status", "active");
    }
}
