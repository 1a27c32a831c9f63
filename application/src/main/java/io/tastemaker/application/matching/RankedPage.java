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

/**
 * Some ranks of a ranking, with the creators' cards.
 *
 * @param ranking the ranking's id
 * @param version which state of the catalogue was ranked
 * @param scorer what scored
 * @param total how many creators are ranked
 * @param excludedUnknown how many are left out only because something is not known of them
 * @param entries the creators of these ranks, in order
 * @param next how many creators stand before the next page; empty at the end of what can be paged
 */
public record RankedPage(
        RankingId ranking,
        CatalogueVersion version,
        ScoreReceipt.Scorer scorer,
        int total,
        int excludedUnknown,
        List<Entry> entries,
        Optional<Integer> next) {

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
        boolean isCurrent = ranking.version().equals(now.version());
        List<Entry> entries = ranking.page(offset, limit).stream()
                .map(rank -> new Entry(rank.rank(), rank.candidate().id(),
                        isCurrent ? Optional.of(rank.candidate()) : now.find(rank.candidate().id()), rank.score()))
                .toList();
        return new RankedPage(ranking.id(), ranking.version(), ranking.scorer(), ranking.total(), ranking.excludedUnknown(),
                entries, next(offset, entries.size(), ranking.total()));
    }

    static RankedPage of(StoredRanking ranking, int offset, int limit, Catalogue now) {
        List<Entry> entries = ranking.rows().stream().skip(offset).limit(limit)
                .map(row -> new Entry(row.rank(), row.creator(), now.find(row.creator()), row.score()))
                .toList();
        return new RankedPage(ranking.id(), ranking.version(), ranking.scorer(), ranking.total(), ranking.excludedUnknown(),
                entries, next(offset, entries.size(), ranking.rows().size()));
    }

    private static Optional<Integer> next(int offset, int given, int end) {
        return offset + given < end ? Optional.of(offset + given) : Optional.empty();
    }
}
