package io.tastemaker.application.shared;

import java.net.URI;

/**
 * Where people reach this program; links in mail begin with it, whatever a request calls the host.
 *
 * @param base such as {@code https://app.example.com}, without a slash at its end
 */
public record PublicUrl(URI base) {

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException when it is no address of the web, or has a query, a fragment or a slash at its end
     */
    public PublicUrl {
        boolean web = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
        if (!web || base.getHost() == null || base.getQuery() != null || base.getFragment() != null || base.toString().endsWith("/")) {
            throw new IllegalArgumentException("a public address begins with http:// or https:// and ends without a slash");
        }
    }

    /**
     * A link whose token stays in the browser.
     *
     * @param page such as {@code verify-email}
     * @param token goes into the fragment, which is sent to no server and kept in no log
     * @return the link
     */
    public String link(String page, String token) {
        return base + "/" + page + "#" + token;
    }
}
