package io.tastemaker.application.identity;

import io.tastemaker.application.shared.out.SecretBox;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What only this program knows of a sign-in under way: the nonce that the answer must carry, and the verifier of the code (RFC 7636). */
record OauthSecret(String nonce, String verifier) {

    static OauthSecret open(SecretBox box, byte[] sealed, String stateHash) {
        String[] parts = new String(box.open(sealed, context(stateHash)), StandardCharsets.US_ASCII).split(" ");
        return new OauthSecret(parts[0], parts[1]);
    }

    byte[] seal(SecretBox box, String stateHash) {
        return box.seal((nonce + " " + verifier).getBytes(StandardCharsets.US_ASCII), context(stateHash));
    }

    String challenge() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(verifier));
    }

    private static String context(String stateHash) {
        return "oauth:" + stateHash;
    }

    @Override
    public String toString() {
        return "OauthSecret[]";
    }
}
