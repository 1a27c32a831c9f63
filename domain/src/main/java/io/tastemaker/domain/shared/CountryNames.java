package io.tastemaker.domain.shared;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Countries by the names people give them. Apart from {@link Place}, so that only who reads names pays for the tables. */
final class CountryNames {

    /** The languages whose names for countries are known, the earlier first where two languages mean different countries by one name. */
    private static final String LANGUAGES =
            "en es pt fr de it nl ru uk pl tr ar fa hi bn id ms vi th ja ko zh el he ro cs sv da fi no hu";

    private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Map<String, String> CODE_BY_NAME = all();

    private CountryNames() {}

    static Optional<String> find(String name) {
        return Optional.ofNullable(CODE_BY_NAME.get(fold(name)));
    }

    private static Map<String, String> all() {
        Map<String, String> names = new HashMap<>();
        for (String language : LANGUAGES.split(" ")) {
            for (String code : Locale.getISOCountries()) {
                if (WorldRegion.of(code).isPresent()) {
                    names.putIfAbsent(fold(Locale.of("", code).getDisplayCountry(Locale.of(language))), code);
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

    /** Accents of Latin, Greek and Cyrillic letters are dropped; marks of other scripts are part of the word and stay. */
    private static String fold(String text) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String lower = Normalizer.normalize(plain, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return BETWEEN_WORDS.matcher(lower).replaceAll(" ").strip();
    }
}
