package io.tastemaker.adapters.ai.content;

import io.tastemaker.application.content.out.LanguageDetector;
import io.tastemaker.domain.content.Guess;
import io.tastemaker.domain.content.Guess.Likely;
import io.tastemaker.domain.shared.Language;
import java.lang.Character.UnicodeScript;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Languages by the library lingua, in a mode of bounded memory: 54 languages in some 60 MB of heap, loaded when the first text needs them.
 * Around it stands what it does not know: what of a post is not language, which script prevails, the small words of short captions, which
 * letters a language does not write, and Hindi in Latin letters. Of a long text the first 2,000 characters are looked at.
 */
public final class LinguaLanguages implements LanguageDetector {

    static final String LIBRARY = "1.2.2";

    private static final int MOST_GUESSES = 5;
    private static final double FEEBLE = 0.005;

    /** What a word says beside the library, in the logarithm of odds: much, but a name or a borrowed word is no proof. */
    private static final double SMALL_WORD = 2;
    private static final double FOREIGN_WORD = -3;

    /** Typed in Latin letters Hindi and Urdu are one; more people type the former. */
    private static final double URDU_AFTER_HINDI = -1.5;

    private static final Language HINDI = new Language("hi");
    private static final Language URDU = new Language("ur");

    /** A sentence for each script that several languages share, long enough for all of them. */
    private static final List<String> OPENING = List.of("Good morning everybody, and welcome to the programme.",
            "Доброе утро всем, и добро пожаловать в программу.", "صباح الخير جميعا، ومرحبا بكم في البرنامج.");

    private final LinguaModels models = new LinguaModels();
    private final SmallWords smallWords = new SmallWords();
    private final LanguageLetters letters = new LanguageLetters();
    private final RomanHindi romanHindi = new RomanHindi();

    /**
     * Takes no time: the models are loaded by the first texts, or by {@link #load()}.
     *
     * @throws IllegalStateException if the common pool of threads was set to have none: the library would wait for one forever
     */
    public LinguaLanguages() {}

    @Override
    public String version() {
        return "lingua " + LIBRARY + ", low accuracy mode, " + models.languages() + " languages, rules 1";
    }

    /** Loads the models now, in about a second, so that no text waits for them. May be called again, at no cost. */
    public void load() {
        OPENING.forEach(this::detect);
    }

    @Override
    public Guess<Language> detect(String text) {
        return MainScript.of(LanguageWords.of(text)).map(passage -> ranked(odds(passage), passage.share())).orElseGet(Guess::none);
    }

    private Map<Language, Double> odds(MainScript passage) {
        List<String> different = passage.words().stream().distinct().toList();
        Map<Language, Integer> small = smallWords.in(different);
        Map<Language, Double> odds = new HashMap<>(models.odds(passage.words()));
        if (odds.isEmpty()) {
            small.keySet().forEach(language -> odds.put(language, models.beforehand(language)));
        }
        odds.replaceAll((language, log) -> log + SMALL_WORD * small.getOrDefault(language, 0)
                + FOREIGN_WORD * letters.foreign(different, language));
        int hindi = passage.script() == UnicodeScript.LATIN ? romanHindi.signs(passage.words()) : 0;
        if (hindi > 0) {
            double most = most(odds);
            odds.put(HINDI, most + hindi);
            odds.put(URDU, most + hindi + URDU_AFTER_HINDI);
        }
        return odds;
    }

    /** What is known to be written in another script is not known to be in any of these languages: confidences add up to the share. */
    private static Guess<Language> ranked(Map<Language, Double> odds, double share) {
        double most = most(odds);
        double all = odds.values().stream().mapToDouble(log -> Math.exp(log - most)).sum();
        return new Guess<>(odds.entrySet().stream()
                .map(entry -> new Likely<>(entry.getKey(), rounded(share * Math.exp(entry.getValue() - most) / all)))
                .filter(likely -> likely.confidence() >= FEEBLE)
                .sorted(Comparator.<Likely<Language>>comparingDouble(Likely::confidence).reversed().thenComparing(Likely::value))
                .limit(MOST_GUESSES)
                .toList());
    }

    /** Downwards, so that the sum stays within 1. */
    private static double rounded(double confidence) {
        return Math.floor(confidence * 10_000) / 10_000;
    }

    private static double most(Map<Language, Double> odds) {
        return odds.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
}
