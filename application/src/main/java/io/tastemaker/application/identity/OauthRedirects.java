package io.tastemaker.application.identity;

import io.tastemaker.application.shared.PublicUrl;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where other providers may send people back to; to the letter, because whoever chooses the place gets the code.
 *
 * @param url of this program, whose page {@code /oauth-callback/<provider>} is taken when nothing else is asked for
 * @param others the pages of other programs that sign people in here
 */
public record OauthRedirects(PublicUrl url, Set<URI> others) {

    /** Copies the pages. */
    public OauthRedirects {
        others = Set.copyOf(others);
    }

    Optional<URI> choose(String provider, Optional<String> wanted) {
        URI own = URI.create(url.origin() + "/oauth-callback/" + provider);
        return wanted.isEmpty() ? Optional.of(own)
                : Stream.concat(Stream.of(own), others.stream()).filter(page -> page.toString().equals(wanted.get())).findFirst();
    }
}
