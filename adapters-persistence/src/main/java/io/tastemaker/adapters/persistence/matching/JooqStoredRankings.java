package io.tastemaker.adapters.persistence.matching;

import static io.tastemaker.adapters.persistence.generated.matching.Tables.STORED_RANKING;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.matching.out.StoredRankings;
import io.tastemaker.domain.matching.CatalogueVersion;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.matching.StoredRanking;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Record;

/** Stored rankings in PostgreSQL. */
public final class JooqStoredRankings implements StoredRankings {

    private final JooqTransactions transactions;

    public JooqStoredRankings(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(StoredRanking ranking) {
        if (!ranking.team().equals(transactions.team())) {
            throw new IllegalArgumentException("a ranking of another team");
        }
        transactions.sql().insertInto(STORED_RANKING)
                .set(STORED_RANKING.TEAM_ID, ranking.team())
                .set(STORED_RANKING.ID, ranking.id())
                .set(STORED_RANKING.QUESTION, ranking.question())
                .set(STORED_RANKING.CATALOGUE_SEQUENCE, ranking.version().sequence())
                .set(STORED_RANKING.CATALOGUE_OVERLAY, ranking.version().overlay())
                .set(STORED_RANKING.CATALOGUE_AT, ranking.version().at().toString())
                .set(STORED_RANKING.SCORER, ReceiptJson.write(ranking.scorer()))
                .set(STORED_RANKING.TOTAL, ranking.total())
                .set(STORED_RANKING.EXCLUDED_UNKNOWN, ranking.excludedUnknown())
                .set(STORED_RANKING.ROWS, ReceiptJson.write(ranking.rows()))
                .set(STORED_RANKING.STORED_AT, ranking.storedAt())
                .onConflictDoNothing()
                .execute();
    }

    @Override
    public Optional<StoredRanking> find(RankingId id) {
        return transactions.sql()
                .select(STORED_RANKING.TEAM_ID, STORED_RANKING.ID, STORED_RANKING.QUESTION, STORED_RANKING.CATALOGUE_SEQUENCE,
                        STORED_RANKING.CATALOGUE_OVERLAY, STORED_RANKING.CATALOGUE_AT, STORED_RANKING.SCORER, STORED_RANKING.TOTAL,
                        STORED_RANKING.EXCLUDED_UNKNOWN, STORED_RANKING.ROWS, STORED_RANKING.STORED_AT)
                .from(STORED_RANKING)
                .where(STORED_RANKING.TEAM_ID.eq(transactions.team()).and(STORED_RANKING.ID.eq(id)))
                .fetchOptional(JooqStoredRankings::ranking);
    }

    private static StoredRanking ranking(Record row) {
        return new StoredRanking(
                row.get(STORED_RANKING.ID),
                row.get(STORED_RANKING.TEAM_ID),
                row.get(STORED_RANKING.QUESTION),
                new CatalogueVersion(
                        row.get(STORED_RANKING.CATALOGUE_SEQUENCE),
                        row.get(STORED_RANKING.CATALOGUE_OVERLAY),
                        Instant.parse(row.get(STORED_RANKING.CATALOGUE_AT))),
                ReceiptJson.readScorer(row.get(STORED_RANKING.SCORER)),
                row.get(STORED_RANKING.TOTAL),
                row.get(STORED_RANKING.EXCLUDED_UNKNOWN),
                ReceiptJson.read(row.get(STORED_RANKING.ROWS)),
                row.get(STORED_RANKING.STORED_AT));
    }
}
