package io.tastemaker.domain.content;

import io.tastemaker.domain.content.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * How a keyword is looked for.
 *
 * @param pieces its words as they are compared, at least one
 * @param capital whether it must begin with a capital letter
 * @param stem whether any ending may follow
 */
record KeywordPattern(List<String> pieces, boolean capital, boolean stem) {

    /** More words in a row are no keyword; it bounds the work at each word of a text. */
    static final int MOST_PIECES = 6;

    /** A shorter beginning would be that of too many words; a sign of Arabic or Hindi says more than a Latin letter. */
    private static final int SHORTEST_STEM = 3;

    /** Reads a keyword as it is written down. */
    static KeywordPattern of(String words) {
        boolean stem = words.endsWith("*");
        List<Token> tokens = Words.of(stem ? words.substring(0, words.length() - 1) : words);
        List<String> pieces = new ArrayList<>(tokens.size());
        for (Token token : tokens) {
            if (token.kind() != Kind.WORD && token.kind() != Kind.NUMBER && token.kind() != Kind.EMOJI) {
                throw new IllegalArgumentException("a keyword is words, numbers or an emoji: " + words);
            }
            pieces.add(Folding.fold(token.text()));
        }
        if (pieces.isEmpty() || pieces.size() > MOST_PIECES) {
            throw new IllegalArgumentException("a keyword has 1 to " + MOST_PIECES + " words: " + words);
        }
        if (stem && (pieces.size() > 1 || pieces.getFirst().length() < SHORTEST_STEM)) {
            throw new IllegalArgumentException("before * stands one word of " + SHORTEST_STEM + " letters or more: " + words);
        }
        return new KeywordPattern(List.copyOf(pieces), tokens.getFirst().capital(), stem);
    }

    /** Its words with a blank between them. */
    String key() {
        return String.join(" ", pieces);
    }
}
