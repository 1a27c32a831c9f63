package io.tastemaker.application.webhooks;

import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.webhooks.out.Deliveries;
import io.tastemaker.application.webhooks.out.Endpoints;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.EndpointId;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.webhooks.Delivery;
import io.tastemaker.domain.webhooks.Endpoint;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Sends an event that says nothing to one endpoint, so that its owner sees whether it listens. It is signed and tried like any other. */
public final class PingEndpoint {

    private final Transactions transactions;
    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final Ids ids;
    private final InstantSource clock;

    PingEndpoint(Transactions transactions, Endpoints endpoints, Deliveries deliveries, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who wants to see it
     * @param endpoint which endpoint
     */
    public record Command(Actor actor, EndpointId endpoint) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is on its way.
         *
         * @param delivery what is sent
         */
        record Sent(Delivery delivery) implements Outcome {}

        /** Nothing is sent to an endpoint that is disabled. */
        record NotEnabled() implements Outcome {}
    }

    /**
     * Sends it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such endpoint
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_WEBHOOKS);
        UUID id = ids.next();
        Instant now = clock.instant();
        return transactions.inTransaction(actor, "webhook_endpoint.test", () -> {
            Endpoint endpoint = EndpointKeeper.get(endpoints, command.endpoint());
            if (!endpoint.isEnabled()) {
                transactions.refused(EndpointKeeper.subject(endpoint.id()));
                return new Outcome.NotEnabled();
            }
            deliveries.tell(endpoint.id(), id, Event.of(Event.Kind.WEBHOOK_PING, EndpointKeeper.subject(endpoint.id())), now);
            transactions.about(EndpointKeeper.subject(endpoint.id()), List.of());
            return new Outcome.Sent(deliveries.find(endpoint.id(), id).orElseThrow());
        });
    }
}
