package io.tastemaker.application.identity.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What closed teams left in memory: as many rows and files as a test says. */
public final class InMemoryClosedTeams implements ClosedTeams {

    private final InMemoryTransactions transactions;
    private final InMemoryTeams teams;
    private final Map<TeamId, Integer> rows = new HashMap<>();
    private final Map<TeamId, Integer> removed = new HashMap<>();
    private final Map<TeamId, TreeSet<String>> uploads = new HashMap<>();
    private final Set<TeamId> purged = new HashSet<>();
    private final Set<TeamId> poisoned = new HashSet<>();

    public InMemoryClosedTeams(InMemoryTransactions transactions, InMemoryTeams teams) {
        this.transactions = transactions;
        this.teams = teams;
    }

    /** Lets a team have something. */
    public void hold(TeamId team, int count, String... files) {
        rows.put(team, count);
        uploads.put(team, new TreeSet<>(List.of(files)));
    }

    /** Lets a team resist. */
    public void poison(TeamId team) {
        poisoned.add(team);
    }

    @Override
    public List<TeamId> listUnpurged(Instant before) {
        return new ArrayList<>(teams.rows().rows()
                .filter(team -> team.state() instanceof Team.State.Deleted(Instant at) && at.isBefore(before))
                .map(Team::id).filter(team -> !purged.contains(team)).toList());
    }

    @Override
    public List<String> listUploads(TeamId team, Optional<String> after, int most) {
        return uploads.getOrDefault(team, new TreeSet<>()).tailSet(after.orElse(""), false).stream().limit(most).toList();
    }

    @Override
    public int purge(TeamId team, int most) {
        if (poisoned.contains(team)) {
            throw new IllegalStateException("on purpose");
        }
        return transactions.alone(() -> {
            int now = isClosed(team) ? Math.min(most, rows.getOrDefault(team, 0)) : 0;
            rows.merge(team, -now, Integer::sum);
            removed.merge(team, now, Integer::sum);
            return now;
        });
    }

    @Override
    public long complete(TeamId team, Instant now) {
        if (!isClosed(team)) {
            throw new IllegalStateException("a team that is not closed keeps what it has");
        }
        teams.find(team).ifPresent(closed -> teams.rows().put(team,
                new Team(team, closed.version(), NO_NAME, closed.timeZone(), closed.createdAt(), closed.state())));
        purged.add(team);
        return removed.getOrDefault(team, 0);
    }

    private boolean isClosed(TeamId team) {
        return teams.rows().get(team).filter(found -> found.state() instanceof Team.State.Deleted).isPresent();
    }
}
