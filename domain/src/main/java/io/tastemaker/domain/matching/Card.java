package io.tastemaker.domain.matching;

import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.shared.Observed;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a list shows of a creator besides what it is ranked by. Catalogues keep it, so that a page of a ranking is shown without asking the
 * store for its creators.
 *
 * @param name the name shown
 * @param avatarUrl a picture
 * @param observedAt when the newest fact that ranks or is shown was, in whole seconds from 1970 to 2106
 */
public record Card(Optional<String> name, Optional<String> avatarUrl, Optional<Instant> observedAt) {

    /** Nothing to show. */
    public static final Card NONE = new Card(Optional.empty(), Optional.empty(), Optional.empty());

    /** As many seconds as an int without sign holds, of which 0 is left for none. */
    private static final long LAST_SECOND = 0xFFFF_FFFFL;

    /** Bounds the time and leaves empty texts out. */
    public Card {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(avatarUrl, "avatarUrl");
        name = name.filter(text -> !text.isEmpty());
        avatarUrl = avatarUrl.filter(text -> !text.isEmpty());
        observedAt = observedAt.map(at -> Instant.ofEpochSecond(Math.clamp(at.getEpochSecond(), 1, LAST_SECOND)));
    }

    /**
     * The card of a creator.
     *
     * @param facts what is known
     * @return what a list shows of it
     */
    public static Card of(Facts facts) {
        return new Card(facts.value(Fact.NAME), facts.value(Fact.AVATAR_URL),
                Candidate.FACTS.stream().flatMap(fact -> facts.get(fact).stream()).map(Observed::observedAt).max(Instant::compareTo));
    }
}
