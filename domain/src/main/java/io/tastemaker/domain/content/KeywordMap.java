package io.tastemaker.domain.content;

import io.tastemaker.domain.shared.Category;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The keywords of one language, ready to be looked up: a tree of words, at whose knots a word or a phrase may end. */
final class KeywordMap {

    private static final Knot NO_KNOT = new Knot(Keyword.UNKNOWN, Keyword.UNKNOWN, Map.of());

    private final String language;
    private final Map<String, Knot> words;
    private final Map<String, Keyword> closed;
    private final Map<String, Keyword> stems;
    private final int longestStem;
    private final int shortestStem;

    /**
     * Makes the keywords ready.
     *
     * @param language the code of the language by whose rules words are inflected
     */
    KeywordMap(String language, List<PointedPattern> keywords) {
        Growth root = new Growth();
        Map<String, Keyword> begun = new HashMap<>();
        for (PointedPattern keyword : keywords) {
            if (keyword.pattern().stem()) {
                begun.put(keyword.pattern().key(), new Keyword(keyword.points()));
            } else {
                root.add(keyword);
            }
        }
        this.language = language;
        this.words = root.ready().next();
        this.closed = new HashMap<>();
        words.forEach((word, knot) -> knot.next().forEach((next, further) -> close(word + next, further)));
        this.stems = Map.copyOf(begun);
        this.longestStem = begun.keySet().stream().mapToInt(String::length).max().orElse(0);
        this.shortestStem = begun.keySet().stream().mapToInt(String::length).min().orElse(1);
    }

    private void close(String phrase, Knot knot) {
        Keyword keyword = knot.keyword(true);
        if (keyword != Keyword.UNKNOWN) {
            closed.put(phrase, keyword);
        }
        knot.next().forEach((next, further) -> close(phrase + next, further));
    }

    /** What stands at a place: the longest phrase of the words that follow, else the word in whatever form. */
    Match find(List<Piece> pieces, int at) {
        Piece first = pieces.get(at);
        Knot knot = step(words, first);
        Match longest = new Match(knot.keyword(first.capital()), 1);
        int next = at + 1;
        while (next < pieces.size() && !knot.next().isEmpty()) {
            Piece piece = pieces.get(next);
            Knot further = step(knot.next(), piece);
            Keyword found = further == NO_KNOT ? inflected(knot.next(), piece.text(), first.capital()) : further.keyword(first.capital());
            next++;
            longest = found == Keyword.UNKNOWN ? longest : new Match(found, next - at);
            knot = further;
        }
        return longest.keyword() == Keyword.UNKNOWN ? new Match(otherForm(first), 1) : longest;
    }

    private static Knot step(Map<String, Knot> among, Piece piece) {
        Knot exact = among.getOrDefault(piece.text(), NO_KNOT);
        return exact == NO_KNOT && piece.number() ? among.getOrDefault(Piece.ANY_NUMBER, NO_KNOT) : exact;
    }

    /** A single word as it stands; in a hashtag, a phrase too. */
    Keyword exactly(Piece piece) {
        Keyword found = words.getOrDefault(piece.text(), NO_KNOT).keyword(piece.capital());
        return found == Keyword.UNKNOWN && piece.tag() ? closed.getOrDefault(piece.text(), Keyword.UNKNOWN) : found;
    }

    private Keyword otherForm(Piece piece) {
        if (piece.tag() && closed.containsKey(piece.text())) {
            return closed.get(piece.text());
        }
        Keyword inflected = inflected(words, piece.text(), piece.capital());
        return inflected == Keyword.UNKNOWN ? begun(piece.text()) : inflected;
    }

    private Keyword inflected(Map<String, Knot> among, String word, boolean name) {
        for (String base : Endings.bases(word, language)) {
            Keyword found = among.getOrDefault(base, NO_KNOT).keyword(name);
            if (found != Keyword.UNKNOWN) {
                return found;
            }
        }
        return Keyword.UNKNOWN;
    }

    private Keyword begun(String word) {
        for (int length = Math.min(longestStem, word.length()); length >= shortestStem; length--) {
            Keyword found = stems.getOrDefault(word.substring(0, length), Keyword.UNKNOWN);
            if (found != Keyword.UNKNOWN) {
                return found;
            }
        }
        return Keyword.UNKNOWN;
    }

    /**
     * What stands at a place.
     *
     * @param keyword the keyword, or {@link Keyword#UNKNOWN}
     * @param length how many words it takes, at least one
     */
    record Match(Keyword keyword, int length) {}

    /**
     * A keyword that is on its way into a map.
     *
     * @param pattern how it is looked for
     * @param points what it says
     */
    record PointedPattern(KeywordPattern pattern, Map<Category, Integer> points) {}

    /**
     * Where the words up to here lead.
     *
     * @param plain the keyword that ends here
     * @param capital the keyword that ends here when the first word has a capital letter
     * @param next where each next word leads
     */
    private record Knot(Keyword plain, Keyword capital, Map<String, Knot> next) {
        Keyword keyword(boolean name) {
            return name && capital != Keyword.UNKNOWN ? capital : plain;
        }
    }

    /** A knot that is still growing. */
    private static final class Growth {

        private final Map<Category, Integer> plain = new EnumMap<>(Category.class);
        private final Map<Category, Integer> capital = new EnumMap<>(Category.class);
        private final List<Boolean> ends = new ArrayList<>(1);
        private final Map<String, Growth> next = new HashMap<>();

        void add(PointedPattern keyword) {
            Growth end = this;
            for (String word : keyword.pattern().pieces()) {
                end = end.next.computeIfAbsent(word, unknown -> new Growth());
            }
            end.ends.add(keyword.pattern().capital());
            keyword.points().forEach((keyword.pattern().capital() ? end.capital : end.plain)::put);
        }

        Knot ready() {
            Map<String, Knot> ready = HashMap.newHashMap(next.size());
            next.forEach((word, growth) -> ready.put(word, growth.ready()));
            return new Knot(ends.contains(false) ? new Keyword(plain) : Keyword.UNKNOWN,
                    ends.contains(true) ? new Keyword(capital) : Keyword.UNKNOWN, ready.isEmpty() ? Map.of() : ready);
        }
    }
}
