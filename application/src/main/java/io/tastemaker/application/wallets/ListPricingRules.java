package io.tastemaker.application.wallets;

import io.tastemaker.application.wallets.out.Tariffs;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.wallets.PricingRule;
import java.util.List;

/** Lists every version of every pricing rule, for operators. */
public final class ListPricingRules {

    private final Tariffs tariffs;

    ListPricingRules(Tariffs tariffs) {
        this.tariffs = tariffs;
    }

    /**
     * What is asked.
     *
     * @param actor the operator
     */
    public record Query(Actor actor) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return by action, the newest version first
     */
    public List<PricingRule> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.OPERATE);
        return tariffs.listRules();
    }
}
