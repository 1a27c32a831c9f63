package io.tastemaker.adapters.persistence.wallets;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.wallets.out.Tariffs;
import io.tastemaker.application.wallets.out.TariffsContract;
import java.time.InstantSource;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqTariffsTest extends TariffsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private final JooqTariffs tariffs = new JooqTariffs(DATABASE.acrossTeams(), "free", InstantSource.system());

    @Override
    protected Tariffs tariffs() {
        return tariffs;
    }
}
