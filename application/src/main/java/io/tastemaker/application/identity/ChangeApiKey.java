package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.ApiKeys;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.identity.ApiKey;
import io.tastemaker.domain.shared.ApiKeyId;
import io.tastemaker.domain.shared.Subject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Changes the name and the limits of an API key; its secret stays. */
public final class ChangeApiKey {

    private final Transactions transactions;
    private final ApiKeys keys;

    ChangeApiKey(Transactions transactions, ApiKeys keys) {
        this.transactions = transactions;
        this.keys = keys;
    }

    /**
     * What is wanted.
     *
     * @param actor who changes
     * @param key which key
     * @param expectedVersion the version the actor saw
     * @param name what it is for, 1 to 100 characters
     * @param role at most manager
     * @param scopes at least one
     * @param expiresAt when it stops working, empty for never
     */
    public record Command(
            Actor actor, ApiKeyId key, long expectedVersion, String name, Role role, Set<Scope> scopes, Optional<Instant> expiresAt) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is changed.
         *
         * @param key as it is now
         */
        record Changed(ApiKey key) implements Outcome {}

        /** It was revoked, and that is for good. */
        record Revoked() implements Outcome {}
    }

    /**
     * Changes the key.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such key
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_API_KEYS);
        return transactions.inTransaction(actor, "api_key.change", () -> {
            ApiKey key = keys.find(command.key()).orElseThrow(Refusal.NotFound::new);
            if (key.revokedAt().isPresent()) {
                transactions.refused(Subject.of("api_key", key.id()));
                return new Outcome.Revoked();
            }
            ApiKey changed = key.changed(command.name().strip(), command.role(), command.scopes(), command.expiresAt());
            if (command.expectedVersion() != key.version() || !keys.replace(changed)) {
                throw new Refusal.StaleVersion(key.version());
            }
            transactions.about(Subject.of("api_key", key.id()), key.traits().changesTo(changed.traits()));
            return new Outcome.Changed(changed);
        });
    }
}
