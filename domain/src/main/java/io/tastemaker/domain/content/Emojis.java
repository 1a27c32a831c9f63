package io.tastemaker.domain.content;

import io.tastemaker.domain.content.Token.Kind;
import java.util.List;

/** Finds emoji. */
final class Emojis {

    private Emojis() {}

    /**
     * Reads the emoji at a place into the list, if there is one.
     *
     * @return where the text goes on behind the sign, emoji or not
     */
    static int read(String text, int at, List<Token> tokens) {
        int c = text.codePointAt(at);
        int end = at + Character.charCount(c);
        if (!isEmoji(c)) {
            return end;
        }
        boolean flag = isFlagHalf(c) && end < text.length() && isFlagHalf(text.codePointAt(end));
        end += flag ? 2 : 0;
        tokens.add(Token.of(Kind.EMOJI, text.substring(at, end)));
        return end;
    }

    /** The signs of gender are emoji too, but stand behind persons and say no more than they. */
    private static boolean isEmoji(int c) {
        return c >= 0x203C && c != 0x2640 && c != 0x2642 && (Character.isExtendedPictographic(c) || Character.isEmojiPresentation(c));
    }

    private static boolean isFlagHalf(int c) {
        return c >= 0x1F1E6 && c <= 0x1F1FF;
    }
}
