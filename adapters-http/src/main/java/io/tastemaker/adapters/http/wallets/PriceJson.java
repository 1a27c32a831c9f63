package io.tastemaker.adapters.http.wallets;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.domain.wallets.PricingRule;
import java.time.Duration;
import java.util.Optional;

/**
 * The price of an action.
 *
 * @param action the action
 * @param version of its price
 * @param unitCredits what a unit costs
 * @param freeAllowance units that are free in a period
 * @param accessHours how long what is paid for stays open
 * @param unit what a unit is
 */
record PriceJson(
        String action,
        @About("Of this price; what was charged before keeps its own") int version,
        @About("Credits of a unit") long unitCredits,
        @About("Units that every team has free in each period, whatever its plan") long freeAllowance,
        @About("How long what is paid for stays open without paying again; null for good") Optional<Long> accessHours,
        @About("What a unit is") String unit) {

    static PriceJson of(PricingRule rule) {
        return new PriceJson(rule.action().code(), rule.version(), rule.unitCredits(), rule.allowance(),
                rule.accessFor().map(Duration::toHours), rule.unit());
    }
}
