package io.tastemaker.adapters.integrations.content;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who we are at Decodo, and where it is. The address is set by who runs the program, so it may be of any host.
 *
 * @param key the token of the scraping API as its dashboard shows it, with or without {@code Basic} before it, or {@code user:password};
 *     never printed
 * @param base where the API is, {@code http} or {@code https}, a path is kept; empty for Decodo's own address
 */
public record DecodoSettings(String key, Optional<URI> base) {

    private static final URI OWN = URI.create("https://scraper-api.decodo.com");
    private static final Pattern FIT_FOR_A_HEADER = Pattern.compile("[!-~]{1,1000}");

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException when the key is empty or no line of printable ASCII, or the base is no address of HTTP
     */
    public DecodoSettings {
        Objects.requireNonNull(base, "base");
        key = key.strip().replaceFirst("(?i)^basic +", "");
        if (!FIT_FOR_A_HEADER.matcher(key).matches()) {
            throw new IllegalArgumentException("the key of Decodo is empty or has signs that no key has");
        }
        if (base.isPresent() && !isOfHttp(base.get())) {
            throw new IllegalArgumentException("the address of Decodo must be http(s)://host without user, query and fragment");
        }
    }

    private static boolean isOfHttp(URI address) {
        boolean scheme = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
        return scheme && address.getHost() != null && address.getUserInfo() == null && address.getQuery() == null
                && address.getFragment() == null;
    }

    /** Where profiles are asked for. */
    URI scrape() {
        return URI.create(base.orElse(OWN).toString().replaceAll("/+$", "") + "/v2/scrape");
    }

    /** What is shown to be let in. */
    String authorization() {
        boolean pair = key.indexOf(':') >= 0;
        return "Basic " + (pair ? Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8)) : key);
    }

    /** Does not print the key. */
    @Override
    public String toString() {
        return "DecodoSettings[base=" + base.orElse(OWN) + "]";
    }
}
