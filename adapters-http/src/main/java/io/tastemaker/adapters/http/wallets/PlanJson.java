package io.tastemaker.adapters.http.wallets;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.MoneyJson;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.Feature;
import io.tastemaker.domain.entitlements.Plan;
import java.util.List;
import java.util.Map;

/**
 * A plan.
 *
 * @param plan its key
 * @param version its version
 * @param name what people call it
 * @param monthlyPrice the list price
 * @param seats how many members
 * @param quotas what it says about actions
 * @param features what it opens
 * @param dailyCredits credits of each day
 * @param dailyFor what those pay for
 * @param monthlyCredits credits of each period
 * @param rolloverCap how many of them may move on
 * @param topUpDiscount what is taken off the price of credits
 * @param support the kind of support
 * @param watermark whether generated media carry one
 */
record PlanJson(
        @About("Its key") String plan,
        int version,
        String name,
        MoneyJson monthlyPrice,
        @About("Members, the owner included") int seats,
        @About("What it says about actions; one that is not named is metered") List<QuotaJson> quotas,
        @About("campaigns, lists, export, proposals, top_ups: those that are open") List<String> features,
        @About("Credits of each day, gone at its end") long dailyCredits,
        @About("The actions they pay for; empty for all") List<String> dailyFor,
        @About("Credits of each period") long monthlyCredits,
        @About("How many of them may move into the next period, once") long rolloverCap,
        @About("What is taken off the price of credits, in basis points") int topUpDiscount,
        String support,
        @About("Whether generated media carry a watermark") boolean watermark) {

    static PlanJson of(Plan plan) {
        Plan.Gifts gifts = plan.gifts();
        return new PlanJson(plan.id().key(), plan.id().version(), plan.name(), MoneyJson.of(plan.monthlyPrice()), plan.seats(),
                plan.quotas().entrySet().stream().sorted(Map.Entry.comparingByKey())
                        .map(quota -> QuotaJson.of(quota.getKey(), quota.getValue())).toList(),
                plan.features().stream().map(Feature::code).sorted().toList(), gifts.daily(),
                gifts.dailyFor().stream().map(Action::code).sorted().toList(), gifts.monthly(), gifts.rolloverCap(), plan.topUpDiscount(),
                plan.support(), plan.watermark());
    }
}
