package io.tastemaker.application.webhooks;

import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.webhooks.out.Deliveries;
import io.tastemaker.application.webhooks.out.Endpoints;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.EndpointId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.webhooks.Delivery;
import io.tastemaker.domain.webhooks.Endpoint;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Sends something again that was taken or given up, under the same id and with all its attempts. */
public final class Redeliver {

    private final Transactions transactions;
    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final InstantSource clock;

    Redeliver(Transactions transactions, Endpoints endpoints, Deliveries deliveries, InstantSource clock) {
        this.transactions = transactions;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who wants it
     * @param endpoint which endpoint
     * @param delivery the event's id
     */
    public record Command(Actor actor, EndpointId endpoint, UUID delivery) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is on its way.
         *
         * @param delivery as it is now
         */
        record Sent(Delivery delivery) implements Outcome {}

        /** It is on its way already, or waits for its next attempt. */
        record Pending() implements Outcome {}

        /** Nothing is sent to an endpoint that is disabled. */
        record NotEnabled() implements Outcome {}
    }

    /**
     * Sends it again.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such endpoint, or nothing of this id was sent there within the last 30 days
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_WEBHOOKS);
        Instant now = clock.instant();
        Subject subject = Subject.of("webhook_delivery", command.delivery());
        return transactions.inTransaction(actor, "webhook_delivery.redeliver", () -> {
            Endpoint endpoint = EndpointKeeper.get(endpoints, command.endpoint());
            deliveries.find(endpoint.id(), command.delivery()).orElseThrow(Refusal.NotFound::new);
            transactions.refused(subject);
            if (!endpoint.isEnabled()) {
                return new Outcome.NotEnabled();
            }
            if (!deliveries.sendAgain(endpoint.id(), command.delivery(), now)) {
                return new Outcome.Pending();
            }
            transactions.about(subject, List.of());
            return new Outcome.Sent(deliveries.find(endpoint.id(), command.delivery()).orElseThrow());
        });
    }
}
