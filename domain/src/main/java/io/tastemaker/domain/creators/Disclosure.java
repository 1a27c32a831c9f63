package io.tastemaker.domain.creators;

import java.util.Set;

/**
 * How much of a creator somebody may see. Everybody sees the card and the basics; the full record and the address are opened apart.
 *
 * @param record whether the full record is open
 * @param email whether the address is open
 */
public record Disclosure(boolean record, boolean email) {

    /** Everything: what a team sees of its own creators. */
    public static final Disclosure ALL = new Disclosure(true, true);

    /** The facts that only the full record shows. */
    public static final Set<Fact<?>> OF_FULL_RECORD = Set.of(Fact.AVERAGE_VIEWS, Fact.AVERAGE_LIKES, Fact.AVERAGE_COMMENTS,
            Fact.AVERAGE_SHARES, Fact.AVERAGE_ENGAGEMENTS, Fact.TOTAL_VIEWS, Fact.AUDIENCE_LOCATION, Fact.LAST_POST_ON, Fact.WEBSITE,
            Fact.CONTENT_SENTIMENT);

    /**
     * Whether a fact is shown.
     *
     * @param fact which
     * @return whether it may be seen
     */
    public boolean shows(Fact<?> fact) {
        return fact == Fact.EMAIL ? email : record || !OF_FULL_RECORD.contains(fact);
    }
}
