package io.tastemaker.adapters.http.wallets;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.application.wallets.ShowAllowances;
import io.tastemaker.application.wallets.WalletView;
import io.tastemaker.domain.wallets.PricingRule;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What can be used without credits in this period.
 *
 * @param periodEndsAt when it begins anew
 * @param items one for each action that has a price
 * @param memberCap what the caller may still spend
 */
record AllowancesJson(
        @About("When quota, allowance and cap begin anew") Instant periodEndsAt,
        @About("One for each action that has a price") List<AllowanceJson> items,
        @About("In credits, for a signed-in member with a cap; otherwise null") Optional<CapJson> memberCap) {

    /**
     * What is free of an action.
     *
     * @param action the action
     * @param unitCredits what a unit costs when nothing is left
     * @param plan what the plan says
     * @param planQuota what the plan includes
     * @param freeAllowance what is free for everybody
     */
    record AllowanceJson(
            String action,
            @About("Credits of a unit once quota and allowance are used up") long unitCredits,
            @About("What the plan says: included, metered, unlimited or denied") String plan,
            CountJson planQuota,
            CountJson freeAllowance) {}

    /**
     * What a member may spend in a period.
     *
     * @param limit the most credits
     * @param used what was used of it
     * @param left what is left
     */
    record CapJson(long limit, @About("Credits in open reservations included") long used, long left) {
        static CapJson of(ShowAllowances.Cap cap) {
            return new CapJson(cap.limit(), cap.used(), cap.left());
        }
    }

    static AllowancesJson of(ShowAllowances.Allowed allowed) {
        WalletView view = allowed.view();
        List<AllowanceJson> items = view.tariff().rules().values().stream()
                .sorted(Comparator.comparing(PricingRule::action))
                .map(rule -> new AllowanceJson(rule.action().code(), rule.unitCredits(), QuotaJson.kind(view.plan().quota(rule.action())),
                        CountJson.ofQuota(view, rule.action()), CountJson.ofAllowance(view, rule.action())))
                .toList();
        return new AllowancesJson(view.wallet().cycle().end(), items, allowed.cap().map(CapJson::of));
    }
}
