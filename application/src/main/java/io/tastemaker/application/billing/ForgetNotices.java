package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.Inbox;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import java.time.Duration;
import java.time.InstantSource;

/** Forgets what was told and settled long ago. */
public final class ForgetNotices {

    /** Longer than Stripe lists events, so that none is told anew after it was forgotten. */
    private static final Duration KEPT = Duration.ofDays(35);

    private final Inbox inbox;
    private final InstantSource clock;

    ForgetNotices(Inbox inbox, InstantSource clock) {
        this.inbox = inbox;
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
         * Some were old.
         *
         * @param notices how many
         */
        record Done(int notices) implements Outcome {}
    }

    /**
     * Forgets.
     *
     * @param command what is wanted
     * @return how many were old
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        return new Outcome.Done(inbox.forget(clock.instant().minus(KEPT)));
    }
}
