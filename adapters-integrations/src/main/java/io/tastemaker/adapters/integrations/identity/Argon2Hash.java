package io.tastemaker.adapters.integrations.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A hash by Argon2id, version 19, in the form of the Password Hashing Competition: {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}.
 *
 * @param cost what making it costs
 * @param salt 8 to 64 bytes
 * @param value 16 to 64 bytes
 */
record Argon2Hash(Cost cost, byte[] salt, byte[] value) {

    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    /**
     * What making a hash costs.
     *
     * @param memory in kibibytes, 8 to 262,144
     * @param passes 1 to 16
     * @param lanes 1 to 16
     */
    record Cost(int memory, int passes, int lanes) {

        private static final int MOST_MEMORY = 262_144;
        private static final int MOST_PASSES = 16;
        private static final int MOST_LANES = 16;

        boolean isSane() {
            return lanes >= 1 && lanes <= MOST_LANES && passes >= 1 && passes <= MOST_PASSES && memory >= 8 * lanes && memory <= MOST_MEMORY;
        }

        boolean isLessThan(Cost other) {
            return memory < other.memory || passes < other.passes || lanes < other.lanes;
        }
    }

    /** Reads a hash; empty when the text is none, or one that would cost more than any that was ever made here. */
    static Optional<Argon2Hash> read(String phc) {
        Matcher parts = FORM.matcher(phc);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Cost cost = new Cost(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        try {
            Argon2Hash hash = new Argon2Hash(cost, Base64.getDecoder().decode(parts.group(4)), Base64.getDecoder().decode(parts.group(5)));
            return cost.isSane() ? Optional.of(hash) : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    static Argon2Hash of(String password, Cost cost, byte[] salt, int bytes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] value = new byte[bytes];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), value);
        return new Argon2Hash(cost, salt, value);
    }

    /** Whether a password gives this hash; compared in constant time. */
    boolean isOf(String password) {
        return MessageDigest.isEqual(value, of(password, cost, salt, value.length).value());
    }

    /** The hash as it is stored. */
    String phc() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.memory() + ",t=" + cost.passes() + ",p=" + cost.lanes()
                + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(value);
    }

    /** Says only what it cost. */
    @Override
    public String toString() {
        return "Argon2Hash[" + cost + "]";
    }
}
