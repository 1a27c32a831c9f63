package io.tastemaker.application.identity.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Teams in memory. */
public final class InMemoryTeams implements Teams {

    private final InMemoryTransactions.Table<TeamId, Team> teams;

    public InMemoryTeams(InMemoryTransactions transactions) {
        this.teams = transactions.table();
    }

    /** The rows, for what is done with teams in a transaction. */
    InMemoryTransactions.Table<TeamId, Team> rows() {
        return teams;
    }

    @Override
    public void add(Team team) {
        if (team.id().equals(TeamId.CATALOGUE) || teams.get(team.id()).isPresent()) {
            throw new IllegalStateException("this team is there already: " + team.id());
        }
        teams.put(team.id(), team);
    }

    @Override
    public Optional<Team> find(TeamId id) {
        return teams.get(id);
    }

    @Override
    public List<Team> findAll(Set<TeamId> ids) {
        return living().filter(team -> ids.contains(team.id())).toList();
    }

    @Override
    public List<Team> all() {
        return living().limit(1000).toList();
    }

    @Override
    public List<TeamId> due(Instant now) {
        return living().filter(team -> team.state() instanceof Team.State.CoolingOff(Instant after) && !now.isBefore(after))
                .map(Team::id).limit(100).toList();
    }

    boolean replace(Team team) {
        boolean current = teams.get(team.id()).filter(stored -> stored.version() == team.version() - 1).isPresent();
        if (current) {
            teams.put(team.id(), team);
        }
        return current;
    }

    private Stream<Team> living() {
        return teams.rows().filter(team -> !(team.state() instanceof Team.State.Deleted))
                .sorted(Comparator.comparing(Team::createdAt).thenComparing(team -> team.id().toString()));
    }
}
