package io.tastemaker.adapters.ai.content;

import io.tastemaker.domain.shared.Language;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which letters a language is written with: a word with another letter is hardly of that language, though it may be a name. */
final class LanguageLetters {

    private final Map<Language, BitSet> letters = new HashMap<>();

    LanguageLetters() {
        Map<String, String> shared = new HashMap<>();
        for (String line : LanguageFile.lines("letters.txt")) {
            String[] named = line.split(" = ", 2);
            if (named.length == 2) {
                shared.put(named[0], named[1]);
            } else {
                String[] parts = line.split(" ", 3);
                letters.put(new Language(parts[0]), set(shared.get(parts[1]) + (parts.length == 3 ? parts[2] : "")));
            }
        }
    }

    /** How many of the words have a letter that the language does not write. */
    int foreign(List<String> words, Language language) {
        Optional<BitSet> known = Optional.ofNullable(letters.get(language));
        return known.map(own -> (int) words.stream().filter(word -> !isWritten(word, own)).count()).orElse(0);
    }

    private static boolean isWritten(String word, BitSet own) {
        return word.codePoints().filter(Character::isLetter).allMatch(own::get);
    }

    private static BitSet set(String text) {
        return text.codePoints().filter(Character::isLetter).collect(BitSet::new, BitSet::set, BitSet::or);
    }
}
