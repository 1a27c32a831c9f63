package io.tastemaker.adapters.persistence.billing;

import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqPlatformTransactions;
import java.util.function.Function;
import org.jooq.DSLContext;

/** Steps across teams: part of the platform transaction that is open, else each a transaction of its own. */
final class PlatformSteps {

    private final JooqPlatformTransactions platform;
    private final AcrossTeams acrossTeams;

    PlatformSteps(JooqPlatformTransactions platform, AcrossTeams acrossTeams) {
        this.platform = platform;
        this.acrossTeams = acrossTeams;
    }

    <T> T run(Function<DSLContext, T> step) {
        return platform.isOpen() ? step.apply(platform.sql()) : acrossTeams.run(step);
    }
}
