package io.tastemaker.domain.billing;

import static io.tastemaker.domain.billing.BillingFixtures.START;
import static io.tastemaker.domain.billing.BillingFixtures.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

    @Test
    void what_is_missing_here_and_too_much_there_adds_up() {
        assertThat(with(List.of()).drift()).isZero();
        assertThat(with(List.of(new Reconciliation.Drift(TEAM, 5, 0), new Reconciliation.Drift(TEAM, 0, 7), new Reconciliation.Drift(TEAM, 1, 2)))
                .drift()).isEqualTo(15);
    }

    @Test
    void no_drift_makes_up_for_another() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Reconciliation.Drift(TEAM, -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Reconciliation.Drift(TEAM, 0, -1));
    }

    private static Reconciliation with(List<Reconciliation.Drift> drifts) {
        return new Reconciliation(1, START, Optional.empty(), START, 0, 0, 0, 0, 0, 0, 0, drifts, Optional.empty());
    }
}
