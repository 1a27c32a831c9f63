package io.tastemaker.domain.content;

import io.tastemaker.domain.content.Token.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The terms of one language in the form in which they are found. Never changes once it is made. */
final class Vocabulary {

    /** The most words of a phrase. */
    static final int LONGEST_PHRASE = 6;

    private static final int SHORTEST_PREFIX = 3;
    private static final int LONGEST_PREFIX = 12;

    private final WordForms forms;
    private final Map<String, Sense> terms = new HashMap<>();
    private final Map<String, Sense> prefixes = new HashMap<>();
    private final Map<String, Sense> tags = new HashMap<>();
    private final Map<String, Integer> openings = new HashMap<>();
    private final Optional<Vocabulary> borrowed;

    Vocabulary(SentimentLexicon lexicon, Optional<Vocabulary> borrowed) {
        this.forms = WordForms.of(lexicon.language());
        this.borrowed = borrowed;
        for (SentimentTerm term : lexicon.terms()) {
            add(term);
        }
        for (SentimentTerm term : lexicon.terms()) {
            addOtherSpelling(term);
        }
    }

    private void add(SentimentTerm term) {
        List<Token> words = pieces(term);
        String key = join(words);
        Map<String, Sense> place = term.isBeginning() ? prefixes : terms;
        place.merge(key, Sense.NONE.and(term.effect()), (known, added) -> known.and(term.effect()));
        if (words.size() > 1) {
            openings.merge(words.getFirst().text(), words.size(), Math::max);
            tags.putIfAbsent(key.replace(" ", "").replace("'", ""), terms.get(key));
        }
    }

    /** A spelling that is a word of its own keeps its own sense. */
    private void addOtherSpelling(SentimentTerm term) {
        List<Token> words = pieces(term);
        if (words.size() == 1 && !term.isBeginning()) {
            String word = words.getFirst().text();
            terms.putIfAbsent(forms.key(word), terms.get(word));
        } else if (words.size() > 1) {
            String key = words.stream().map(word -> forms.key(word.text())).collect(Collectors.joining(" "));
            terms.putIfAbsent(key, terms.get(join(words)));
            openings.merge(forms.key(words.getFirst().text()), words.size(), Math::max);
        }
    }

    private static List<Token> pieces(SentimentTerm term) {
        String words = term.isBeginning() ? term.words().substring(0, term.words().length() - 1) : term.words();
        List<Token> pieces = Words.of(words);
        if (pieces.isEmpty() || pieces.stream().anyMatch(piece -> piece.kind() == Kind.BREAK || piece.kind() == Kind.MARK)) {
            throw new IllegalArgumentException("a term is words or a sign, without anything between them: " + term.words());
        }
        return pieces;
    }

    static String join(List<Token> words) {
        return words.stream().map(Token::text).collect(Collectors.joining(" "));
    }

    /** The most words of a phrase that begins with a word; 0 when none does. */
    int longestPhrase(String word) {
        int longest = Math.max(openings.getOrDefault(word, 0), openings.getOrDefault(forms.key(word), 0));
        return borrowed.isPresent() ? Math.max(longest, borrowed.get().longestPhrase(word)) : longest;
    }

    /** What a phrase says, its words in their order with a blank between them. */
    Sense phrase(List<Token> words) {
        Sense found = known(join(words));
        if (found == Sense.NONE) {
            found = known(words.stream().map(word -> forms.key(word.text())).collect(Collectors.joining(" ")));
        }
        return found == Sense.NONE && borrowed.isPresent() ? borrowed.get().phrase(words) : found;
    }

    String key(String word) {
        return forms.key(word);
    }

    /** What a hashtag says as a whole: a word, or a phrase without blanks. */
    Sense tag(Token tag) {
        Sense found = word(tag);
        return found == Sense.NONE ? joined(tag.text()) : found;
    }

    private Sense joined(String text) {
        Sense found = tags.getOrDefault(text, Sense.NONE);
        return found == Sense.NONE && borrowed.isPresent() ? borrowed.get().joined(text) : found;
    }

    /** What an emoji or emoticon says. */
    Sense sign(String text) {
        Sense found = known(text);
        return found == Sense.NONE && borrowed.isPresent() ? borrowed.get().sign(text) : found;
    }

    /** What is known by exactly this key. */
    Sense known(String key) {
        return terms.getOrDefault(key, Sense.NONE);
    }

    /** What a word says, in whatever form it stands. */
    Sense word(Token token) {
        String text = token.text();
        Sense found = known(text);
        if (found == Sense.NONE && token.stretched()) {
            found = Stretching.search(this, text);
        }
        if (found == Sense.NONE) {
            found = otherForm(text);
        }
        return found == Sense.NONE && borrowed.isPresent() ? borrowed.get().word(token) : found;
    }

    private Sense otherForm(String text) {
        String key = forms.key(text);
        Sense found = known(key);
        if (found == Sense.NONE) {
            found = forms.search(this, key);
        }
        return found == Sense.NONE && !prefixes.isEmpty() ? byBeginning(text) : found;
    }

    private Sense byBeginning(String text) {
        Sense found = Sense.NONE;
        for (int length = Math.min(text.length() - 1, LONGEST_PREFIX); length >= SHORTEST_PREFIX && found == Sense.NONE; length--) {
            found = prefixes.getOrDefault(text.substring(0, length), Sense.NONE);
        }
        return found;
    }
}
