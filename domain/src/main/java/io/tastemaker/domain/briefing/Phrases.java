package io.tastemaker.domain.briefing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What phrases of up to six words mean. The longest phrase that begins at a word counts.
 *
 * @param <T> what a phrase means
 */
final class Phrases<T> {

    /**
     * A phrase that was found.
     *
     * @param <T> what a phrase means
     * @param meaning what it means
     * @param start its first piece
     * @param end after its last piece
     */
    record Hit<T>(T meaning, int start, int end) {}

    private static final int LONGEST = 6;

    private final Map<String, T> meanings;

    private Phrases(Map<String, T> meanings) {
        this.meanings = Map.copyOf(meanings);
    }

    /**
     * Reads a table: one meaning a line, a colon, and its phrases parted by commas.
     *
     * @param <T> what a phrase means
     * @param table the lines
     * @param meaning reads what stands before the colon
     * @return the phrases
     */
    static <T> Phrases<T> of(String table, Function<String, T> meaning) {
        Map<String, T> meanings = new HashMap<>();
        table.lines().filter(line -> !line.isBlank()).forEach(line -> {
            int colon = line.indexOf(':');
            T what = meaning.apply(line.substring(0, colon).strip());
            for (String phrase : line.substring(colon + 1).split(",")) {
                if (!phrase.isBlank()) {
                    meanings.putIfAbsent(Sheet.fold(phrase.strip()), what);
                }
            }
        });
        return new Phrases<>(meanings);
    }

    Optional<T> find(String phrase) {
        return Optional.ofNullable(meanings.get(phrase));
    }

    boolean has(String phrase) {
        return meanings.containsKey(phrase);
    }

    /** The longest phrase that begins at a piece. */
    Optional<Hit<T>> at(Sheet sheet, int start) {
        StringBuilder phrase = new StringBuilder();
        Optional<Hit<T>> longest = Optional.empty();
        for (int i = Math.max(start, 0); start >= 0 && i < sheet.size() && i < start + LONGEST && sheet.at(i).is(Token.Kind.WORD); i++) {
            phrase.append(i == start ? "" : " ").append(sheet.at(i).word());
            T meaning = meanings.get(phrase.toString());
            if (meaning != null) {
                longest = Optional.of(new Hit<>(meaning, start, i + 1));
            }
        }
        return longest;
    }

    /** The longest phrase that ends before a piece. */
    Optional<Hit<T>> before(Sheet sheet, int end) {
        StringBuilder phrase = new StringBuilder();
        Optional<Hit<T>> longest = Optional.empty();
        for (int i = Math.min(end, sheet.size()) - 1; i >= 0 && i >= end - LONGEST && sheet.at(i).is(Token.Kind.WORD); i--) {
            phrase.insert(0, sheet.at(i).word() + (i == end - 1 ? "" : " "));
            T meaning = meanings.get(phrase.toString());
            if (meaning != null) {
                longest = Optional.of(new Hit<>(meaning, i, end));
            }
        }
        return longest;
    }
}
