package io.tastemaker.domain.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code for the day when the authenticator is lost; each works once. Its letters are those of Crockford's base 32, of which none looks like
 * another, so that it can be copied from paper.
 *
 * @param value 16 characters, 80 bits; without the hyphens that people see
 */
public record RecoveryCode(String value) {

    /** How many are handed out at once. */
    public static final int SET = 10;

    /** How many random bytes one is made of. */
    public static final int BYTES = 10;

    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final Pattern SHAPE = Pattern.compile("[0-9a-hjkmnp-tv-z]{16}");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException when it is no code in its canonical form
     */
    public RecoveryCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("no recovery code");
        }
    }

    /**
     * Makes a code.
     *
     * @param random {@value #BYTES} random bytes
     * @return the code
     * @throws IllegalArgumentException when there are more or fewer bytes
     */
    public static RecoveryCode of(byte[] random) {
        if (random.length != BYTES) {
            throw new IllegalArgumentException("a code is made of " + BYTES + " bytes");
        }
        return new RecoveryCode(Base32.write(random, LETTERS));
    }

    /**
     * Reads a code as a person types it: hyphens, blanks and capitals do not matter, nor whether a zero was read as an O or a one as I or L.
     *
     * @param text any text
     * @return the code, or empty when it is none
     */
    public static Optional<RecoveryCode> read(String text) {
        if (text.length() > 64) {
            return Optional.empty();
        }
        String canonical = text.replace("-", "").replace(" ", "").toLowerCase(Locale.ROOT).replace('o', '0').replace('i', '1').replace('l', '1');
        return SHAPE.matcher(canonical).matches() ? Optional.of(new RecoveryCode(canonical)) : Optional.empty();
    }

    /**
     * The code as people see it.
     *
     * @return four groups of four, such as {@code k7m2-9xq4-3f8h-tz6w}
     */
    public String text() {
        return value.substring(0, 4) + "-" + value.substring(4, 8) + "-" + value.substring(8, 12) + "-" + value.substring(12);
    }

    /** Shows nothing: what is printed may end in a log. */
    @Override
    public String toString() {
        return "RecoveryCode[]";
    }
}
