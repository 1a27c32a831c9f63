package io.tastemaker.domain.content;

import io.tastemaker.domain.content.KeywordMap.Match;
import java.util.List;

/**
 * The keywords that count in a text. A longer phrase stands over a shorter one; of two alike that of the earlier map counts.
 *
 * @param full the keywords that count in full
 * @param half those whose single words count by half, because they are of another language than the text may be
 */
record KeywordLayers(List<KeywordMap> full, List<KeywordMap> half) {

    KeywordLayers {
        full = List.copyOf(full);
        half = List.copyOf(half);
    }

    /** What stands at a place: the longest phrase of the words that follow, else the word in whatever form. */
    Found find(List<Piece> pieces, int at) {
        Found best = Found.NOTHING;
        for (KeywordMap map : full) {
            best = best.or(map.find(pieces, at), false);
        }
        for (KeywordMap map : half) {
            best = best.or(map.find(pieces, at), true);
        }
        return best;
    }

    /** A single word as it stands. */
    Found exactly(Piece piece) {
        Found best = Found.NOTHING;
        for (KeywordMap map : full) {
            best = best.isKnown() ? best : new Found(map.exactly(piece), 1, false);
        }
        for (KeywordMap map : half) {
            best = best.isKnown() ? best : new Found(map.exactly(piece), 1, true);
        }
        return best;
    }

    /**
     * What stands at a place.
     *
     * @param keyword the keyword, or {@link Keyword#UNKNOWN}
     * @param length how many words it takes, at least one
     * @param half whether it counts by half
     */
    record Found(Keyword keyword, int length, boolean half) {

        static final Found NOTHING = new Found(Keyword.UNKNOWN, 1, false);

        boolean isKnown() {
            return keyword != Keyword.UNKNOWN;
        }

        /** What it counts where a keyword of the language counts so much. */
        int weight(int full) {
            return half ? full / 2 : full;
        }

        private Found or(Match match, boolean foreign) {
            boolean better = match.keyword() != Keyword.UNKNOWN && (!isKnown() || match.length() > length);
            return better ? new Found(match.keyword(), match.length(), foreign && match.length() == 1) : this;
        }
    }
}
