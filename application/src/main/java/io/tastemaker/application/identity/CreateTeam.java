package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.time.InstantSource;
import java.time.ZoneId;

/** Makes a team: for a person, who then owns it, or for an operator, without members. */
public final class CreateTeam {

    private final PlatformTransactions platform;
    private final Teams teams;
    private final Users users;
    private final Ids ids;
    private final InstantSource clock;

    CreateTeam(PlatformTransactions platform, Teams teams, Users users, Ids ids, InstantSource clock) {
        this.platform = platform;
        this.teams = teams;
        this.users = users;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor a person, an operator or the program itself
     * @param name 1 to 100 characters
     * @param timeZone in which the team counts days and months
     */
    public record Command(Actor actor, String name, ZoneId timeZone) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The team exists.
         *
         * @param team the new team
         */
        record Created(Team team) implements Outcome {}

        /** The person owns as many teams as a person may. */
        record TooMany() implements Outcome {}
    }

    /**
     * Makes the team.
     *
     * @param command what is wanted
     * @return the team, or why there is none
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, actor instanceof Actor.User ? Permission.OWN_ACCOUNT : Permission.OPERATE);
        Team team = Team.begin(new TeamId(ids.next()), command.name().strip(), command.timeZone(), clock.instant());
        return platform.inTransaction(actor, "team.create", () -> {
            if (actor instanceof Actor.User owner && owned(owner) >= Team.MOST_OWNED) {
                return new Outcome.TooMany();
            }
            teams.add(team);
            if (actor instanceof Actor.User owner) {
                users.join(Membership.begin(team.id(), owner.id(), Role.OWNER, team.createdAt()));
            }
            platform.about(Subject.of("team", team.id()), team.traits().made());
            return new Outcome.Created(team);
        });
    }

    private long owned(Actor.User owner) {
        return users.memberships(owner.id()).stream().filter(membership -> membership.role() == Role.OWNER).count();
    }
}
