package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.ApiKeys;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.ApiKey;
import io.tastemaker.domain.shared.ApiKeyId;

/** Shows an API key, without its secret. */
public final class ShowApiKey {

    private final Transactions transactions;
    private final ApiKeys keys;

    ShowApiKey(Transactions transactions, ApiKeys keys) {
        this.transactions = transactions;
        this.keys = keys;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param key which key
     */
    public record Query(Actor actor, ApiKeyId key) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the key, revoked or not
     * @throws Refusal.NotFound when the team has no such key
     */
    public ApiKey handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.WRITE_API_KEYS);
        return transactions.reading(query.actor(), () -> keys.find(query.key())).orElseThrow(Refusal.NotFound::new);
    }
}
