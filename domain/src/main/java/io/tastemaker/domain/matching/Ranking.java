package io.tastemaker.domain.matching;

import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.TeamId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/**
 * The creators of a catalogue that pass the filters of a question, in the order of their scores, the id deciding between equal ones.
 * It belongs to one state of the catalogue, so its pages fit together without gap or repeat whatever happens to the creators
 * meanwhile. It is cheap to keep: it holds the question, the catalogue and the positions of the best rows, and works out the rest when
 * it is asked.
 */
public final class Ranking {

    /** Enough for a usual first page: of a million, the best 128 take twice as long to find as the best 32. */
    private static final int FIRST_ROWS = 32;

    /** Enough for a {@link StoredRanking}; what is deeper is scanned for when it is read. */
    static final int MOST_KEPT_ROWS = 1_024;

    /** Estimates in bytes, on the large side: what there always is, a row, a letter of the question, a creator to be like. */
    private static final int BASE_BYTES = 1_000;
    private static final int ROW_BYTES = Long.BYTES;
    private static final int LETTER_BYTES = 4;
    private static final int SEED_BYTES = 1_000;

    private final RankingId id;
    private final TeamId team;
    private final Catalogue catalogue;
    private final SearchCriteria criteria;
    private final int total;
    private final int excludedUnknown;
    /** The best rows in order, extended up to a limit when a deeper page is read; always a beginning of the same ranking. */
    private final AtomicReference<long[]> best;

    private Ranking(TeamId team, Catalogue catalogue, SearchCriteria criteria) {
        this.id = RankingId.of(team, catalogue.version(), criteria);
        this.team = team;
        this.catalogue = catalogue;
        this.criteria = criteria;
        Scan.Result first = scan().top(FIRST_ROWS);
        this.total = first.total();
        this.excludedUnknown = first.excludedUnknown();
        this.best = new AtomicReference<>(first.best());
    }

    /**
     * Ranks for a team.
     *
     * @param team who asks
     * @param catalogue what the team sees
     * @param criteria the question
     * @return the ranking
     */
    public static Ranking of(TeamId team, Catalogue catalogue, SearchCriteria criteria) {
        return new Ranking(team, catalogue, criteria);
    }

    /**
     * Ranks, where there are no teams.
     *
     * @param catalogue the creators
     * @param criteria the question
     * @return the ranking
     */
    public static Ranking of(Catalogue catalogue, SearchCriteria criteria) {
        return new Ranking(TeamId.CATALOGUE, catalogue, criteria);
    }

    /**
     * A creator in a ranking.
     *
     * @param rank 1 for the best
     * @param candidate the creator, as it was
     * @param score why it stands here
     */
    public record Entry(int rank, Candidate candidate, ScoreReceipt score) {}

    /**
     * Some of the ranking.
     *
     * @param offset how many are skipped, at least 0
     * @param limit how many are wanted at most, at least 0
     * @return the creators of the ranks {@code offset + 1} to {@code offset + limit}, fewer at the end
     */
    public List<Entry> page(int offset, int limit) {
        int end = (int) Math.min(total, (long) offset + limit);
        long[] rows = bestRows(end);
        return IntStream.range(Math.min(offset, end), end).mapToObj(index -> entry(index + 1, TopRows.row(rows[index]))).toList();
    }

    /**
     * Where a creator stands, or why it does not.
     *
     * @param creator whom
     * @return the creator's rank, or every filter it does not pass, or that it is not in the catalogue
     */
    public Standing standing(CreatorId creator) {
        Optional<Candidate> found = catalogue.find(creator);
        if (found.isEmpty()) {
            return new Standing.NotInCatalogue(creator);
        }
        List<HardFilter> failing = criteria.filters().stream()
                .filter(filter -> filter.test(found.get()) != HardFilter.Verdict.PASS).toList();
        if (!failing.isEmpty()) {
            return new Standing.Excluded(found.get(), failing);
        }
        ScoreReceipt score = MatchScorer.score(found.get(), criteria);
        return new Standing.Ranked(new Entry(1 + scan().before(MatchScorer.total(found.get(), criteria), creator), found.get(), score));
    }

    /**
     * What would lift a creator to a rank: for each factor alone the smallest mark that is enough, the others staying as they are.
     *
     * @param entry a creator of this ranking
     * @param rank the rank to reach, 1 to the creator's own
     * @return what would do it, one entry for each factor that could
     * @throws IllegalArgumentException when there is no such rank above the creator
     */
    public List<Lift> lifts(Entry entry, int rank) {
        if (rank < 1 || rank > entry.rank()) {
            throw new IllegalArgumentException("a rank from 1 to " + entry.rank() + ", not " + rank);
        }
        if (rank == entry.rank()) {
            return List.of();
        }
        long rival = bestRows(rank)[rank - 1];
        Candidate above = catalogue.candidate(TopRows.row(rival));
        boolean winsTies = RowOrder.compare(entry.candidate().id(), above.id()) < 0;
        int missing = TopRows.score(rival) + (winsTies ? 0 : 1) - MatchScorer.total(entry.candidate(), criteria);
        return Lift.all(entry.candidate(), criteria, missing);
    }

    /**
     * The same question with other weights, to the same state of the catalogue.
     *
     * @param weights how much each factor counts
     * @return the other ranking
     */
    public Ranking reweighed(Weights weights) {
        return new Ranking(team, catalogue, criteria.weighing(weights));
    }

    private Entry entry(int rank, int row) {
        Candidate candidate = catalogue.candidate(row);
        return new Entry(rank, candidate, MatchScorer.score(candidate, criteria));
    }

    private long[] bestRows(int count) {
        long[] known = best.get();
        if (known.length >= Math.min(count, total)) {
            return known;
        }
        long[] more = scan().top(Math.min(total, Math.max(count, Math.min(4 * known.length, MOST_KEPT_ROWS)))).best();
        if (more.length <= MOST_KEPT_ROWS) {
            best.updateAndGet(others -> others.length >= more.length ? others : more);
        }
        return more;
    }

    /** Ready to work, and too large to keep. */
    private Scan scan() {
        return new Scan(catalogue, criteria);
    }

    /**
     * About how much memory it takes at most to keep this ranking, besides the catalogue's columns.
     *
     * @return an estimate in bytes, made of the rows that are kept, the length of the question, the creators to be like and
     *     who says what was asked for
     */
    public int bytes() {
        int ofFilters = criteria.filters().stream().mapToInt(filter -> switch (filter) {
            case HardFilter.SimilarTo similar -> SEED_BYTES * similar.seeds().size();
            case HardFilter.Says says -> says.answered().bytes();
            default -> 0;
        }).sum();
        return BASE_BYTES + ROW_BYTES * Math.min(total, MOST_KEPT_ROWS) + LETTER_BYTES * criteria.canonical().length() + ofFilters;
    }

    /**
     * The ranking's id.
     *
     * @return equal for the same team, catalogue, question and scorer
     */
    public RankingId id() {
        return id;
    }

    /**
     * Whose ranking it is.
     *
     * @return the team that asked
     */
    public TeamId team() {
        return team;
    }

    /**
     * The question.
     *
     * @return what was asked
     */
    public SearchCriteria criteria() {
        return criteria;
    }

    /**
     * What scores.
     *
     * @return the same as stands in every receipt, also when nobody is ranked
     */
    public ScoreReceipt.Scorer scorer() {
        return MatchScorer.scorer(criteria.weights());
    }

    /**
     * Which state of the catalogue was ranked.
     *
     * @return its version
     */
    public CatalogueVersion version() {
        return catalogue.version();
    }

    /**
     * How many creators are ranked.
     *
     * @return the number of creators that pass every filter
     */
    public int total() {
        return total;
    }

    /**
     * How many creators are left out only because something is not known of them.
     *
     * @return the number of creators that fail no filter and have at least one unknown value
     */
    public int excludedUnknown() {
        return excludedUnknown;
    }
}
