package io.tastemaker.domain.content;

import io.tastemaker.domain.content.KeywordLayers.Found;
import io.tastemaker.domain.content.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Finds the keywords of one text. */
final class KeywordReader {

    /** A word that is not known is cut further only when it is longer than this. */
    private static final int LONGEST_UNCUT = 5;

    /** What stands in the keywords for the shape of {@code #INDvPAK}. */
    private static final List<String> FIXTURE = List.of("team", "v", "team");

    private final Function<String, KeywordLayers> keywords;
    private final Points points;

    /**
     * A reader.
     *
     * @param keywords the keywords for the script that a word is written in
     * @param points where to add what is found
     */
    KeywordReader(Function<String, KeywordLayers> keywords, Points points) {
        this.keywords = keywords;
        this.points = points;
    }

    /** How many words a text has; a hashtag is one. */
    static int words(List<Token> tokens) {
        int words = 0;
        for (Token token : tokens) {
            words += switch (token.kind()) {
                case WORD -> UnspacedWriting.is(token.text()) ? UnspacedWriting.words(token.text()) : 1;
                case NUMBER, HASHTAG -> 1;
                case HASHTAG_PART, MENTION, EMOJI, EMOTICON, MARK, BREAK -> 0;
            };
        }
        return words;
    }

    /** Finds all of them. */
    void read(List<Token> tokens) {
        List<Piece> run = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (token.kind() == Kind.WORD || token.kind() == Kind.NUMBER) {
                Piece piece = Piece.of(token);
                if (!piece.text().isEmpty()) {
                    run.add(piece);
                }
                at++;
                continue;
            }
            match(run, Points.WORD, 1);
            run.clear();
            at = token.kind() == Kind.HASHTAG ? hashtag(tokens, at) : sign(token, at);
        }
        match(run, Points.WORD, 1);
    }

    private int sign(Token token, int at) {
        if (token.kind() == Kind.EMOJI) {
            points.add(layersOf(token.text()).exactly(Piece.plain(token.text())).keyword(), Points.WORD, 0);
        } else if (token.kind() == Kind.MENTION) {
            mention(Folding.fold(token.text()));
        }
        return at + 1;
    }

    /** Whether any of the words says something. */
    private boolean match(List<Piece> pieces, int weight, int length) {
        boolean found = false;
        int at = 0;
        while (at < pieces.size()) {
            String word = pieces.get(at).text();
            if (UnspacedWriting.is(word)) {
                UnspacedWriting.read(word, layersOf(word), weight, points);
                at++;
                continue;
            }
            Found match = layersOf(word).find(pieces, at);
            points.add(match.keyword(), match.weight(weight), match.length() * length);
            found |= match.keyword().categories() > 0;
            at += match.length();
        }
        return found;
    }

    private int hashtag(List<Token> tokens, int at) {
        int end = at + 1;
        List<String> parts = new ArrayList<>();
        while (end < tokens.size() && tokens.get(end).kind() == Kind.HASHTAG_PART) {
            String part = Folding.fold(tokens.get(end).text());
            if (!part.isEmpty()) {
                parts.add(part);
            }
            end++;
        }
        String whole = Folding.fold(tokens.get(at).text());
        if (!whole.isEmpty() && !wholeTag(whole)) {
            tagInParts(whole, parts);
        }
        return end;
    }

    private boolean wholeTag(String tag) {
        Found name = layersOf(tag).find(List.of(Piece.inTag(tag)), 0);
        points.add(name.keyword(), name.weight(Points.TAG), 1);
        Found word = layersOf(tag).exactly(Piece.plain(tag));
        points.add(word.keyword(), word.weight(Points.TAG), 1);
        return name.keyword().categories() > 0;
    }

    private void tagInParts(String whole, List<String> parts) {
        if (UnspacedWriting.is(whole)) {
            UnspacedWriting.read(whole, layersOf(whole), Points.TAG, points);
            return;
        }
        boolean written = parts.size() > 1;
        List<Piece> pieces = isFixture(parts) ? FIXTURE.stream().map(Piece::inTag).toList() : pieces(written ? parts : List.of(whole));
        if (!match(pieces, written ? Points.TAG : Points.WORD, 0)) {
            Found end = new TagCutter(layersOf(whole)).atAnEnd(whole);
            points.add(end.keyword(), end.weight(Points.WORD), 1);
        }
    }

    private List<Piece> pieces(List<String> parts) {
        List<Piece> pieces = new ArrayList<>();
        for (String part : parts) {
            KeywordLayers layers = layersOf(part);
            List<Piece> cut = part.length() > LONGEST_UNCUT && !layers.find(List.of(Piece.inTag(part)), 0).isKnown()
                    ? new TagCutter(layers).cut(part) : List.of();
            pieces.addAll(cut.isEmpty() ? List.of(Piece.inTag(part)) : cut);
        }
        return pieces;
    }

    /** Two codes with a v between them, as broadcasters write it. By its capitals the first code is cut before its last letter. */
    private static boolean isFixture(List<String> parts) {
        if (parts.size() != 3 || parts.getFirst().length() > 3 || parts.get(2).length() < 2 || parts.get(2).length() > 4) {
            return false;
        }
        String middle = parts.get(1).substring(1);
        return middle.equals("v") || middle.equals("vs");
    }

    private void mention(String name) {
        if (name.isEmpty()) {
            return;
        }
        KeywordLayers layers = layersOf(name);
        TagCutter cutter = new TagCutter(layers);
        List<Piece> pieces = layers.find(List.of(Piece.inTag(name)), 0).isKnown() ? List.of(Piece.inTag(name)) : cutter.cut(name);
        if (!match(pieces, Points.MENTION, 0)) {
            Found end = cutter.atAnEnd(name);
            points.add(end.keyword(), end.weight(Points.MENTION), 0);
        }
    }

    private KeywordLayers layersOf(String word) {
        return keywords.apply(word);
    }
}
