package io.tastemaker.adapters.http.shared;

import io.tastemaker.domain.shared.TeamId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes and opens cursors: a position, signed together with the team, the route, and the filter and sort it belongs to. */
final class Cursors {

    private static final int SIGNATURE_BYTES = 16;
    private static final int MOST_CHARACTERS = 1_000;

    private final byte[] key;

    Cursors(byte[] key) {
        this.key = key.clone();
    }

    /**
     * Makes a cursor.
     *
     * @param team whose list
     * @param route of which route
     * @param binding filter and sort, a record
     * @param position where the next page begins
     * @return opaque text, safe in a query string
     */
    String seal(TeamId team, Route route, Object binding, String position) {
        byte[] text = position.getBytes(StandardCharsets.UTF_8);
        byte[] signature = sign(team, route, binding, text);
        byte[] cursor = ByteBuffer.allocate(SIGNATURE_BYTES + text.length).put(signature).put(text).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /**
     * Opens a cursor.
     *
     * @param team who asks
     * @param route of which route
     * @param binding filter and sort of this request
     * @param cursor as sent
     * @return the position, or empty when the cursor was not made for exactly this
     */
    Optional<String> open(TeamId team, Route route, Object binding, String cursor) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor.length() > MOST_CHARACTERS ? "" : cursor);
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
        if (bytes.length <= SIGNATURE_BYTES) {
            return Optional.empty();
        }
        byte[] text = Arrays.copyOfRange(bytes, SIGNATURE_BYTES, bytes.length);
        boolean genuine = MessageDigest.isEqual(sign(team, route, binding, text), Arrays.copyOf(bytes, SIGNATURE_BYTES));
        return genuine ? Optional.of(new String(text, StandardCharsets.UTF_8)) : Optional.empty();
    }

    private byte[] sign(TeamId team, Route route, Object binding, byte[] position) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (byte[] part : new byte[][] {bytes(team), bytes(route), Json.bytes(binding), position}) {
                // Lengths keep the parts apart.
                mac.update(ByteBuffer.allocate(4).putInt(part.length).array());
                mac.update(part);
            }
            return Arrays.copyOf(mac.doFinal(), SIGNATURE_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }

    private static byte[] bytes(Object value) {
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }
}
