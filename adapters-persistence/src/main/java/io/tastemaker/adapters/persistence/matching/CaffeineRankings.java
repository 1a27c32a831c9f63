package io.tastemaker.adapters.persistence.matching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import io.tastemaker.application.matching.out.Rankings;
import io.tastemaker.application.operations.out.Meter;
import io.tastemaker.domain.matching.CatalogueVersion;
import io.tastemaker.domain.matching.Ranking;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Rankings in memory, dropped by age and, when they are too many or too large together, by disuse. What they take is estimated by
 * {@link Ranking#bytes()}. The columns of the catalogue are not counted: rankings share them with each other and with the catalogue in
 * memory, of whose former states they keep no more than what changed since.
 */
public final class CaffeineRankings implements Rankings, Meter {

    private static final int MOST = 5_000;
    private static final int MOST_BYTES = 64_000_000;

    private record Key(TeamId team, RankingId id) {}

    private record Kept(Ranking ranking, AtomicBoolean published) {}

    private record Named(TeamId team, CatalogueVersion catalogue, RankingId id) {}

    private final Cache<Key, Kept> rankings;

    /** What a question was called last, as long as whoever puts it keeps it: a name is a fingerprint of all that is asked. */
    private final Cache<SearchCriteria, Named> names = Caffeine.newBuilder().executor(Runnable::run).weakKeys().build();

    public CaffeineRankings(InstantSource clock) {
        this(clock, MOST, MOST_BYTES);
    }

    CaffeineRankings(InstantSource clock, int most, int mostBytes) {
        this.rankings = Caffeine.newBuilder()
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfterWrite(Duration.ofMinutes(MINUTES))
                .executor(Runnable::run) // evicts at once
                .maximumWeight(mostBytes)
                .<Key, Kept>weigher((key, kept) -> Math.max(mostBytes / most, kept.ranking().bytes()))
                .recordStats()
                .build();
    }

    @Override
    public Ranking obtain(TeamId team, CatalogueVersion catalogue, SearchCriteria criteria, Supplier<Ranking> make) {
        RankingId id = id(team, catalogue, criteria);
        return rankings.get(new Key(team, id), key -> new Kept(make.get(), new AtomicBoolean())).ranking();
    }

    private RankingId id(TeamId team, CatalogueVersion catalogue, SearchCriteria criteria) {
        Named before = names.getIfPresent(criteria);
        if (before != null && before.team.equals(team) && before.catalogue.equals(catalogue)) {
            return before.id;
        }
        RankingId id = RankingId.of(team, catalogue, criteria);
        names.put(criteria, new Named(team, catalogue, id));
        return id;
    }

    @Override
    public void publish(TeamId team, RankingId id) {
        Optional.ofNullable(rankings.policy().getIfPresentQuietly(new Key(team, id))).ifPresent(kept -> kept.published().set(true));
    }

    @Override
    public Optional<Ranking> find(TeamId team, RankingId id) {
        return Optional.ofNullable(rankings.getIfPresent(new Key(team, id))).filter(kept -> kept.published().get()).map(Kept::ranking);
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
