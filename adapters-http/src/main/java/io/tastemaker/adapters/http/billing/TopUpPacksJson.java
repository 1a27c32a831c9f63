package io.tastemaker.adapters.http.billing;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.MoneyJson;
import io.tastemaker.application.billing.ShowTopUpPacks;
import io.tastemaker.domain.billing.TopUpPack;
import java.util.List;
import java.util.Optional;

/**
 * The packs of credits, as a team with its plan can have them.
 *
 * @param plan the team's plan
 * @param allowed whether it lets the team buy any
 * @param items the packs
 */
record TopUpPacksJson(
        @About("The plan that counts") String plan,
        @About("Whether it lets the team buy credits") boolean allowed,
        @About("The smallest first") List<PackOfferJson> items) {

    /**
     * A pack.
     *
     * @param key its key
     * @param version its version
     * @param credits how many
     * @param listPrice what it costs without discounts
     * @param price what it costs this team
     * @param discountBasisPoints what the plan takes off
     * @param validDays how long the credits last
     */
    record PackOfferJson(
            String key,
            int version,
            long credits,
            @About("What it costs without discounts") MoneyJson listPrice,
            @About("What it costs with this plan") MoneyJson price,
            @About("What the plan takes off, in basis points; null when it takes nothing off") Optional<Integer> discountBasisPoints,
            @About("How many days the credits last from the payment on; null for ever") Optional<Integer> validDays) {}

    static TopUpPacksJson of(ShowTopUpPacks.View view) {
        Optional<Integer> discount = Optional.of(view.plan().topUpDiscount()).filter(points -> points > 0);
        return new TopUpPacksJson(view.plan().id().key(), view.allowed(), view.items().stream().map(item -> of(item, discount)).toList());
    }

    private static PackOfferJson of(ShowTopUpPacks.Item item, Optional<Integer> discount) {
        TopUpPack pack = item.pack();
        return new PackOfferJson(pack.key(), pack.version(), pack.credits(), MoneyJson.of(pack.price()), MoneyJson.of(item.price()), discount,
                OrderJson.boxed(pack.validDays()));
    }
}
