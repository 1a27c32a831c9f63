package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.ApiKeys;
import io.tastemaker.application.identity.out.Memberships;
import io.tastemaker.application.identity.out.OwnTeam;
import io.tastemaker.application.identity.out.TeamInvitations;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Deletes the teams whose cooling-off period is over: memberships, invitations and keys end, and what the team did stays for the record. */
public final class CloseTeams {

    private final PlatformTransactions platform;
    private final Teams teams;
    private final Transactions transactions;
    private final OwnTeam ownTeam;
    private final Memberships memberships;
    private final TeamInvitations invitations;
    private final ApiKeys keys;
    private final InstantSource clock;

    CloseTeams(PlatformTransactions platform, Teams teams, Transactions transactions, OwnTeam ownTeam, Memberships memberships,
            TeamInvitations invitations, ApiKeys keys, InstantSource clock) {
        this.platform = platform;
        this.teams = teams;
        this.transactions = transactions;
        this.ownTeam = ownTeam;
        this.memberships = memberships;
        this.invitations = invitations;
        this.keys = keys;
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
         * They are deleted.
         *
         * @param teams how many
         * @param leftovers those that failed, and are tried again by the next round
         */
        record Closed(int teams, List<Leftover> leftovers) implements Outcome {}
    }

    /**
     * Deletes those that are due.
     *
     * @param command what is wanted
     * @return how many were deleted
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        Instant now = clock.instant();
        List<TeamId> due = platform.reading(command.actor(), () -> teams.due(now));
        Leftover.Round round = Leftover.Round.over(due, TeamId::value, team -> close(team, now));
        return new Outcome.Closed(round.done(), round.leftovers());
    }

    private boolean close(TeamId id, Instant now) {
        return transactions.inTransaction(new Actor.System("housekeeping", id), "team.close", () -> {
            Optional<Team> team = ownTeam.find().filter(found -> isDue(found, now));
            if (team.isEmpty() || !ownTeam.replace(team.get().in(new Team.State.Deleted(now)))) {
                return false; // its owner took the deletion back at this very moment
            }
            keys.revokeAll(now);
            invitations.revokeAll(now);
            memberships.removeAll();
            transactions.about(Subject.of("team", id), team.get().traits().gone());
            return true;
        });
    }

    private static boolean isDue(Team team, Instant now) {
        return team.state() instanceof Team.State.CoolingOff(Instant deletedAfter) && !now.isBefore(deletedAfter);
    }
}
