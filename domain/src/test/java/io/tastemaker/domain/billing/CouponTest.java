package io.tastemaker.domain.billing;

import static io.tastemaker.domain.billing.BillingFixtures.START;
import static io.tastemaker.domain.billing.BillingFixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tastemaker.domain.shared.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CouponTest {

    private static final Coupon.Reduction FIFTH = new Coupon.Reduction.Share(2_000);

    @Test
    void a_coupon_is_good_until_the_instant_of_its_end() {
        assertThat(check(coupon(FIFTH, OptionalLong.empty(), 0, Optional.of(START.plusNanos(1_000)), true))).isEqualTo(Coupon.Verdict.GOOD);
        assertThat(check(coupon(FIFTH, OptionalLong.empty(), 0, Optional.of(START), true))).isEqualTo(Coupon.Verdict.EXPIRED);
        assertThat(check(coupon(FIFTH, OptionalLong.empty(), 0, Optional.empty(), true))).isEqualTo(Coupon.Verdict.GOOD);
    }

    @Test
    void a_coupon_is_used_as_often_as_it_may_be() {
        assertThat(check(coupon(FIFTH, OptionalLong.of(3), 2, Optional.empty(), true))).isEqualTo(Coupon.Verdict.GOOD);
        assertThat(check(coupon(FIFTH, OptionalLong.of(3), 3, Optional.empty(), true))).isEqualTo(Coupon.Verdict.USED_UP);
        assertThat(check(coupon(FIFTH, OptionalLong.of(3), 4, Optional.empty(), true))).isEqualTo(Coupon.Verdict.USED_UP);
    }

    @Test
    void a_coupon_that_is_not_active_says_why_as_far_as_one_can_know() {
        assertThat(check(coupon(FIFTH, OptionalLong.of(1), 0, Optional.empty(), false))).isEqualTo(Coupon.Verdict.ENDED);
        assertThat(check(coupon(FIFTH, OptionalLong.of(1), 1, Optional.empty(), false))).isEqualTo(Coupon.Verdict.USED_UP);
        assertThat(check(coupon(FIFTH, OptionalLong.of(1), 1, Optional.of(START), false))).isEqualTo(Coupon.Verdict.EXPIRED);
    }

    @Test
    void a_sum_counts_in_its_own_currency_and_a_share_in_any() {
        assertThat(check(coupon(new Coupon.Reduction.Sum(Money.of("1.00", "EUR")), OptionalLong.empty(), 0, Optional.empty(), true)))
                .isEqualTo(Coupon.Verdict.OTHER_CURRENCY);
        assertThat(check(coupon(new Coupon.Reduction.Sum(usd(100)), OptionalLong.empty(), 0, Optional.empty(), true))).isEqualTo(Coupon.Verdict.GOOD);
        assertThat(good(FIFTH).check(Money.of("1000", "JPY"), START)).isEqualTo(Coupon.Verdict.GOOD);
    }

    @Test
    void a_sum_never_takes_off_more_than_the_price() {
        Coupon coupon = good(new Coupon.Reduction.Sum(usd(1_000)));
        assertThat(coupon.off(usd(1_001))).isEqualTo(usd(1_000));
        assertThat(coupon.off(usd(1_000))).isEqualTo(usd(1_000));
        assertThat(coupon.off(usd(999))).isEqualTo(usd(999));
    }

    @Test
    void a_share_takes_off_up_to_everything() {
        assertThat(good(FIFTH).off(usd(999))).isEqualTo(usd(200));
        assertThat(good(new Coupon.Reduction.Share(10_000)).off(usd(999))).isEqualTo(usd(999));
        assertThat(good(new Coupon.Reduction.Share(1)).off(usd(999))).isEqualTo(usd(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_001})
    void a_share_is_more_than_nothing_and_at_most_everything(int basisPoints) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Coupon.Reduction.Share(basisPoints));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void a_sum_is_more_than_nothing(long cents) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Coupon.Reduction.Sum(usd(cents)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABC", "A-1_", "0123456789012345678901234567890123456789"})
    void codes_have_3_to_40_capital_letters_digits_and_strokes(String code) {
        assertThat(Coupon.isCode(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AB", "abc", "A B", "ÄBC", "ABC\n", "01234567890123456789012345678901234567890"})
    void anything_else_is_no_code(String code) {
        assertThat(Coupon.isCode(code)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> coupon(code, Coupon.Term.ONCE, OptionalInt.empty(), OptionalLong.empty(), 0));
    }

    @Test
    void only_a_repeating_coupon_has_months_and_at_least_one() {
        assertThat(coupon("ABC", Coupon.Term.REPEATING, OptionalInt.of(1), OptionalLong.empty(), 0).months()).hasValue(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> coupon("ABC", Coupon.Term.REPEATING, OptionalInt.of(0), OptionalLong.empty(), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> coupon("ABC", Coupon.Term.REPEATING, OptionalInt.empty(), OptionalLong.empty(), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> coupon("ABC", Coupon.Term.FOREVER, OptionalInt.of(1), OptionalLong.empty(), 0));
    }

    @Test
    void a_coupon_can_be_used_at_least_once_and_is_never_used_less_than_not_at_all() {
        assertThatIllegalArgumentException().isThrownBy(() -> coupon("ABC", Coupon.Term.ONCE, OptionalInt.empty(), OptionalLong.of(0), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> coupon("ABC", Coupon.Term.ONCE, OptionalInt.empty(), OptionalLong.empty(), -1));
    }

    private static Coupon.Verdict check(Coupon coupon) {
        return coupon.check(usd(1_000), START);
    }

    private static Coupon good(Coupon.Reduction reduction) {
        return coupon(reduction, OptionalLong.empty(), 0, Optional.empty(), true);
    }

    private static Coupon coupon(Coupon.Reduction reduction, OptionalLong most, long used, Optional<Instant> endsAt, boolean active) {
        return new Coupon("SPRING", "promo_1", reduction, Coupon.Term.ONCE, OptionalInt.empty(), most, used, endsAt, active);
    }

    private static Coupon coupon(String code, Coupon.Term term, OptionalInt months, OptionalLong most, long used) {
        return new Coupon(code, "promo_1", FIFTH, term, months, most, used, Optional.empty(), true);
    }
}
