package io.tastemaker.domain.webhooks;

import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.EndpointId;
import io.tastemaker.domain.shared.Event;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * An event on its way to one endpoint.
 *
 * @param endpoint where to
 * @param id the event's id, the same at every endpoint and every attempt: by it a receiver knows what it has seen
 * @param event what happened
 * @param toldAt when it happened
 * @param state where it stands
 * @param attempts how often it was tried
 * @param nextAt when it is tried next, at the earliest; empty when it is not
 * @param settledAt when it came to its end; empty while it has not
 */
public record Delivery(
        EndpointId endpoint,
        UUID id,
        Event event,
        Instant toldAt,
        State state,
        int attempts,
        Optional<Instant> nextAt,
        Optional<Instant> settledAt) {

    /** Where a delivery stands. */
    public enum State implements Coded {
        /** It waits for its next attempt, or one is running. */
        PENDING,
        /** The endpoint said that it has it. */
        DELIVERED,
        /** It was tried often enough and is kept as a dead letter; it can be sent again by hand. */
        DEAD;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks that nothing is missing. */
    public Delivery {
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(toldAt, "toldAt");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(nextAt, "nextAt");
        Objects.requireNonNull(settledAt, "settledAt");
    }
}
