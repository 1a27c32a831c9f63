package io.tastemaker.domain.matching;

import io.tastemaker.domain.shared.TeamId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Identifies a ranking: derived from the team, the state of the catalogue, the criteria and the scorer, so that the same question to
 * the same catalogue has the same id, and no team can guess another's.
 *
 * @param value {@code rk_} and 32 hexadecimal digits
 */
public record RankingId(String value) {

    private static final Pattern SHAPE = Pattern.compile("rk_[0-9a-f]{32}");

    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException when the value is no ranking id
     */
    public RankingId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a ranking id is rk_ and 32 hexadecimal digits: " + value);
        }
    }

    /**
     * Reads an id.
     *
     * @param text what was written
     * @return the id, or empty when the text is none
     */
    public static Optional<RankingId> find(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new RankingId(text)) : Optional.empty();
    }

    /**
     * The id of a ranking.
     *
     * @param team who asks
     * @param catalogue the state of the catalogue
     * @param criteria what is wanted
     * @return the id
     */
    public static RankingId of(TeamId team, CatalogueVersion catalogue, SearchCriteria criteria) {
        String all = String.join("\n", team.toString(), catalogue.toString(), MatchScorer.ID, MatchScorer.VERSION,
                Factor.MISSING_POLICY, criteria.canonical());
        return new RankingId("rk_" + Fingerprint.of(all).substring(0, 32));
    }

    @Override
    public String toString() {
        return value;
    }
}
