package io.tastemaker.application.exports.out;

import io.tastemaker.domain.shared.ExportId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Makes and reads the links that open a file to whoever has them, for a while. */
public interface FileLinks {

    /**
     * What a link opens.
     *
     * @param team whose file
     * @param export which
     * @param until when it closes, in whole seconds
     */
    record Link(TeamId team, ExportId export, Instant until) {
        /** Checks that nothing is missing. */
        public Link {
            Objects.requireNonNull(team, "team");
            Objects.requireNonNull(export, "export");
            Objects.requireNonNull(until, "until");
        }
    }

    /**
     * Signs a link.
     *
     * @param link what it opens
     * @return letters, digits, {@code -} and {@code _}
     */
    String sign(Link link);

    /**
     * Reads a signed link; whether it is still open is not looked at.
     *
     * @param signed whatever was sent
     * @return what it opens, or empty when nobody here signed it
     */
    Optional<Link> read(String signed);
}
