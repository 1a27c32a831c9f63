package io.tastemaker.domain.wallets;

import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.Feature;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.entitlements.Quota;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Everything that is priced, at one moment: the newest version of each pricing rule, and the plans.
 *
 * @param version counts the changes of the price list, from 1 on
 * @param rules the newest rule of each action
 * @param plans every version of every plan that a wallet may be on
 * @param forNewTeams the key of the plan of teams that nobody gave another
 */
public record Tariff(int version, Map<Action, PricingRule> rules, Map<PlanId, Plan> plans, String forNewTeams) {

    private static final Comparator<Plan> BY_PRICE =
            Comparator.comparing((Plan plan) -> plan.monthlyPrice().amount()).thenComparing(plan -> plan.id().key());

    /** Copies the maps and checks that the plan of new teams is there. */
    public Tariff {
        rules = Map.copyOf(rules);
        plans = Map.copyOf(plans);
        Objects.requireNonNull(forNewTeams, "forNewTeams");
        if (newest(plans, forNewTeams).isEmpty()) {
            throw new IllegalArgumentException("there is no plan " + forNewTeams);
        }
    }

    /**
     * Puts rules and plans together.
     *
     * @param version counts the changes of the price list
     * @param rules one rule of each action
     * @param plans the plans
     * @param forNewTeams the key of the plan of new teams
     * @return the tariff
     */
    public static Tariff of(int version, Collection<PricingRule> rules, Collection<Plan> plans, String forNewTeams) {
        return new Tariff(version,
                rules.stream().collect(Collectors.toMap(PricingRule::action, Function.identity())),
                plans.stream().collect(Collectors.toMap(Plan::id, Function.identity())), forNewTeams);
    }

    /**
     * The rule of an action.
     *
     * @param action the action
     * @return its rule; empty when nobody priced it
     */
    public Optional<PricingRule> rule(Action action) {
        return Optional.ofNullable(rules.get(action));
    }

    /**
     * A version of a plan.
     *
     * @param id which
     * @return the plan
     * @throws IllegalArgumentException when it is not there
     */
    public Plan plan(PlanId id) {
        Plan plan = plans.get(id);
        if (plan == null) {
            throw new IllegalArgumentException("there is no plan " + id);
        }
        return plan;
    }

    /**
     * Whether the plans that a wallet is on, or will be on, are among these.
     *
     * @param wallet the wallet
     * @return whether they are
     */
    public boolean knowsPlansOf(Wallet wallet) {
        return wallet.plan().map(plans::containsKey).orElse(true) && wallet.nextPlan().map(plans::containsKey).orElse(true);
    }

    /**
     * The newest version of a plan.
     *
     * @param key the plan
     * @return its newest version; empty when there is no such plan
     */
    public Optional<Plan> newest(String key) {
        return newest(plans, key);
    }

    /**
     * The newest version of every plan.
     *
     * @return by price, and by key where that is equal
     */
    public List<Plan> newestPlans() {
        return plans.values().stream().filter(plan -> newest(plan.id().key()).equals(Optional.of(plan))).sorted(BY_PRICE).toList();
    }

    /**
     * The plan of teams that nobody gave another.
     *
     * @return its newest version
     */
    public Plan planOfNewTeams() {
        return newest(forNewTeams).orElseThrow();
    }

    /**
     * What a team is on when nobody pays for it any more.
     *
     * @return the newest version of a plan without a price; the plan of new teams when every plan has one
     */
    public Plan unpaidPlan() {
        return newestPlans().stream().filter(plan -> !plan.isPaid()).findFirst().orElseGet(this::planOfNewTeams);
    }

    /**
     * The cheapest plan that allows an action.
     *
     * @param action the action
     * @return the newest version of it; empty when no plan does
     */
    public Optional<Plan> cheapestAllowing(Action action) {
        return cheapest(plan -> !(plan.quota(action) instanceof Quota.Denied));
    }

    /**
     * The cheapest plan that opens a part of the product.
     *
     * @param feature the part
     * @return the newest version of it; empty when no plan does
     */
    public Optional<Plan> cheapestWith(Feature feature) {
        return cheapest(plan -> plan.opens(feature));
    }

    private Optional<Plan> cheapest(Predicate<Plan> wanted) {
        return newestPlans().stream().filter(wanted).findFirst();
    }

    private static Optional<Plan> newest(Map<PlanId, Plan> plans, String key) {
        return plans.values().stream().filter(plan -> plan.id().key().equals(key)).max(Comparator.comparingInt(plan -> plan.id().version()));
    }
}
