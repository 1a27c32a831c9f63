package io.tastemaker.adapters.persistence.outreach;

import static io.tastemaker.adapters.persistence.generated.outreach.Tables.SUPPRESSION;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.outreach.out.Suppressions;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** The addresses in PostgreSQL to which nobody writes again. */
public final class JooqSuppressions implements Suppressions {

    private final JooqTransactions transactions;

    public JooqSuppressions(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean add(String addressHash, Instant at) {
        return transactions.sql().insertInto(SUPPRESSION)
                .set(SUPPRESSION.ADDRESS_HASH, addressHash)
                .set(SUPPRESSION.AT, at)
                .onConflictDoNothing()
                .execute() == 1;
    }

    @Override
    public Set<String> among(Collection<String> addressHashes) {
        if (addressHashes.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(transactions.sql().select(SUPPRESSION.ADDRESS_HASH)
                .from(SUPPRESSION)
                .where(SUPPRESSION.ADDRESS_HASH.in(addressHashes))
                .fetch(SUPPRESSION.ADDRESS_HASH));
    }
}
