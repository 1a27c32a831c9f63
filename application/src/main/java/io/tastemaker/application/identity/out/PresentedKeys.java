package io.tastemaker.application.identity.out;

import io.tastemaker.domain.identity.ApiKey;
import io.tastemaker.domain.shared.ApiKeyId;
import java.time.Instant;
import java.util.Optional;

/** API keys of every team, as programs present them. A key is looked up before its team is known; not bound to a transaction of the caller. */
public interface PresentedKeys {

    /**
     * Finds a key, as it was at most half a second ago.
     *
     * @param id the public half
     * @return the key, revoked or not, or empty
     */
    Optional<ApiKey> find(ApiKeyId id);

    /**
     * Finds a key as it is now, for a secret that may have been made a moment ago.
     *
     * @param id the public half
     * @return the key, revoked or not, or empty
     */
    Optional<ApiKey> findNow(ApiKeyId id);

    /**
     * Notes that a key was used, a moment later and at most once a minute for each key.
     *
     * @param key the key
     * @param at when
     */
    void noteUse(ApiKey key, Instant at);
}
