package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.ApiKeys;
import io.tastemaker.application.shared.out.Tokens;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.ApiKey;
import io.tastemaker.domain.shared.ApiKeyId;
import io.tastemaker.domain.shared.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Gives an API key a new secret, while the one before works on for a while. Its text is given once and never again. */
public final class RotateApiKey {

    private final Transactions transactions;
    private final ApiKeys keys;
    private final Tokens tokens;
    private final InstantSource clock;

    RotateApiKey(Transactions transactions, ApiKeys keys, Tokens tokens, InstantSource clock) {
        this.transactions = transactions;
        this.keys = keys;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who rotates
     * @param key which key
     * @param overlap how long the secret before it works on, 0 to 7 days
     */
    public record Command(Actor actor, ApiKeyId key, Duration overlap) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The key has a new secret.
         *
         * @param key as it is now
         * @param text the whole key, to be shown once
         */
        record Rotated(ApiKey key, String text) implements Outcome {
            @Override
            public String toString() {
                return "Rotated[" + key.id() + "]";
            }
        }

        /** It was revoked or has expired; a new secret would not open it. */
        record NotActive() implements Outcome {}
    }

    /**
     * Rotates the key.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such key
     * @throws Refusal.StaleVersion when somebody changed it at the same time
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_API_KEYS);
        KeySecret secret = new KeySecret(command.key(), tokens.next());
        Instant now = clock.instant();
        return transactions.inTransaction(actor, "api_key.rotate", () -> {
            ApiKey key = keys.find(command.key()).orElseThrow(Refusal.NotFound::new);
            if (!key.isActive(now)) {
                transactions.refused(Subject.of("api_key", key.id()));
                return new Outcome.NotActive();
            }
            ApiKey rotated = key.rotated(secret.hash(), command.overlap(), now);
            if (!keys.replace(rotated)) {
                throw new Refusal.StaleVersion(key.version());
            }
            transactions.about(Subject.of("api_key", key.id()), key.traits().changesTo(rotated.traits()));
            return new Outcome.Rotated(rotated, secret.text());
        });
    }
}
