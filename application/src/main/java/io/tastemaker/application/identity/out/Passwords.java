package io.tastemaker.application.identity.out;

/**
 * Slow hashes of passwords. At most a few are made at once; who would wait longer than a second is refused with
 * {@link io.tastemaker.domain.access.Refusal.Unavailable}.
 */
public interface Passwords {

    /**
     * Hashes a password with a new salt.
     *
     * @param password 8 to 128 code points
     * @return in PHC form, such as {@code $argon2id$v=19$m=19456,t=2,p=1$…$…}
     */
    String hash(String password);

    /**
     * Compares, in constant time and by the parameters of the hash.
     *
     * @param password as presented, of any length
     * @param hash in PHC form
     * @return whether it is the same
     */
    boolean matches(String password, String hash);

    /**
     * Takes as long as a comparison and gives nothing away: for accounts that are not there or have no password.
     *
     * @param password as presented
     */
    void matchNothing(String password);

    /**
     * Whether a hash was made with lesser parameters than today's, so that the next login makes a new one.
     *
     * @param hash in PHC form
     * @return true when it should be made again
     */
    boolean isOutdated(String hash);
}
