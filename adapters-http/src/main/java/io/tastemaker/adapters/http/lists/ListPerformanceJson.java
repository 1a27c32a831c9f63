package io.tastemaker.adapters.http.lists;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.domain.lists.ListPerformance;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * What the creators of a list amount to.
 *
 * @param creators how many are on it
 * @param unlocked of how many the full record is open
 * @param followers followers
 * @param engagementRate engagement rates
 * @param averageViews mean views of a post
 * @param sentiment the mood of the content
 * @param platforms by platform
 * @param categories by category
 * @param countries by country
 */
record ListPerformanceJson(
        int creators,
        @About("Of how many the full record is open to the team; its own creators are") int unlocked,
        @About("null when none is known") Optional<ListTotalJson> followers,
        @About("Fractions: 0.034 is 3.4 %") Optional<ListMiddleJson> engagementRate,
        @About("Mean views of a post, of creators whose full record is open") Optional<ListTotalJson> averageViews,
        @About("The mood of the content, -1 to 1, of creators whose full record is open") Optional<ListMiddleJson> sentiment,
        ListDistributionJson platforms,
        @About("Who is about two things counts for both") ListDistributionJson categories,
        @About("Where they live, ISO 3166-1 alpha-2") ListDistributionJson countries) {

    /**
     * Counts.
     *
     * @param sum of all
     * @param mean the arithmetic mean
     * @param median the median
     * @param sample on how many creators it rests
     */
    record ListTotalJson(long sum, BigDecimal mean, BigDecimal median, @About("On how many creators it rests") int sample) {
        static ListTotalJson of(ListPerformance.Figures figures) {
            return new ListTotalJson(Math.round(figures.sum()), rounded(figures.mean(), 1), rounded(figures.median(), 1), figures.sample());
        }
    }

    /**
     * Ratios.
     *
     * @param mean the arithmetic mean
     * @param median the median
     * @param sample on how many creators it rests
     */
    record ListMiddleJson(BigDecimal mean, BigDecimal median, @About("On how many creators it rests") int sample) {
        static ListMiddleJson of(ListPerformance.Figures figures) {
            return new ListMiddleJson(rounded(figures.mean(), 6), rounded(figures.median(), 6), figures.sample());
        }
    }

    /**
     * How often each code occurs.
     *
     * @param counts the most frequent first
     * @param sample of how many creators something is known
     */
    record ListDistributionJson(@About("The most frequent first") List<ListCountJson> counts, @About("Of how many creators something is known") int sample) {
        static ListDistributionJson of(ListPerformance.Distribution distribution) {
            return new ListDistributionJson(distribution.counts().stream().map(count -> new ListCountJson(count.code(), count.creators())).toList(),
                    distribution.sample());
        }
    }

    /**
     * How often one code occurs.
     *
     * @param code a word of the vocabulary
     * @param creators how many
     */
    record ListCountJson(String code, int creators) {}

    static ListPerformanceJson of(ListPerformance performance) {
        return new ListPerformanceJson(performance.creators(), performance.unlocked(), performance.followers().map(ListTotalJson::of),
                performance.engagementRate().map(ListMiddleJson::of), performance.averageViews().map(ListTotalJson::of),
                performance.sentiment().map(ListMiddleJson::of), ListDistributionJson.of(performance.platforms()),
                ListDistributionJson.of(performance.categories()), ListDistributionJson.of(performance.countries()));
    }

    private static BigDecimal rounded(double number, int decimals) {
        return BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_EVEN);
    }
}
