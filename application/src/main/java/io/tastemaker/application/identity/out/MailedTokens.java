package io.tastemaker.application.identity.out;

import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Single-use tokens that prove the possession of an address, kept as hashes. Runs inside platform transactions. */
public interface MailedTokens {

    /** What a token is good for; good for nothing else. */
    enum Purpose implements Coded {
        /** Confirms the address of a sign-up. */
        CONFIRM_SIGN_UP,
        /** Sets a forgotten password. */
        RESET_PASSWORD,
        /** Confirms a new address of an account. */
        CHANGE_EMAIL;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A token as it is kept: never its text.
     *
     * @param hash SHA-256 of the text in lower-case hex
     * @param purpose what it is good for
     * @param email the address it was mailed to
     * @param user whose account; empty before there is one
     * @param details what else the purpose needs, such as the name given at sign-up
     * @param expiresAt when it stops working
     */
    record MailedToken(
            String hash, Purpose purpose, EmailAddress email, Optional<UserId> user, Map<String, String> details, Instant expiresAt) {
        /** Copies the details. */
        public MailedToken {
            details = Map.copyOf(details);
        }

        @Override
        public String toString() {
            return "MailedToken[" + purpose + "]";
        }
    }

    /**
     * Adds a token; those of the same purpose and address die.
     *
     * @param token the token
     */
    void issue(MailedToken token);

    /**
     * Looks at a token without using it up.
     *
     * @param hash the hash of the text that was presented
     * @param purpose what for
     * @param now the time
     * @return the token, or empty when it is unknown, used, replaced, expired or for another purpose
     */
    Optional<MailedToken> find(String hash, Purpose purpose, Instant now);

    /**
     * Uses a token up, in one statement, so that of many at once exactly one succeeds.
     *
     * @param hash the hash of the text that was presented
     * @param purpose what for
     * @param now the time
     * @return the token, or empty when it is unknown, used, replaced, expired or for another purpose
     */
    Optional<MailedToken> use(String hash, Purpose purpose, Instant now);

    /**
     * The token that an address waits for; to mail a new one in its place.
     *
     * @param purpose what for
     * @param email the address
     * @param now the time
     * @return the token, or empty when there is none, or it was used or has expired
     */
    Optional<MailedToken> alive(Purpose purpose, EmailAddress email, Instant now);

    /**
     * Removes tokens that expired, used or not, with all they carried.
     *
     * @param before the latest end of a token that is removed
     * @return how many were removed
     */
    int purge(Instant before);

    /**
     * Kills the tokens of an account, because the password or the address has changed.
     *
     * @param user whose
     */
    void forget(UserId user);
}
