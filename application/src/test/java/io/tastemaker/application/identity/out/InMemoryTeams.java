package io.tastemaker.application.identity.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.TeamId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Teams in memory. */
public final class InMemoryTeams implements Teams {

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<TeamId, Team> teams;

    public InMemoryTeams(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.teams = transactions.table();
    }

    /** The rows, for what is done with teams in a transaction. */
    InMemoryTransactions.Table<TeamId, Team> rows() {
        return teams;
    }

    @Override
    public void add(Team team) {
        transactions.alone(() -> {
            if (team.id().equals(TeamId.CATALOGUE) || teams.get(team.id()).isPresent()) {
                throw new IllegalStateException("this team is there already: " + team.id());
            }
            teams.put(team.id(), team);
            return true;
        });
    }

    @Override
    public Optional<Team> find(TeamId id) {
        return transactions.alone(() -> teams.get(id));
    }

    @Override
    public List<Team> all() {
        Comparator<Team> oldestFirst = Comparator.comparing(Team::createdAt).thenComparing(team -> team.id().toString());
        return transactions.alone(() -> teams.rows().sorted(oldestFirst).limit(1000).toList());
    }
}
