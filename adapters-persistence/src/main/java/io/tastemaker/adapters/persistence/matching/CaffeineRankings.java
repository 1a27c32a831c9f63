package io.tastemaker.adapters.persistence.matching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import io.tastemaker.application.matching.out.Rankings;
import io.tastemaker.application.operations.out.Meter;
import io.tastemaker.domain.matching.Ranking;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Rankings in memory, dropped by age and, when there are too many, by disuse. */
public final class CaffeineRankings implements Rankings, Meter {

    /** A ranking holds some kilobytes of its own, and the columns of the catalogue that it ranked. */
    private static final int MOST = 5_000;

    private record Key(TeamId team, RankingId id) {}

    private final Cache<Key, Ranking> rankings;

    public CaffeineRankings(InstantSource clock) {
        this.rankings = Caffeine.newBuilder()
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfterWrite(Duration.ofMinutes(MINUTES))
                .maximumSize(MOST)
                .recordStats()
                .build();
    }

    @Override
    public Ranking obtain(TeamId team, RankingId id, Supplier<Ranking> make) {
        return rankings.get(new Key(team, id), key -> make.get());
    }

    @Override
    public Optional<Ranking> find(TeamId team, RankingId id) {
        return Optional.ofNullable(rankings.getIfPresent(new Key(team, id)));
    }

    @Override
    public List<Reading> read() {
        CacheStats stats = rankings.stats();
        return List.of(
                new Reading("ranking_cache_hit_ratio", "Rankings found in memory, of all that were asked for", stats.hitRate()),
                new Reading("ranking_cache_requests_total", "Rankings that were asked for", stats.requestCount()),
                new Reading("ranking_cache_entries", "Rankings in memory", rankings.estimatedSize()));
    }
}
