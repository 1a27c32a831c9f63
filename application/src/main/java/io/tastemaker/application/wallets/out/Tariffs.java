package io.tastemaker.application.wallets.out;

import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.wallets.PricingRule;
import io.tastemaker.domain.wallets.Tariff;
import io.tastemaker.domain.wallets.Wallet;
import java.util.List;

/** Prices and plans, which operators add versions to and never change. Works on its own, outside any transaction. */
public interface Tariffs {

    /**
     * What counts now. May be some seconds old: a decision pins the versions it was made on.
     *
     * @return the newest rules, and all plans
     */
    Tariff current();

    /**
     * What counts now, read anew.
     *
     * @return the newest rules, and all plans
     */
    Tariff renewed();

    /**
     * What counts now for a wallet. Another program may have added a plan and given it to the wallet a moment ago; then it is read anew.
     *
     * @param wallet the wallet
     * @return prices and plans, those of the wallet among them
     */
    default Tariff currentFor(Wallet wallet) {
        Tariff known = current();
        return known.knowsPlansOf(wallet) ? known : renewed();
    }

    /**
     * Every rule there ever was.
     *
     * @return by action, the newest version first
     */
    List<PricingRule> listRules();

    /**
     * Adds a version of a rule.
     *
     * @param rule the rule
     * @return whether its version was the next; if not, nothing is added
     */
    boolean add(PricingRule rule);

    /**
     * Adds a version of a plan.
     *
     * @param plan the plan
     * @return whether its version was the next; if not, nothing is added
     */
    boolean add(Plan plan);
}
