package io.tastemaker.application.matching;

import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.matching.CatalogueVersion;
import io.tastemaker.domain.matching.Ranking;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.matching.ScoreReceipt;
import io.tastemaker.domain.matching.StoredRanking;
import io.tastemaker.domain.shared.CreatorId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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
     * @param creator the creator as it is now; empty when it was removed since
     * @param score why it stands there
     */
    public record Entry(int rank, CreatorId id, Optional<Creator> creator, ScoreReceipt score) {}

    static RankedPage of(Ranking ranking, int offset, int limit, Function<Collection<CreatorId>, List<Creator>> cards) {
        List<Ranking.Entry> ranks = ranking.page(offset, limit);
        Map<CreatorId, Creator> known = byId(cards.apply(ranks.stream().map(rank -> rank.candidate().id()).toList()));
        List<Entry> entries = ranks.stream()
                .map(rank -> new Entry(rank.rank(), rank.candidate().id(), Optional.ofNullable(known.get(rank.candidate().id())), rank.score()))
                .toList();
        return new RankedPage(ranking.id(), ranking.version(), ranking.scorer(), ranking.total(), ranking.excludedUnknown(),
                entries, next(offset, entries.size(), ranking.total()));
    }

    static RankedPage of(StoredRanking ranking, int offset, int limit, Function<Collection<CreatorId>, List<Creator>> cards) {
        List<StoredRanking.Row> rows = ranking.rows().stream().skip(offset).limit(limit).toList();
        Map<CreatorId, Creator> known = byId(cards.apply(rows.stream().map(StoredRanking.Row::creator).toList()));
        List<Entry> entries = rows.stream()
                .map(row -> new Entry(row.rank(), row.creator(), Optional.ofNullable(known.get(row.creator())), row.score()))
                .toList();
        return new RankedPage(ranking.id(), ranking.version(), ranking.scorer(), ranking.total(), ranking.excludedUnknown(),
                entries, next(offset, entries.size(), ranking.rows().size()));
    }

    private static Map<CreatorId, Creator> byId(List<Creator> creators) {
        return creators.stream().collect(Collectors.toMap(Creator::id, Function.identity()));
    }

    private static Optional<Integer> next(int offset, int given, int end) {
        return offset + given < end ? Optional.of(offset + given) : Optional.empty();
    }
}
