package io.tastemaker.adapters.ai.content;

import io.tastemaker.domain.shared.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words like "the" and "de": too short for models of three letters, and yet what a caption of four words is told by. */
final class SmallWords {

    private final Map<Language, Set<String>> words = new HashMap<>();

    SmallWords() {
        for (String line : LanguageFile.lines("small-words.txt")) {
            String[] parts = line.split(" ");
            words.put(new Language(parts[0]), Set.copyOf(List.of(parts).subList(1, parts.length)));
        }
    }

    /** The languages that some of the words are small words of, and of how many; a language without any is not there. */
    Map<Language, Integer> in(List<String> text) {
        Map<Language, Integer> found = new HashMap<>();
        words.forEach((language, own) -> {
            int count = (int) text.stream().filter(own::contains).count();
            if (count > 0) {
                found.put(language, count);
            }
        });
        return found;
    }
}
