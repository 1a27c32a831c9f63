package io.tastemaker.adapters.http.wallets;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Entries;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.Matches;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.MoneyJson;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.Feature;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.entitlements.Quota;
import io.tastemaker.domain.shared.Coded;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A new version of a plan, or a new plan.
 *
 * @param plan its key
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
record NewPlanJson(
        @About("Its key") @Matches(value = NewPlanJson.KEY, says = "a key such as standard") String plan,
        @Length(max = 100) String name,
        MoneyJson monthlyPrice,
        @About("Members, the owner included") @Between(min = "1", max = "100000") int seats,
        @About("What it says about actions; one that is not named is metered") Optional<@Entries(max = 100) List<QuotaJson>> quotas,
        @About("What it opens")
        Optional<@Entries(max = 5) List<@OneOf({"campaigns", "lists", "export", "proposals", "top_ups"}) String>> features,
        @About("Credits of each day, gone at its end") @Default("0") @Between(min = "0", max = "1000000000") long dailyCredits,
        @About("The actions they pay for; empty for all")
        Optional<@Entries(max = 100) List<@Matches(value = ActionPath.FORM, says = ActionPath.SAYS) String>> dailyFor,
        @About("Credits of each period") @Default("0") @Between(min = "0", max = "1000000000") long monthlyCredits,
        @About("How many of them may move into the next period, once") @Default("0") @Between(min = "0", max = "1000000000") long rolloverCap,
        @About("What is taken off the price of credits, in basis points") @Default("0") @Between(min = "0", max = "10000") int topUpDiscount,
        @About("The kind of support") @Length(max = 100) String support,
        @About("Whether generated media carry a watermark") @Default("false") boolean watermark) {

    static final String KEY = "[a-z][a-z0-9_-]{0,49}";

    NewPlanJson {
        if (name.isBlank() || support.isBlank()) {
            throw new IllegalArgumentException("name and support must say something");
        }
        if (monthlyPrice.money().amount().signum() < 0) {
            throw new IllegalArgumentException("monthly_price must not be negative");
        }
        List<String> actions = quotas.orElse(List.of()).stream().map(QuotaJson::action).toList();
        if (Set.copyOf(actions).size() < actions.size()) {
            throw new IllegalArgumentException("quotas names an action twice");
        }
    }

    Plan of(PlanId id) {
        Map<Action, Quota> quotaOf = quotas.orElse(List.of()).stream()
                .collect(Collectors.toMap(quota -> new Action(quota.action()), QuotaJson::quota));
        Set<Feature> opened = features.orElse(List.of()).stream().map(code -> Coded.find(Feature.class, code).orElseThrow())
                .collect(Collectors.toSet());
        Set<Action> scope = dailyFor.orElse(List.of()).stream().map(Action::new).collect(Collectors.toSet());
        return new Plan(id, name.strip(), monthlyPrice.money(), seats, quotaOf, opened,
                new Plan.Gifts(dailyCredits, scope, monthlyCredits, rolloverCap), topUpDiscount, support.strip(), watermark);
    }
}
