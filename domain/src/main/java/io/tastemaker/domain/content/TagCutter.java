package io.tastemaker.domain.content;

import io.tastemaker.domain.content.KeywordLayers.Found;
import java.util.ArrayList;
import java.util.List;

/** Cuts {@code streetfoodlover} into the words it is made of, as far as all of them are known. */
final class TagCutter {

    /** Longer ones are not cut: nobody writes them by hand. */
    private static final int LONGEST_TAG = 40;
    private static final int LONGEST_WORD = 18;
    private static final int SHORTEST_KEYWORD = 3;
    private static final int SHORTEST_AT_AN_END = 6;

    private final KeywordLayers keywords;

    TagCutter(KeywordLayers keywords) {
        this.keywords = keywords;
    }

    /** The words of a tag, few and long rather than many and short; none when some of it would be left over. */
    List<Piece> cut(String tag) {
        int length = tag.length();
        if (length > LONGEST_TAG) {
            return List.of();
        }
        int[] best = new int[length + 1];
        int[] start = new int[length + 1];
        for (int end = 1; end <= length; end++) {
            for (int from = Math.max(0, end - LONGEST_WORD); from < end; from++) {
                int worth = best[from] + (end - from) * (end - from);
                if ((from == 0 || best[from] > 0) && worth > best[end] && isWord(tag.substring(from, end))) {
                    best[end] = worth;
                    start[end] = from;
                }
            }
        }
        List<Piece> pieces = new ArrayList<>(4);
        for (int end = length; end > 0 && best[length] > 0; end = start[end]) {
            pieces.addFirst(Piece.inTag(tag.substring(start[end], end)));
        }
        return pieces;
    }

    /** Two letters may be any part of a word, unless they are one of those little words that say nothing. */
    private boolean isWord(String word) {
        Found found = keywords.exactly(Piece.inTag(word));
        return found.isKnown() && (word.length() >= SHORTEST_KEYWORD || found.keyword().categories() == 0);
    }

    /** The strong keyword that a tag begins or ends with, when it is long enough not to stand there by accident. */
    Found atAnEnd(String tag) {
        for (int length = Math.min(LONGEST_WORD, tag.length() - 1); length >= SHORTEST_AT_AN_END; length--) {
            Found front = keywords.exactly(Piece.inTag(tag.substring(0, length)));
            Found back = keywords.exactly(Piece.inTag(tag.substring(tag.length() - length)));
            if (front.keyword().isStrong() || back.keyword().isStrong()) {
                return front.keyword().isStrong() ? front : back;
            }
        }
        return Found.NOTHING;
    }
}
