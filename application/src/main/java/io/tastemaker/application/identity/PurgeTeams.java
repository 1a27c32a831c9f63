package io.tastemaker.application.identity;

import io.tastemaker.application.creators.out.Uploads;
import io.tastemaker.application.identity.out.ClosedTeams;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.Traits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Removes what closed teams left behind: first their files, then their rows, a thousand at a time. It may be killed at any point and goes
 * on with what is left. A team's row stays without its name, and its audit log stays whole and can still be verified.
 */
public final class PurgeTeams {

    /** Longer than a request or a batch of a job runs, so that nothing is written behind the purge. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(5);

    private static final int BATCH = 1_000;

    private final PlatformTransactions transactions;
    private final ClosedTeams closedTeams;
    private final Uploads uploads;
    private final InstantSource clock;

    PurgeTeams(PlatformTransactions transactions, ClosedTeams closedTeams, Uploads uploads, InstantSource clock) {
        this.transactions = transactions;
        this.closedTeams = closedTeams;
        this.uploads = uploads;
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
         * Nothing is left of them.
         *
         * @param teams how many teams
         * @param leftovers those that failed, and are tried again by the next round
         */
        record Purged(int teams, List<Leftover> leftovers) implements Outcome {}
    }

    /**
     * Removes it.
     *
     * @param command what is wanted
     * @return how many teams are gone now
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        Instant before = clock.instant().minus(UNDER_WAY);
        List<TeamId> closed = transactions.reading(command.actor(), () -> closedTeams.listUnpurged(before));
        Leftover.Round round = Leftover.Round.over(closed, TeamId::value, this::purge);
        return new Outcome.Purged(round.done(), round.leftovers());
    }

    private boolean purge(TeamId team) {
        deleteUploads(team);
        int removed = closedTeams.purge(team, BATCH);
        while (removed > 0) {
            removed = closedTeams.purge(team, BATCH);
        }
        transactions.run(new Actor.System("housekeeping", team), "team.purge", () -> {
            long rows = closedTeams.complete(team, clock.instant());
            transactions.about(Subject.of("team", team), Traits.NONE.with("rows", rows).gone());
        });
        return true;
    }

    /** Before the rows that name them: a file that no row names would never be found. */
    private void deleteUploads(TeamId team) {
        Optional<String> last = Optional.empty();
        do {
            List<String> keys = closedTeams.listUploads(team, last, BATCH);
            keys.forEach(uploads::delete);
            last = keys.isEmpty() ? Optional.empty() : Optional.of(keys.getLast());
        } while (last.isPresent());
    }
}
