package io.tastemaker.application.identity.out;

import io.tastemaker.domain.identity.Session.Proof;
import io.tastemaker.domain.shared.ChallengeId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Sign-ins that wait for a second factor. Runs inside platform transactions. */
public interface Challenges {

    /** How often a challenge can be tried. */
    int MOST_TRIES = 5;

    /**
     * A sign-in that waits.
     *
     * @param id which
     * @param tokenHash SHA-256 of the text that whoever began it was given, in lower-case hex
     * @param user who signs in
     * @param proofs what was proved so far
     * @param address the network address it was begun from, at most 64 characters
     * @param expiresAt until when it waits
     */
    record Challenge(ChallengeId id, String tokenHash, UserId user, Set<Proof> proofs, String address, Instant expiresAt) {
        /** Copies the proofs. */
        public Challenge {
            proofs = Set.copyOf(proofs);
        }

        @Override
        public String toString() {
            return "Challenge[" + id + "]";
        }
    }

    /**
     * Begins to wait.
     *
     * @param challenge for whom
     */
    void open(Challenge challenge);

    /**
     * Finds a challenge.
     *
     * @param id which
     * @return the challenge, whatever became of it, or empty
     */
    Optional<Challenge> find(ChallengeId id);

    /**
     * Counts a try before it is looked at, in one statement; the challenge cannot be tried or used by another until the transaction ends.
     *
     * @param id which
     * @param tokenHash the hash of the text that was presented
     * @param address from where
     * @param now the time
     * @return the challenge, or empty when it is unknown, of another token or address, used, expired or tried too often
     */
    Optional<Challenge> attempt(ChallengeId id, String tokenHash, String address, Instant now);

    /**
     * Uses a challenge up, in one statement, so that of many at once exactly one succeeds.
     *
     * @param id which
     * @param now the time
     * @return false when it was used before
     */
    boolean use(ChallengeId id, Instant now);

    /**
     * Forgets those that wait no longer.
     *
     * @param before those that expired before
     * @return how many
     */
    int purge(Instant before);
}
