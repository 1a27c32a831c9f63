package io.tastemaker.domain.billing;

import static io.tastemaker.domain.billing.BillingFixtures.NEWER_PLANS;
import static io.tastemaker.domain.billing.BillingFixtures.PLANS;
import static io.tastemaker.domain.billing.BillingFixtures.PREMIUM;
import static io.tastemaker.domain.billing.BillingFixtures.STANDARD;
import static io.tastemaker.domain.billing.BillingFixtures.STANDARD_2;
import static io.tastemaker.domain.billing.BillingFixtures.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.entitlements.PlanId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlansTest {

    @Test
    void the_newest_version_counts_under_a_key() {
        assertThat(NEWER_PLANS.newest("standard").map(Plan::id)).contains(STANDARD_2);
        assertThat(PLANS.newest("standard").map(Plan::id)).contains(STANDARD);
        assertThat(PLANS.newest("gold")).isEmpty();
    }

    @Test
    void the_newest_version_is_that_of_the_highest_number() {
        Plans many = Plans.of(List.of(plan(new PlanId("a", 9), 1, 0), plan(new PlanId("a", 10), 1, 0), plan(new PlanId("a", 2), 1, 0)));
        assertThat(many.newest("a").map(Plan::id)).contains(new PlanId("a", 10));
    }

    @Test
    void older_versions_can_be_found() {
        assertThat(NEWER_PLANS.find(STANDARD).map(Plan::id)).contains(STANDARD);
        assertThat(PLANS.find(STANDARD_2)).isEmpty();
    }

    @Test
    void the_dearest_is_the_best_and_of_equals_the_newer_one() {
        assertThat(PLANS.best(List.of(STANDARD, PREMIUM))).contains(PREMIUM);
        assertThat(NEWER_PLANS.best(List.of(STANDARD_2, STANDARD))).contains(STANDARD_2);
        assertThat(PLANS.best(List.of(STANDARD, STANDARD_2))).as("of those that are known").contains(STANDARD);
        assertThat(PLANS.best(List.of())).isEmpty();
    }
}
