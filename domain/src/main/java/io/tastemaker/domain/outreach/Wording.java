package io.tastemaker.domain.outreach;

import io.tastemaker.domain.outreach.WordingFault.Kind;
import io.tastemaker.domain.outreach.WordingFault.Part;
import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.Coded;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What creators are written, before it is written to one of them: a subject and a body with {@link Placeholder}s in double braces. What is put
 * in their places is text and nothing else: it is not looked at again, so that braces in it stay braces, and in a subject it is one line.
 *
 * @param subject 1 to {@link #MOST_SUBJECT} characters on one line
 * @param body 1 to {@link #MOST_BODY} characters, with the link to answer
 */
public record Wording(String subject, String body) {

    /** The longest subject, in characters: as written, and once more as sent. */
    public static final int MOST_SUBJECT = 200;
    /** The longest body as written, in characters. */
    public static final int MOST_BODY = 10_000;
    /** How often one placeholder may stand in one part, so that no letter grows without end. */
    public static final int MOST_REPEATS = 3;

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    private sealed interface Piece {
        record Plain(String words) implements Piece {}

        record Slot(Placeholder placeholder) implements Piece {}

        record Faulty(Kind kind, String found) implements Piece {}
    }

    /**
     * What creators are written, once it is written to one of them.
     *
     * @param subject one line of at most {@link #MOST_SUBJECT} characters
     * @param body the text
     */
    public record Written(String subject, String body) {
        /** Says nothing of it: it holds the way to answer. */
        @Override
        public String toString() {
            return "Written[]";
        }
    }

    /**
     * Checks everything.
     *
     * @throws IllegalArgumentException when there are {@link #faults}
     */
    public Wording {
        List<WordingFault> faults = faults(subject, body);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("cannot be sent: " + faults);
        }
    }

    /**
     * Everything that is wrong with a text.
     *
     * @param subject the line above
     * @param body the text
     * @return the faults in the order in which they are read; empty when it can be sent
     */
    public static List<WordingFault> faults(String subject, String body) {
        List<WordingFault> faults = new ArrayList<>(faults(Part.SUBJECT, subject, MOST_SUBJECT));
        if (holds(subject, Placeholder.RESPONSE_LINK)) {
            faults.add(new WordingFault(Part.SUBJECT, Kind.LINK_IN_SUBJECT, quoted(Placeholder.RESPONSE_LINK)));
        }
        faults.addAll(faults(Part.BODY, body, MOST_BODY));
        if (!body.isBlank() && !holds(body, Placeholder.RESPONSE_LINK)) {
            faults.add(new WordingFault(Part.BODY, Kind.LINK_MISSING, quoted(Placeholder.RESPONSE_LINK)));
        }
        return List.copyOf(faults);
    }

    /**
     * Writes it to one creator.
     *
     * @param values what is put in the places; a placeholder without a value gets nothing
     * @return the subject and the body
     */
    public Written written(Map<Placeholder, String> values) {
        return new Written(shortened(filled(subject, values, Wording::line)), filled(body, values, Wording::text));
    }

    /** Says nothing of it: it is the team's. */
    @Override
    public String toString() {
        return "Wording[]";
    }

    private static List<WordingFault> faults(Part part, String text, int most) {
        List<WordingFault> faults = new ArrayList<>();
        if (text.isBlank()) {
            faults.add(new WordingFault(part, Kind.EMPTY, ""));
        }
        if (Characters.count(text) > most) {
            faults.add(new WordingFault(part, Kind.TOO_LONG, ""));
            return faults;
        }
        if (text.codePoints().anyMatch(point -> isControl(point) && !(part == Part.BODY && isLayout(point)))) {
            faults.add(new WordingFault(part, Kind.CONTROL_CHARACTER, ""));
        }
        Map<Placeholder, Integer> counts = new EnumMap<>(Placeholder.class);
        for (Piece piece : pieces(text)) {
            switch (piece) {
                case Piece.Plain plain -> { }
                case Piece.Slot(Placeholder placeholder) -> {
                    if (counts.merge(placeholder, 1, Integer::sum) == MOST_REPEATS + 1) {
                        faults.add(new WordingFault(part, Kind.REPEATED_PLACEHOLDER, quoted(placeholder)));
                    }
                }
                case Piece.Faulty(Kind kind, String found) -> faults.add(new WordingFault(part, kind, found));
            }
        }
        return faults;
    }

    private static boolean holds(String text, Placeholder wanted) {
        return pieces(text).stream().anyMatch(piece -> piece instanceof Piece.Slot(Placeholder found) && found == wanted);
    }

    /** Reads from left to right, once. */
    private static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf(OPEN, at);
            if (open < 0) {
                pieces.add(new Piece.Plain(text.substring(at)));
                return pieces;
            }
            if (open > at) {
                pieces.add(new Piece.Plain(text.substring(at, open)));
            }
            int close = text.indexOf(CLOSE, open + OPEN.length());
            int next = text.indexOf(OPEN, open + OPEN.length());
            if (close < 0 || next >= 0 && next < close) {
                int end = next < 0 ? text.length() : next;
                pieces.add(new Piece.Faulty(Kind.UNCLOSED_PLACEHOLDER, text.substring(open, end).strip()));
                at = end;
            } else {
                String name = text.substring(open + OPEN.length(), close).strip();
                String whole = text.substring(open, close + CLOSE.length());
                pieces.add(Coded.find(Placeholder.class, name).<Piece>map(Piece.Slot::new)
                        .orElseGet(() -> new Piece.Faulty(Kind.UNKNOWN_PLACEHOLDER, whole)));
                at = close + CLOSE.length();
            }
        }
        return pieces;
    }

    private static String filled(String text, Map<Placeholder, String> values, UnaryOperator<String> fit) {
        StringBuilder written = new StringBuilder();
        for (Piece piece : pieces(text)) {
            switch (piece) {
                case Piece.Plain(String plain) -> written.append(plain);
                case Piece.Slot(Placeholder placeholder) -> written.append(fit.apply(Optional.ofNullable(values.get(placeholder)).orElse("")));
                case Piece.Faulty faulty -> throw new IllegalStateException("a wording has no faults");
            }
        }
        return written.toString();
    }

    /** A value as one line: what breaks a line would begin another header. */
    private static String line(String value) {
        return replaced(value, false).strip();
    }

    private static String text(String value) {
        return replaced(value.replace("\r\n", "\n"), true);
    }

    private static String replaced(String value, boolean layout) {
        StringBuilder clean = new StringBuilder();
        value.codePoints().forEach(point -> clean.appendCodePoint(isControl(point) && !(layout && isLayout(point)) ? ' ' : point));
        return clean.toString();
    }

    /** Control characters, and the two that Unicode breaks lines and paragraphs with. */
    private static boolean isControl(int point) {
        return Character.isISOControl(point) || point == 0x2028 || point == 0x2029;
    }

    private static boolean isLayout(int point) {
        return point == '\n' || point == '\t';
    }

    private static String shortened(String subject) {
        return Characters.count(subject) <= MOST_SUBJECT
                ? subject
                : subject.substring(0, subject.offsetByCodePoints(0, MOST_SUBJECT - 1)) + "…";
    }

    private static String quoted(Placeholder placeholder) {
        return OPEN + placeholder.code() + CLOSE;
    }
}
