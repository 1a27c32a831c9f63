package io.tastemaker.application.matching.out;

import io.tastemaker.domain.matching.CatalogueVersion;
import io.tastemaker.domain.matching.Ranking;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Rankings in memory, by a clock that is handed in. */
public final class InMemoryRankings implements Rankings {

    private record Key(TeamId team, RankingId id) {}

    private record Kept(Ranking ranking, Instant since, boolean published) {}

    private final InstantSource clock;
    private final Map<Key, Kept> kept = new HashMap<>();

    public InMemoryRankings(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Ranking obtain(TeamId team, CatalogueVersion catalogue, SearchCriteria criteria, Supplier<Ranking> make) {
        RankingId id = RankingId.of(team, catalogue, criteria);
        return young(team, id).map(Kept::ranking).orElseGet(() -> {
            Ranking ranking = make.get();
            kept.put(new Key(team, id), new Kept(ranking, clock.instant(), false));
            return ranking;
        });
    }

    @Override
    public synchronized void publish(TeamId team, RankingId id) {
        kept.computeIfPresent(new Key(team, id), (key, entry) -> new Kept(entry.ranking(), entry.since(), true));
    }

    @Override
    public synchronized Optional<Ranking> find(TeamId team, RankingId id) {
        return young(team, id).filter(Kept::published).map(Kept::ranking);
    }

    private Optional<Kept> young(TeamId team, RankingId id) {
        return Optional.ofNullable(kept.get(new Key(team, id)))
                .filter(entry -> clock.instant().isBefore(entry.since().plus(Duration.ofMinutes(MINUTES))));
    }
}
