package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.TopUpPacks;
import io.tastemaker.application.wallets.ShowWallet;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.billing.Discount;
import io.tastemaker.domain.billing.TopUpPack;
import io.tastemaker.domain.entitlements.Feature;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.shared.Money;
import java.util.List;
import java.util.Optional;

/** Shows the packs of credits, and what they cost a team with its plan. */
public final class ShowTopUpPacks {

    private final TopUpPacks packs;
    private final ShowWallet showWallet;

    ShowTopUpPacks(TopUpPacks packs, ShowWallet showWallet) {
        this.packs = packs;
        this.showWallet = showWallet;
    }

    /**
     * What is asked.
     *
     * @param actor a member
     */
    public record Query(Actor actor) {}

    /**
     * The packs.
     *
     * @param plan the team's plan
     * @param allowed whether it lets the team buy credits
     * @param items the packs that are on sale, the smallest first
     */
    public record View(Plan plan, boolean allowed, List<Item> items) {
        /** Copies the list. */
        public View {
            items = List.copyOf(items);
        }
    }

    /**
     * A pack.
     *
     * @param pack the pack
     * @param price what it costs this team
     */
    public record Item(TopUpPack pack, Money price) {}

    /**
     * Shows them.
     *
     * @param query what is asked
     * @return the packs
     */
    public View handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_WALLET);
        Plan plan = showWallet.handle(new ShowWallet.Query(query.actor(), query.actor().team())).plan();
        List<Item> items = packs.list().stream().filter(TopUpPack::onSale)
                .map(pack -> new Item(pack, pack.price().minus(Discount.best(pack.price(), plan.topUpDiscount(), Optional.empty()).off())))
                .toList();
        return new View(plan, plan.opens(Feature.TOP_UPS), items);
    }
}
