package io.tastemaker.domain.content;

import io.tastemaker.domain.content.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A word or a phrase of a text, and what it says.
 *
 * @param token the piece itself; of a phrase its words as one
 * @param sense what it says
 */
record Unit(Token token, Sense sense) {

    /** Reads the pieces of a text with a vocabulary: the longest phrase first, a hashtag as a whole before its parts. */
    static List<Unit> of(List<Token> tokens, Vocabulary vocabulary) {
        List<Unit> units = new ArrayList<>(tokens.size());
        int at = 0;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            switch (token.kind()) {
                case WORD, HASHTAG_PART, NUMBER -> at = word(tokens, at, vocabulary, units);
                case HASHTAG -> at = hashtag(tokens, at, vocabulary, units);
                case EMOJI, EMOTICON -> {
                    units.add(new Unit(token, vocabulary.sign(token.text())));
                    at++;
                }
                case MENTION, MARK, BREAK -> {
                    units.add(new Unit(token, Sense.NONE));
                    at++;
                }
            }
        }
        return units;
    }

    private static int word(List<Token> tokens, int at, Vocabulary vocabulary, List<Unit> units) {
        Token token = tokens.get(at);
        int longest = Math.min(vocabulary.longestPhrase(token.text()), words(tokens, at));
        for (int length = longest; length > 1; length--) {
            List<Token> words = tokens.subList(at, at + length);
            Sense phrase = vocabulary.phrase(words);
            if (phrase != Sense.NONE) {
                units.add(new Unit(phrase(words), phrase));
                return at + length;
            }
        }
        units.add(new Unit(token, token.kind() == Kind.NUMBER ? Sense.NONE : vocabulary.word(token)));
        return at + 1;
    }

    private static Token phrase(List<Token> words) {
        return new Token(Kind.WORD, Vocabulary.join(words), words.stream().allMatch(Token::capitals),
                words.stream().anyMatch(Token::stretched));
    }

    /** How many words stand in a row, as far as a phrase may need them. */
    private static int words(List<Token> tokens, int start) {
        int at = start;
        int most = Math.min(tokens.size(), start + Vocabulary.LONGEST_PHRASE);
        while (at < most && (tokens.get(at).isWord() || tokens.get(at).kind() == Kind.NUMBER)) {
            at++;
        }
        return at - start;
    }

    private static int hashtag(List<Token> tokens, int at, Vocabulary vocabulary, List<Unit> units) {
        Sense sense = vocabulary.tag(tokens.get(at));
        units.add(new Unit(tokens.get(at), sense));
        int next = at + 1;
        while (sense.feels() && next < tokens.size() && tokens.get(next).kind() == Kind.HASHTAG_PART) {
            next++;
        }
        return next;
    }

    /** Whether it has a place in the grammar of its sentence; faces and tags stand for themselves. */
    boolean isWord() {
        return token.isWord() || token.kind() == Kind.NUMBER;
    }

    /** Whether no negation and no degree reaches across it. */
    boolean isBarrier() {
        return token.kind() == Kind.BREAK || token.kind() == Kind.MARK || sense.contrasts();
    }

    /** Whether a sentence ends with it. */
    boolean endsSentence() {
        return token.kind() == Kind.MARK || token.kind() == Kind.BREAK && token.text().equals(".");
    }

    /** Whether it speaks well or ill of something. */
    boolean feels() {
        return sense.feeling() != 0;
    }
}
