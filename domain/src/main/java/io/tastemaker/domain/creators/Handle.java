package io.tastemaker.domain.creators;

import io.tastemaker.domain.shared.Platform;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A creator's name on a platform: together they identify a creator within a team.
 *
 * @param platform where
 * @param name without {@code @}, in lower case (platforms do not tell handles apart by case) and Unicode form NFC;
 *     1 to 100 letters, marks, digits, dots, underscores and hyphens
 */
public record Handle(Platform platform, String name) {

    /** The greatest length of a name in characters. */
    public static final int LONGEST = 100;

    private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{M}\\p{N}._-]{1," + LONGEST + "}");

    /** Checks the shape of the name. */
    public Handle {
        Objects.requireNonNull(platform, "platform");
        if (!isWellFormed(name)) {
            throw new IllegalArgumentException("a handle has 1 to 100 letters, digits, dots, underscores and hyphens, in lower case: " + name);
        }
    }

    /**
     * Reads a handle as people write it: surrounding blanks, a leading {@code @} and upper case are accepted.
     *
     * @param platform where
     * @param text what was written
     * @return the handle, or empty when the text is none (it has blanks inside, say, as names do)
     */
    public static Optional<Handle> read(Platform platform, String text) {
        String name = Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        String bare = name.startsWith("@") ? name.substring(1) : name;
        return isWellFormed(bare) ? Optional.of(new Handle(platform, bare)) : Optional.empty();
    }

    /**
     * Reads a handle as lists give it: as {@link #read} does, behind a display name, or at the end of a profile's address.
     *
     * @param platform where
     * @param text what was written
     * @return the handle, or empty when the text has none, or is the address of another platform
     */
    public static Optional<Handle> within(Platform platform, String text) {
        return HandleText.read(text.strip()).filter(found -> found.platform().map(platform::equals).orElse(true))
                .flatMap(found -> read(platform, found.name()));
    }

    private static boolean isWellFormed(String name) {
        return SHAPE.matcher(name).matches() && name.equals(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return platform.code() + "/" + name;
    }
}
