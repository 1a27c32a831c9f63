package io.tastemaker.domain.content;

import io.tastemaker.domain.content.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands between two full stops, exclamation or question marks: as far as negations, degrees and contrasts reach.
 *
 * @param units its words and signs, the mark at its end included
 */
record Sentence(List<Unit> units) {

    private static final int NEGATION_AHEAD = 5;
    private static final int NEGATION_BEHIND = 3;
    private static final int DEGREE_AHEAD = 2;

    /** Cuts a text into its sentences. */
    static List<Sentence> of(List<Unit> text) {
        List<Sentence> sentences = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= text.size(); to++) {
            if (to == text.size() || text.get(to - 1).endsSentence()) {
                sentences.add(new Sentence(text.subList(from, to)));
                from = to;
            }
        }
        return sentences;
    }

    /** Where the last {@code but} stands; -1 when there is none. */
    int turn() {
        int last = units.size() - 1;
        while (last >= 0 && !units.get(last).sense().contrasts()) {
            last--;
        }
        return last;
    }

    /** Whether it asks. */
    boolean asks() {
        Token last = units.getLast().token();
        return last.kind() == Kind.MARK && last.text().equals("?");
    }

    /** Whether a word is turned by a negation before or behind it. */
    boolean isNegated(int at) {
        for (int i = at - 1; i >= Math.max(0, at - NEGATION_AHEAD) && !units.get(i).isBarrier(); i--) {
            if (units.get(i).sense().negatesAhead()) {
                return true;
            }
        }
        for (int i = at + 1; i < Math.min(units.size(), at + 1 + NEGATION_BEHIND) && !units.get(i).isBarrier(); i++) {
            if (units.get(i).sense().negatesBehind()) {
                return true;
            }
        }
        return false;
    }

    /** The product of the degrees around a word; one belongs to the feeling next to it. */
    double degree(int at) {
        double degree = 1;
        for (int i = at - 1; i >= Math.max(0, at - DEGREE_AHEAD) && !units.get(i).isBarrier() && !units.get(i).feels(); i--) {
            degree *= units.get(i).sense().ahead();
        }
        boolean followed = at + 1 < units.size() && !units.get(at + 1).isBarrier();
        return followed ? degree * units.get(at + 1).sense().behind() : degree;
    }

    /** How many negations have no feeling to turn. */
    int idleNegations() {
        int idle = 0;
        for (int i = 0; i < units.size(); i++) {
            Sense sense = units.get(i).sense();
            boolean used = sense.negatesAhead() && feelsNear(i, 1, NEGATION_AHEAD)
                    || sense.negatesBehind() && feelsNear(i, -1, NEGATION_BEHIND);
            idle += !used && (sense.negatesAhead() || sense.negatesBehind()) ? 1 : 0;
        }
        return idle;
    }

    private boolean feelsNear(int at, int step, int reach) {
        for (int i = 1; i <= reach; i++) {
            int near = at + i * step;
            if (near < 0 || near >= units.size() || units.get(near).isBarrier()) {
                return false;
            }
            if (units.get(near).feels()) {
                return true;
            }
        }
        return false;
    }
}
