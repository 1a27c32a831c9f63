package io.tastemaker.application.outreach.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Addresses in memory to which nobody writes again. */
public final class InMemorySuppressions implements Suppressions {

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<String, String> rows;

    public InMemorySuppressions(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = transactions.table();
    }

    @Override
    public boolean add(String addressHash, Instant at) {
        transactions.team();
        boolean fresh = rows.get(addressHash).isEmpty();
        rows.put(addressHash, addressHash);
        return fresh;
    }

    @Override
    public Set<String> among(Collection<String> addressHashes) {
        transactions.team();
        return addressHashes.stream().filter(hash -> rows.get(hash).isPresent()).collect(Collectors.toSet());
    }
}
