package io.tastemaker.adapters.http.wallets;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Matches;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.Quota;
import java.util.Optional;

/**
 * What a plan says about an action.
 *
 * @param action the action
 * @param kind what it says
 * @param units how many units are included
 */
record QuotaJson(
        @Matches(value = ActionPath.FORM, says = ActionPath.SAYS) String action,
        @About("included: so many units of a period; metered: allowance and credits pay; unlimited; denied: not even for credits")
        @OneOf({"included", "metered", "unlimited", "denied"}) String kind,
        @About("With included: how many units of a period") Optional<@Between(min = "1", max = "1000000000") Long> units) {

    QuotaJson {
        if (kind.equals("included") != units.isPresent()) {
            throw new IllegalArgumentException("units go with the kind included, and with no other");
        }
    }

    static QuotaJson of(Action action, Quota quota) {
        Optional<Long> units = quota instanceof Quota.Included(long included) ? Optional.of(included) : Optional.empty();
        return new QuotaJson(action.code(), kind(quota), units);
    }

    static String kind(Quota quota) {
        return switch (quota) {
            case Quota.Denied denied -> "denied";
            case Quota.Metered metered -> "metered";
            case Quota.Included included -> "included";
            case Quota.Unlimited unlimited -> "unlimited";
        };
    }

    Quota quota() {
        return switch (kind) {
            case "included" -> new Quota.Included(units.orElseThrow());
            case "unlimited" -> Quota.UNLIMITED;
            case "denied" -> Quota.DENIED;
            default -> Quota.METERED;
        };
    }
}
