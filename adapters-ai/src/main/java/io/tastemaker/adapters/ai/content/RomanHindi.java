package io.tastemaker.adapters.ai.content;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hindi in Latin letters, as most of India types it: no library has a model of it, but its small words give it away. */
final class RomanHindi {

    private static final int FEWEST = 2;
    private static final int ONE_WORD_IN = 4;
    private static final int MOST = 5;

    private final Map<String, Set<String>> words = new HashMap<>();

    RomanHindi() {
        for (String line : LanguageFile.lines("roman-hindi.txt")) {
            String[] parts = line.split(" = ", 2);
            words.computeIfAbsent(parts[0], kind -> new HashSet<>()).addAll(List.of(parts[1].split(" ")));
        }
    }

    /** How many different words of a text speak for Hindi, 0 to 5: 0 unless one of them is telling and they are a quarter of the text. */
    int signs(List<String> text) {
        Set<String> telling = words.get("telling");
        List<String> found = text.stream().filter(word -> telling.contains(word) || words.get("company").contains(word)).toList();
        int different = Set.copyOf(found).size();
        boolean hindi = different >= FEWEST && found.size() * ONE_WORD_IN >= text.size() && found.stream().anyMatch(telling::contains);
        return hindi ? Math.min(different, MOST) : 0;
    }
}
