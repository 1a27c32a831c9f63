package io.tastemaker.domain.content;

import io.tastemaker.domain.shared.Language;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Tells the mood of a text by rules and word lists: no model, no network, the same answer for the same text. Immutable; safe for use by
 * many threads.
 *
 * <p>A text is read with the lexicon of its language, and with that of {@link SentimentLexicon#NEUTRAL}. A language without a lexicon
 * leaves only the latter. Where the language is not known, the script decides: mostly Latin letters are read as English, Arabic letters
 * as Arabic, Devanagari as Hindi, and the confidence is lower; any other script leaves the neutral part.
 */
public final class SentimentRules {

    /** The most characters (UTF-16 units) of a text that are looked at; the rest is left out. */
    public static final int MOST_CHARACTERS = Words.MOST_CHARACTERS;

    /** Changes whenever the same lexicons may give another answer. */
    private static final String RULES = "1";

    private static final double GUESSED = 0.7;

    private final Map<Language, Vocabulary> vocabularies;
    private final Vocabulary neutral;
    private final String version;

    /**
     * Makes the rules ready, which takes longer than using them.
     *
     * @param lexicons one for each language, perhaps one of them {@link SentimentLexicon#NEUTRAL}
     * @throws IllegalArgumentException if a language stands there twice, or borrows from one that is not there or borrows itself
     */
    public SentimentRules(Collection<SentimentLexicon> lexicons) {
        Map<Language, SentimentLexicon> byLanguage = new TreeMap<>();
        for (SentimentLexicon lexicon : lexicons) {
            if (byLanguage.putIfAbsent(lexicon.language(), lexicon) != null) {
                throw new IllegalArgumentException("two lexicons of one language: " + lexicon.language());
            }
        }
        version = version(byLanguage.values());
        neutral = neutral(Optional.ofNullable(byLanguage.remove(SentimentLexicon.NEUTRAL)));
        vocabularies = vocabularies(byLanguage, neutral);
    }

    private static Vocabulary neutral(Optional<SentimentLexicon> given) {
        return new Vocabulary(given.orElseGet(() -> new SentimentLexicon(SentimentLexicon.NEUTRAL, "", Optional.empty(), List.of())),
                Optional.empty());
    }

    private static Map<Language, Vocabulary> vocabularies(Map<Language, SentimentLexicon> lexicons, Vocabulary neutral) {
        Map<Language, Vocabulary> made = new HashMap<>();
        for (SentimentLexicon lexicon : lexicons.values()) {
            if (lexicon.borrows().isEmpty()) {
                made.put(lexicon.language(), new Vocabulary(lexicon, Optional.of(neutral)));
            }
        }
        Map<Language, Vocabulary> lenders = Map.copyOf(made);
        for (SentimentLexicon lexicon : lexicons.values()) {
            lexicon.borrows().map(from -> new Vocabulary(lexicon, Optional.of(lender(lenders, from))))
                    .ifPresent(vocabulary -> made.put(lexicon.language(), vocabulary));
        }
        return Map.copyOf(made);
    }

    private static Vocabulary lender(Map<Language, Vocabulary> lenders, Language from) {
        return Optional.ofNullable(lenders.get(from))
                .orElseThrow(() -> new IllegalArgumentException(
                        "nothing can be borrowed from " + from + ": it has no lexicon, or one that borrows"));
    }

    private static String version(Collection<SentimentLexicon> lexicons) {
        CRC32 sum = new CRC32();
        lexicons.forEach(lexicon -> sum.update((lexicon.language() + " " + lexicon.version() + "\n").getBytes(StandardCharsets.UTF_8)));
        return RULES + "-" + HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /**
     * What the answers depend on besides the text: the rules and all lexicons.
     *
     * @return a short text, another one whenever either changes
     */
    public String version() {
        return version;
    }

    /**
     * The languages that have a lexicon of their own.
     *
     * @return without {@link SentimentLexicon#NEUTRAL}
     */
    public Set<Language> languages() {
        return vocabularies.keySet();
    }

    /**
     * Tells the mood of a text.
     *
     * @param text any characters; the first {@link #MOST_CHARACTERS} count
     * @param language in which it is written, where that is known
     * @return the mood; neutral with no confidence where no word and no sign was understood
     */
    public Sentiment sentiment(String text, Optional<Language> language) {
        List<Token> tokens = Words.of(text);
        Optional<Language> readAs = language.isPresent() ? language : Scripts.likelyLanguage(tokens);
        Vocabulary vocabulary = readAs.map(vocabularies::get).orElse(neutral);
        double certainty = language.isPresent() && vocabulary != neutral ? 1 : GUESSED;
        return Tone.weigh(Unit.of(tokens, vocabulary)).mood(certainty);
    }
}
