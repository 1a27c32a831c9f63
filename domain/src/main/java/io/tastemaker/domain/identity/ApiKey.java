package io.tastemaker.domain.identity;

import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.shared.ApiKeyId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A key with which a program speaks for a team. Only the hash of its secret half is kept.
 *
 * @param id the public half
 * @param team whose key it is
 * @param name what it is for, 1 to 100 characters
 * @param secretHash SHA-256 of the secret half in lower-case hex; the secret is 256 random bits, so a slow hash would add nothing
 * @param role at most {@link Role#MANAGER}
 * @param scopes what it is limited to, at least one
 * @param createdAt when it was made
 * @param expiresAt when it stops working, empty for never
 * @param revokedAt when it was revoked, empty when it was not
 */
public record ApiKey(
        ApiKeyId id,
        TeamId team,
        String name,
        String secretHash,
        Role role,
        Set<Scope> scopes,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt) {

    /**
     * Checks the role, the scopes and the name.
     *
     * @throws IllegalArgumentException when the role is above manager, no scope is given or the name is blank or too long
     */
    public ApiKey {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(secretHash, "secretHash");
        Objects.requireNonNull(createdAt, "createdAt");
        scopes = Set.copyOf(scopes);
        if (!Role.MANAGER.covers(role)) {
            throw new IllegalArgumentException("an API key is at most a manager");
        }
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("an API key has at least one scope");
        }
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("an API key's name has 1 to 100 characters");
        }
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
}
