package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Memberships;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.shared.TeamId;

/** The team that the actor works for; any other one is, to the actor, no team at all. */
final class CurrentTeam {

    private CurrentTeam() {}

    static void require(Actor actor, TeamId team) {
        if (!team.equals(actor.team())) {
            throw new Refusal.NotFound();
        }
    }

    /** The actor's role as it is now, which may be another than at the sign-in; whoever is no member works for the platform. */
    static Role rank(Actor actor, Memberships memberships) {
        return actor instanceof Actor.User user
                ? memberships.find(user.id()).map(member -> member.membership().role()).orElseThrow(Refusal.NotFound::new)
                : Role.OWNER;
    }
}
