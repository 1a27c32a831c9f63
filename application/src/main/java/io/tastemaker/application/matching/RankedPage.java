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
 *
 * @param place which page this is
 * @param version which state of the catalogue was ranked
 * @param scorer what scored
 * @param total how many creators are ranked
 * @param excludedUnknown how many are left out only because something is not known of them
 * @param source works the entries out
 * @param next how many creators stand before the next page; empty at the end of what can be paged
 */
public record RankedPage(
        Place place,
        CatalogueVersion version,
        ScoreReceipt.Scorer scorer,
        int total,
        int excludedUnknown,
        Supplier<List<Entry>> source,
        Optional<Integer> next) {

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
                ranking.excludedUnknown(), () -> entries(ranking, offset, limit, now), next(offset + limit, ranking.total()));
    }

    static RankedPage of(StoredRanking ranking, int offset, int limit, Catalogue now) {
        return new RankedPage(new Place(ranking.id(), now.version(), offset, limit), ranking.version(), ranking.scorer(), ranking.total(),
                ranking.excludedUnknown(), () -> entries(ranking, offset, limit, now), next(offset + limit, ranking.rows().size()));
    }

    private static Optional<Integer> next(int after, int end) {
        return after < end ? Optional.of(after) : Optional.empty();
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
     * Of which ranking.
     *
     * @return its id
     */
    public RankingId ranking() {
        return place.ranking();
    }

    /**
     * The creators of these ranks, in order.
     *
     * @return at most as many as the place says
     */
    public List<Entry> entries() {
        return source.get();
    }
}
