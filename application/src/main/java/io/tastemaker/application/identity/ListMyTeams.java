package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lists the teams that a person belongs to. */
public final class ListMyTeams {

    private final PlatformTransactions platform;
    private final Teams teams;
    private final Users users;

    ListMyTeams(PlatformTransactions platform, Teams teams, Users users) {
        this.platform = platform;
        this.teams = teams;
        this.users = users;
    }

    /**
     * What is asked.
     *
     * @param actor a person; operators belong to no team
     */
    public record Query(Actor actor) {}

    /**
     * A team of the person.
     *
     * @param team the team
     * @param role what the person is in it
     */
    public record Mine(Team team, Role role) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the teams that are not deleted, the oldest first
     */
    public List<Mine> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.OWN_ACCOUNT);
        return query.actor() instanceof Actor.User user ? platform.reading(user, () -> of(user.id())) : List.of();
    }

    private List<Mine> of(UserId user) {
        Map<TeamId, Role> roles = users.memberships(user).stream().collect(Collectors.toMap(Membership::team, Membership::role));
        return teams.findAll(roles.keySet()).stream().map(team -> new Mine(team, roles.get(team.id()))).toList();
    }
}
