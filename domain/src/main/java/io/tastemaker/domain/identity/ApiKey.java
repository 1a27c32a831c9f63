package io.tastemaker.domain.identity;

import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.shared.ApiKeyId;
import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.Traits;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A key with which a program speaks for a team. Only the hashes of its secrets are kept.
 *
 * @param id the public half
 * @param team whose key it is
 * @param version 1 at birth, one more with every change
 * @param name what it is for, 1 to 100 characters
 * @param secretHash SHA-256 of the secret half in lower-case hex; the secret is 256 random bits, so a slow hash would add nothing
 * @param outgoing the secret before the last rotation, while it may still work
 * @param role at most {@link Role#MANAGER}
 * @param scopes what it is limited to, at least one
 * @param createdAt when it was made
 * @param expiresAt when it stops working, empty for never
 * @param revokedAt when it was revoked, empty when it was not
 * @param lastUsedAt when it was last used, to the minute; empty when it never was
 */
public record ApiKey(
        ApiKeyId id,
        TeamId team,
        long version,
        String name,
        String secretHash,
        Optional<OutgoingSecret> outgoing,
        Role role,
        Set<Scope> scopes,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt,
        Optional<Instant> lastUsedAt) {

    /** The longest time that two secrets of a key work side by side. */
    public static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

    /**
     * A secret that was replaced.
     *
     * @param hash as in {@link ApiKey#secretHash}
     * @param until when it stops working
     */
    public record OutgoingSecret(String hash, Instant until) {
        /** Checks that nothing is missing. */
        public OutgoingSecret {
            Objects.requireNonNull(hash, "hash");
            Objects.requireNonNull(until, "until");
        }
    }

    /**
     * Checks the role, the scopes and the name.
     *
     * @throws IllegalArgumentException when the role is above manager, no scope is given or the name is blank or too long
     */
    public ApiKey {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(secretHash, "secretHash");
        Objects.requireNonNull(outgoing, "outgoing");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(revokedAt, "revokedAt");
        Objects.requireNonNull(lastUsedAt, "lastUsedAt");
        scopes = Set.copyOf(scopes);
        if (!Role.MANAGER.covers(role)) {
            throw new IllegalArgumentException("an API key is at most a manager");
        }
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("an API key has at least one scope");
        }
        if (version < 1 || name.isBlank() || Characters.count(name) > 100) {
            throw new IllegalArgumentException("an API key's version is at least 1, and its name has 1 to 100 characters");
        }
    }

    /**
     * A new key.
     *
     * @param id the public half
     * @param team whose key it is
     * @param name what it is for, 1 to 100 characters
     * @param secretHash SHA-256 of the secret half
     * @param role at most manager
     * @param scopes at least one
     * @param now the time
     * @param expiresAt when it stops working, empty for never
     * @return version 1
     */
    public static ApiKey begin(ApiKeyId id, TeamId team, String name, String secretHash, Role role, Set<Scope> scopes, Instant now,
            Optional<Instant> expiresAt) {
        return new ApiKey(id, team, 1, name, secretHash, Optional.empty(), role, scopes, now, expiresAt, Optional.empty(), Optional.empty());
    }

    /**
     * Whether the key works.
     *
     * @param now the time of use
     * @return false when it is revoked or has expired
     */
    public boolean isActive(Instant now) {
        return revokedAt.isEmpty() && expiresAt.map(now::isBefore).orElse(true);
    }

    /**
     * What it is, as one word.
     *
     * @param now the time
     * @return {@code active}, {@code expired} or {@code revoked}
     */
    public String status(Instant now) {
        if (revokedAt.isPresent()) {
            return "revoked";
        }
        return isActive(now) ? "active" : "expired";
    }

    /**
     * Whether a secret opens this key now.
     *
     * @param matches whether the presented secret has the given hash
     * @param now the time of use
     * @return true for the secret of an active key, and for the one before it while the two overlap
     */
    public boolean opensWith(Predicate<String> matches, Instant now) {
        boolean known = matches.test(secretHash) || outgoing.filter(secret -> now.isBefore(secret.until()) && matches.test(secret.hash())).isPresent();
        return known && isActive(now);
    }

    /**
     * The key with other limits.
     *
     * @param newName 1 to 100 characters
     * @param newRole at most manager
     * @param newScopes at least one
     * @param newExpiry when it stops working, empty for never
     * @return the next version
     */
    public ApiKey changed(String newName, Role newRole, Set<Scope> newScopes, Optional<Instant> newExpiry) {
        return new ApiKey(
                id, team, version + 1, newName, secretHash, outgoing, newRole, newScopes, createdAt, newExpiry, revokedAt, lastUsedAt);
    }

    /**
     * The key with a new secret. The one before works on for a while; one from before that stops at once.
     *
     * @param newSecretHash SHA-256 of the new secret half
     * @param overlap how long the secret before it works on, 0 to 7 days
     * @param now the time
     * @return the next version
     * @throws IllegalArgumentException when the overlap is longer or negative
     */
    public ApiKey rotated(String newSecretHash, Duration overlap, Instant now) {
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw new IllegalArgumentException("two secrets overlap for at most " + LONGEST_OVERLAP);
        }
        Optional<OutgoingSecret> before =
                overlap.isZero() ? Optional.empty() : Optional.of(new OutgoingSecret(secretHash, now.plus(overlap)));
        return new ApiKey(id, team, version + 1, name, newSecretHash, before, role, scopes, createdAt, expiresAt, revokedAt, lastUsedAt);
    }

    /**
     * The key as it does not work any more.
     *
     * @param now the time
     * @return the next version; this one when it was revoked before
     */
    public ApiKey revoked(Instant now) {
        return revokedAt.isPresent() ? this : new ApiKey(
                id, team, version + 1, name, secretHash, outgoing, role, scopes, createdAt, expiresAt, Optional.of(now), lastUsedAt);
    }

    /** Leaves the hashes out: what is printed may end in a log. */
    @Override
    public String toString() {
        return "ApiKey[" + id + " version " + version + "]";
    }

    /**
     * What the audit log shows of it.
     *
     * @return the traits
     */
    public Traits traits() {
        return Traits.NONE.withheld("name", name).with("role", role).with("scopes", scopes).with("expires_at", expiresAt)
                .with("revoked_at", revokedAt).withheld("secret", secretHash);
    }
}
