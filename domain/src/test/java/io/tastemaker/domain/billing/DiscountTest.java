package io.tastemaker.domain.billing;

import static io.tastemaker.domain.billing.BillingFixtures.USD;
import static io.tastemaker.domain.billing.BillingFixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tastemaker.domain.shared.Money;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscountTest {

    @Test
    void twenty_percent_off_999_leave_799() {
        Money price = usd(999);
        assertThat(price.minus(Discount.best(price, 2_000, Optional.empty()).off())).isEqualTo(usd(799));
    }

    @ParameterizedTest
    @CsvSource({"1, 5000, 1", "1, 4999, 0", "3, 5000, 2", "5, 1000, 1", "4, 1000, 0", "999, 2000, 200", "997, 2000, 199", "100, 0, 0",
        "999, 10000, 999", "999999999999, 3333, 333300000000"})
    void shares_are_rounded_half_up_to_the_smallest_unit(long price, int basisPoints, long off) {
        assertThat(Discount.share(usd(price), basisPoints)).isEqualTo(usd(off));
        Currency yen = Currency.getInstance("JPY");
        assertThat(Discount.share(Money.ofMinor(price, yen), basisPoints)).isEqualTo(Money.ofMinor(off, yen));
    }

    @Test
    void the_larger_discount_wins_and_they_never_add_up() {
        assertThat(best(2_000, 3_000)).isEqualTo(new Discount(usd(300), Optional.of("SPRING")));
        assertThat(best(3_000, 2_000)).isEqualTo(new Discount(usd(300), Optional.empty()));
        assertThat(Discount.best(usd(1_000), 0, Optional.empty())).isEqualTo(Discount.none(usd(1_000)));
    }

    @Test
    void the_plan_s_discount_wins_a_tie_so_that_the_coupon_is_not_used_up() {
        assertThat(best(2_000, 2_000)).isEqualTo(new Discount(usd(200), Optional.empty()));
        assertThat(Discount.best(usd(1), 0, Optional.of(coupon(new Coupon.Reduction.Share(1))))).as("a coupon that takes nothing off")
                .isEqualTo(Discount.none(usd(1)));
    }

    @Test
    void a_discount_is_never_negative_nor_more_than_the_price() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Discount(usd(-1), Optional.empty()));
        long seed = 20_261_130;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            Money price = usd(random.nextLong(1, 2_000));
            Coupon coupon = coupon(random.nextBoolean() ? new Coupon.Reduction.Share(random.nextInt(1, 10_001))
                    : new Coupon.Reduction.Sum(usd(random.nextLong(1, 4_000))));
            int plan = random.nextInt(10_001);
            Money off = Discount.best(price, plan, Optional.of(coupon)).off();
            assertThat(off.minor()).as("seed %d, price %s, plan %d, %s", seed, price, plan, coupon)
                    .isBetween(0L, price.minor()).isEqualTo(Math.max(Discount.share(price, plan).minor(), coupon.off(price).minor()));
        }
    }

    @Test
    void nothing_off_is_nothing_in_the_currency_of_the_price() {
        assertThat(Discount.none(usd(5))).isEqualTo(new Discount(Money.zero(USD), Optional.empty()));
    }

    private static Discount best(int planBasisPoints, int couponBasisPoints) {
        return Discount.best(usd(1_000), planBasisPoints, Optional.of(coupon(new Coupon.Reduction.Share(couponBasisPoints))));
    }

    private static Coupon coupon(Coupon.Reduction reduction) {
        return new Coupon("SPRING", "promo_1", reduction, Coupon.Term.ONCE, OptionalInt.empty(), OptionalLong.empty(), 0, Optional.empty(), true);
    }
}
