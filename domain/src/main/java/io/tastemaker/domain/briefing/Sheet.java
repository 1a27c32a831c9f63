package io.tastemaker.domain.briefing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message cut into pieces, on which readers tick off what they have understood, so that no other takes it for something else. */
final class Sheet {

    private static final String TOP_LEVELS = "com|net|org|io|co|app|shop|store|dev|ai|me|tv|info|biz|eu|de|fr|es|it|pt|br|uk|us|mx|ar|cl|pe|in|jp|kr|cn|"
            + "ru|nl|be|"
            + "ch|at|pl|se|no|dk|fi|ie|ca|au|nz|za|gr|cz|hu|ro|tr|ae|beauty|fashion|fitness|health|travel|online|site|tech|club|world|studio|style|design|"
            + "games|care|life|live|agency|brand|boutique|example|coffee|pet|food|eco|green|bio|xyz|cloud|so|gg|ly|to|fm|mobi|cat|berlin|global|example";

    private static final Pattern PIECES = Pattern.compile(
            "(?<email>[\\w.+-]{1,64}+@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8})"
                    + "|(?<link>(?i:https?://|www\\.)[^\\s<>\"'|]+|(?<![\\w@.-])(?i:(?:[\\p{L}\\d][\\p{L}\\d-]{0,62}\\.){1,8}(?:" + TOP_LEVELS
                    + "))(?![\\w-])(?:[/?#][^\\s<>\"'|]*)?)"
                    + "|(?<handle>@[\\w.]+|#[\\p{L}\\w]+)"
                    + "|(?<date>\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?!\\d)|\\d{1,2}(?<one>[./-])\\d{1,2}\\k<one>\\d{4}(?!\\d)|"
                    + "\\d{1,2}(?<two>[./-])\\d{1,2}\\k<two>\\d{2}(?![\\d.,])"
                    + "|\\d{1,2}\\.\\d{1,2}\\.(?!\\d)|\\d{1,2}/\\d{1,2}(?![\\d/]))"
                    + "|(?<number>\\d{1,3}(?:[ \\u00a0\\u202f\\u2009]\\d{3}){1,8}(?:,\\d{1,2})?(?![\\d\\p{L}])|\\d{1,3}(?:['\\u2019]\\d{3}){1,8}(?!\\d)|"
                    + "\\d++(?:[.,]\\d++){0,12})"
                    + "|(?<money>(?i:(?<![\\p{L}])(?:us|au|ca|nz|hk|sg|mx|ar|r|a|c|s)\\$)|\\p{Sc})"
                    + "|(?<flag>[\\x{1F1E6}-\\x{1F1FF}]{2})"
                    + "|(?<scale>(?<=\\d)[\u4e07\u842c\ub9cc\u5343\ucc9c])"
                    + "|(?<word>[\\p{L}\\p{M}]+)"
                    + "|(?<break>[.!?;\\n\\u061F\\u3002\\uFF01\\uFF1F\\u0964]+)"
                    + "|(?<dash>(?<=[\\p{L}\\d])-(?=\\p{L}))"
                    + "|(?<sign>[^\\s'\\u2019])");

    private static final Set<String> SHORT_MONTHS = Set.of(
            "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "janv", "fevr", "avr", "juil", "okt", "dez");

    private final String text;
    private final List<Token> tokens;
    private final BriefTopic[] taken;
    private final boolean[] ignored;

    Sheet(String text) {
        this.text = text;
        this.tokens = tokens(text);
        this.taken = new BriefTopic[tokens.size()];
        this.ignored = new boolean[tokens.size()];
    }

    /** Control characters, marks of direction and the like say nothing; digits of other scripts are digits. */
    static String clean(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(point -> {
            int type = Character.getType(point);
            if (type == Character.DECIMAL_DIGIT_NUMBER) {
                plain.append(Character.digit(point, 10));
            } else if (point == '\n' || point == '\t') {
                plain.append((char) point);
            } else if (point == 0x066B) {
                plain.append('.');
            } else if (point == 0x066C) {
                plain.append(',');
            } else if (type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE && type != Character.PRIVATE_USE
                    && type != Character.UNASSIGNED) {
                plain.appendCodePoint(point);
            }
        });
        return plain.toString();
    }

    /** Lower case and without accents, letter by letter, so that places in the folded text are places in the text. */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter < 128) {
                folded.append(Character.toLowerCase(letter));
            } else if (letter == '\u00df') {
                folded.append('s');
            } else if (letter == '\u0131') {
                folded.append('i');
            } else if (letter == '\u0142') {
                folded.append('l');
            } else if (letter == '\u00f8' || letter == '\u00d8') {
                folded.append('o');
            } else if (Character.isSurrogate(letter) || letter >= 0xAC00 && letter <= 0xD7A3) {
                folded.append(letter);
            } else {
                folded.append(Character.toLowerCase(Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD).charAt(0)));
            }
        }
        return folded.toString();
    }

    private static List<Token> tokens(String text) {
        List<Token> found = new ArrayList<>();
        Matcher piece = PIECES.matcher(text);
        while (piece.find()) {
            Token.Kind kind = kind(piece);
            if (kind != null) {
                found.add(token(text, kind, piece.start(), piece.end()));
            }
        }
        List<Token> kept = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (!isOrdinalDot(text, found, i)) {
                kept.add(found.get(i));
            }
        }
        return List.copyOf(kept);
    }

    private static Token.Kind kind(Matcher piece) {
        if (piece.group("link") != null) {
            return Token.Kind.LINK;
        }
        if (piece.group("date") != null) {
            return Token.Kind.DATE;
        }
        if (piece.group("number") != null) {
            return Token.Kind.NUMBER;
        }
        if (piece.group("money") != null) {
            return Token.Kind.MONEY;
        }
        if (piece.group("flag") != null) {
            return Token.Kind.FLAG;
        }
        if (piece.group("word") != null || piece.group("scale") != null) {
            return Token.Kind.WORD;
        }
        if (piece.group("break") != null) {
            return Token.Kind.BREAK;
        }
        return piece.group("dash") == null ? Token.Kind.SIGN : null;
    }

    private static Token token(String text, Token.Kind kind, int start, int end) {
        if (kind == Token.Kind.FLAG) {
            char first = (char) ('A' + text.codePointAt(start) - 0x1F1E6);
            char second = (char) ('A' + text.codePointAt(start + 2) - 0x1F1E6);
            return new Token(kind, start, end, "" + first + second);
        }
        if (kind == Token.Kind.LINK) {
            int last = end;
            while (last > start && ".,;:!?)]}'\u2019*".indexOf(text.charAt(last - 1)) >= 0) {
                last--;
            }
            return new Token(kind, start, last, text.substring(start, last));
        }
        return new Token(kind, start, end, fold(text.substring(start, end)));
    }

    /** The dot of "1. März", "Sept. 5" and "St. Gallen" ends no sentence. */
    private static boolean isOrdinalDot(String text, List<Token> found, int i) {
        Token dot = found.get(i);
        if (!dot.is(Token.Kind.BREAK) || !text.startsWith(".", dot.start()) || dot.end() - dot.start() > 1 || i == 0 || i + 1 == found.size()) {
            return false;
        }
        Token before = found.get(i - 1);
        Token after = found.get(i + 1);
        if (before.end() != dot.start()) {
            return false;
        }
        boolean ordinal = before.is(Token.Kind.NUMBER) && before.word().length() <= 2
                && (after.is(Token.Kind.WORD) && (DateWords.isMonth(after.word()) || DateWords.isRangeWord(after.word())) || after.is("-")
                        || after.is("\u2013"));
        boolean abbreviated = SHORT_MONTHS.contains(before.word()) && after.is(Token.Kind.NUMBER);
        boolean shortened = Set.of("tsd", "mio", "mill", "min", "max", "ca", "fr", "rs", "approx", "aprox", "vs", "inkl", "bzw", "u", "k", "abo",
                "foll").contains(before.word())
                && (after.is(Token.Kind.NUMBER) || after.is(Token.Kind.MONEY) || before.is("tsd") || before.is("mio"))
                && dot.end() < text.length();
        return ordinal || abbreviated || shortened;
    }

    String text() {
        return text;
    }

    int size() {
        return tokens.size();
    }

    Token at(int i) {
        return tokens.get(i);
    }

    /** The piece at a place, or one that is nothing when the place lies outside. */
    Token near(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i) : new Token(Token.Kind.BREAK, text.length(), text.length(), "");
    }

    boolean isFree(int i) {
        return i >= 0 && i < taken.length && taken[i] == null && !ignored[i];
    }

    boolean isFree(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isFree(i)) {
                return false;
            }
        }
        return true;
    }

    BriefTopic taken(int i) {
        return i >= 0 && i < taken.length ? taken[i] : null;
    }

    boolean isIgnored(int i) {
        return i >= 0 && i < ignored.length && ignored[i];
    }

    void take(int from, int to, BriefTopic topic) {
        Arrays.fill(taken, from, to, topic);
    }

    void ignore(int from, int to) {
        Arrays.fill(ignored, from, to, true);
    }

    /** Whether a minus sign stands right before a number. */
    boolean isNegative(int i) {
        Token sign = near(i - 1);
        return i > 0 && (sign.is("-") || sign.is("\u2212")) && sign.end() == near(i).start()
                && (sign.start() == 0 || Character.isWhitespace(text.charAt(sign.start() - 1)) && near(i - 2).end() < sign.start()
                        && !near(i - 2).is(Token.Kind.NUMBER) && Amounts.at(this, i - 2).isEmpty());
    }

    /** Where the sentence of a piece begins. */
    int sentenceStart(int i) {
        int start = Math.min(i, tokens.size());
        while (start > 0 && !tokens.get(start - 1).is(Token.Kind.BREAK)) {
            start--;
        }
        return start;
    }

    /** Where the sentence of a piece ends, exclusive. */
    int sentenceEnd(int i) {
        int end = i;
        while (end < tokens.size() && !tokens.get(end).is(Token.Kind.BREAK)) {
            end++;
        }
        return end;
    }

    /** The words from one piece to another, as they were written. */
    String said(int from, int to) {
        return from >= to ? "" : text.substring(tokens.get(from).start(), tokens.get(to - 1).end()).replaceAll("\\s+", " ").strip();
    }

    /** French tea, which looks like the English article when folded. */
    boolean isTea(int i) {
        return tokens.get(i).is("the") && text.charAt(tokens.get(i).end() - 1) != 'e' && text.charAt(tokens.get(i).end() - 1) != 'E';
    }

    boolean isUpper(int i) {
        String written = text.substring(tokens.get(i).start(), tokens.get(i).end());
        return written.equals(written.toUpperCase(Locale.ROOT)) && !written.equals(written.toLowerCase(Locale.ROOT));
    }

    boolean isCapital(int i) {
        return Character.isUpperCase(text.charAt(tokens.get(i).start()));
    }

    /** Whether the whole message shouts, so that capitals say nothing. */
    boolean shouts() {
        long letters = text.chars().filter(Character::isLetter).count();
        long capitals = text.chars().filter(Character::isUpperCase).count();
        return letters > 8 && capitals * 10 > letters * 8;
    }
}
