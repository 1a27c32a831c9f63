package io.tastemaker.adapters.persistence.billing;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.billing.out.Reconciliations;
import io.tastemaker.application.billing.out.ReconciliationsContract;
import io.tastemaker.application.operations.out.Meter;
import io.tastemaker.domain.billing.Reconciliation;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqReconciliationsTest extends ReconciliationsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private final JooqReconciliations reconciliations =
            new JooqReconciliations(DATABASE.acrossTeams(), InstantSource.fixed(NOON.plus(Duration.ofMinutes(10))));

    @BeforeEach
    void emptyTheRecord() {
        DATABASE.asSuperuser("delete from billing.reconciliation");
    }

    @Override
    protected Reconciliations reconciliations() {
        return reconciliations;
    }

    @Test
    void the_drift_and_the_age_of_the_last_whole_one_are_read_off() {
        assertThat(reconciliations.read()).isEmpty();
        run(List.of(new Reconciliation.Drift(TeamId.CATALOGUE, 500, 0), new Reconciliation.Drift(TeamId.CATALOGUE, 0, 7)), Optional.empty());
        run(List.of(), Optional.of("the provider is down"));
        assertThat(reconciliations.read()).extracting(Meter.Reading::name).containsExactly("billing_drift_credits", "billing_reconciled_seconds");
        assertThat(reconciliations.read()).extracting(Meter.Reading::value).containsExactly(507.0, 600.0);
    }

    private void run(List<Reconciliation.Drift> drifts, Optional<String> fault) {
        Reconciliation begun = reconciliations.begin(NOON, Duration.ZERO, Duration.ofHours(1), NOON).orElseThrow();
        reconciliations.end(new Reconciliation(begun.number(), NOON, Optional.of(NOON), NOON, 0, 0, 0, 0, 0, 0, 0, drifts, fault));
    }
}
