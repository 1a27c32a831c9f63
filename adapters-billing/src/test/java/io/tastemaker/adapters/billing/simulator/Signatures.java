package io.tastemaker.adapters.billing.simulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what is sent to a webhook, with each of the secrets that are valid while they are exchanged. */
final class Signatures {

    private final InstantSource clock;
    private volatile List<String> secrets;

    Signatures(InstantSource clock, List<String> secrets) {
        this.clock = clock;
        this.secrets = List.copyOf(secrets);
    }

    void secrets(List<String> others) {
        secrets = List.copyOf(others);
    }

    String header(String payload) {
        long time = clock.instant().getEpochSecond();
        StringBuilder header = new StringBuilder("t=").append(time);
        secrets.forEach(secret -> header.append(",v1=").append(hmac(secret, time + "." + payload)));
        return header.toString();
    }

    private static String hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
