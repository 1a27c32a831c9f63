package io.tastemaker.adapters.persistence.shared;

import io.tastemaker.adapters.persistence.identity.JooqTeams;
import io.tastemaker.application.identity.out.TeamFixtures;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Teams in PostgreSQL, each step in a transaction of its own. */
public final class TeamsOnTheirOwn implements Teams {

    private static final Actor PLATFORM = TeamFixtures.system(TeamId.CATALOGUE);

    private final JooqPlatformTransactions transactions;
    private final JooqTeams teams;

    private TeamsOnTheirOwn(JooqPlatformTransactions transactions) {
        this.transactions = transactions;
        this.teams = new JooqTeams(transactions);
    }

    public static Teams of(JooqPlatformTransactions transactions) {
        return new TeamsOnTheirOwn(transactions);
    }

    @Override
    public void add(Team team) {
        transactions.run(PLATFORM, "test", () -> teams.add(team));
    }

    @Override
    public Optional<Team> find(TeamId id) {
        return transactions.reading(PLATFORM, () -> teams.find(id));
    }

    @Override
    public List<Team> findAll(Set<TeamId> ids) {
        return transactions.reading(PLATFORM, () -> teams.findAll(ids));
    }

    @Override
    public List<Team> all() {
        return transactions.reading(PLATFORM, teams::all);
    }

    @Override
    public List<TeamId> due(Instant now) {
        return transactions.reading(PLATFORM, () -> teams.due(now));
    }
}
