package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.PresentedKeys;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.identity.ApiKey;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/** Turns a presented API key into the actor it speaks for. */
public final class AuthenticateApiKey {

    private final PresentedKeys keys;
    private final InstantSource clock;

    AuthenticateApiKey(PresentedKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param caller nobody yet
     * @param presented the whole key as it came in
     */
    public record Query(Anonymous caller, String presented) {
        @Override
        public String toString() {
            return "Query[a key]";
        }
    }

    /** What it is. */
    public sealed interface Outcome {
        /**
         * The key works.
         *
         * @param actor whom it speaks for
         */
        record Authenticated(Actor actor) implements Outcome {}

        /** No such key, a wrong secret, revoked or expired: nobody learns which. */
        record Unknown() implements Outcome {}
    }

    /**
     * Looks the key up.
     *
     * @param query what is asked
     * @return whom the key speaks for, if it works
     */
    public Outcome handle(Query query) {
        Instant now = clock.instant();
        Optional<ApiKey> opened = KeySecret.read(query.presented()).flatMap(secret -> opened(secret, now));
        opened.ifPresent(key -> keys.noteUse(key, now));
        return opened.<Outcome>map(key -> new Outcome.Authenticated(speaker(key))).orElseGet(Outcome.Unknown::new);
    }

    /** A remembered key may not know yet of a secret that was made a moment ago. */
    private Optional<ApiKey> opened(KeySecret secret, Instant now) {
        Predicate<ApiKey> opens = key -> key.opensWith(secret::matches, now);
        return keys.find(secret.id()).filter(opens).or(() -> keys.findNow(secret.id()).filter(opens));
    }

    /** A key of the reserved team is an operator's: it writes the catalogue and sees the inner state of the program. */
    private static Actor speaker(ApiKey key) {
        if (key.team().equals(TeamId.CATALOGUE)) {
            return new Actor.Operator("key:" + key.id(), key.team());
        }
        return new Actor.Key(key.id(), key.team(), key.role(), key.scopes());
    }
}
