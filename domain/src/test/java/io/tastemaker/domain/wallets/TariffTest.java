package io.tastemaker.domain.wallets;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.shared.Money;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TariffTest {

    @Test
    void a_team_that_does_not_pay_any_more_is_on_a_plan_without_a_price() {
        assertThat(tariff("gold", plan("gold", 1, "99"), plan("basic", 1, "0"), plan("basic", 2, "0")).unpaidPlan().id())
                .as("in its newest version, whatever new teams are on").isEqualTo(new PlanId("basic", 2));
    }

    @Test
    void a_plan_that_got_a_price_is_none_for_those_who_do_not_pay() {
        assertThat(tariff("gold", plan("gold", 1, "99"), plan("basic", 1, "0"), plan("basic", 2, "5"), plan("open", 1, "0")).unpaidPlan().id())
                .isEqualTo(new PlanId("open", 1));
    }

    @Test
    void when_every_plan_has_a_price_it_is_that_of_new_teams() {
        assertThat(tariff("gold", plan("gold", 1, "99"), plan("silver", 1, "49")).unpaidPlan().id()).isEqualTo(new PlanId("gold", 1));
    }

    private static Tariff tariff(String forNewTeams, Plan... plans) {
        return Tariff.of(1, List.of(), List.of(plans), forNewTeams);
    }

    private static Plan plan(String key, int version, String price) {
        return new Plan(new PlanId(key, version), key, Money.of(price, "USD"), 1, Map.of(), Set.of(), Plan.Gifts.NONE, 0, "standard", false);
    }
}
