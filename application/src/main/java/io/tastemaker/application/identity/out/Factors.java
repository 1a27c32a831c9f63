package io.tastemaker.application.identity.out;

import io.tastemaker.domain.identity.TotpFactor;
import io.tastemaker.domain.shared.FactorId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Second factors of people, and the recovery codes that stand in for them. Runs inside platform transactions. */
public interface Factors {

    /**
     * Adds a pending factor; pending ones of the person that have lapsed go away.
     *
     * @param factor the factor, pending
     * @param sealedSecret its secret, sealed
     * @return false when the person has {@link TotpFactor#MOST} already
     */
    boolean add(TotpFactor factor, byte[] sealedSecret);

    /**
     * A person's factors.
     *
     * @param user whose
     * @return pending ones too, the oldest first
     */
    List<TotpFactor> list(UserId user);

    /**
     * Finds a factor.
     *
     * @param user whose
     * @param id which
     * @return the factor, or empty when there is none or it is another person's
     */
    Optional<TotpFactor> find(UserId user, FactorId id);

    /**
     * The secret of a factor.
     *
     * @param id which
     * @return the secret as it was sealed, or empty when there is no such factor
     */
    Optional<byte[]> sealedSecret(FactorId id);

    /**
     * Makes a pending factor count, by its first code.
     *
     * @param id which
     * @param step the step of the code
     * @param now the time
     * @return false when it is not pending
     */
    boolean confirm(FactorId id, long step, Instant now);

    /**
     * Uses a step of an active factor up, in one statement, so that of many at once exactly one succeeds.
     *
     * @param id which
     * @param step the step of the code that was shown
     * @return false when this step or a later one was used, or the factor is not active
     */
    boolean useStep(FactorId id, long step);

    /**
     * Removes a factor; with the last active one the recovery codes go too.
     *
     * @param user whose
     * @param id which
     * @return false when there was none
     */
    boolean remove(UserId user, FactorId id);

    /**
     * Puts new recovery codes in the place of the old.
     *
     * @param user whose
     * @param hashes SHA-256 of each code in lower-case hex
     * @param now the time
     */
    void replaceRecoveryCodes(UserId user, Set<String> hashes, Instant now);

    /**
     * Uses a recovery code up, in one statement, so that of many at once exactly one succeeds.
     *
     * @param user whose
     * @param hash SHA-256 of the code in lower-case hex
     * @param now the time
     * @return false when there is no such code or it was used before
     */
    boolean useRecoveryCode(UserId user, String hash, Instant now);

    /**
     * How many recovery codes a person has left.
     *
     * @param user whose
     * @return 0 or more
     */
    int recoveryCodesLeft(UserId user);
}
