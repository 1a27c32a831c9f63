package io.tastemaker.application.operations;

import io.tastemaker.application.operations.out.OutgoingMail;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import java.time.Duration;
import java.time.InstantSource;

/** Drops what is remembered of letters that were settled a month ago. Who asks twice does no harm. */
public final class ForgetSentMail {

    private static final Duration KEEP = Duration.ofDays(30);

    private final OutgoingMail mail;
    private final InstantSource clock;

    ForgetSentMail(OutgoingMail mail, InstantSource clock) {
        this.mail = mail;
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
         * @param letters how many
         */
        record Done(int letters) implements Outcome {}
    }

    /**
     * Drops them.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        return new Outcome.Done(mail.forget(clock.instant().minus(KEEP)));
    }
}
