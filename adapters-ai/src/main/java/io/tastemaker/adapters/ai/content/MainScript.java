package io.tastemaker.adapters.ai.content;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The words of a text as far as they are written in the script that prevails in it. A brand in Latin letters does not make a Thai sentence
 * English, and a detector that sees one script needs the models of that script only.
 *
 * @param script the script; Chinese characters and kana are one, {@link UnicodeScript#HAN}
 * @param words at least one, its letters of other scripts left out
 * @param share of the letters of the text, above 0 to 1
 */
record MainScript(UnicodeScript script, List<String> words, double share) {

    /** Where a letter is a syllable or a word, it says as much as several letters elsewhere. */
    private static final int LETTERS_OF_A_SYLLABLE = 3;

    /** Japanese sentences are a third kana or more; Chinese captions adorn themselves with a single one. */
    private static final int HAN_FOR_ONE_KANA = 12;

    /** Looks which script prevails; nothing does where there are no words. */
    static Optional<MainScript> of(List<String> words) {
        Map<UnicodeScript, Integer> weights = new EnumMap<>(UnicodeScript.class);
        words.forEach(word -> word.codePoints().filter(Character::isLetter)
                .forEach(letter -> weights.merge(script(letter), weight(script(letter)), Integer::sum)));
        weights.remove(UnicodeScript.COMMON);
        int all = weights.values().stream().mapToInt(Integer::intValue).sum();
        return weights.entrySet().stream().max(Map.Entry.comparingByValue())
                .map(most -> new MainScript(most.getKey(), written(words, most.getKey()), (double) most.getValue() / all));
    }

    private static List<String> written(List<String> words, UnicodeScript script) {
        boolean chinese = script == UnicodeScript.HAN && adornedOnly(words);
        return words.stream()
                .map(word -> only(word, letter -> script(letter) == script && !(chinese && isKana(letter)) || !Character.isLetter(letter)))
                .filter(word -> word.codePoints().anyMatch(Character::isLetter))
                .toList();
    }

    private static boolean adornedOnly(List<String> words) {
        long kana = words.stream().flatMapToInt(String::codePoints).filter(MainScript::isKana).count();
        long han = words.stream().flatMapToInt(String::codePoints).filter(letter -> UnicodeScript.of(letter) == UnicodeScript.HAN).count();
        return kana * HAN_FOR_ONE_KANA <= han;
    }

    private static String only(String word, IntPredicate kept) {
        StringBuilder rest = new StringBuilder();
        word.codePoints().map(character -> kept.test(character) ? character : ' ').forEach(rest::appendCodePoint);
        return rest.toString().strip();
    }

    private static UnicodeScript script(int letter) {
        return isKana(letter) ? UnicodeScript.HAN : UnicodeScript.of(letter);
    }

    private static boolean isKana(int letter) {
        UnicodeScript script = UnicodeScript.of(letter);
        return script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
    }

    private static int weight(UnicodeScript script) {
        return script == UnicodeScript.HAN || script == UnicodeScript.HANGUL ? LETTERS_OF_A_SYLLABLE : 1;
    }
}
