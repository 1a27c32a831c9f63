package io.tastemaker.adapters.http.wallets;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.Hold;
import java.time.Instant;
import java.util.UUID;

/**
 * An open reservation.
 *
 * @param operation the transaction that made it
 * @param action what for
 * @param quotaUnits units of the plan's quota
 * @param allowanceUnits units of the free allowance
 * @param creditUnits units that credits pay for
 * @param credits what those cost
 * @param actor who reserved
 * @param expiresAt when it comes back by itself
 */
record HoldJson(
        UUID operation,
        String action,
        long quotaUnits,
        long allowanceUnits,
        long creditUnits,
        long credits,
        ActorJson actor,
        @About("When it comes back by itself") Instant expiresAt) {

    static HoldJson of(TeamId team, Hold hold) {
        return new HoldJson(hold.key().operation(team), hold.action().code(), hold.split().quota(), hold.split().allowance(),
                hold.split().credits(), hold.credits(), ActorJson.of(hold.actor()), hold.expiresAt());
    }
}
