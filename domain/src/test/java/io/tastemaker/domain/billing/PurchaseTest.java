package io.tastemaker.domain.billing;

import static io.tastemaker.domain.billing.BillingFixtures.STANDARD;
import static io.tastemaker.domain.billing.BillingFixtures.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurchaseTest {

    @Test
    void credits_last_so_many_days_of_24_hours_from_the_payment_on_or_for_ever() {
        assertThat(new Purchase.TopUp("a", 1, 1, OptionalInt.of(30)).endsAt(START)).contains(START.plus(Duration.ofDays(30)));
        assertThat(new Purchase.TopUp("a", 1, 1, OptionalInt.empty()).endsAt(START)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1, 0, 1", "1, 1, 0", "1, -1, 1"})
    void a_pack_has_a_version_a_credit_and_a_day(int version, long credits, int days) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Purchase.TopUp("a", version, credits, OptionalInt.of(days)));
    }

    @Test
    void a_trial_has_no_negative_days() {
        assertThat(new Purchase.Subscribe(STANDARD, 0).trialDays()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new Purchase.Subscribe(STANDARD, -1));
    }

    @Test
    void a_description_has_1_to_250_characters() {
        assertThat(new Purchase.OneOff("x".repeat(250)).description()).hasSize(250);
        assertThatIllegalArgumentException().isThrownBy(() -> new Purchase.OneOff("x".repeat(251)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Purchase.OneOff(" "));
    }
}
