package io.tastemaker.domain.identity;

import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * A person with an account. The address was confirmed before the account was made.
 *
 * @param id who
 * @param version 1 at birth, one more with every change
 * @param email where mail goes, and the name to sign in with
 * @param fullName 1 to 200 characters
 * @param passwordHash in PHC form; empty for who signs in elsewhere
 * @param homeTeam the personal team, {@link TeamId#CATALOGUE} for an operator
 * @param timeZone in which the person counts days
 * @param locale a BCP 47 tag, in which the person reads
 * @param createdAt when the account was made
 * @param suspendedAt since when it may not be used; empty when it may
 */
public record User(
        UserId id,
        long version,
        EmailAddress email,
        String fullName,
        Optional<String> passwordHash,
        TeamId homeTeam,
        ZoneId timeZone,
        String locale,
        Instant createdAt,
        Optional<Instant> suspendedAt) {

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException when the name is blank or too long, or the version is below 1
     */
    public User {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(passwordHash, "passwordHash");
        Objects.requireNonNull(homeTeam, "homeTeam");
        Objects.requireNonNull(timeZone, "timeZone");
        Objects.requireNonNull(locale, "locale");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(suspendedAt, "suspendedAt");
        if (version < 1 || fullName.isBlank() || Characters.count(fullName) > 200) {
            throw new IllegalArgumentException("a version from 1 on and a name of 1 to 200 characters");
        }
    }

    /**
     * Whether the person is of the platform's staff.
     *
     * @return true for an operator
     */
    public boolean isOperator() {
        return homeTeam.equals(TeamId.CATALOGUE);
    }

    /**
     * The same account with another password.
     *
     * @param hash in PHC form
     * @return the next version
     */
    public User withPassword(String hash) {
        return new User(id, version + 1, email, fullName, Optional.of(hash), homeTeam, timeZone, locale, createdAt, suspendedAt);
    }

    /**
     * The same account under another address.
     *
     * @param confirmed the new address
     * @return the next version
     */
    public User withEmail(EmailAddress confirmed) {
        return new User(id, version + 1, confirmed, fullName, passwordHash, homeTeam, timeZone, locale, createdAt, suspendedAt);
    }

    /**
     * The same account with another profile.
     *
     * @param name 1 to 200 characters
     * @param zone in which the person counts days
     * @param language a BCP 47 tag
     * @return the next version
     */
    public User withProfile(String name, ZoneId zone, String language) {
        return new User(id, version + 1, email, name, passwordHash, homeTeam, zone, language, createdAt, suspendedAt);
    }

    /**
     * The same account with another personal team.
     *
     * @param team the new one
     * @return the next version
     */
    public User withHome(TeamId team) {
        return new User(id, version + 1, email, fullName, passwordHash, team, timeZone, locale, createdAt, suspendedAt);
    }

    /**
     * The same account, closed to its owner.
     *
     * @param at since when
     * @return the next version
     */
    public User suspended(Instant at) {
        return new User(id, version + 1, email, fullName, passwordHash, homeTeam, timeZone, locale, createdAt, Optional.of(at));
    }

    /**
     * The same account, open again.
     *
     * @return the next version
     */
    public User resumed() {
        return new User(id, version + 1, email, fullName, passwordHash, homeTeam, timeZone, locale, createdAt, Optional.empty());
    }

    /** Names nobody: what is printed may end in a log. */
    @Override
    public String toString() {
        return "User[" + id + " version " + version + "]";
    }
}
