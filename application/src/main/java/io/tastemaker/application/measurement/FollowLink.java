package io.tastemaker.application.measurement;

import io.tastemaker.application.measurement.out.Doorways;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.measurement.ClickRule;
import io.tastemaker.domain.measurement.LinkTarget;
import io.tastemaker.domain.measurement.TrackedLink;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Follows a tracked link, and counts that somebody did. Nothing about who it was is kept. Links stand in posts that nobody takes back, so those of an
 * archived campaign lead on; they count no more, as nothing does there.
 */
public final class FollowLink {

    private final Doorways doorways;
    private final ClickTally tally;
    private final InstantSource clock;

    FollowLink(Doorways doorways, ClickTally tally, InstantSource clock) {
        this.doorways = doorways;
        this.tally = tally;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param caller nobody in particular
     * @param code as it stands in the address
     * @param userAgent what the caller calls itself, empty when it does not say; decides whether it counts, and is not kept
     * @param isPreliminary whether it only looks, or fetches beforehand
     */
    public record Command(Anonymous caller, String code, String userAgent, boolean isPreliminary) {
        /** Shows no code: whoever knows one may follow it. */
        @Override
        public String toString() {
            return "Command[" + isPreliminary + "]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It leads on.
         *
         * @param target where to
         */
        record Followed(LinkTarget target) implements Outcome {}

        /** It leads nowhere: there is no such link, or not any more. */
        record Unknown() implements Outcome {}
    }

    /**
     * Follows it.
     *
     * @param command what is wanted
     * @return where it leads
     */
    public Outcome handle(Command command) {
        Optional<Doorways.Door> door = TrackedLink.isCode(command.code()) ? doorways.findLink(command.code()) : Optional.empty();
        if (door.map(Doorways.Door::counts).orElse(false) && ClickRule.counts(command.userAgent(), command.isPreliminary())) {
            tally.count(door.get().team(), door.get().link(), clock.instant().atZone(ZoneOffset.UTC).toLocalDate());
        }
        return door.<Outcome>map(there -> new Outcome.Followed(there.target())).orElseGet(Outcome.Unknown::new);
    }
}
