package io.tastemaker.application.operations.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.PlatformTransactions;

class InMemorySecretSamplesTest extends SecretSamplesContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemorySecretSamples samples = new InMemorySecretSamples(transactions);

    @Override
    protected PlatformTransactions transactions() {
        return transactions;
    }

    @Override
    protected SecretSamples samples() {
        return samples;
    }
}
