package io.tastemaker.adapters.http.shared;

import io.tastemaker.application.identity.AuthenticateAccessToken;
import io.tastemaker.application.identity.AuthenticateApiKey;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;

/** Finds out whose credential was presented. */
public interface Authenticator {

    /** What a credential is. */
    sealed interface Verdict {
        /**
         * It works.
         *
         * @param actor whom it speaks for
         */
        record Known(Actor actor) implements Verdict {}

        /** An access token that worked once. */
        record Expired() implements Verdict {}

        /** Unknown, revoked or broken: nobody learns which. */
        record Unknown() implements Verdict {}
    }

    /**
     * Checks an API key.
     *
     * @param key as presented
     * @return whose it is
     */
    Verdict key(String key);

    /**
     * Checks an access token.
     *
     * @param token as presented, without its scheme
     * @return whose it is
     */
    Verdict token(String token);

    /**
     * Authentication by the use cases.
     *
     * @param keys looks a key up
     * @param tokens looks at a token
     * @return an authenticator
     */
    static Authenticator of(AuthenticateApiKey keys, AuthenticateAccessToken tokens) {
        return new Authenticator() {
            @Override
            public Verdict key(String key) {
                return switch (keys.handle(new AuthenticateApiKey.Query(Anonymous.CALLER, key))) {
                    case AuthenticateApiKey.Outcome.Authenticated(Actor actor) -> new Verdict.Known(actor);
                    case AuthenticateApiKey.Outcome.Unknown() -> new Verdict.Unknown();
                };
            }

            @Override
            public Verdict token(String token) {
                return switch (tokens.handle(new AuthenticateAccessToken.Query(Anonymous.CALLER, token))) {
                    case AuthenticateAccessToken.Outcome.Authenticated(Actor actor) -> new Verdict.Known(actor);
                    case AuthenticateAccessToken.Outcome.Expired() -> new Verdict.Expired();
                    case AuthenticateAccessToken.Outcome.Unknown() -> new Verdict.Unknown();
                };
            }
        };
    }
}
