package io.tastemaker.domain.matching;

import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The beginning of a ranking, kept for good: it gives the same ids, scores and receipts for ever, whatever becomes of the creators.
 *
 * @param id the ranking's id
 * @param team whose ranking
 * @param question what was asked, in canonical form
 * @param version which state of the catalogue was ranked
 * @param scorer what scored
 * @param total how many creators were ranked, kept or not
 * @param excludedUnknown how many were left out only because something is not known of them
 * @param rows the best {@value #MOST_ROWS} at most, in order
 * @param storedAt when it was kept
 */
public record StoredRanking(
        RankingId id,
        TeamId team,
        String question,
        CatalogueVersion version,
        ScoreReceipt.Scorer scorer,
        int total,
        int excludedUnknown,
        List<Row> rows,
        Instant storedAt) {

    /** How much of a ranking is kept. */
    public static final int MOST_ROWS = 1_000;

    /**
     * A creator in a stored ranking.
     *
     * @param rank 1 for the best
     * @param creator who
     * @param owner whose record the creator is
     * @param score why it stands here
     */
    public record Row(int rank, CreatorId creator, TeamId owner, ScoreReceipt score) {}

    /** Copies the rows and checks that nothing is missing. */
    public StoredRanking {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(scorer, "scorer");
        Objects.requireNonNull(storedAt, "storedAt");
        rows = List.copyOf(rows);
    }

    /**
     * Keeps the beginning of a ranking.
     *
     * @param ranking the ranking
     * @param now the time
     * @return what is kept of it
     */
    public static StoredRanking of(Ranking ranking, Instant now) {
        List<Row> rows = ranking.page(0, MOST_ROWS).stream()
                .map(entry -> new Row(entry.rank(), entry.candidate().id(), entry.candidate().owner(), entry.score()))
                .toList();
        return new StoredRanking(ranking.id(), ranking.team(), ranking.criteria().canonical(), ranking.version(), ranking.scorer(),
                ranking.total(), ranking.excludedUnknown(), rows, now);
    }
}
