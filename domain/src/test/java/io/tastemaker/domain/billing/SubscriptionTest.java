package io.tastemaker.domain.billing;

import static io.tastemaker.domain.billing.BillingFixtures.NEXT;
import static io.tastemaker.domain.billing.BillingFixtures.PERIOD;
import static io.tastemaker.domain.billing.BillingFixtures.STANDARD;
import static io.tastemaker.domain.billing.BillingFixtures.STANDARD_2;
import static io.tastemaker.domain.billing.BillingFixtures.START;
import static io.tastemaker.domain.billing.BillingFixtures.ending;
import static io.tastemaker.domain.billing.BillingFixtures.subscription;
import static io.tastemaker.domain.billing.BillingFixtures.trial;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SubscriptionTest {

    private static final Duration INSTANT = Duration.ofNanos(1_000);

    @Test
    void an_active_one_entitles_until_three_days_after_its_period() {
        Subscription one = heard(subscription("sub_1", "standard", SubscriptionStatus.ACTIVE));
        assertEnds(one, NEXT.plus(Duration.ofDays(3)));
    }

    @Test
    void one_that_ends_with_its_period_entitles_exactly_until_then() {
        assertEnds(heard(ending(subscription("sub_1", "standard", SubscriptionStatus.ACTIVE))), NEXT);
        assertEnds(heard(ending(trial("sub_1", "standard", SubscriptionStatus.TRIALING))), START.plus(Duration.ofDays(7)));
    }

    @Test
    void a_trial_entitles_until_three_days_after_its_end() {
        assertEnds(heard(trial("sub_1", "standard", SubscriptionStatus.TRIALING)), START.plus(Duration.ofDays(10)));
    }

    @Test
    void one_whose_payment_is_late_entitles_for_three_days_of_its_period() {
        assertEnds(heard(subscription("sub_1", "standard", SubscriptionStatus.PAST_DUE)), START.plus(Duration.ofDays(3)));
    }

    @ParameterizedTest
    @EnumSource(value = SubscriptionStatus.class, names = {"UNPAID", "PAUSED", "INCOMPLETE", "INCOMPLETE_EXPIRED", "CANCELED"})
    void others_entitle_to_nothing(SubscriptionStatus status) {
        Subscription one = heard(subscription("sub_1", "standard", status));
        assertThat(one.entitlesUntil()).isEmpty();
        assertThat(one.entitles(START)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"TRIALING, true", "ACTIVE, true", "PAST_DUE, true", "UNPAID, true", "PAUSED, true",
        "INCOMPLETE, false", "INCOMPLETE_EXPIRED, false", "CANCELED, false"})
    void it_runs_from_its_first_payment_to_its_end(SubscriptionStatus status, boolean runs) {
        assertThat(heard(subscription("sub_1", "standard", status)).isRunning()).isEqualTo(runs);
    }

    @ParameterizedTest
    @EnumSource(value = SubscriptionStatus.class, names = {"CANCELED", "INCOMPLETE_EXPIRED"})
    void one_that_has_ended_stays_as_it_is(SubscriptionStatus over) {
        Subscription one = heard(subscription("sub_1", "standard", over));
        assertThat(one.hears(subscription("sub_1", "premium", SubscriptionStatus.ACTIVE, NEXT), Optional.of(STANDARD_2))).isEqualTo(one);
    }

    @Test
    void a_late_payment_gives_no_new_grace_with_each_period() {
        Subscription late = heard(subscription("sub_1", "standard", SubscriptionStatus.PAST_DUE));
        Subscription later = late.hears(subscription("sub_1", "standard", SubscriptionStatus.PAST_DUE, NEXT), Optional.of(STANDARD_2));
        assertThat(later).as("the period that is to be paid first, and its version").isEqualTo(late);
        assertThat(later.entitles(NEXT)).isFalse();

        Subscription paid = later.hears(subscription("sub_1", "standard", SubscriptionStatus.ACTIVE, NEXT), Optional.of(STANDARD_2));
        assertThat(paid.periodStart()).isEqualTo(NEXT);
        assertThat(paid.plan()).contains(STANDARD_2);
        Instant third = NEXT.plus(PERIOD);
        Subscription lateAgain = paid.hears(subscription("sub_1", "standard", SubscriptionStatus.PAST_DUE, third), Optional.of(STANDARD_2));
        assertThat(lateAgain.entitlesUntil()).as("it was paid in between").contains(third.plus(Subscription.GRACE));
    }

    private static Subscription heard(ProviderSubscription seen) {
        return Subscription.of(seen, Optional.of(STANDARD));
    }

    private static void assertEnds(Subscription one, Instant end) {
        assertThat(one.entitlesUntil()).contains(end);
        assertThat(one.entitles(end.minus(INSTANT))).isTrue();
        assertThat(one.entitles(end)).isFalse();
    }
}
