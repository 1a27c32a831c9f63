package io.tastemaker.adapters.integrations.identity;

import io.tastemaker.application.identity.out.OneTimeCodes;
import io.tastemaker.domain.identity.OneTimeCode;
import io.tastemaker.domain.identity.TotpSecret;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-time codes by the platform's HMAC-SHA-1, as RFC 6238 and all authenticators have it. */
public final class HmacOneTimeCodes implements OneTimeCodes {

    private static final String ALGORITHM = "HmacSHA1";

    @Override
    public OneTimeCode at(TotpSecret secret, long step) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.bytes(), ALGORITHM));
            return OneTimeCode.ofMac(mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HMAC-SHA-1", impossible);
        }
    }
}
