package io.tastemaker.adapters.persistence.wallets;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.wallets.out.Tariffs;
import io.tastemaker.application.wallets.out.TariffsContract;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.entitlements.PlanId;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqTariffsTest extends TariffsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private final JooqTariffs tariffs = new JooqTariffs(DATABASE.acrossTeams(), "free", InstantSource.system());

    @Override
    protected Tariffs tariffs() {
        return tariffs;
    }

    @Test
    void what_another_program_adds_is_known_once_it_is_read_anew() {
        InstantSource clock = InstantSource.fixed(Instant.EPOCH);
        Tariffs other = new JooqTariffs(DATABASE.acrossTeams(), "free", clock);
        int before = other.current().plans().size();
        Plan free = tariffs.current().planOfNewTeams();
        tariffs.add(new Plan(new PlanId("elsewhere", 1), "Elsewhere", free.monthlyPrice(), 1, free.quotas(), free.features(), free.gifts(), 0,
                "standard", false));

        assertThat(other.current().plans()).hasSize(before);
        assertThat(other.renewed().plans()).hasSize(before + 1);
        assertThat(other.current().plans()).hasSize(before + 1);
    }
}
