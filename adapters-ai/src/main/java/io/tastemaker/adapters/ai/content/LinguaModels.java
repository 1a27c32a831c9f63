package io.tastemaker.adapters.ai.content;

import com.github.pemistahl.lingua.api.IsoCode639_1;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import io.tastemaker.domain.shared.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the library thinks of some words. It works with its models of three letters (its "low accuracy mode"): all its models need 20 times
 * the memory. A language's models are loaded when the first text needs them, and are shared by everything in the process.
 */
final class LinguaModels {

    /** Judged at any length. The last six have a script of their own and cost nothing. */
    private static final List<String> ALWAYS = List.of("ar", "bg", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi",
            "hu", "id", "it", "ja", "ko", "nl", "pl", "pt", "ro", "ru", "sv", "sw", "ta", "th", "tr", "uk", "ur", "vi", "zh",
            "bn", "gu", "hy", "ka", "pa", "te");

    /** Near relatives of those above: a word is as likely theirs, a sentence is told apart. */
    private static final List<String> RELATIVES = List.of("az", "be", "ca", "et", "hr", "is", "kk", "lt", "lv", "mk", "nb", "sk",
            "sl", "sq", "sr", "tl");

    /** From this many characters on a text is a sentence. */
    private static final int SENTENCE = 30;

    /** Lists say Norwegian and Filipino, not the written standard of either. */
    private static final Map<String, String> NAMES = Map.of("nb", "no", "tl", "fil");

    /** What three letters of running text weigh: minus the logarithm of how likely the third is after the two before it. */
    private static final double WEIGHT = 2;

    /** The logarithm of how much rarer the relatives are: a name in an English caption does not make it Filipino. */
    private static final double RARER = -3;

    private static final String COMMON_THREADS = "java.util.concurrent.ForkJoinPool.common.parallelism";

    private final LanguageDetector always = detector(ALWAYS);
    private final LanguageDetector all = detector(Stream.concat(ALWAYS.stream(), RELATIVES.stream()).toList());
    private final List<Language> relatives = RELATIVES.stream().map(LinguaModels::named).toList();

    LinguaModels() {
        if (Integer.getInteger(COMMON_THREADS, 1) <= 0) {
            throw new IllegalStateException("lingua waits for threads of the common pool, and " + COMMON_THREADS + " leaves it none");
        }
    }

    int languages() {
        return ALWAYS.size() + RELATIVES.size();
    }

    /** What is to be thought of a language before a word is read: 0, or less for those that are rare. */
    double beforehand(Language language) {
        return relatives.contains(language) ? RARER : 0;
    }

    /**
     * Asks the library. It answers how the logarithm of the best language's likelihood relates to each other's; with the number of
     * triples of letters that it adds up, that is the logarithm of the odds again.
     *
     * @param words at least one, in lower case and of one script
     * @return the likeliest have most; empty when the words are too short to tell
     */
    Map<Language, Double> odds(List<String> words) {
        String text = String.join(" ", words);
        long triples = words.stream().flatMap(LinguaModels::triples).distinct().count();
        Map<Language, Double> odds = new HashMap<>();
        ratios(text.length() < SENTENCE ? always : all, text).forEach((code, ratio) ->
                odds.put(named(code), beforehand(named(code)) - WEIGHT * triples * (1 / ratio - 1)));
        return odds;
    }

    /** An interrupted thread gets its answer, which takes milliseconds, and stays interrupted: the library would throw unannounced. */
    private static Map<String, Double> ratios(LanguageDetector detector, String text) {
        Asking asking = () -> ratiosOf(detector, text);
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return asking.ask();
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Map<String, Double> ratiosOf(LanguageDetector detector, String text) {
        Map<String, Double> ratios = new HashMap<>();
        detector.computeLanguageConfidenceValues(text)
                .forEach((language, ratio) -> ratios.put(language.getIsoCode639_1().toString(), ratio));
        return ratios;
    }

    private interface Asking {
        Map<String, Double> ask() throws InterruptedException;
    }

    private static Stream<String> triples(String word) {
        return IntStream.rangeClosed(0, word.length() - 3).mapToObj(start -> word.substring(start, start + 3));
    }

    private static Language named(String code) {
        return new Language(NAMES.getOrDefault(code, code));
    }

    private static LanguageDetector detector(List<String> codes) {
        IsoCode639_1[] known = codes.stream().map(code -> IsoCode639_1.valueOf(code.toUpperCase(Locale.ROOT))).toArray(IsoCode639_1[]::new);
        return LanguageDetectorBuilder.fromIsoCodes639_1(known).withLowAccuracyMode().build();
    }
}
