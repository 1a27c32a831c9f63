package io.tastemaker.application.matching;

import io.tastemaker.domain.matching.Candidate;
import io.tastemaker.domain.matching.Catalogue;
import io.tastemaker.domain.matching.CatalogueVersion;
import io.tastemaker.domain.matching.Ranking;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.matching.ScoreReceipt;
import io.tastemaker.domain.matching.StoredRanking;
import io.tastemaker.domain.shared.CreatorId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Some ranks of a ranking, with the creators' cards. The entries are worked out each time they are asked for, so that whoever has shown this
 * page before need not ask.
 */
public final class RankedPage {

    private final Place place;
    private final CatalogueVersion version;
    private final ScoreReceipt.Scorer scorer;
    private final int total;
    private final int excludedUnknown;
    private final Supplier<List<Entry>> entries;
    private final Optional<Integer> next;

    private RankedPage(Place place, CatalogueVersion version, ScoreReceipt.Scorer scorer, int total, int excludedUnknown,
            Supplier<List<Entry>> entries, int end) {
        this.place = place;
        this.version = version;
        this.scorer = scorer;
        this.total = total;
        this.excludedUnknown = excludedUnknown;
        this.entries = entries;
        int after = place.offset() + place.limit();
        this.next = after < end ? Optional.of(after) : Optional.empty();
    }

    /**
     * Which page this is: pages of the same place have the same entries.
     *
     * @param ranking the ranking's id
     * @param now the state of the catalogue that the cards show
     * @param offset how many creators stand before the page
     * @param limit how many there are on it at most
     */
    public record Place(RankingId ranking, CatalogueVersion now, int offset, int limit) {}

    /**
     * A rank.
     *
     * @param rank 1 for the best
     * @param id who stands there
     * @param creator what is known of the creator now; empty when it was removed since
     * @param score why it stands there
     */
    public record Entry(int rank, CreatorId id, Optional<Candidate> creator, ScoreReceipt score) {}

    static RankedPage of(Ranking ranking, int offset, int limit, Catalogue now) {
        return new RankedPage(new Place(ranking.id(), now.version(), offset, limit), ranking.version(), ranking.scorer(), ranking.total(),
                ranking.excludedUnknown(), () -> entries(ranking, offset, limit, now), ranking.total());
    }

    static RankedPage of(StoredRanking ranking, int offset, int limit, Catalogue now) {
        return new RankedPage(new Place(ranking.id(), now.version(), offset, limit), ranking.version(), ranking.scorer(), ranking.total(),
                ranking.excludedUnknown(), () -> entries(ranking, offset, limit, now), ranking.rows().size());
    }

    private static List<Entry> entries(Ranking ranking, int offset, int limit, Catalogue now) {
        boolean isCurrent = ranking.version().equals(now.version());
        return ranking.page(offset, limit).stream()
                .map(rank -> new Entry(rank.rank(), rank.candidate().id(),
                        isCurrent ? Optional.of(rank.candidate()) : now.find(rank.candidate().id()), rank.score()))
                .toList();
    }

    private static List<Entry> entries(StoredRanking ranking, int offset, int limit, Catalogue now) {
        return ranking.rows().stream().skip(offset).limit(limit)
                .map(row -> new Entry(row.rank(), row.creator(), now.find(row.creator()), row.score()))
                .toList();
    }

    /**
     * Which page this is.
     *
     * @return its place
     */
    public Place place() {
        return place;
    }

    /**
     * Of which ranking.
     *
     * @return its id
     */
    public RankingId ranking() {
        return place.ranking();
    }

    /**
     * Which state of the catalogue was ranked.
     *
     * @return its version
     */
    public CatalogueVersion version() {
        return version;
    }

    /**
     * What scored.
     *
     * @return the scorer with its weights
     */
    public ScoreReceipt.Scorer scorer() {
        return scorer;
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
     * @return the number
     */
    public int excludedUnknown() {
        return excludedUnknown;
    }

    /**
     * The creators of these ranks, in order.
     *
     * @return at most as many as the place says
     */
    public List<Entry> entries() {
        return entries.get();
    }

    /**
     * How many creators stand before the next page.
     *
     * @return the number; empty at the end of what can be paged
     */
    public Optional<Integer> next() {
        return next;
    }
}
