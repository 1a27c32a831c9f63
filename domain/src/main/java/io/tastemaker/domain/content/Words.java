package io.tastemaker.domain.content;

import io.tastemaker.domain.content.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts the text of a post into its pieces, whatever the script: one pass, no knowledge of the language. Links and e-mail addresses are left
 * out. Any text is welcome, the empty, the broken and the endless included.
 */
final class Words {

    /** The most characters (UTF-16 units) of a text that are looked at; the rest is left out. */
    static final int MOST_CHARACTERS = 10_000;

    /** What Romance languages write in front of a word without a blank. */
    private static final Set<String> ELIDED = Set.of("l'", "d'", "j'", "n'", "s'", "m'", "t'", "c'", "v'", "qu'", "jusqu'", "lorsqu'",
            "puisqu'", "quoiqu'", "un'", "dell'", "all'", "dall'", "nell'", "sull'", "coll'", "quest'", "quell'", "bell'", "tutt'", "com'",
            "dov'", "gl'");

    private Words() {}

    /** The pieces of a text in their order. */
    static List<Token> of(String text) {
        return plain(PlainText.of(text));
    }

    private static List<Token> plain(String text) {
        List<Token> tokens = new ArrayList<>(text.length() / 5 + 4);
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ') {
                at++;
                continue;
            }
            int end = Emoticons.read(text, at, tokens);
            at = end > at ? end : isWordPart(text.codePointAt(at)) ? word(text, at, tokens) : sign(text, at, tokens);
        }
        return tokens;
    }

    /** Whether a character belongs to words: a letter, a digit, or a mark on one. */
    static boolean isWordPart(int c) {
        if (c < 0x80) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        }
        return Character.isLetterOrDigit(c) || PlainText.isMark(Character.getType(c));
    }

    private static int word(String text, int start, List<Token> tokens) {
        int run = run(text, start);
        int link = Links.end(text, start, run);
        if (link > start) {
            return link;
        }
        int initials = initials(text, start, run);
        if (initials > run) {
            tokens.add(token(Kind.WORD, text.substring(start, initials).replace(".", "")));
            return initials;
        }
        int end = run;
        int next;
        while ((next = inner(text, end)) > end) {
            end = next;
        }
        String raw = text.substring(start, end);
        int apostrophe = raw.indexOf('\'');
        String elided = apostrophe < 0 ? "" : lower(raw.substring(0, apostrophe + 1));
        if (ELIDED.contains(elided) && raw.length() > elided.length() + 1) {
            tokens.add(Token.of(Kind.WORD, elided));
            raw = raw.substring(elided.length());
        }
        tokens.add(token(Kind.WORD, raw));
        return end;
    }

    private static int run(String text, int start) {
        int at = start;
        int c;
        while (at < text.length() && isWordPart(c = text.codePointAt(at))) {
            at += Character.charCount(c);
        }
        return at;
    }

    /** Goes on behind the full stops of {@code R.I.P.}, which is one word. */
    private static int initials(String text, int start, int end) {
        int at = end;
        if (end == start + 1 && Character.isLetter(text.charAt(start))) {
            while (at + 1 < text.length() && text.charAt(at) == '.' && Character.isLetter(text.charAt(at + 1))
                    && run(text, at + 1) == at + 2) {
                at += 2;
            }
        }
        return at;
    }

    /** Goes on behind an apostrophe ({@code don't}) or the stars of a word that is not spelled out ({@code sh**t}), when letters follow. */
    private static int inner(String text, int end) {
        int at = end;
        if (at < text.length() && text.charAt(at) == '\'') {
            at++;
        } else {
            while (at < text.length() && text.charAt(at) == '*') {
                at++;
            }
        }
        int after = at > end ? run(text, at) : at;
        return after > at ? after : end;
    }

    private static int sign(String text, int at, List<Token> tokens) {
        int c = text.codePointAt(at);
        int next = at + Character.charCount(c);
        switch (c) {
            case '@' -> next = mention(text, next, tokens);
            case '#' -> next = Hashtags.read(text, next, tokens);
            case '{' -> next = text.startsWith("{{URL}}", at) ? at + 7 : next;
            case '!' -> next = mark("!", text, at, tokens);
            case '?', 0x61F -> next = mark("?", text, at, tokens);
            case '.', ';', '\n', 0x964, 0x965, 0x61B, 0x3002, '|' -> pause(".", tokens);
            case ',', ':', '(', ')', '"', 0x60C, 0x3001, 0x2013, 0x2014, 0xAB, 0xBB, 0x201C, 0x201D -> pause(",", tokens);
            default -> next = Emojis.read(text, at, tokens);
        }
        return next;
    }

    private static int mention(String text, int start, List<Token> tokens) {
        int end = run(text, start);
        while (end < text.length() && end > start && (text.charAt(end) == '_' || text.charAt(end) == '.')) {
            int after = run(text, end + 1);
            if (text.charAt(end) == '.' && after == end + 1) {
                break;
            }
            end = after;
        }
        if (end > start) {
            tokens.add(Token.of(Kind.MENTION, lower(text.substring(start, end))));
        }
        return end;
    }

    private static int mark(String mark, String text, int start, List<Token> tokens) {
        int end = start + 1;
        while (end < text.length() && text.charAt(end) == text.charAt(start)) {
            end++;
        }
        tokens.add(new Token(Kind.MARK, mark, false, end > start + 1));
        return end;
    }

    private static void pause(String sign, List<Token> tokens) {
        boolean repeats = !tokens.isEmpty() && tokens.getLast().kind() == Kind.BREAK;
        if (!repeats) {
            tokens.add(Token.of(Kind.BREAK, sign));
        } else if (sign.equals(".") && tokens.getLast().text().equals(",")) {
            tokens.set(tokens.size() - 1, Token.of(Kind.BREAK, sign));
        }
    }

    /** A word as it was written, made a token. */
    static Token token(Kind kind, String raw) {
        String lower = lower(raw);
        if (isNumber(lower)) {
            return Token.of(kind == Kind.WORD ? Kind.NUMBER : kind, lower);
        }
        String squeezed = squeeze(lower);
        boolean stretched = squeezed.length() < lower.length();
        return new Token(kind, stretched ? squeezed : lower, isCapitals(raw), stretched, Character.isUpperCase(raw.codePointAt(0)));
    }

    /** Lower case in no particular language, and {@code ß} as {@code ss}, which is what it is in capitals. */
    static String lower(String raw) {
        String lower = raw.toLowerCase(Locale.ROOT);
        return lower.indexOf('ß') < 0 ? lower : lower.replace("ß", "ss");
    }

    private static boolean isNumber(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isDigit(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCapitals(String raw) {
        int capitals = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            capitals += Character.isUpperCase(c) ? 1 : 0;
        }
        return capitals >= 2;
    }

    private static String squeeze(String word) {
        int first = thirdOfItsKind(word);
        if (first == word.length()) {
            return word;
        }
        StringBuilder squeezed = new StringBuilder(word.length()).append(word, 0, first);
        for (int i = first; i < word.length(); i++) {
            if (!repeats(word, i)) {
                squeezed.append(word.charAt(i));
            }
        }
        return squeezed.toString();
    }

    private static int thirdOfItsKind(String word) {
        int at = 2;
        while (at < word.length() && !repeats(word, at)) {
            at++;
        }
        return Math.min(at, word.length());
    }

    private static boolean repeats(String word, int at) {
        char c = word.charAt(at);
        return c == word.charAt(at - 1) && c == word.charAt(at - 2) && !Character.isDigit(c) || c == '*' && word.charAt(at - 1) == '*';
    }
}
