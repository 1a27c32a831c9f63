package io.tastemaker.adapters.persistence.exports;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;

import io.tastemaker.adapters.persistence.operations.JooqJobs;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.exports.out.Exports;
import io.tastemaker.application.exports.out.ExportsContract;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.identity.Team;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqExportsTest extends ExportsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @BeforeAll
    static void makeTeams() {
        Teams teams = DATABASE.teams();
        teams.add(Team.begin(Actors.LIMA, "Lima", NOON));
        teams.add(Team.begin(Actors.OSLO, "Oslo", NOON));
    }

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected Jobs jobs() {
        return new JooqJobs(DATABASE.transactions(), DATABASE.acrossTeams());
    }

    @Override
    protected Exports exports() {
        return new JooqExports(DATABASE.transactions(), DATABASE.acrossTeams());
    }
}
