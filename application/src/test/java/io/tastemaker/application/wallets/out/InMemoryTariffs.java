package io.tastemaker.application.wallets.out;

import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.wallets.PricingRule;
import io.tastemaker.domain.wallets.Tariff;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prices and plans in memory: those that the program ships with, until somebody adds others. */
public final class InMemoryTariffs implements Tariffs {

    private final List<PricingRule> rules = new ArrayList<>(TariffFixtures.RULES);
    private final List<Plan> plans = new ArrayList<>(TariffFixtures.PLANS);
    private Tariff current;

    /** New teams are on the free plan. */
    public InMemoryTariffs() {
        this(TariffFixtures.TARIFF.forNewTeams());
    }

    /** New teams are on this plan. */
    public InMemoryTariffs(String forNewTeams) {
        this.current = Tariff.of(1, TariffFixtures.RULES, TariffFixtures.PLANS, forNewTeams);
    }

    @Override
    public synchronized Tariff current() {
        return current;
    }

    @Override
    public Tariff renewed() {
        return current();
    }

    @Override
    public synchronized List<PricingRule> listRules() {
        return rules.stream()
                .sorted(Comparator.comparing(PricingRule::action).thenComparing(PricingRule::version, Comparator.reverseOrder()))
                .toList();
    }

    @Override
    public synchronized boolean add(PricingRule rule) {
        int newest = current.rule(rule.action()).map(PricingRule::version).orElse(0);
        if (rule.version() != newest + 1) {
            return false;
        }
        rules.add(rule);
        renew(current.version() + 1);
        return true;
    }

    @Override
    public synchronized boolean add(Plan plan) {
        int newest = current.newest(plan.id().key()).map(found -> found.id().version()).orElse(0);
        if (plan.id().version() != newest + 1) {
            return false;
        }
        plans.add(plan);
        renew(current.version());
        return true;
    }

    private void renew(int version) {
        Map<Action, PricingRule> newest = new LinkedHashMap<>();
        rules.forEach(rule -> newest.put(rule.action(), rule));
        current = Tariff.of(version, newest.values(), plans, current.forNewTeams());
    }
}
