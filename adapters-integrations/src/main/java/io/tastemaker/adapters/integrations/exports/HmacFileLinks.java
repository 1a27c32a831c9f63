package io.tastemaker.adapters.integrations.exports;

import io.tastemaker.application.exports.out.FileLinks;
import io.tastemaker.domain.shared.ExportId;
import io.tastemaker.domain.shared.TeamId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Links as base64url of what they open, followed by its HMAC-SHA256. Nothing is stored: whoever has the key reads them. */
public final class HmacFileLinks implements FileLinks {

    /** Keeps these signatures apart from any others under the same key. */
    private static final byte[] PURPOSE = "tastemaker file link 1\0".getBytes(StandardCharsets.UTF_8);

    private static final int CONTENT = 5 * Long.BYTES;
    private static final int SIGNATURE = 32;
    private static final int MOST_CHARACTERS = 200;

    private final byte[] key;

    /**
     * Signs with a key.
     *
     * @param key at least 16 bytes; equal on all nodes
     */
    public HmacFileLinks(byte[] key) {
        if (key.length < 16) {
            throw new IllegalArgumentException("a key of " + key.length + " bytes");
        }
        this.key = key.clone();
    }

    @Override
    public String sign(Link link) {
        byte[] content = ByteBuffer.allocate(CONTENT)
                .putLong(link.team().value().getMostSignificantBits()).putLong(link.team().value().getLeastSignificantBits())
                .putLong(link.export().value().getMostSignificantBits()).putLong(link.export().value().getLeastSignificantBits())
                .putLong(link.until().getEpochSecond())
                .array();
        return text(ByteBuffer.allocate(CONTENT + SIGNATURE).put(content).put(signature(content)).array());
    }

    @Override
    public Optional<Link> read(String signed) {
        byte[] bytes = bytes(signed);
        // Of several texts that decode to the same bytes, one is the link.
        if (bytes.length != CONTENT + SIGNATURE || !text(bytes).equals(signed)) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(bytes, CONTENT);
        if (!MessageDigest.isEqual(signature(content), Arrays.copyOfRange(bytes, CONTENT, bytes.length))) {
            return Optional.empty();
        }
        ByteBuffer fields = ByteBuffer.wrap(content);
        return Optional.of(new Link(new TeamId(new UUID(fields.getLong(), fields.getLong())),
                new ExportId(new UUID(fields.getLong(), fields.getLong())), Instant.ofEpochSecond(fields.getLong())));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String signed) {
        try {
            return signed.length() > MOST_CHARACTERS ? new byte[0] : Base64.getUrlDecoder().decode(signed);
        } catch (IllegalArgumentException garbled) {
            return new byte[0]; // what nobody here wrote is no link
        }
    }

    private byte[] signature(byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(PURPOSE);
            return mac.doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }
}
