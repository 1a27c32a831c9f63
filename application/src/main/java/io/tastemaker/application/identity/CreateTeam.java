package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.TeamId;
import java.time.InstantSource;

/** Makes a team. */
public final class CreateTeam {

    private final PlatformTransactions platform;
    private final Teams teams;
    private final Ids ids;
    private final InstantSource clock;

    CreateTeam(PlatformTransactions platform, Teams teams, Ids ids, InstantSource clock) {
        this.platform = platform;
        this.teams = teams;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor an operator or the program itself
     * @param name 1 to 100 characters
     */
    public record Command(Actor actor, String name) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The team exists.
         *
         * @param team the new team
         */
        record Created(Team team) implements Outcome {}
    }

    /**
     * Makes the team.
     *
     * @param command what is wanted
     * @return the team
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        Team team = Team.begin(new TeamId(ids.next()), command.name().strip(), clock.instant());
        platform.run(command.actor(), "team.create", () -> teams.add(team));
        return new Outcome.Created(team);
    }
}
