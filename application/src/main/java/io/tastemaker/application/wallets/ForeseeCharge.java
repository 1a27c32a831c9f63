package io.tastemaker.application.wallets;

import io.tastemaker.application.wallets.out.Tariffs;
import io.tastemaker.application.wallets.out.Wallets;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.Feature;
import io.tastemaker.domain.wallets.Quotation;
import io.tastemaker.domain.wallets.Receipt;
import io.tastemaker.domain.wallets.Tariff;
import io.tastemaker.domain.wallets.Wallet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Shows what some units of an action would take now, whether or not it can be paid: what people are told besides a "no". */
public final class ForeseeCharge {

    private final Wallets wallets;
    private final Tariffs tariffs;
    private final Spenders spenders;
    private final InstantSource clock;

    ForeseeCharge(Wallets wallets, Tariffs tariffs, Spenders spenders, InstantSource clock) {
        this.wallets = wallets;
        this.tariffs = tariffs;
        this.spenders = spenders;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param permission what the actor must be allowed to do, since it is that which would be paid for
     * @param action what would be used
     * @param units how many units, 1 to the most of one request
     */
    public record Query(Actor actor, Permission permission, Action action, long units) {}

    /**
     * What is foreseen.
     *
     * @param line how the units would be paid
     * @param nothing the receipt of a use that takes nothing, with what is left now
     * @param topUps whether the plan lets the team buy credits
     */
    public record Foreseen(Quotation.Line line, Receipt nothing, boolean topUps) {

        /**
         * The receipt as it would be if there were credits enough; what it says is left, is left now.
         *
         * @return the receipt
         */
        public Receipt wanted() {
            return new Receipt(nothing.action(), line.split(), line.price(), line.credits(), nothing.plan(), nothing.quotaLeft(),
                    nothing.allowanceLeft(), nothing.creditsLeft(), nothing.periodEndsAt());
        }
    }

    /**
     * Foresees it.
     *
     * @param query what is asked
     * @return what it would take; empty for those who pay nothing, and for what has no price
     */
    public Optional<Foreseen> handle(Query query) {
        AccessPolicy.require(query.actor(), query.permission());
        if (spenders.isFree(query.actor()) || tariffs.current().rule(query.action()).isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Wallet wallet = wallets.load(query.actor().team()).orElseThrow(Refusal.NotFound::new);
        Tariff tariff = tariffs.currentFor(wallet);
        Quotation.Line line = Quotation.of(wallet, tariff, List.of(new Quotation.Item(query.action(), query.units())),
                query.actor().label(), now).lines().getFirst();
        return Optional.of(new Foreseen(line, wallet.receiptOfNothing(query.action(), tariff, now),
                wallet.at(tariff, now).plan(tariff).opens(Feature.TOP_UPS)));
    }
}
