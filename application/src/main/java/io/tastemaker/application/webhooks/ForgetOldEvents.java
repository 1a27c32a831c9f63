package io.tastemaker.application.webhooks;

import io.tastemaker.application.webhooks.out.Deliveries;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import java.time.Duration;
import java.time.InstantSource;

/** Drops events that were told a month ago, with all that is remembered of sending them. Who asks twice does no harm. */
public final class ForgetOldEvents {

    private static final Duration KEEP = Duration.ofDays(30);

    private final Deliveries deliveries;
    private final InstantSource clock;

    ForgetOldEvents(Deliveries deliveries, InstantSource clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor the program itself
     */
    public record Command(Actor actor) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * They are gone.
         *
         * @param events how many
         */
        record Done(int events) implements Outcome {}
    }

    /**
     * Drops them.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        return new Outcome.Done(deliveries.forget(clock.instant().minus(KEEP)));
    }
}
