package io.tastemaker.domain.matching;

import java.time.Instant;
import java.util.Objects;

/**
 * Which state of the catalogue a ranking was made from.
 *
 * @param sequence counts the changes of the shared catalogue
 * @param overlay counts the changes of the team's private creators, 0 where there are none
 * @param at when the latest of these changes was made
 */
public record CatalogueVersion(long sequence, long overlay, Instant at) {

    /** Checks that nothing is missing. */
    public CatalogueVersion {
        Objects.requireNonNull(at, "at");
    }

    /**
     * The state of one catalogue.
     *
     * @param sequence counts its changes
     * @param at when the latest was made
     * @return the version, without an overlay
     */
    public static CatalogueVersion of(long sequence, Instant at) {
        return new CatalogueVersion(sequence, 0, at);
    }

    /** The state of this catalogue with a team's private one laid over it. */
    CatalogueVersion with(CatalogueVersion privateOnes) {
        return new CatalogueVersion(sequence, privateOnes.sequence, at.isAfter(privateOnes.at) ? at : privateOnes.at);
    }

    @Override
    public String toString() {
        return sequence + "+" + overlay + "@" + at;
    }
}
