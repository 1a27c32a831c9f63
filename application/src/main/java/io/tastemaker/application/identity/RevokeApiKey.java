package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.ApiKeys;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.ApiKey;
import io.tastemaker.domain.shared.ApiKeyId;
import io.tastemaker.domain.shared.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;

/** Revokes an API key for good; it stays in the list for the record. */
public final class RevokeApiKey {

    private final Transactions transactions;
    private final ApiKeys keys;
    private final InstantSource clock;

    RevokeApiKey(Transactions transactions, ApiKeys keys, InstantSource clock) {
        this.transactions = transactions;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who revokes
     * @param key which key
     * @param expectedVersion the version the actor saw, empty for any
     */
    public record Command(Actor actor, ApiKeyId key, OptionalLong expectedVersion) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** It works no more, or did not before. */
        record Revoked() implements Outcome {}
    }

    /**
     * Revokes the key.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such key
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_API_KEYS);
        Instant now = clock.instant();
        return transactions.inTransaction(actor, "api_key.revoke", () -> {
            ApiKey key = keys.find(command.key()).orElseThrow(Refusal.NotFound::new);
            ApiKey revoked = key.revoked(now);
            boolean expected = command.expectedVersion().orElse(key.version()) == key.version();
            if (!expected || !revoked.equals(key) && !keys.replace(revoked)) {
                throw new Refusal.StaleVersion(key.version());
            }
            transactions.about(Subject.of("api_key", key.id()), key.traits().changesTo(revoked.traits()));
            return new Outcome.Revoked();
        });
    }
}
