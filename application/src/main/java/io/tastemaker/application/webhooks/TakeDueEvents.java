package io.tastemaker.application.webhooks;

import io.tastemaker.application.webhooks.out.Deliveries;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Takes up events that are due, for {@link DeliverEvent} to bring one by one. */
public final class TakeDueEvents {

    /** How long a claim holds: several times what a call may take. */
    static final Duration LEASE = Duration.ofSeconds(20);

    private final Deliveries deliveries;
    private final InstantSource clock;

    TakeDueEvents(Deliveries deliveries, InstantSource clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor the program itself
     * @param most how many, at least 1
     */
    public record Command(Actor actor, int most) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * They are in the caller's hands.
         *
         * @param claims up to as many as were wanted
         */
        record Taken(List<Deliveries.Claim> claims) implements Outcome {
            /** Copies the claims. */
            public Taken {
                claims = List.copyOf(claims);
            }
        }
    }

    /**
     * Takes them up.
     *
     * @param command what is wanted
     * @return what is to be brought within the lease
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        return new Outcome.Taken(deliveries.claim(clock.instant(), LEASE, command.most()));
    }
}
