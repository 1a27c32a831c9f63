package io.tastemaker.application.outreach;

import io.tastemaker.application.outreach.out.Suppressions;
import io.tastemaker.application.shared.LinkToken;
import io.tastemaker.domain.access.Actor;
import java.time.InstantSource;

/** Notes that nobody writes to an address again, for whoever else was told so. Inside a transaction of the caller. */
public final class SuppressAddress {

    private final Suppressions suppressions;
    private final InstantSource clock;

    SuppressAddress(Suppressions suppressions, InstantSource clock) {
        this.suppressions = suppressions;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor the program, for whoever holds the link of a letter to the address
     * @param email in its canonical form
     */
    public record Command(Actor.System actor, String email) {
        /** Leaves out the address. */
        @Override
        public String toString() {
            return "Command[]";
        }
    }

    /**
     * Notes it; what is noted stays as it is.
     *
     * @param command what is wanted
     */
    public void handle(Command command) {
        suppressions.add(LinkToken.hashOfAddress(command.email()), clock.instant());
    }
}
