package io.tastemaker.application.measurement;

import io.tastemaker.application.measurement.out.Doorways;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import java.util.List;

/** Writes down the clicks that were counted since the last time. What cannot be written stays counted and is tried again. */
public final class WriteClicks {

    private final Doorways doorways;
    private final ClickTally tally;

    WriteClicks(Doorways doorways, ClickTally tally) {
        this.doorways = doorways;
        this.tally = tally;
    }

    /**
     * What is wanted.
     *
     * @param actor the program
     */
    public record Command(Actor actor) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * They are written.
         *
         * @param clicks how many
         */
        record Written(long clicks) implements Outcome {}
    }

    /**
     * Writes them.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        List<Doorways.Clicks> taken = tally.take();
        boolean written = taken.isEmpty();
        try {
            if (!written) {
                doorways.add(taken);
                written = true;
            }
        } finally {
            if (!written) {
                tally.putBack(taken);
            }
        }
        return new Outcome.Written(taken.stream().mapToLong(Doorways.Clicks::count).sum());
    }
}
