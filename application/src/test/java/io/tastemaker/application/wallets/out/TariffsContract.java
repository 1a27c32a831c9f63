package io.tastemaker.application.wallets.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.shared.AtOnce;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.Feature;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.entitlements.Quota;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.wallets.PricingRule;
import io.tastemaker.domain.wallets.Tariff;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of prices and plans does. What is added through it counts at once. */
public abstract class TariffsContract {

    private final Action action = new Action("test_" + name());
    private final String plan = "test-" + name();

    protected abstract Tariffs tariffs();

    @Test
    void the_prices_that_the_program_ships_with_are_there() {
        assertThat(tariffs().listRules()).usingElementComparator(Comparator.comparing(TariffsContract::terms))
                .containsAll(TariffFixtures.RULES);
        assertThat(tariffs().current().version()).isPositive();
    }

    @Test
    void the_plans_that_the_program_ships_with_are_there() {
        for (Plan shipped : TariffFixtures.PLANS) {
            assertThat(tariffs().current().plan(shipped.id())).isEqualTo(shipped);
        }
        assertThat(tariffs().current().planOfNewTeams().id().key()).isEqualTo("free");
    }

    @Test
    void a_new_version_of_a_price_counts_and_the_old_one_stays() {
        PricingRule first = rule(1, 7, Optional.of(Duration.ofHours(36)));
        PricingRule second = rule(2, 9, Optional.empty());
        int before = tariffs().current().version();
        assertThat(tariffs().add(first)).isTrue();
        Tariff between = tariffs().current();
        assertThat(between.rule(action)).contains(first);
        assertThat(between.version()).isGreaterThan(before);
        assertThat(tariffs().add(second)).isTrue();
        assertThat(tariffs().current().rule(action)).contains(second);
        assertThat(tariffs().current().version()).isGreaterThan(between.version());
        assertThat(own(tariffs().listRules())).containsExactly(second, first);
    }

    @Test
    void rules_are_listed_by_action_the_newest_version_first() {
        tariffs().add(rule(1, 7, Optional.empty()));
        tariffs().add(rule(2, 7, Optional.empty()));
        assertThat(tariffs().listRules()).isSortedAccordingTo(
                Comparator.comparing(PricingRule::action).thenComparing(PricingRule::version, Comparator.reverseOrder()));
    }

    @Test
    void only_the_next_version_of_a_price_is_added() {
        assertThat(tariffs().add(rule(2, 7, Optional.empty()))).isFalse();
        assertThat(tariffs().add(rule(1, 7, Optional.empty()))).isTrue();
        int before = tariffs().current().version();
        assertThat(tariffs().add(rule(1, 8, Optional.empty()))).isFalse();
        assertThat(tariffs().add(rule(3, 8, Optional.empty()))).isFalse();
        assertThat(own(tariffs().listRules())).containsExactly(rule(1, 7, Optional.empty()));
        assertThat(tariffs().current().version()).isEqualTo(before);
    }

    @Test
    void of_many_who_add_the_next_version_of_a_price_one_does() {
        assertThat(AtOnce.call(8, number -> tariffs().add(rule(1, number, Optional.empty())))).containsOnlyOnce(true);
        assertThat(own(tariffs().listRules())).hasSize(1);
    }

    @Test
    void a_plan_reads_back_as_it_was_added_and_older_versions_stay() {
        Plan first = plan(1, Money.of("12.345", "KWD"));
        Plan second = plan(2, Money.of("0", "JPY"));
        assertThat(tariffs().add(first)).isTrue();
        assertThat(tariffs().add(second)).isTrue();
        assertThat(tariffs().current().plan(first.id())).isEqualTo(first);
        assertThat(tariffs().current().plan(second.id())).isEqualTo(second);
        assertThat(tariffs().current().newest(plan)).contains(second);
    }

    @Test
    void only_the_next_version_of_a_plan_is_added() {
        assertThat(tariffs().add(plan(2, Money.of("1.00", "USD")))).isFalse();
        assertThat(tariffs().add(plan(1, Money.of("1.00", "USD")))).isTrue();
        assertThat(tariffs().add(plan(1, Money.of("2.00", "USD")))).isFalse();
        assertThat(tariffs().add(plan(3, Money.of("2.00", "USD")))).isFalse();
        assertThat(tariffs().current().newest(plan)).contains(plan(1, Money.of("1.00", "USD")));
    }

    @Test
    void of_many_who_add_the_next_version_of_a_plan_one_does() {
        assertThat(AtOnce.call(8, number -> tariffs().add(plan(1, Money.of(number + ".00", "USD"))))).containsOnlyOnce(true);
    }

    private PricingRule rule(int version, long credits, Optional<Duration> accessFor) {
        return new PricingRule(action, version, credits, 3, accessFor, "Stück à 1");
    }

    private Plan plan(int version, Money price) {
        return new Plan(new PlanId(plan, version), "Größe \"L\"", price, 7,
                Map.of(Action.CREATOR_UNLOCK, new Quota.Included(123), Action.EMAIL_UNLOCK, Quota.DENIED, action, Quota.UNLIMITED,
                        Action.ADVANCED_SEARCH, Quota.METERED),
                Set.of(Feature.CAMPAIGNS, Feature.PROPOSALS), new Plan.Gifts(1, Set.of(action, Action.EMAIL_UNLOCK), 2, 3), 1_234, "by post", true);
    }

    private List<PricingRule> own(List<PricingRule> rules) {
        return rules.stream().filter(rule -> rule.action().equals(action)).toList();
    }

    /** All but how the unit is told. */
    private static String terms(PricingRule rule) {
        return rule.name() + " " + rule.unitCredits() + " " + rule.allowance() + " " + rule.accessFor();
    }

    private static String name() {
        return SeededIds.next().toString().replace("-", "");
    }
}
