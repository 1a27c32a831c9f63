package io.tastemaker.domain.content;

import io.tastemaker.domain.content.Token.Kind;
import java.util.List;

/** Finds faces made of signs, and gives them in their simplest form: {@code :-)))} and {@code =]} are {@code :)}. */
final class Emoticons {

    private static final String EYES = ":;=8";
    private static final String NOSES = "-^~o";
    private static final String MOUTHS = ")]}DdPpbOo0|/\\([{@Ss$*3Xx";
    private static final String MEANING = ")))DDpppooo|//(((@ss$**xx";

    /** Faces that lie on their backs stand upright: both eyes, and a line between them. */
    private static final String UPRIGHT_EYES = "^-*;>TtOoUuNnXxQq.";

    private Emoticons() {}

    /**
     * Reads an emoticon into the list.
     *
     * @return where it ends; start when there is none
     */
    static int read(String text, int start, List<Token> tokens) {
        char c = text.charAt(start);
        boolean free = start == 0 || !Words.isWordPart(text.codePointBefore(start));
        if (c == '<') {
            return heart(text, start, tokens);
        }
        if (EYES.indexOf(c) >= 0) {
            int end = face(text, start, start, free, tokens);
            if (end > start) {
                return end;
            }
        }
        if (c == '>' && start + 2 < text.length() && text.charAt(start + 1) == ':' && text.charAt(start + 2) == '(') {
            return add(":@", text, start + 2, tokens);
        }
        if (!free) {
            return start;
        }
        return c == '(' || c == ')' ? mirrored(text, start, tokens) : upright(text, start, tokens);
    }

    private static int heart(String text, int start, List<Token> tokens) {
        if (text.startsWith("<3", start)) {
            return add("<3", text, start + 1, tokens);
        }
        return text.startsWith("</3", start) ? add("</3", text, start + 2, tokens) : start;
    }

    /** Eyes, perhaps a tear, perhaps a nose, a mouth. Letters and digits are a mouth only where no word begins or ends. */
    private static int face(String text, int start, int eyes, boolean free, List<Token> tokens) {
        int at = eyes + 1;
        boolean tear = at < text.length() && (text.charAt(at) == '\'' || text.charAt(at) == ',');
        at += tear ? 1 : 0;
        if (at + 1 < text.length() && NOSES.indexOf(text.charAt(at)) >= 0 && MOUTHS.indexOf(text.charAt(at + 1)) >= 0) {
            at++;
        }
        int mouth = at < text.length() ? MOUTHS.indexOf(text.charAt(at)) : -1;
        if (mouth < 0 || !isFace(text.charAt(eyes), text.charAt(at), free) || text.charAt(at) != ')' && isFollowed(text, at)) {
            return start;
        }
        return add(name(text.charAt(eyes), tear, MEANING.charAt(mouth)), text, at, tokens);
    }

    /** Only the plainest faces cling to a word; {@code 8} and {@code =} mean something else in front of most signs. */
    private static boolean isFace(char eyes, char mouth, boolean free) {
        boolean plain = mouth == ')' || mouth == '(' || mouth == ']';
        return switch (eyes) {
            case '8' -> free && mouth == ')';
            case '=' -> free && !Character.isDigit(mouth);
            default -> free || plain;
        };
    }

    private static String name(char eyes, boolean tear, char mouth) {
        if (tear) {
            return ":'" + mouth;
        }
        return (eyes == ';' && mouth == ')' ? ";" : ":") + mouth;
    }

    private static int mirrored(String text, int start, List<Token> tokens) {
        int eyes = start + 1 < text.length() && (text.charAt(start + 1) == '-' || text.charAt(start + 1) == '\'') ? start + 2 : start + 1;
        boolean found = eyes < text.length() && EYES.indexOf(text.charAt(eyes)) >= 0 && text.charAt(eyes) != '8' && !isFollowed(text, eyes)
                && (start == 0 || text.charAt(start - 1) <= ' ');
        return found ? add(text.charAt(start) == '(' ? ":)" : ":(", text, eyes, tokens) : start;
    }

    private static int upright(String text, int start, List<Token> tokens) {
        char left = text.charAt(start);
        if (UPRIGHT_EYES.indexOf(left) < 0 || start + 1 >= text.length()) {
            return start;
        }
        if (left == '^' && text.charAt(start + 1) == '^') {
            return add("^_^", text, start + 1, tokens);
        }
        if (start + 2 >= text.length() || !isLine(text.charAt(start + 1), left)) {
            return start;
        }
        char right = text.charAt(start + 2);
        boolean pair = Character.toLowerCase(left) == Character.toLowerCase(right) || left == '>' && right == '<';
        if (!pair || isFollowed(text, start + 2)) {
            return start;
        }
        return add(Character.toLowerCase(left) + "_" + Character.toLowerCase(right), text, start + 2, tokens);
    }

    private static boolean isLine(char line, char eye) {
        return line == '_' || line == '.' && "^-*>Oo".indexOf(eye) >= 0 || line == '-' && "*;^".indexOf(eye) >= 0;
    }

    private static boolean isFollowed(String text, int last) {
        int at = pastRun(text, last);
        return at < text.length() && Words.isWordPart(text.codePointAt(at));
    }

    private static int pastRun(String text, int last) {
        int at = last + 1;
        while (at < text.length() && text.charAt(at) == text.charAt(last)) {
            at++;
        }
        return at;
    }

    private static int add(String name, String text, int last, List<Token> tokens) {
        int end = pastRun(text, last);
        tokens.add(new Token(Kind.EMOTICON, name, false, end > last + 1));
        return end;
    }
}
