package io.tastemaker.application.identity.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.identity.ApiKey;
import io.tastemaker.domain.shared.ApiKeyId;
import java.util.Optional;

/** API keys in memory. */
public final class InMemoryApiKeys implements ApiKeys {

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<ApiKeyId, ApiKey> keys;

    public InMemoryApiKeys(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.keys = transactions.table();
    }

    @Override
    public void add(ApiKey key) {
        transactions.alone(() -> {
            if (keys.get(key.id()).isPresent()) {
                throw new IllegalStateException("this key is there already: " + key.id());
            }
            keys.put(key.id(), key);
            return true;
        });
    }

    @Override
    public Optional<ApiKey> find(ApiKeyId id) {
        return transactions.alone(() -> keys.get(id));
    }
}
