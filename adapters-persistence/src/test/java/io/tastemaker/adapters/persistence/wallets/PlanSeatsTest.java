package io.tastemaker.adapters.persistence.wallets;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.Seats;
import io.tastemaker.application.identity.out.SeatsContract;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.shared.TeamId;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PlanSeatsTest extends SeatsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected Seats seats() {
        return seats("free");
    }

    private static Seats seats(String planOfNewTeams) {
        return new PlanSeats(new JooqWallets(DATABASE.database().wallets(), DATABASE.transactions()),
                new JooqTariffs(new AcrossTeams(DATABASE.database().platform()), planOfNewTeams, InstantSource.system()), InstantSource.system());
    }

    @Test
    void a_team_has_the_seats_of_its_plan_and_a_new_one_those_of_the_plan_of_new_teams() {
        TeamId team = new TeamId(SeededIds.next());
        DATABASE.asSuperuser("insert into identity.team (team_id, name, created_at) values ('%s', 'Team', now())".formatted(team));

        assertThat(seats("free").of(team)).hasValue(1);
        assertThat(seats("standard").of(team)).hasValue(2);
        DATABASE.asSuperuser("update wallets.wallet set plan_key = 'premium', plan_version = 1 where team_id = '%s'".formatted(team));
        assertThat(seats("free").of(team)).as("what the team is on counts").hasValue(5);
    }
}
