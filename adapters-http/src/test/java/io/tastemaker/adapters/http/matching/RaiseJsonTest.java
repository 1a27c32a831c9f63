package io.tastemaker.adapters.http.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.http.matching.ExplanationJson.RaiseJson;
import io.tastemaker.application.matching.ExplainRanking;
import io.tastemaker.domain.matching.Factor;
import io.tastemaker.domain.matching.Lift;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RaiseJsonTest {

    private static final Lift LIFT = new Lift(Factor.ENGAGEMENT, new BigDecimal("0.2"), new BigDecimal("0.4"), new BigDecimal("0.05"));

    @Test
    void a_rank_that_no_factor_alone_reaches_is_said_to_be_out_of_reach() {
        RaiseJson none = RaiseJson.of(new ExplainRanking.Raise(1, List.of()), 31);
        RaiseJson one = RaiseJson.of(new ExplainRanking.Raise(1, List.of(LIFT)), 31);
        RaiseJson there = RaiseJson.of(new ExplainRanking.Raise(1, List.of()), 1);

        assertThat(none.reachable()).isFalse();
        assertThat(none.detail()).contains("No factor alone");
        assertThat(none.ways()).isEmpty();
        assertThat(one.reachable()).isTrue();
        assertThat(there.reachable()).isTrue();
    }
}
