package io.tastemaker.domain.matching;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a creator has a score: what each factor contributed, in decimals that add up to the total exactly.
 *
 * @param total 0 to 1 with six decimals, the sum of the contributions
 * @param factors one line for each factor, in the order of {@link Factor}
 * @param scorer what computed it
 */
public record ScoreReceipt(BigDecimal total, List<Line> factors, Scorer scorer) {

    /**
     * Copies the lines and adds them up.
     *
     * @throws IllegalArgumentException when the contributions do not add up to the total
     */
    public ScoreReceipt {
        factors = List.copyOf(factors);
        Objects.requireNonNull(scorer, "scorer");
        BigDecimal sum = factors.stream().map(Line::contribution).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(total) != 0) {
            throw new IllegalArgumentException("the contributions add up to " + sum + ", not to " + total);
        }
    }

    /**
     * The line of a factor.
     *
     * @param factor the factor
     * @return its line
     */
    public Line of(Factor factor) {
        return factors.get(factor.ordinal());
    }

    /**
     * What one factor contributed.
     *
     * @param factor the factor
     * @param weight how much it counts, 0 to 1
     * @param raw what was found: the engagement rate as a fraction, the number of wanted categories, the followers, the mark for
     *     location and platform; empty when it is unknown
     * @param normalized the mark, 0 to 1 with six decimals
     * @param contribution weight times mark, rounded half up to six decimals
     * @param state how good the data are
     */
    public record Line(
            Factor factor, BigDecimal weight, Optional<BigDecimal> raw, BigDecimal normalized, BigDecimal contribution, DataState state) {}

    /**
     * What computed a score, so that it can be computed again.
     *
     * @param id the scorer
     * @param version its version; a changed formula or table is another version
     * @param weightsHash the fingerprint of the weights
     * @param missingPolicy what became of missing data
     */
    public record Scorer(String id, String version, String weightsHash, String missingPolicy) {}
}
