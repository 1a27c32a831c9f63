package io.tastemaker.application.identity.out;

import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.Optional;

/** Sign-ins that went to another provider and have not come back. Runs inside platform transactions. */
public interface OauthFlows {

    /**
     * A sign-in under way.
     *
     * @param stateHash SHA-256 of the state, in lower-case hex
     * @param provider the provider's name in the settings
     * @param redirect where the provider sends the person back to
     * @param linkTo whose account the provider's is to be linked to; empty to sign in
     * @param sealed the nonce and the verifier, sealed
     * @param expiresAt until when it may come back
     */
    record Flow(String stateHash, String provider, String redirect, Optional<UserId> linkTo, byte[] sealed, Instant expiresAt) {
        @Override
        public String toString() {
            return "Flow[" + provider + "]";
        }
    }

    /**
     * Notes that a sign-in has begun.
     *
     * @param flow the sign-in
     */
    void begin(Flow flow);

    /**
     * Takes a sign-in up again and forgets it, in one statement, so that of many at once exactly one succeeds.
     *
     * @param stateHash the hash of the state that came back
     * @param now the time
     * @return the sign-in, or empty when it is unknown, taken up before or expired
     */
    Optional<Flow> take(String stateHash, Instant now);

    /**
     * Forgets those that will not come back.
     *
     * @param before those that expired before
     * @return how many
     */
    int purge(Instant before);
}
