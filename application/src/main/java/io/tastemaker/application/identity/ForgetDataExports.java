package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.DataExports;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import java.time.InstantSource;

/** Removes the files with data of people whose time is over. */
public final class ForgetDataExports {

    private final DataExports exports;
    private final InstantSource clock;

    ForgetDataExports(DataExports exports, InstantSource clock) {
        this.exports = exports;
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
         * They are removed.
         *
         * @param exports how many
         */
        record Done(int exports) implements Outcome {}
    }

    /**
     * Removes them.
     *
     * @param command what is wanted
     * @return how many
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        return new Outcome.Done(exports.forget(clock.instant()));
    }
}
