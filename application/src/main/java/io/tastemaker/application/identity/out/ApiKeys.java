package io.tastemaker.application.identity.out;

import io.tastemaker.domain.identity.ApiKey;
import io.tastemaker.domain.shared.ApiKeyId;
import java.util.Optional;

/** The API keys. Works across teams, since a key is looked up before its team is known; not bound to a transaction of the caller. */
public interface ApiKeys {

    /**
     * Adds a key.
     *
     * @param key the key, with the hash of its secret
     */
    void add(ApiKey key);

    /**
     * Finds a key by its public half.
     *
     * @param id the public half
     * @return the key, or empty
     */
    Optional<ApiKey> find(ApiKeyId id);
}
