package io.tastemaker.application.identity.out;

import io.tastemaker.domain.identity.ApiKey;
import io.tastemaker.domain.shared.ApiKeyId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Instant;
import java.util.Optional;

/** The API keys of a team. Runs inside a transaction of the caller. */
public interface ApiKeys {

    /**
     * Adds a key.
     *
     * @param key version 1, with the hash of its secret
     */
    void add(ApiKey key);

    /**
     * Finds a key.
     *
     * @param id the public half
     * @return the key, revoked or not, or empty
     */
    Optional<ApiKey> find(ApiKeyId id);

    /**
     * The team's keys, the newest first, the revoked ones too.
     *
     * @param page which page
     * @return the keys
     */
    Page<ApiKey> list(PageRequest page);

    /**
     * Replaces a key, but for its last use, unless somebody else was faster.
     *
     * @param key the next version
     * @return false when the stored version is not the one before, and then nothing was written
     */
    boolean replace(ApiKey key);

    /**
     * Revokes all keys of the team, because it is deleted.
     *
     * @param now the time
     * @return how many worked until now
     */
    int revokeAll(Instant now);
}
