package io.tastemaker.adapters.ai.shared;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a model is, and who we are there.
 *
 * @param base the address below which its questions are asked; http or https
 * @param key what is shown with each question, never printed; empty where nobody asks for one
 * @param model the model's name there
 */
public record Endpoint(URI base, Optional<String> key, String model) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** What may stand in a header: the JDK's client repeats a header that it refuses, and so would print the key. */
    private static final Pattern SENDABLE = Pattern.compile("[\\x21-\\x7e]{1,4096}");

    /**
     * Checks the values. No message repeats one of them.
     *
     * @throws IllegalArgumentException when the address is none of http or https with a host, or names a user or a part of a page; when the
     *     key has other characters than visible ASCII; when the name is blank
     */
    public Endpoint {
        Objects.requireNonNull(model, "model");
        String scheme = Optional.ofNullable(base.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        boolean bare = base.getRawUserInfo() == null && base.getRawFragment() == null;
        if (!SCHEMES.contains(scheme) || base.getHost() == null || !bare) {
            throw new IllegalArgumentException("the address of a model is http or https with a host, without user and fragment");
        }
        if (!key.map(text -> SENDABLE.matcher(text).matches()).orElse(true)) {
            throw new IllegalArgumentException("the key of a model is made of visible ASCII characters");
        }
        if (model.isBlank()) {
            throw new IllegalArgumentException("a model has a name");
        }
    }

    /**
     * Who runs the model, as far as the address tells.
     *
     * @return the host in lower case
     */
    public String provider() {
        return base.getHost().toLowerCase(Locale.ROOT);
    }

    /**
     * The path of the base.
     *
     * @return encoded as it is sent, without slashes at its end; may be empty
     */
    public String path() {
        return base.getRawPath().replaceAll("/+$", "");
    }

    /**
     * An address below the base, with the query that the base has.
     *
     * @param below what follows the path of the base, encoded; empty for the base itself
     * @return the address
     */
    public URI at(String below) {
        String query = Optional.ofNullable(base.getRawQuery()).map(text -> "?" + text).orElse("");
        return URI.create(base.getScheme() + "://" + base.getRawAuthority() + path() + below + query);
    }

    /** Prints neither the key nor the whole address, which may have another one in its query. */
    @Override
    public String toString() {
        return "Endpoint[" + model + " at " + provider() + "]";
    }
}
