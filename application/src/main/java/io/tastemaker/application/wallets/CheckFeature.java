package io.tastemaker.application.wallets;

import io.tastemaker.application.wallets.out.Tariffs;
import io.tastemaker.application.wallets.out.Wallets;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.entitlements.Feature;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.wallets.Tariff;
import io.tastemaker.domain.wallets.Wallet;
import java.time.InstantSource;
import java.util.Optional;

/** Finds out whether the plan of a team opens a part of the product. */
public final class CheckFeature {

    private final Wallets wallets;
    private final Tariffs tariffs;
    private final Spenders spenders;
    private final InstantSource clock;

    CheckFeature(Wallets wallets, Tariffs tariffs, Spenders spenders, InstantSource clock) {
        this.wallets = wallets;
        this.tariffs = tariffs;
        this.spenders = spenders;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param permission what the actor must be allowed to do, since it is that which the plan may open
     * @param feature which part
     */
    public record Query(Actor actor, Permission permission, Feature feature) {}

    /** What is answered. */
    public sealed interface Outcome {
        /** It is open. */
        record Open() implements Outcome {}

        /**
         * The plan keeps it closed.
         *
         * @param sufficient the cheapest plan that opens it
         */
        record PlanRequired(Optional<Plan> sufficient) implements Outcome {}
    }

    /**
     * Finds it out. It is asked outside of any transaction.
     *
     * @param query what is asked
     * @return whether it is open; for operators and the program itself everything is
     */
    public Outcome handle(Query query) {
        AccessPolicy.require(query.actor(), query.permission());
        if (spenders.isFree(query.actor())) {
            return new Outcome.Open();
        }
        Wallet wallet = wallets.load(query.actor().team()).orElseThrow(Refusal.NotFound::new);
        Tariff tariff = tariffs.currentFor(wallet);
        Plan plan = wallet.at(tariff, clock.instant()).plan(tariff);
        return plan.opens(query.feature()) ? new Outcome.Open() : new Outcome.PlanRequired(tariff.cheapestWith(query.feature()));
    }
}
