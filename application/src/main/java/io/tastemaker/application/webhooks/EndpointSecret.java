package io.tastemaker.application.webhooks;

import io.tastemaker.application.shared.out.SecretBox;
import io.tastemaker.application.shared.out.Tokens;
import io.tastemaker.domain.shared.EndpointId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What signs the events of an endpoint: {@code whsec_} and 32 random bytes in base64, the form of the Standard Webhooks. Shown once, kept
 * sealed for its endpoint alone.
 */
record EndpointSecret(String text) {

    private static final String PREFIX = "whsec_";

    static EndpointSecret next(Tokens tokens) {
        return new EndpointSecret(PREFIX + Base64.getEncoder().encodeToString(Base64.getUrlDecoder().decode(tokens.next())));
    }

    static EndpointSecret opened(SecretBox box, byte[] sealed, EndpointId endpoint) {
        return new EndpointSecret(new String(box.open(sealed, context(endpoint)), StandardCharsets.UTF_8));
    }

    byte[] sealed(SecretBox box, EndpointId endpoint) {
        return box.seal(text.getBytes(StandardCharsets.UTF_8), context(endpoint));
    }

    private static String context(EndpointId endpoint) {
        return "webhook:" + endpoint;
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
