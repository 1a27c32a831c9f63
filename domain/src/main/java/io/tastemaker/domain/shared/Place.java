package io.tastemaker.domain.shared;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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
    private static final Map<String, String> COUNTRY_BY_NAME = countryNames();

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
     * Reads a place as people write it: a code, or a country's name in English, Spanish, Portuguese, French, German or Italian,
     * without regard to case and accents.
     *
     * @param text such as {@code South Korea}, {@code brasil}, {@code USA} or {@code BR-SP}
     * @return the place, or empty when nothing matches
     */
    public static Optional<Place> named(String text) {
        String trimmed = text.strip();
        Optional<Place> byCode = find(trimmed.toUpperCase(Locale.ROOT));
        return byCode.isPresent() ? byCode : Optional.ofNullable(COUNTRY_BY_NAME.get(fold(trimmed))).map(Place::ofCountry);
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

    private static Map<String, String> countryNames() {
        Map<String, String> names = new HashMap<>();
        Locale[] languages = {Locale.ENGLISH, Locale.of("es"), Locale.of("pt"), Locale.FRENCH, Locale.GERMAN, Locale.ITALIAN};
        for (Locale language : languages) {
            for (String code : Locale.getISOCountries()) {
                if (WorldRegion.of(code).isPresent()) {
                    names.putIfAbsent(fold(Locale.of("", code).getDisplayCountry(language)), code);
                }
            }
        }
        for (String code : Locale.getISOCountries()) {
            if (WorldRegion.of(code).isPresent()) {
                names.putIfAbsent(fold(Locale.of("", code).getISO3Country()), code);
            }
        }
        // What people write and neither ISO nor the JDK's tables list.
        String[] common = {
            "uk GB", "england GB", "scotland GB", "wales GB", "great britain GB", "united states of america US", "america US",
            "u s a US", "u s US", "u k GB", "russian federation RU", "korea KR", "republic of korea KR", "south korea KR", "north korea KP",
            "viet nam VN", "czech republic CZ", "czechia CZ", "holland NL", "the netherlands NL", "uae AE", "emirates AE", "ivory coast CI",
            "turkiye TR", "turkey TR", "macedonia MK", "burma MM", "swaziland SZ", "cape verde CV", "hong kong HK", "macau MO",
            "taiwan TW", "palestine PS", "syria SY", "iran IR", "laos LA", "moldova MD", "tanzania TZ", "bolivia BO", "venezuela VE",
            "brunei BN", "the bahamas BS", "bahamas BS", "the gambia GM", "gambia GM", "east timor TL", "vatican VA", "dr congo CD",
            "mainland china CN", "bosnia BA", "kosovo XK", "philipines PH", "phillipines PH", "columbia CO", "saudi SA", "ksa SA"};
        for (String entry : common) {
            int end = entry.lastIndexOf(' ');
            names.put(entry.substring(0, end), entry.substring(end + 1));
        }
        return Map.copyOf(names);
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
