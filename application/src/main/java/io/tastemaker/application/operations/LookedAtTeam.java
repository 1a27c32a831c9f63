package io.tastemaker.application.operations;

import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.TeamId;

/** Whose audit log is looked at: the actor's own team's, or, by operators and the program, any other's. */
final class LookedAtTeam {

    private LookedAtTeam() {}

    /** The actor, working for that team. */
    static Actor actor(Actor actor, TeamId team) {
        if (actor.team().equals(team)) {
            AccessPolicy.require(actor, Permission.READ_AUDIT);
            return actor;
        }
        AccessPolicy.require(actor, Permission.OPERATE);
        return switch (actor) {
            case Actor.Operator operator -> new Actor.Operator(operator.name(), team);
            case Actor.System system -> new Actor.System(system.part(), team);
            case Actor.User user -> throw new Refusal.NotFound();
            case Actor.Key key -> throw new Refusal.NotFound();
        };
    }
}
