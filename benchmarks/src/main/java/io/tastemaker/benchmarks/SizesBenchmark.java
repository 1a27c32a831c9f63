package io.tastemaker.benchmarks;

import io.tastemaker.domain.matching.Catalogue;
import io.tastemaker.domain.matching.Ranking;
import io.tastemaker.domain.matching.SearchCriteria;
import java.util.List;
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
 * The engine alone on catalogues up to ten million creators, which are made in memory: to import so many takes hours, and a ranking does
 * not touch the store. The questions are those of {@link RankingBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
public class SizesBenchmark {

    private static final int TOP = 20;

    /** How many creators there are. */
    @Param({"100000", "1000000", "10000000"})
    public int creators;

    /** What is asked. */
    @Param
    public RankingBenchmark.Question question;

    private Catalogue catalogue;
    private SearchCriteria criteria;

    /** Makes the creators. */
    @Setup
    public void prepare() {
        catalogue = SampleCandidates.catalogue(creators);
        criteria = question.criteria();
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
}
