package io.tastemaker.domain.content;

import io.tastemaker.domain.content.Token.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Weighs what the words of a text say by what stands around them. */
final class Tone {

    /** "Not good" is bad, but less so than "bad"; "not bad" is hardly good. */
    static final double TURNED_GOOD = -0.7;
    static final double TURNED_BAD = -0.4;

    private static final double BEFORE_CONTRAST = 0.5;
    private static final double AFTER_CONTRAST = 1.25;
    /** Who asks whether something is good does not say that it is. */
    private static final double ASKED = 0.6;
    private static final double EMPHASIS = 1.25;
    private static final double MOST = 1.25;
    /** Who says what is not, does not work or does not come, is rarely pleased; two such negations tell as much as ten. */
    private static final double IDLE_NEGATION = 0.12;
    private static final int MOST_IDLE = 2;

    private Tone() {}

    /** Adds up the good and the bad of a text. What is said again counts less every time. */
    static Tally weigh(List<Unit> text) {
        boolean shouts = isCapitalsThroughout(text);
        Map<String, Integer> said = new HashMap<>();
        double good = 0;
        double bad = 0;
        int felt = 0;
        int idle = 0;
        for (Sentence sentence : Sentence.of(text)) {
            int turn = sentence.turn();
            for (int i = 0; i < sentence.units().size(); i++) {
                Unit unit = sentence.units().get(i);
                if (unit.feels()) {
                    double weight = weight(sentence, i, turn, shouts) / said.merge(unit.token().text(), 1, Integer::sum);
                    good += Math.max(weight, 0);
                    bad += Math.max(-weight, 0);
                    felt++;
                }
            }
            idle += sentence.idleNegations();
        }
        return new Tally(good, bad + IDLE_NEGATION * Math.min(idle, MOST_IDLE), felt, exclamations(text), words(text));
    }

    private static double weight(Sentence sentence, int at, int turn, boolean shouts) {
        Unit unit = sentence.units().get(at);
        double weight = unit.sense().feeling();
        if (unit.token().stretched() || unit.token().capitals() && !shouts) {
            weight *= EMPHASIS;
        }
        if (unit.isWord()) {
            weight *= inContext(sentence, at, weight > 0);
        }
        double place = turn < 0 ? 1 : at < turn ? BEFORE_CONTRAST : AFTER_CONTRAST;
        return Math.clamp(weight, -MOST, MOST) * place * (sentence.asks() ? ASKED : 1);
    }

    /** "Not very good" is no worse than "not good": a degree does not make a negation stronger. */
    private static double inContext(Sentence sentence, int at, boolean good) {
        double degree = sentence.degree(at);
        if (!sentence.isNegated(at)) {
            return degree;
        }
        return (good ? TURNED_GOOD : TURNED_BAD) * Math.min(degree, 1);
    }

    private static boolean isCapitalsThroughout(List<Unit> text) {
        int capitals = 0;
        for (Unit unit : text) {
            capitals += unit.isWord() && unit.token().capitals() ? 1 : 0;
        }
        return 2 * capitals > words(text);
    }

    private static int words(List<Unit> text) {
        int words = 0;
        for (Unit unit : text) {
            words += unit.isWord() ? 1 : 0;
        }
        return words;
    }

    private static int exclamations(List<Unit> text) {
        int count = 0;
        for (Unit unit : text) {
            boolean exclamation = unit.token().kind() == Kind.MARK && unit.token().text().equals("!");
            count += !exclamation ? 0 : unit.token().stretched() ? 2 : 1;
        }
        return count;
    }
}
