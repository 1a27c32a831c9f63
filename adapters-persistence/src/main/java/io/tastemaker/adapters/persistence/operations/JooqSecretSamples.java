package io.tastemaker.adapters.persistence.operations;

import static io.tastemaker.adapters.persistence.generated.operations.Tables.SECRET_SAMPLE;

import io.tastemaker.adapters.persistence.shared.JooqPlatformTransactions;
import io.tastemaker.application.operations.out.SecretSamples;
import java.util.Optional;

/** A sealed sample in PostgreSQL. */
public final class JooqSecretSamples implements SecretSamples {

    private static final short THE_ONE = 1;

    private final JooqPlatformTransactions transactions;

    public JooqSecretSamples(JooqPlatformTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<byte[]> find() {
        return transactions.sql().select(SECRET_SAMPLE.SEALED).from(SECRET_SAMPLE).fetchOptional(SECRET_SAMPLE.SEALED);
    }

    @Override
    public byte[] keepFirst(byte[] sealed) {
        transactions.sql().insertInto(SECRET_SAMPLE)
                .set(SECRET_SAMPLE.SAMPLE_ID, THE_ONE)
                .set(SECRET_SAMPLE.SEALED, sealed)
                .onConflictDoNothing()
                .execute();
        return find().orElseThrow();
    }
}
