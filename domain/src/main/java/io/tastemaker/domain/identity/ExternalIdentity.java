package io.tastemaker.domain.identity;

import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.ExternalIdentityId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.Objects;

/**
 * An account with another provider that its owner can sign in with. A person has at most one with each issuer.
 *
 * @param id which link
 * @param user whose account here
 * @param provider the provider's name in the settings when it was linked, such as {@code google}
 * @param issuer who vouches for it, as the provider names itself
 * @param subject the issuer's name for the person, which it never gives to another
 * @param email the address as the provider knew it then, for the person to recognise; no longer than 254 characters, may be empty
 * @param linkedAt since when
 */
public record ExternalIdentity(
        ExternalIdentityId id, UserId user, String provider, String issuer, String subject, String email, Instant linkedAt) {

    /**
     * Checks that nothing is missing.
     *
     * @throws IllegalArgumentException when issuer or subject is blank or longer than 255 characters
     */
    public ExternalIdentity {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(linkedAt, "linkedAt");
        if (issuer.isBlank() || subject.isBlank() || Characters.count(issuer) > 255 || Characters.count(subject) > 255 || Characters.count(email) > 254) {
            throw new IllegalArgumentException("an issuer and a subject of 1 to 255 characters, and an address of at most 254");
        }
    }

    /** Names nobody: what is printed may end in a log. */
    @Override
    public String toString() {
        return "ExternalIdentity[" + id + "]";
    }
}
