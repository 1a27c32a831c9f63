package io.tastemaker.application.wallets;

import io.tastemaker.application.wallets.out.Tariffs;
import io.tastemaker.application.wallets.out.Wallets;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.wallets.Quotation;
import io.tastemaker.domain.wallets.Tariff;
import io.tastemaker.domain.wallets.Wallet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Says what several things would cost together, and charges nothing. */
public final class PriceBasket {

    private final Wallets wallets;
    private final Tariffs tariffs;
    private final InstantSource clock;

    PriceBasket(Wallets wallets, Tariffs tariffs, InstantSource clock) {
        this.wallets = wallets;
        this.tariffs = tariffs;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param items what is wanted, in order
     */
    public record Query(Actor actor, List<Quotation.Item> items) {}

    /** What is answered. */
    public sealed interface Outcome {
        /**
         * The price.
         *
         * @param quotation line by line
         * @param plan the plan that counts
         * @param priceList the version of the price list
         */
        record Priced(Quotation quotation, Plan plan, int priceList) implements Outcome {}

        /**
         * Some of it has no price.
         *
         * @param unknown which actions
         * @param known those that are priced
         */
        record UnknownActions(Set<Action> unknown, Set<Action> known) implements Outcome {}
    }

    /**
     * Prices.
     *
     * @param query what is asked
     * @return the price, or what has none
     */
    public Outcome handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_WALLET);
        Set<Action> known = tariffs.current().rules().keySet();
        Set<Action> unknown = new TreeSet<>(query.items().stream().map(Quotation.Item::action).toList());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            return new Outcome.UnknownActions(unknown, new TreeSet<>(known));
        }
        Wallet wallet = wallets.load(query.actor().team()).orElseThrow(Refusal.NotFound::new);
        Tariff tariff = tariffs.currentFor(wallet);
        Instant now = clock.instant();
        return new Outcome.Priced(Quotation.of(wallet, tariff, query.items(), query.actor().label(), now), wallet.at(tariff, now).plan(tariff),
                tariff.version());
    }
}
