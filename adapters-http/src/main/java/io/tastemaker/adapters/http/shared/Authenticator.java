package io.tastemaker.adapters.http.shared;

import io.tastemaker.application.identity.AuthenticateApiKey;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
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

    /**
     * Authentication by the use case.
     *
     * @param useCase looks the key up
     * @return an authenticator
     */
    static Authenticator of(AuthenticateApiKey useCase) {
        return key -> switch (useCase.handle(new AuthenticateApiKey.Query(Anonymous.CALLER, key))) {
            case AuthenticateApiKey.Outcome.Authenticated(Actor actor) -> Optional.of(actor);
            case AuthenticateApiKey.Outcome.Unknown() -> Optional.empty();
        };
    }
}
