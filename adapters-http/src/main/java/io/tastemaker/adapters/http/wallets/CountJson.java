package io.tastemaker.adapters.http.wallets;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.application.wallets.WalletView;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.Quota;
import io.tastemaker.domain.wallets.Counter;
import io.tastemaker.domain.wallets.PricingRule;
import java.util.Optional;

/**
 * Units of a limit, in this period.
 *
 * @param limit how many there are
 * @param used how many are used or set aside
 * @param left how many are left
 */
record CountJson(
        @About("Null when there is no limit") Optional<Long> limit,
        @About("Used or set aside") long used,
        @About("Null when there is no limit") Optional<Long> left) {

    static CountJson of(long limit, long used) {
        return new CountJson(Optional.of(limit), used, Optional.of(Math.max(0, limit - used)));
    }

    static CountJson unlimited(long used) {
        return new CountJson(Optional.empty(), used, Optional.empty());
    }

    static CountJson ofQuota(WalletView view, Action action) {
        long used = view.wallet().counter(Counter.Kind.QUOTA, action.code()).taken();
        return switch (view.plan().quota(action)) {
            case Quota.Denied denied -> of(0, used);
            case Quota.Metered metered -> of(0, used);
            case Quota.Included(long units) -> of(units, used);
            case Quota.Unlimited unlimited -> unlimited(used);
        };
    }

    static CountJson ofAllowance(WalletView view, Action action) {
        long limit = view.tariff().rule(action).map(PricingRule::allowance).orElse(0L);
        return of(limit, view.wallet().counter(Counter.Kind.ALLOWANCE, action.code()).taken());
    }
}
