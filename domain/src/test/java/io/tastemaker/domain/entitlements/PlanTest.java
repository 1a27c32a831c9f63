package io.tastemaker.domain.entitlements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tastemaker.domain.shared.Money;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Action EXPORT = new Action("bulk_export");

    @Test
    void what_a_plan_does_not_name_is_metered() {
        Plan plan = plan("0.00", Map.of(EXPORT, Quota.DENIED));
        assertThat(plan.quota(EXPORT)).isEqualTo(Quota.DENIED);
        assertThat(plan.quota(Action.CREATOR_UNLOCK)).isEqualTo(Quota.METERED);
    }

    @Test
    void a_plan_with_a_price_is_paid() {
        assertThat(plan("0.00", Map.of()).isPaid()).isFalse();
        assertThat(plan("0.01", Map.of()).isPaid()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> plan("-0.01", Map.of()));
    }

    @Test
    void a_plan_opens_what_it_names() {
        assertThat(plan("0.00", Map.of()).opens(Feature.LISTS)).isTrue();
        assertThat(plan("0.00", Map.of()).opens(Feature.PROPOSALS)).isFalse();
    }

    @Test
    void a_quota_of_nothing_is_no_quota() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Quota.Included(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Quota.Included(-1));
    }

    @Test
    void gifts_stay_far_from_the_end_of_the_numbers() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Plan.Gifts(-1, Set.of(), 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Plan.Gifts(0, Set.of(), Plan.Gifts.MOST + 1, 0));
        assertThat(new Plan.Gifts(Plan.Gifts.MOST, Set.of(), Plan.Gifts.MOST, Plan.Gifts.MOST).monthly()).isEqualTo(Plan.Gifts.MOST);
    }

    @Test
    void a_version_of_a_plan_is_read_as_it_was_written() {
        PlanId id = new PlanId("very-big_1", 12);
        assertThat(PlanId.of(id.toString())).isEqualTo(id);
        for (String text : List.of("", "standard", "standard@", "standard@0", "standard@-1", "Standard@1", "@1", "standard@one")) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> PlanId.of(text));
        }
    }

    @Test
    void actions_have_one_form() {
        assertThat(List.of(Action.ADVANCED_SEARCH, Action.CREATOR_UNLOCK, Action.DISCOVERY_PAGINATION, Action.EMAIL_UNLOCK)).isSorted();
        for (String code : List.of("", "Export", "1st", "a.b", "a b", "x".repeat(51))) {
            assertThatIllegalArgumentException().as(code).isThrownBy(() -> new Action(code));
        }
    }

    private static Plan plan(String price, Map<Action, Quota> quotas) {
        return new Plan(new PlanId("test", 1), "Test", Money.of(price, "USD"), 1, quotas, Set.of(Feature.LISTS), Plan.Gifts.NONE, 0, "standard", false);
    }
}
