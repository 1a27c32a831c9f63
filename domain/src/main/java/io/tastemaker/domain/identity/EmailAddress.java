package io.tastemaker.domain.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address as accounts are found by it: without surrounding blanks and in lower case. RFC 5321 would let a server tell
 * {@code Ana@} from {@code ana@}; none that people use does, and two accounts of one person would be the price.
 *
 * @param value at most 254 characters, as RFC 5321 section 4.5.3.1.3 leaves room for
 */
public record EmailAddress(String value) {

    /** Of RFC 5321 section 4.1.2 the forms that are in use: no quoted local parts, no address literals; letters of any script. */
    private static final Pattern SHAPE = Pattern.compile(
            "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])");

    private static final int MOST = 254;
    private static final int MOST_LOCAL = 64;

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException when the text is no address in its canonical form
     */
    public EmailAddress {
        if (!isCanonical(value)) {
            throw new IllegalArgumentException("no e-mail address");
        }
    }

    /**
     * Reads an address as a person types it.
     *
     * @param text any text
     * @return the address, or empty when it is none
     */
    public static Optional<EmailAddress> read(String text) {
        String canonical = text.strip().toLowerCase(Locale.ROOT);
        return isCanonical(canonical) ? Optional.of(new EmailAddress(canonical)) : Optional.empty();
    }

    private static boolean isCanonical(String text) {
        return text.length() <= MOST && text.indexOf('@') <= MOST_LOCAL && SHAPE.matcher(text).matches()
                && text.equals(text.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return value;
    }
}
