package io.tastemaker.application.webhooks;

import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.webhooks.out.Endpoints;
import io.tastemaker.application.webhooks.out.Feeds;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.EndpointId;
import io.tastemaker.domain.webhooks.Endpoint;
import java.util.OptionalLong;

/** Removes an endpoint, with all that was and would have been sent to it. */
public final class RemoveEndpoint {

    private final Transactions transactions;
    private final Endpoints endpoints;
    private final Feeds feeds;

    RemoveEndpoint(Transactions transactions, Endpoints endpoints, Feeds feeds) {
        this.transactions = transactions;
        this.endpoints = endpoints;
        this.feeds = feeds;
    }

    /**
     * What is wanted.
     *
     * @param actor who removes
     * @param endpoint which endpoint
     * @param expectedVersion the version the actor saw, empty for any
     */
    public record Command(Actor actor, EndpointId endpoint, OptionalLong expectedVersion) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** It is gone. */
        record Removed() implements Outcome {}
    }

    /**
     * Removes it. With the last endpoint of a team nobody wants to be told of its wallet any more.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such endpoint
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_WEBHOOKS);
        return transactions.inTransaction(actor, "webhook_endpoint.delete", () -> {
            int count = endpoints.countToAdd();
            Endpoint endpoint = EndpointKeeper.get(endpoints, command.endpoint());
            if (command.expectedVersion().orElse(endpoint.version()) != endpoint.version()) {
                throw new Refusal.StaleVersion(endpoint.version());
            }
            endpoints.remove(endpoint.id());
            if (count == 1) {
                feeds.end();
            }
            transactions.about(EndpointKeeper.subject(endpoint.id()), endpoint.traits().gone());
            return new Outcome.Removed();
        });
    }
}
