package io.tastemaker.application.identity.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.identity.Team;
import java.util.Optional;

/** The bound team in memory. */
public final class InMemoryOwnTeam implements OwnTeam {

    private final InMemoryTransactions transactions;
    private final InMemoryTeams teams;

    public InMemoryOwnTeam(InMemoryTransactions transactions, InMemoryTeams teams) {
        this.transactions = transactions;
        this.teams = teams;
    }

    @Override
    public Optional<Team> find() {
        return teams.find(transactions.team()).filter(team -> !(team.state() instanceof Team.State.Deleted));
    }

    @Override
    public boolean replace(Team team) {
        return team.id().equals(transactions.team()) && teams.replace(team);
    }
}
