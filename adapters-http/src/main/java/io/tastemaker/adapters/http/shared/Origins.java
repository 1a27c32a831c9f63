package io.tastemaker.adapters.http.shared;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The web pages that browsers may let call the API, by their exact origin. Nothing is matched in part, and cookies play no role: a
 * credential travels in a header that the page itself must set.
 */
public final class Origins {

    /** No page of another origin. */
    public static final Origins NONE = new Origins(Set.of());

    private static final Pattern ORIGIN = Pattern.compile("https?://([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+])(:[1-9][0-9]{0,4})?");
    private static final Pattern NEVER_SENT = Pattern.compile("http:.*:80|https:.*:443");

    private final Set<String> known;

    private Origins(Set<String> known) {
        this.known = known;
    }

    /**
     * Allows some origins.
     *
     * @param origins such as {@code https://app.example.com}
     * @return them
     * @throws IllegalArgumentException when a browser never sends such an origin; the message says which
     */
    public static Origins of(List<String> origins) {
        for (String origin : origins) {
            if (!ORIGIN.matcher(origin).matches() || NEVER_SENT.matcher(origin).matches()) {
                throw new IllegalArgumentException("'" + origin + "' is no origin as browsers send it, such as https://app.example.com: "
                        + "scheme and host in lower case, a port only where it is not the usual one, and nothing behind");
            }
        }
        return new Origins(new HashSet<>(origins));
    }

    /**
     * All that are known.
     *
     * @return such as {@code https://app.example.com}
     */
    public Set<String> all() {
        return Set.copyOf(known);
    }

    /** Whether a call that names these origins comes from a page that is known. */
    boolean allow(List<String> named) {
        return named.size() == 1 && known.contains(named.getFirst());
    }
}
