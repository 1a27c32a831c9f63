package io.tastemaker.application.shared;

import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.TeamId;

/** Whose books are looked at: the actor's own team's, or, by operators and the program, any other's. */
public final class LookedAtTeam {

    private LookedAtTeam() {}

    /**
     * The actor, working for that team.
     *
     * @param actor who asks
     * @param team whose books
     * @param own what a member of the team needs
     * @return the same actor, or an operator in that team
     * @throws Refusal.NotFound when it is another's team
     */
    public static Actor actor(Actor actor, TeamId team, Permission own) {
        if (actor.team().equals(team)) {
            AccessPolicy.require(actor, own);
            return actor;
        }
        Actor there = switch (actor) {
            case Actor.Operator operator -> new Actor.Operator(operator.name(), team);
            case Actor.System system -> new Actor.System(system.part(), team);
            case Actor.User user -> throw new Refusal.NotFound();
            case Actor.Key key -> throw new Refusal.NotFound();
        };
        AccessPolicy.require(actor, Permission.OPERATE);
        return there;
    }
}
