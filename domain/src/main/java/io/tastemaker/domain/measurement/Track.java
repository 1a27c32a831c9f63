package io.tastemaker.domain.measurement;

import io.tastemaker.domain.shared.CampaignPostId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Platform;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * How one number of one thing grew, day by day: what was gained on each day that says something.
 *
 * @param about of what
 * @param creator whose it is
 * @param platform where it stands
 * @param metric which number
 * @param currency of money
 * @param isCounted whether this program counted it itself, or the budget says it, so that a day without is a day of nothing; else such a day is unknown
 * @param gains by day, with the rows that told
 */
record Track(
        Measured about,
        Optional<CreatorId> creator,
        Optional<Platform> platform,
        Metric metric,
        Optional<Currency> currency,
        boolean isCounted,
        SortedMap<LocalDate, Gain> gains) {

    /**
     * What came on a day.
     *
     * @param amount may be less than 0, where a later measurement was lower
     * @param rows the numbers of the rows that told
     */
    record Gain(BigDecimal amount, List<Integer> rows) {
        Gain plus(Gain other) {
            return new Gain(amount.add(other.amount), Stream.concat(rows.stream(), other.rows.stream()).toList());
        }
    }

    /** Its post, while that counts; one that was taken out stands on no platform here. */
    Optional<CampaignPostId> post() {
        return about instanceof Measured.OfPost(CampaignPostId post) && platform.isPresent() ? Optional.of(post) : Optional.empty();
    }
}
