package io.tastemaker.application.identity;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where other providers may send people back to; to the letter, because whoever chooses the place gets the code.
 *
 * @param byDefault the page of this program
 * @param others the pages of other programs that sign people in here
 */
public record OauthRedirects(URI byDefault, Set<URI> others) {

    /** Copies the pages. */
    public OauthRedirects {
        others = Set.copyOf(others);
    }

    Optional<URI> choose(Optional<String> wanted) {
        return wanted.isEmpty() ? Optional.of(byDefault)
                : Stream.concat(Stream.of(byDefault), others.stream()).filter(page -> page.toString().equals(wanted.get())).findFirst();
    }
}
