package io.tastemaker.domain.shared;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A country, or a region of one.
 *
 * @param country an ISO 3166-1 alpha-2 code, such as {@code BR}
 * @param region an ISO 3166-2 code that begins with the country, such as {@code BR-SP}; empty for the whole country
 */
public record Place(String country, Optional<String> region) {

    private static final Pattern CODE = Pattern.compile("([A-Z]{2})(-[A-Z0-9]{1,3})?");

    /**
     * Checks the codes.
     *
     * @throws IllegalArgumentException when the country is unknown or the region belongs to another
     */
    public Place {
        Objects.requireNonNull(country, "country");
        if (WorldRegion.of(country).isEmpty()) {
            throw new IllegalArgumentException("no ISO 3166-1 alpha-2 country: " + country);
        }
        region.ifPresent(code -> {
            Matcher shape = CODE.matcher(code);
            if (!shape.matches() || shape.group(2) == null || !shape.group(1).equals(country)) {
                throw new IllegalArgumentException("no ISO 3166-2 region of " + country + ": " + code);
            }
        });
    }

    /**
     * A whole country.
     *
     * @param country an ISO 3166-1 alpha-2 code
     * @return the place
     */
    public static Place ofCountry(String country) {
        return new Place(country, Optional.empty());
    }

    /**
     * Reads the code of a country or of a region.
     *
     * @param code such as {@code BR} or {@code BR-SP}, in upper case
     * @return the place, or empty when the code is malformed or its country unknown
     */
    public static Optional<Place> find(String code) {
        Matcher shape = CODE.matcher(code);
        if (!shape.matches() || WorldRegion.of(shape.group(1)).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Place(shape.group(1), shape.group(2) == null ? Optional.empty() : Optional.of(code)));
    }

    /**
     * Reads a place as people write it: a code, or a country's name in one of the larger languages and scripts, without regard to case
     * and accents.
     *
     * @param text such as {@code South Korea}, {@code brasil}, {@code USA} or {@code BR-SP}
     * @return the place, or empty when nothing matches
     */
    public static Optional<Place> named(String text) {
        String trimmed = text.strip();
        Optional<Place> byCode = find(trimmed.toUpperCase(Locale.ROOT));
        return byCode.isPresent() ? byCode : CountryNames.find(trimmed).map(Place::ofCountry);
    }

    /**
     * The code that names this place.
     *
     * @return the region's code when there is one, else the country's
     */
    public String code() {
        return region.orElse(country);
    }

    /**
     * The group of neighbouring countries this place belongs to.
     *
     * @return its region of the world
     */
    public WorldRegion worldRegion() {
        return WorldRegion.of(country).orElseThrow();
    }

    /**
     * Whether the other place is this one or lies within it.
     *
     * @param other the other place
     * @return true for the same place, and for a region of this country
     */
    public boolean contains(Place other) {
        return country.equals(other.country) && (region.isEmpty() || region.equals(other.region));
    }

    @Override
    public String toString() {
        return code();
    }
}
