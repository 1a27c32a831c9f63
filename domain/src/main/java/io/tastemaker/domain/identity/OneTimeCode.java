package io.tastemaker.domain.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A code that an authenticator shows for thirty seconds (RFC 6238 with HMAC-SHA-1, six digits, counted from 1970).
 *
 * @param digits six digits
 */
public record OneTimeCode(String digits) {

    /** How long an authenticator shows a code. */
    public static final Duration STEP = Duration.ofSeconds(30);

    private static final int MAC_BYTES = 20;

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException when these are not six digits
     */
    public OneTimeCode {
        if (!digits.matches("[0-9]{6}")) {
            throw new IllegalArgumentException("a code has six digits");
        }
    }

    /**
     * Reads a code as a person types it.
     *
     * @param text any text; blanks do not count
     * @return the code, or empty when it is none
     */
    public static Optional<OneTimeCode> read(String text) {
        String digits = text.replace(" ", "");
        return digits.matches("[0-9]{6}") ? Optional.of(new OneTimeCode(digits)) : Optional.empty();
    }

    /**
     * Cuts the code out of the MAC of a step (RFC 4226, section 5.3).
     *
     * @param mac the HMAC-SHA-1 of the step's number, 20 bytes
     * @return the code
     * @throws IllegalArgumentException when it has another length
     */
    public static OneTimeCode ofMac(byte[] mac) {
        if (mac.length != MAC_BYTES) {
            throw new IllegalArgumentException("HMAC-SHA-1 has 20 bytes");
        }
        int at = mac[MAC_BYTES - 1] & 0xF;
        int number = (mac[at] & 0x7F) << 24 | (mac[at + 1] & 0xFF) << 16 | (mac[at + 2] & 0xFF) << 8 | mac[at + 3] & 0xFF;
        String padded = "00000" + number % 1_000_000;
        return new OneTimeCode(padded.substring(padded.length() - 6));
    }

    /**
     * The number of the step that a moment lies in.
     *
     * @param moment not before 1970
     * @return how many whole steps have passed since 1970
     */
    public static long stepAt(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), STEP.toSeconds());
    }

    /**
     * The steps whose codes are taken at a moment: clocks of telephones go wrong, and people type slowly.
     *
     * @param moment the time
     * @return the step of the moment, the one before, the one after
     */
    public static List<Long> stepsAround(Instant moment) {
        long step = stepAt(moment);
        return List.of(step, step - 1, step + 1);
    }

    /** Shows nothing: what is printed may end in a log. */
    @Override
    public String toString() {
        return "OneTimeCode[]";
    }
}
