package io.tastemaker.domain.content;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** Finds keywords in writing that puts no blanks between words: Chinese characters and Japanese. */
final class UnspacedWriting {

    private static final Set<UnicodeScript> SCRIPTS = Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

    private static final int LONGEST = 12;

    /** A word of foreign origin in the middle of another one is taken for that word only if it is so long. */
    private static final int LONG_KATAKANA = 4;

    private UnspacedWriting() {}

    /** Whether a word is, or begins with, such writing. */
    static boolean is(String word) {
        return word.charAt(0) >= 0x2E80 && SCRIPTS.contains(UnicodeScript.of(word.codePointAt(0)));
    }

    /** How many words a run of such writing may be. */
    static int words(String run) {
        return (run.length() + 1) / 2;
    }

    /** Adds all keywords of a run of such writing, the longest at each place. */
    static void read(String run, KeywordLayers keywords, int weight, Points points) {
        int at = 0;
        while (at < run.length()) {
            int length = add(run, at, keywords, weight, points);
            at += Math.max(1, length);
        }
    }

    private static int add(String run, int at, KeywordLayers keywords, int weight, Points points) {
        for (int length = Math.min(LONGEST, run.length() - at); length > 0; length--) {
            Keyword found = keywords.exactly(Piece.inTag(run.substring(at, at + length))).keyword();
            if (found != Keyword.UNKNOWN && (length >= LONG_KATAKANA || !isInKatakana(run, at))) {
                points.add(found, weight, words(run.substring(at, at + length)));
                return length;
            }
        }
        return 0;
    }

    private static boolean isInKatakana(String run, int at) {
        return at > 0 && isKatakana(run.charAt(at)) && isKatakana(run.charAt(at - 1));
    }

    private static boolean isKatakana(char c) {
        return c >= 0x30A0 && c < 0x3100;
    }
}
