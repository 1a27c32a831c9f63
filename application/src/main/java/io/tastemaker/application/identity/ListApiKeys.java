package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.ApiKeys;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.identity.ApiKey;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;

/** Lists the API keys of the actor's team. */
public final class ListApiKeys {

    private final Transactions transactions;
    private final ApiKeys keys;

    ListApiKeys(Transactions transactions, ApiKeys keys) {
        this.transactions = transactions;
        this.keys = keys;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param page which page
     */
    public record Query(Actor actor, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the keys, the newest first, the revoked ones too
     */
    public Page<ApiKey> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.WRITE_API_KEYS);
        return transactions.reading(query.actor(), () -> keys.list(query.page()));
    }
}
