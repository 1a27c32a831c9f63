package io.tastemaker.application.content.out;

import io.tastemaker.domain.content.Guess;
import io.tastemaker.domain.content.Guess.Likely;
import io.tastemaker.domain.shared.Language;
import java.lang.Character.UnicodeScript;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells a few languages by a few of their words, and others by their script. */
public final class InMemoryLanguageDetector implements LanguageDetector {

    private static final int MOST_CHARACTERS = 2_000;

    private static final Map<Language, List<String>> WORDS = Map.of(
            new Language("de"), List.of("der", "die", "das", "und", "ist", "nicht", "ich", "ein", "eine"),
            new Language("en"), List.of("the", "and", "is", "this", "that", "of", "have", "i", "you"),
            new Language("es"), List.of("el", "la", "los", "que", "es", "este", "y", "en", "muy"),
            new Language("fr"), List.of("le", "la", "les", "et", "est", "pas", "je", "un", "une"),
            new Language("pt"), List.of("o", "os", "que", "e", "não", "uma", "um", "muito", "em"));

    private static final Map<UnicodeScript, Language> SCRIPTS = Map.of(
            UnicodeScript.ARABIC, new Language("ar"),
            UnicodeScript.CYRILLIC, new Language("ru"),
            UnicodeScript.DEVANAGARI, new Language("hi"),
            UnicodeScript.HIRAGANA, new Language("ja"),
            UnicodeScript.HANGUL, new Language("ko"));

    @Override
    public String version() {
        return "a few words and scripts";
    }

    @Override
    public Guess<Language> detect(String text) {
        String beginning = text.substring(0, Math.min(text.length(), MOST_CHARACTERS)).toLowerCase(Locale.ROOT);
        String plain = beginning.replaceAll("https?://\\S*|@\\S*", " ");
        Map<Language, Long> signs = Stream.concat(words(plain), scripts(plain))
                .collect(Collectors.groupingBy(language -> language, TreeMap::new, Collectors.counting()));
        long all = signs.values().stream().mapToLong(Long::longValue).sum();
        return new Guess<>(signs.entrySet().stream()
                .map(entry -> new Likely<>(entry.getKey(), (double) entry.getValue() / all))
                .sorted(Comparator.<Likely<Language>>comparingDouble(Likely::confidence).reversed())
                .toList());
    }

    private static Stream<Language> words(String text) {
        return Stream.of(text.split("[^\\p{L}]+"))
                .flatMap(word -> WORDS.entrySet().stream().filter(known -> known.getValue().contains(word)).map(Map.Entry::getKey));
    }

    private static Stream<Language> scripts(String text) {
        return text.codePoints().filter(Character::isLetter).mapToObj(UnicodeScript::of).filter(SCRIPTS::containsKey).map(SCRIPTS::get);
    }
}
