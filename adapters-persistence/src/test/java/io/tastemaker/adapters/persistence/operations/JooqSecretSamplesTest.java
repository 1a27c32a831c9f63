package io.tastemaker.adapters.persistence.operations;

import io.tastemaker.adapters.persistence.shared.JooqPlatformTransactions;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.operations.out.SecretSamples;
import io.tastemaker.application.operations.out.SecretSamplesContract;
import io.tastemaker.application.shared.out.PlatformTransactions;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqSecretSamplesTest extends SecretSamplesContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private final JooqPlatformTransactions transactions = new JooqPlatformTransactions(DATABASE.database().platform());

    @Override
    protected PlatformTransactions transactions() {
        return transactions;
    }

    @Override
    protected SecretSamples samples() {
        return new JooqSecretSamples(transactions);
    }
}
