package io.tastemaker.application.billing.out;

import static io.tastemaker.application.billing.out.BillingFixtures.coupon;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.billing.out.Coupons.Kept;
import io.tastemaker.application.shared.AtOnce;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.billing.Coupon;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of coupons does. Other coupons may be in it. */
public abstract class CouponsContract {

    private final String code = SeededIds.next().toString().toUpperCase(Locale.ROOT);

    protected abstract PlatformTransactions platform();

    protected abstract Coupons coupons();

    @Test
    void a_coupon_reads_back_as_it_was_saved() {
        Coupon share = coupon(code);
        assertThat(coupons().save(share, 0)).isTrue();
        assertThat(coupons().find(code)).contains(new Kept(share, 1));
        assertThat(coupons().findByPromotion(share.promotion())).contains(new Kept(share, 1));
        Coupon sum = new Coupon(code, share.promotion(), new Coupon.Reduction.Sum(Money.of("12.345", "KWD")), Coupon.Term.REPEATING,
                OptionalInt.of(3), OptionalLong.of(100), 99, Optional.of(NOON), false);
        assertThat(coupons().save(sum, 1)).isTrue();
        assertThat(coupons().find(code)).contains(new Kept(sum, 2));
        assertThat(coupons().save(share, 2)).isTrue();
        assertThat(coupons().find(code)).contains(new Kept(share, 3));
    }

    @Test
    void a_code_that_nobody_heard_of_is_not_found() {
        assertThat(coupons().find(code)).isEmpty();
        assertThat(coupons().findByPromotion(code)).isEmpty();
    }

    @Test
    void a_version_that_has_passed_is_not_written() {
        coupons().save(coupon(code), 0);
        assertThat(coupons().save(coupon(code), 0)).isFalse();
        assertThat(coupons().save(coupon(code), 2)).isFalse();
        assertThat(coupons().save(coupon(code), 1)).isTrue();
        assertThat(coupons().save(coupon(code), 1)).isFalse();
        assertThat(coupons().save(coupon("X" + code), 1)).isFalse();
    }

    @Test
    void of_many_who_write_at_once_one_does() {
        assertThat(AtOnce.call(6, number -> coupons().save(coupon(code), 0))).containsOnlyOnce(true);
        assertThat(AtOnce.call(6, number -> coupons().save(coupon(code), 1))).containsOnlyOnce(true);
    }

    @Test
    void a_coupon_joins_a_platform_transaction() {
        assertThatThrownBy(() -> platform().run(system(TeamId.CATALOGUE), "test", () -> {
            coupons().save(coupon(code), 0);
            assertThat(coupons().find(code)).isPresent();
            throw new IllegalStateException("on purpose");
        })).hasMessage("on purpose");
        assertThat(coupons().find(code)).isEmpty();
    }

    @Test
    void coupons_are_listed_by_code_in_pages_without_gap_or_repeat() {
        List<String> codes = Stream.of("_A", "-A", "0", "A", "B").map(end -> code + end).toList();
        codes.forEach(one -> coupons().save(coupon(one), 0));
        List<String> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<Coupon> page = coupons().list(new PageRequest(2, after));
            page.items().forEach(coupon -> seen.add(coupon.code()));
            after = page.next();
        } while (after.isPresent());
        assertThat(seen).containsAll(codes).doesNotHaveDuplicates().isSorted();
    }
}
