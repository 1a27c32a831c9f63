package io.tastemaker.adapters.ai.standin;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads a text by a handful of words: the same text is always read alike, and an obvious one is read right. */
final class Keywords {

    private static final Set<String> GLAD = words("love amazing best great happy thank thanks beautiful perfect wonderful good gracias amor feliz"
            + " obrigado linda merci danke schön super bueno bonito");
    private static final Set<String> SORRY = words("terrible worst hate disappointed bad awful horrible sad angry broken scam malo triste odio"
            + " péssimo ruim mauvais schlecht schrecklich");

    private static final Map<String, Set<String>> LANGUAGES = new TreeMap<>(Map.of(
            "en", words("the this is and i my so of you it with for am"), "es", words("el los las por todo mucho gracias muy con una es y"),
            "pt", words("o os as por tudo muito obrigado com uma é e não"), "fr", words("le les des pour merci très avec une est et je"),
            "de", words("der die das und ich sehr mit eine ist danke nicht")));

    private static final Map<String, Set<String>> CATEGORIES = new TreeMap<>(Map.ofEntries(
            Map.entry("fashion", words("outfit dress shoes fashion style moda")),
            Map.entry("beauty", words("makeup skincare lipstick hair beauty")),
            Map.entry("food", words("recipe cooking food restaurant delicious comida")),
            Map.entry("travel", words("trip travel beach hotel viaje flight")),
            Map.entry("technology", words("phone laptop software camera gadget ai")), Map.entry("fitness", words("gym workout training fitness")),
            Map.entry("gaming", words("game gaming console gameplay")), Map.entry("music", words("song album concert music guitar")),
            Map.entry("sports", words("football match goal team soccer")), Map.entry("photography", words("photo camera lens portrait")),
            Map.entry("pets", words("dog cat puppy kitten")), Map.entry("cars", words("car engine motor race")),
            Map.entry("family", words("baby mom family kids"))));

    private Keywords() {}

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }

    private static List<String> cut(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}]+")).filter(word -> !word.isEmpty()).toList();
    }

    /** Shares of negative, neutral and positive, in that order. */
    static double[] moods(String text) {
        long glad = cut(text).stream().filter(GLAD::contains).count();
        long sorry = cut(text).stream().filter(SORRY::contains).count();
        double all = 1.0 + glad + sorry;
        return new double[] {sorry / all, 1 / all, glad / all};
    }

    /** Languages with shares that add up to 1; English when no word tells. */
    static Map<String, Double> languages(String text) {
        Map<String, Double> hits = hits(LANGUAGES, text);
        double all = hits.values().stream().mapToDouble(Double::doubleValue).sum();
        hits.replaceAll((language, count) -> count / all);
        return hits.isEmpty() ? Map.of("en", 0.5) : hits;
    }

    /** Categories with how sure it is of each. */
    static Map<String, Double> categories(String text) {
        Map<String, Double> hits = hits(CATEGORIES, text);
        hits.replaceAll((category, count) -> Math.min(0.95, 0.5 + count * 0.15));
        return hits;
    }

    private static Map<String, Double> hits(Map<String, Set<String>> vocabulary, String text) {
        Set<String> words = new HashSet<>(cut(text));
        Map<String, Double> hits = new TreeMap<>();
        vocabulary.forEach((name, known) -> {
            long count = known.stream().filter(words::contains).count();
            if (count > 0) {
                hits.put(name, (double) count);
            }
        });
        return hits;
    }
}
