package io.tastemaker.application.identity;

import io.tastemaker.domain.identity.TotpFactor;
import io.tastemaker.domain.shared.ChallengeId;
import java.time.Duration;
import java.util.List;

/**
 * A sign-in that waits for a second factor. Holds a secret that is shown once.
 *
 * @param id which challenge
 * @param token proves that whoever answers is who began
 * @param expiresIn how long it waits
 * @param factors what can be shown, the oldest first
 */
public record Challenged(ChallengeId id, String token, Duration expiresIn, List<TotpFactor> factors) {

    /** Copies the factors. */
    public Challenged {
        factors = List.copyOf(factors);
    }

    /** Names the challenge only. */
    @Override
    public String toString() {
        return "Challenged[" + id + "]";
    }
}
