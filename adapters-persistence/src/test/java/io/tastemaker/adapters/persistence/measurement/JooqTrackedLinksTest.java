package io.tastemaker.adapters.persistence.measurement;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.measurement.out.TrackedLinksContract;
import io.tastemaker.application.measurement.out.MeasurementStores;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqTrackedLinksTest extends TrackedLinksContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected MeasurementStores open() {
        return RealStores.on(DATABASE);
    }
}
