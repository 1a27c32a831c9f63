package io.tastemaker.application.webhooks;

import io.tastemaker.application.shared.out.SecretBox;
import io.tastemaker.application.shared.out.Tokens;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.webhooks.out.Endpoints;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.EndpointId;
import io.tastemaker.domain.webhooks.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Gives an endpoint a new secret, while the one before signs too for a while. The new one is given once and never again. */
public final class RotateEndpointSecret {

    private final Transactions transactions;
    private final Endpoints endpoints;
    private final SecretBox box;
    private final Tokens tokens;
    private final InstantSource clock;

    RotateEndpointSecret(Transactions transactions, Endpoints endpoints, SecretBox box, Tokens tokens, InstantSource clock) {
        this.transactions = transactions;
        this.endpoints = endpoints;
        this.box = box;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who rotates
     * @param endpoint which endpoint
     * @param overlap how long the secret before signs too, 0 to 7 days
     */
    public record Command(Actor actor, EndpointId endpoint, Duration overlap) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It has a new secret.
         *
         * @param endpoint as it is now
         * @param secret what signs from now on, to be shown once
         */
        record Rotated(Endpoint endpoint, String secret) implements Outcome {
            @Override
            public String toString() {
                return "Rotated[" + endpoint.id() + "]";
            }
        }
    }

    /**
     * Rotates the secret.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such endpoint
     * @throws Refusal.StaleVersion when somebody changed it at the same time
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_WEBHOOKS);
        EndpointSecret secret = EndpointSecret.next(tokens);
        Instant now = clock.instant();
        return transactions.inTransaction(actor, "webhook_endpoint.rotate_secret", () -> {
            Endpoint endpoint = EndpointKeeper.get(endpoints, command.endpoint());
            Endpoint rotated = endpoint.rotated(command.overlap(), now);
            if (!endpoints.rotate(rotated, secret.sealed(box, rotated.id()))) {
                throw new Refusal.StaleVersion(endpoint.version());
            }
            EndpointKeeper.tellChange(transactions, endpoint, rotated);
            return new Outcome.Rotated(rotated, secret.text());
        });
    }
}
