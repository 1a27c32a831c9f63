package io.tastemaker.adapters.http.shared;

import io.tastemaker.domain.access.Actor;
import java.util.Optional;

/** Finds out whose API key was presented. */
@FunctionalInterface
public interface Authenticator {

    /**
     * Checks a key.
     *
     * @param key as presented
     * @return whose it is, or empty when it is unknown, revoked or expired
     */
    Optional<Actor> authenticate(String key);
}
