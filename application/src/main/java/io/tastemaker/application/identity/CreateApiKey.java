package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.ApiKeys;
import io.tastemaker.application.identity.out.OwnTeam;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Tokens;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.identity.ApiKey;
import io.tastemaker.domain.shared.ApiKeyId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Makes an API key for the actor's team, or for operators when that is the reserved team of the catalogue. Its text is given once and never
 * again.
 */
public final class CreateApiKey {

    private final Transactions transactions;
    private final OwnTeam team;
    private final ApiKeys keys;
    private final Ids ids;
    private final Tokens tokens;
    private final InstantSource clock;

    CreateApiKey(Transactions transactions, OwnTeam team, ApiKeys keys, Ids ids, Tokens tokens, InstantSource clock) {
        this.transactions = transactions;
        this.team = team;
        this.keys = keys;
        this.ids = ids;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor works for the team that gets the key
     * @param name what the key is for, 1 to 100 characters
     * @param role at most manager
     * @param scopes at least one
     * @param expiresAt when it stops working, empty for never
     */
    public record Command(Actor actor, String name, Role role, Set<Scope> scopes, Optional<Instant> expiresAt) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The key exists.
         *
         * @param key what is kept
         * @param text the whole key, to be shown once
         */
        record Created(ApiKey key, String text) implements Outcome {
            @Override
            public String toString() {
                return "Created[" + key.id() + "]";
            }
        }

        /** The actor's team does not exist. */
        record UnknownTeam() implements Outcome {}
    }

    /**
     * Makes the key.
     *
     * @param command what is wanted
     * @return the key with its text, or why not
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        boolean forOperators = actor.team().equals(TeamId.CATALOGUE);
        AccessPolicy.require(actor, forOperators ? Permission.OPERATE : Permission.WRITE_API_KEYS);
        KeySecret secret = new KeySecret(new ApiKeyId(ids.next()), tokens.next());
        ApiKey key = ApiKey.begin(secret.id(), actor.team(), command.name().strip(), secret.hash(), command.role(), command.scopes(),
                clock.instant(), command.expiresAt());
        return transactions.inTransaction(actor, "api_key.create", () -> {
            if (!forOperators && team.find().isEmpty()) {
                return new Outcome.UnknownTeam();
            }
            keys.add(key);
            transactions.about(Subject.of("api_key", key.id()), key.traits().made());
            return new Outcome.Created(key, secret.text());
        });
    }
}
