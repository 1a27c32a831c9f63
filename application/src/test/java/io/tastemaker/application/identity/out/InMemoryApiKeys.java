package io.tastemaker.application.identity.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.identity.ApiKey;
import io.tastemaker.domain.shared.ApiKeyId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        if (!key.team().equals(transactions.team()) || keys.get(key.id()).isPresent()) {
            throw new IllegalStateException("a key of another team, or one that is there already: " + key.id());
        }
        keys.put(key.id(), key);
    }

    @Override
    public Optional<ApiKey> find(ApiKeyId id) {
        TeamId team = transactions.team();
        return keys.get(id).filter(key -> key.team().equals(team));
    }

    @Override
    public Page<ApiKey> list(PageRequest page) {
        return Newest.first(own(), page, ApiKey::createdAt, key -> key.id().value());
    }

    @Override
    public boolean replace(ApiKey key) {
        Optional<ApiKey> stored = find(key.id()).filter(before -> before.version() == key.version() - 1);
        stored.ifPresent(before -> keys.put(key.id(), used(key, before.lastUsedAt())));
        return stored.isPresent();
    }

    @Override
    public int revokeAll(Instant now) {
        List<ApiKey> working = own().filter(key -> key.revokedAt().isEmpty()).toList();
        working.forEach(key -> keys.put(key.id(), key.revoked(now)));
        return working.size();
    }

    /** The keys as programs present them. */
    public PresentedKeys presented() {
        return new Presented();
    }

    private Stream<ApiKey> own() {
        TeamId team = transactions.team();
        return keys.rows().filter(key -> key.team().equals(team));
    }

    private static ApiKey used(ApiKey key, Optional<Instant> at) {
        return new ApiKey(key.id(), key.team(), key.version(), key.name(), key.secretHash(), key.outgoing(), key.role(), key.scopes(),
                key.createdAt(), key.expiresAt(), key.revokedAt(), at);
    }

    private final class Presented implements PresentedKeys {

        @Override
        public Optional<ApiKey> find(ApiKeyId id) {
            return findNow(id);
        }

        @Override
        public Optional<ApiKey> findNow(ApiKeyId id) {
            return transactions.alone(() -> keys.get(id));
        }

        @Override
        public void noteUse(ApiKey key, Instant at) {
            transactions.alone(() -> keys.get(key.id()).filter(stored -> isDue(stored, at)).map(stored -> {
                keys.put(key.id(), used(stored, Optional.of(at)));
                return stored;
            }));
        }

        private boolean isDue(ApiKey stored, Instant at) {
            return stored.lastUsedAt().map(last -> !at.isBefore(last.plusSeconds(60))).orElse(true);
        }
    }
}
