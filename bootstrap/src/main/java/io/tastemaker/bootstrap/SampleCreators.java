package io.tastemaker.bootstrap;

import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Platform;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Invented creators of a realistic shape, the same for the same seed: followers are log-normal, engagement falls with size, categories
 * and countries follow Zipf's law, languages follow countries, and some facts are missing, as in real lists. Nobody of them exists:
 * every handle begins with {@code sample.} and every name says so.
 */
public final class SampleCreators {

    /** The header of the list. */
    public static final List<String> HEADER = List.of("platform", "handle", "name", "followers", "average likes", "average comments",
            "average views", "posts", "category", "category 2", "country", "language", "verified", "last post", "email", "bio");

    /** Countries by how many creators they have, with the subdivision codes of a few and the languages spoken there. */
    private static final String[] COUNTRIES = {
        "US US-CA,US-NY,US-TX en,es", "IN IN-MH,IN-KA hi,en", "BR BR-SP,BR-RJ,BR-MG pt", "ID - id", "MX MX-CMX es", "GB GB-ENG en", "TR - tr",
        "JP JP-13 ja", "ES ES-MD,ES-CT es,ca", "FR FR-IDF fr", "DE DE-BE,DE-BY de", "IT IT-25 it", "PH - tl,en", "AR - es", "CO - es",
        "RU - ru", "KR - ko", "VN - vi", "TH - th", "NG - en", "EG - ar", "SA - ar", "PK - ur", "CA CA-ON,CA-QC en,fr", "AU AU-NSW en",
        "PL - pl", "NL - nl", "PT - pt", "UA - uk", "CL - es", "PE - es", "SE - sv", "ZA - en", "MA - ar,fr", "GR - el", "RO - ro",
        "CZ - cs", "IL - he", "BE - nl,fr", "AT - de"};

    private static final String[] FIRST = {"Ana", "Luca", "Mei", "Noah", "Aisha", "Ivan", "Zoë", "Omar", "Priya", "João", "Yuki", "Chloé",
        "Mateo", "Ananya", "Søren", "Fatima", "Léa", "Kofi", "Inês", "Minh", "Olga", "Emre", "Lina", "Hugo"};
    private static final String[] LAST = {"Verde", "Sol", "River", "Luz", "Stone", "Moon", "Vale", "Norte", "Bloom", "Frost", "Reyes", "Kern",
        "Okoro", "Sato", "Novak", "Silva", "Costa", "Lind", "Haddad", "Rao"};

    private final long seed;
    private final LocalDate today;

    /**
     * Chooses the sample.
     *
     * @param seed the same seed gives the same creators
     * @param today the last posts lie in the half year before it
     */
    public SampleCreators(long seed, LocalDate today) {
        this.seed = seed;
        this.today = today;
    }

    /**
     * The rows of the list, below {@link #HEADER}.
     *
     * @param count how many creators
     * @return one list of cells for each, lazily
     */
    public Stream<List<String>> rows(long count) {
        return LongStream.range(0, count).mapToObj(this::row);
    }

    private List<String> row(long number) {
        SplittableRandom chance = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
        Platform platform = switch (chance.nextInt(10)) {
            case 0, 1, 2, 3, 4 -> Platform.INSTAGRAM;
            case 5, 6, 7 -> Platform.TIKTOK;
            default -> Platform.YOUTUBE;
        };
        String first = FIRST[chance.nextInt(FIRST.length)];
        String last = LAST[chance.nextInt(LAST.length)];
        // Half the creators have fewer than 12,000 followers, one in a thousand more than about two million.
        long followers = Math.clamp(Math.round(StrictMath.exp(9.4 + 1.65 * gaussian(chance))), 150L, 400_000_000L);
        // About 6 % at a thousand followers, 3 % at a hundred thousand, 1.5 % at ten million; with a spread of about two either way.
        double rate = 0.06 * StrictMath.pow(1_000.0 / followers, 0.15) * StrictMath.exp(0.6 * gaussian(chance));
        long likes = Math.round(followers * Math.min(rate, 0.6) * 0.97);
        long comments = Math.round(followers * Math.min(rate, 0.6) * 0.03);
        String[] country = COUNTRIES[zipf(chance, COUNTRIES.length)].split(" ");
        Category category = Category.values()[zipf(chance, Category.values().length)];
        Category second = Category.values()[zipf(chance, Category.values().length)];
        List<String> cells = new ArrayList<>(HEADER.size());
        cells.add(platform.code());
        cells.add("sample." + plain(first) + "." + plain(last) + "." + number);
        cells.add(first + " " + last + " (sample)");
        cells.add(unless(chance, 0.005, Long.toString(followers)));
        boolean silent = chance.nextDouble() < 0.08;
        cells.add(silent ? "" : Long.toString(likes));
        cells.add(silent ? "" : Long.toString(comments));
        cells.add(unless(chance, 0.3, Long.toString(Math.round(followers * (0.05 + chance.nextDouble() * 0.5)))));
        cells.add(unless(chance, 0.1, Long.toString(Math.round(StrictMath.exp(5.5 + gaussian(chance))))));
        cells.add(unless(chance, 0.1, category.code()));
        cells.add(second != category && chance.nextDouble() < 0.35 ? second.code() : "");
        cells.add(unless(chance, 0.12, place(chance, country)));
        cells.add(unless(chance, 0.15, pick(chance, country[2])));
        cells.add(Boolean.toString(chance.nextDouble() < Math.min(0.9, followers / 2_000_000.0)));
        cells.add(unless(chance, 0.1, today.minusDays(Math.round(StrictMath.pow(chance.nextDouble(), 3) * 180)).toString()));
        cells.add(unless(chance, 0.6, "sample." + number + "@example.com"));
        cells.add("Synthetic sample creator: " + category.code() + " from " + country[0]);
        return cells;
    }

    private static String place(SplittableRandom chance, String[] country) {
        return country[1].equals("-") || chance.nextBoolean() ? country[0] : pick(chance, country[1]);
    }

    private static String pick(SplittableRandom chance, String list) {
        String[] choices = list.split(",");
        return choices[chance.nextInt(choices.length)];
    }

    private static String unless(SplittableRandom chance, double probability, String value) {
        return chance.nextDouble() < probability ? "" : value;
    }

    private static double gaussian(SplittableRandom chance) {
        // Box-Muller with StrictMath, so that the sample is the same on every machine.
        return StrictMath.sqrt(-2 * StrictMath.log(1 - chance.nextDouble())) * StrictMath.cos(2 * StrictMath.PI * chance.nextDouble());
    }

    private static int zipf(SplittableRandom chance, int size) {
        // The inverse of the continuous law with exponent 1: rank r has a share of about 1 / (r ln n).
        return (int) StrictMath.min(size - 1.0, StrictMath.pow(size + 1.0, chance.nextDouble()) - 1);
    }

    private static String plain(String name) {
        return java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                .replace("ø", "o").toLowerCase(Locale.ROOT);
    }
}
