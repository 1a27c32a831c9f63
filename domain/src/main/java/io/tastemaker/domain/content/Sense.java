package io.tastemaker.domain.content;

import io.tastemaker.domain.content.SentimentTerm.Contrast;
import io.tastemaker.domain.content.SentimentTerm.Degree;
import io.tastemaker.domain.content.SentimentTerm.Effect;
import io.tastemaker.domain.content.SentimentTerm.Feeling;
import io.tastemaker.domain.content.SentimentTerm.Negation;
import io.tastemaker.domain.content.SentimentTerm.Reach;

/**
 * All that one term does, in one place.
 *
 * @param feels whether its feeling is known, 0 included
 * @param feeling from -1 to 1
 * @param ahead factor of the feeling behind it in the text, 1 for none
 * @param behind factor of the feeling before it
 * @param negatesAhead whether it turns what follows
 * @param negatesBehind whether it turns what came before
 * @param contrasts whether it is a {@code but}
 */
record Sense(boolean feels, double feeling, double ahead, double behind, boolean negatesAhead, boolean negatesBehind, boolean contrasts) {

    /** Says nothing. */
    static final Sense NONE = new Sense(false, 0, 1, 1, false, false, false);

    /** This sense and one effect more; of two feelings the first counts. */
    Sense and(Effect effect) {
        return switch (effect) {
            case Feeling some when feels -> this;
            case Feeling some -> new Sense(true, some.weight(), ahead, behind, negatesAhead, negatesBehind, contrasts);
            case Degree some -> new Sense(feels, feeling, some.reach() == Reach.BEHIND ? ahead : some.factor(),
                    some.reach() == Reach.AHEAD ? behind : some.factor(), negatesAhead, negatesBehind, contrasts);
            case Negation some -> new Sense(feels, feeling, ahead, behind, negatesAhead || some.reach() != Reach.BEHIND,
                    negatesBehind || some.reach() != Reach.AHEAD, contrasts);
            case Contrast some -> new Sense(feels, feeling, ahead, behind, negatesAhead, negatesBehind, true);
        };
    }

    /** The opposite feeling, for a word whose own form says "not". */
    Sense turned() {
        double turned = feeling * (feeling > 0 ? Tone.TURNED_GOOD : Tone.TURNED_BAD);
        return new Sense(feels, turned, ahead, behind, negatesAhead, negatesBehind, contrasts);
    }
}
