package io.tastemaker.application.content;

import io.tastemaker.application.content.out.ContentProfiles;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Computes profiles whose posts have changed since, for whichever team; what a job left behind, say. For the program itself. */
public final class ComputeProfiles {

    /** Time for whoever changes posts to come to an end, and to compute the profile: a job changes some every few seconds. */
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final int TEAMS_AT_ONCE = 20;

    private final ContentProfiles profiles;
    private final ProfileKeeper keeper;
    private final InstantSource clock;

    ComputeProfiles(ContentProfiles profiles, ProfileKeeper keeper, InstantSource clock) {
        this.profiles = profiles;
        this.keeper = keeper;
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
         * A round was done.
         *
         * @param count how many profiles were computed
         */
        record Computed(int count) implements Outcome {}
    }

    /**
     * Does a round.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        List<TeamId> teams = profiles.teamsWithOutdated(clock.instant().minus(GRACE), TEAMS_AT_ONCE);
        return new Outcome.Computed(teams.stream()
                .mapToInt(team -> keeper.computeSome(new Actor.System("profiles", team), Optional.empty(), () -> { }).size()).sum());
    }
}
