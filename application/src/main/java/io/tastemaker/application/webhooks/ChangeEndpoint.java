package io.tastemaker.application.webhooks;

import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.webhooks.out.Courier;
import io.tastemaker.application.webhooks.out.Endpoints;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.EndpointId;
import io.tastemaker.domain.webhooks.Endpoint;
import java.time.InstantSource;
import java.util.Optional;

/** Changes what is sent where, and enables or disables it; secrets stay. */
public final class ChangeEndpoint {

    private final Transactions transactions;
    private final Endpoints endpoints;
    private final Courier courier;
    private final InstantSource clock;

    ChangeEndpoint(Transactions transactions, Endpoints endpoints, Courier courier, InstantSource clock) {
        this.transactions = transactions;
        this.endpoints = endpoints;
        this.courier = courier;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who changes
     * @param endpoint which endpoint
     * @param expectedVersion the version the actor saw
     * @param aim what is sent where
     * @param enabled whether anything is sent
     */
    public record Command(Actor actor, EndpointId endpoint, long expectedVersion, Endpoint.Aim aim, boolean enabled) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is changed.
         *
         * @param endpoint as it is now
         */
        record Changed(Endpoint endpoint) implements Outcome {}

        /**
         * The URL may not be called.
         *
         * @param objection why not
         */
        record NotCallable(Courier.Objection objection) implements Outcome {}
    }

    /**
     * Changes the endpoint.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such endpoint
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_WEBHOOKS);
        Optional<Courier.Objection> objection = courier.objection(command.aim().url());
        if (objection.isPresent()) {
            return new Outcome.NotCallable(objection.get());
        }
        return transactions.inTransaction(actor, "webhook_endpoint.change", () -> {
            Endpoint endpoint = EndpointKeeper.get(endpoints, command.endpoint());
            Endpoint changed = endpoint.changed(command.aim(), command.enabled(), clock.instant());
            if (command.expectedVersion() != endpoint.version() || !endpoints.replace(changed)) {
                throw new Refusal.StaleVersion(endpoint.version());
            }
            EndpointKeeper.tellChange(transactions, endpoint, changed);
            return new Outcome.Changed(changed);
        });
    }
}
