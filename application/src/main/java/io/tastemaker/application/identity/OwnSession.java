package io.tastemaker.application.identity;

import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import java.util.Optional;

/** Whose account it is that somebody works on. */
final class OwnSession {

    private OwnSession() {}

    /**
     * The person behind an actor.
     *
     * @param actor who asks
     * @return who signed in
     * @throws Refusal.Forbidden for keys, an operator's too: an account is a person's
     */
    static Actor.Person of(Actor actor) {
        AccessPolicy.require(actor, Permission.OWN_ACCOUNT);
        return actor.person().orElseThrow(() -> new Refusal.Forbidden(new AccessPolicy.Decision.Denied(
                Permission.OWN_ACCOUNT, Permission.OWN_ACCOUNT.role(), Optional.empty())));
    }
}
