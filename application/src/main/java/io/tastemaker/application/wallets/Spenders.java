package io.tastemaker.application.wallets;

import io.tastemaker.application.identity.ShowCreditCap;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.wallets.Spend;
import java.util.Optional;
import java.util.OptionalLong;

/** Who spends, and within which limits. */
final class Spenders {

    private final ShowCreditCap caps;

    Spenders(ShowCreditCap caps) {
        this.caps = caps;
    }

    /** Whether what the actor does costs nobody anything. */
    boolean isFree(Actor actor) {
        return switch (actor) {
            case Actor.User user -> false;
            case Actor.Key key -> false;
            case Actor.Operator operator -> true;
            case Actor.System system -> true;
        };
    }

    Spend spend(Actor actor, Action action, long units, OptionalLong most) {
        return new Spend(action, units, Optional.empty(), actor.label(), cap(actor), most, 0);
    }

    /** The most credits the actor may use in a period; empty for no limit. */
    OptionalLong cap(Actor actor) {
        return actor instanceof Actor.User user ? caps.handle(new ShowCreditCap.Query(user)) : OptionalLong.empty();
    }
}
