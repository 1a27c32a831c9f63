package io.tastemaker.benchmarks;

import io.tastemaker.domain.matching.Candidate;
import io.tastemaker.domain.matching.Catalogue;
import io.tastemaker.domain.matching.CatalogueVersion;
import io.tastemaker.domain.matching.FollowerAim;
import io.tastemaker.domain.matching.HardFilter;
import io.tastemaker.domain.matching.MatchScorer;
import io.tastemaker.domain.matching.Measure;
import io.tastemaker.domain.matching.Preferences;
import io.tastemaker.domain.matching.Ranking;
import io.tastemaker.domain.matching.ScoreReceipt;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.matching.SegmentBuilder;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.Range;
import io.tastemaker.domain.shared.TeamId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The top 20 with receipts, the total and the number excluded for want of knowledge, of sample creators: once by the engine, once by a
 * loop over candidates with the scorer. Two questions: one with the filters of a usual campaign, and one that ranks everybody.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class RankingBenchmark {

    private static final int TOP = 20;

    /** What is asked. */
    public enum Question {
        /** With the filters of a usual campaign. */
        CAMPAIGN,
        /** Without filters. */
        EVERYBODY;

        SearchCriteria criteria() {
            SearchCriteria everybody = SearchCriteria.on(SampleCandidates.TODAY).prefer(Preferences.NONE
                    .withPlatforms(Platform.INSTAGRAM).withLocations(Place.ofCountry("BR"))
                    .withCategories(Category.BEAUTY, Category.LIFESTYLE)
                    .withFollowers(new FollowerAim(Optional.of(10_000L), Optional.of(500_000L), Optional.of(90_000L))));
            return this == EVERYBODY ? everybody : everybody
                    .where(new HardFilter.Platforms(Set.of(Platform.INSTAGRAM)))
                    .where(new HardFilter.Locations(Set.of(Place.ofCountry("BR"))))
                    .where(new HardFilter.Count(Measure.FOLLOWERS, Range.of(10_000L, 500_000L)))
                    .where(new HardFilter.LastPostSince(SampleCandidates.TODAY.minusDays(60)));
        }
    }

    /** How many creators there are. */
    @Param({"100000", "1000000"})
    public int creators;

    /** What is asked. */
    @Param
    public Question question;

    private List<Candidate> objects;
    private Catalogue catalogue;
    private SearchCriteria criteria;

    /** Makes the creators and checks that both ways give the same. */
    @Setup
    public void prepare() {
        objects = SampleCandidates.of(creators).toList();
        SegmentBuilder rows = new SegmentBuilder(TeamId.CATALOGUE);
        objects.forEach(rows::add);
        catalogue = Catalogue.of(CatalogueVersion.of(1, Instant.EPOCH), rows.build());
        criteria = question.criteria();
        List<BigDecimal> expected = objectLoop().stream().map(ScoreReceipt::total).toList();
        List<BigDecimal> found = engine().stream().map(entry -> entry.score().total()).toList();
        if (!expected.equals(found)) {
            throw new IllegalStateException("the engine gives " + found + ", the loop " + expected);
        }
    }

    /**
     * The engine over columns.
     *
     * @return the best
     */
    @Benchmark
    public List<Ranking.Entry> engine() {
        return Ranking.of(catalogue, criteria).page(0, TOP);
    }

    /**
     * The loop over objects.
     *
     * @return the receipts of the best
     */
    @Benchmark
    public List<ScoreReceipt> objectLoop() {
        PriorityQueue<Scored> best = new PriorityQueue<>(Comparator.naturalOrder());
        int unknown = 0;
        for (Candidate candidate : objects) {
            switch (criteria.test(candidate)) {
                case PASS -> {
                    best.add(new Scored(candidate, MatchScorer.score(candidate, criteria)));
                    if (best.size() > TOP) {
                        best.poll();
                    }
                }
                case UNKNOWN -> unknown++;
                case FAIL -> { }
            }
        }
        if (unknown > objects.size()) {
            throw new IllegalStateException("more are excluded than there are");
        }
        return best.stream().sorted(Comparator.reverseOrder()).map(Scored::score).toList();
    }

    private record Scored(Candidate candidate, ScoreReceipt score) implements Comparable<Scored> {
        @Override
        public int compareTo(Scored other) {
            int byScore = score.total().compareTo(other.score.total());
            return byScore != 0 ? byScore : other.candidate.id().toString().compareTo(candidate.id().toString());
        }
    }
}
