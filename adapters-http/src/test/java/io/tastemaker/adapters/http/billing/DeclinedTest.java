package io.tastemaker.adapters.http.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.application.billing.NotOffered;
import io.tastemaker.domain.billing.Coupon;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class DeclinedTest {

    @ParameterizedTest
    @EnumSource(value = Coupon.Verdict.class, names = "GOOD", mode = Mode.EXCLUDE)
    void every_reason_has_its_code_and_its_words(Coupon.Verdict verdict) {
        Problem problem = Declined.of(new NotOffered.CouponRefused(Optional.of(verdict)));

        assertThat(problem.code()).isEqualTo(ProblemCode.COUPON_REFUSED);
        assertThat(problem.members()).containsEntry("reason", verdict.code());
        assertThat(problem.detail()).startsWith("The ").contains("coupon");
        assertThat(ProblemCode.COUPON_REFUSED.explanation()).contains(verdict.code());
    }

    @Test
    void a_code_that_nobody_knows_is_unknown() {
        assertThat(Declined.of(new NotOffered.CouponRefused(Optional.empty())).members()).containsEntry("reason", "unknown");
    }

    @Test
    void a_good_coupon_is_no_reason() {
        assertThatThrownBy(() -> Declined.of(new NotOffered.CouponRefused(Optional.of(Coupon.Verdict.GOOD))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void where_nothing_is_sold_the_answer_says_so() {
        assertThat(Declined.of(new NotOffered.UnknownPlan(Set.of())).faults())
                .singleElement().satisfies(fault -> assertThat(fault.detail()).isEqualTo("unknown; nothing is sold here"));
    }
}
