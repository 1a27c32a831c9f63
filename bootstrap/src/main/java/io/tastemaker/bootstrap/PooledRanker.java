package io.tastemaker.bootstrap;

import io.tastemaker.application.matching.Ranker;
import io.tastemaker.domain.matching.Catalogue;
import io.tastemaker.domain.matching.Ranking;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.shared.TeamId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Ranks large catalogues on a few platform threads, one fewer than there are processors, so that requests that wait for nothing but a
 * processor are not held up by a crowd of searches.
 */
final class PooledRanker implements Ranker, AutoCloseable {

    /** Below this many creators a ranking takes less than handing it over and back is worth, about a tenth of a millisecond. */
    private static final int LARGE = 20_000;

    private final Ranker ranker;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            Math.max(1, Runtime.getRuntime().availableProcessors() - 1), Thread.ofPlatform().name("ranking-", 1).daemon().factory());

    PooledRanker(Ranker ranker) {
        this.ranker = ranker;
    }

    @Override
    public Ranking rank(TeamId team, Catalogue catalogue, SearchCriteria criteria) {
        if (catalogue.size() < LARGE) {
            return ranker.rank(team, catalogue, criteria);
        }
        try {
            return CompletableFuture.supplyAsync(() -> ranker.rank(team, catalogue, criteria), threads).join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
