package io.tastemaker.application.identity.out;

import io.tastemaker.domain.identity.OneTimeCode;
import io.tastemaker.domain.identity.TotpSecret;

/** What authenticators show. */
public interface OneTimeCodes {

    /**
     * The code of a step.
     *
     * @param secret what the authenticator shares with us
     * @param step the number of the step, 0 or more
     * @return the code that an authenticator shows while the step lasts
     */
    OneTimeCode at(TotpSecret secret, long step);
}
