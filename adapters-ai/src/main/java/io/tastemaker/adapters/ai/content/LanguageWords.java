package io.tastemaker.adapters.ai.content;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text in lower case, without what tells nothing of its language: links, mentions, laughter, digits, signs and emoji. */
final class LanguageWords {

    /** Of a long text no more than its beginning is looked at: who wrote 2,000 characters in a language goes on in it. */
    static final int MOST_CHARACTERS = 2_000;

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})|\\\\[nrt]");
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|[a-zA-Z]{2,8});");

    /** Only ASCII belongs to a link or a name: in Japanese the sentence goes on without a space. {@code RT} marks what was retold. */
    private static final Pattern NO_WORDS = Pattern.compile("(?i:\\bhttps?\\b[!-~]*|\\bwww\\.[!-~]+)"
            + "|(?<![\\w.+-])[\\w.+-]++@[\\w.-]+|@[\\w.]+"
            + "|(?<![\\w.-])(?:(?!(?:com|net|org|ly|io|tv|gl)\\b)[\\w-]++\\.)++(?:com|net|org|ly|io|tv|gl)\\b[!-~]*"
            + "|\\b[A-Za-z]*+\\d\\w*"
            + "|\\b(?:RT|rt)\\b");

    /** No letter has more; thousands on one letter are there to be expensive. */
    private static final Pattern MARKS = Pattern.compile("(\\p{M}{4})\\p{M}+");

    /** In a tag words are told apart by capitals. */
    private static final Pattern TAG = Pattern.compile("#[\\p{L}\\p{M}\\p{N}_]+");
    private static final Pattern SEAM = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}'\u2019\u200c\u200d]*");

    private static final Pattern LAUGHTER = Pattern.compile("a?(?:h[aei]|j[aei]|ха|xa){2,}h?|(?:ah){2,}a?"
            + "|k{3,}|w{3,}|(?:rs){2,}|lo+l|ه{3,}|ㅋ+|ㅎ+");

    private LanguageWords() {}

    static List<String> of(String text) {
        String beginning = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
        String plain = unescaped(MARKS.matcher(beginning).replaceAll("$1"));
        String spaced = TAG.matcher(NO_WORDS.matcher(plain).replaceAll(" ")).replaceAll(tag -> SEAM.matcher(tag.group()).replaceAll(" "));
        return WORD.matcher(Normalizer.normalize(spaced, Normalizer.Form.NFC)).results()
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .filter(word -> !LAUGHTER.matcher(word).matches())
                .toList();
    }

    /** Exports often hold letters as programs write them down; these are letters like others, not Latin words. */
    private static String unescaped(String text) {
        String decoded = ESCAPE.matcher(text).replaceAll(escape -> character(escape.group(1), 16));
        return ENTITY.matcher(decoded).replaceAll(entity ->
                entity.group(1) == null ? character(entity.group(2), 16) : character(entity.group(1), 10));
    }

    private static String character(String digits, int radix) {
        int code = digits == null ? ' ' : Integer.parseInt(digits, radix);
        return Matcher.quoteReplacement(Character.isValidCodePoint(code) ? Character.toString(code) : " ");
    }
}
