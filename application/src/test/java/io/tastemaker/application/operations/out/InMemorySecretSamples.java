package io.tastemaker.application.operations.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import java.util.Optional;

/** A sealed sample in memory. */
public final class InMemorySecretSamples implements SecretSamples {

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<Integer, byte[]> rows;

    public InMemorySecretSamples(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = transactions.table();
    }

    @Override
    public Optional<byte[]> find() {
        transactions.team();
        return rows.get(1);
    }

    @Override
    public byte[] keepFirst(byte[] sealed) {
        return find().orElseGet(() -> {
            rows.put(1, sealed.clone());
            return sealed;
        });
    }
}
