package io.tastemaker.adapters.http.matching;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Entries;
import io.tastemaker.adapters.http.shared.Constraint.Word;
import io.tastemaker.adapters.http.shared.Vocabulary;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a search asks, without the page: what is kept in the history and in saved searches.
 *
 * @param filters who is considered at all
 * @param prefer what moves the score and excludes nobody; a key that is absent takes the filter's value
 * @param weights take the place of the scorer's defaults
 */
public record QuestionJson(
        @About("Who is considered at all") Optional<FiltersJson> filters,
        @About("What moves the score and excludes nobody; a key that is absent takes the filter's value") Optional<PreferJson> prefer,
        @About("Take the place of the scorer's defaults .35, .25, .20, .10, .10") Optional<WeightsJson> weights) {

    /** Soft criteria. */
    public record PreferJson(
            @About("Platforms") Optional<@Entries(min = 1, max = 20) List<@Word(Vocabulary.PLATFORM) String>> platforms,
            @About("Places, from region to country to part of the world")
            Optional<@Entries(min = 1, max = 500) List<@Word(Vocabulary.PLACE) String>> locations,
            @About("Categories") Optional<@Entries(min = 1, max = 50) List<@Word(Vocabulary.CATEGORY) String>> categories,
            @About("Languages") Optional<@Entries(min = 1, max = 50) List<@Word(Vocabulary.LANGUAGE) String>> languages,
            @About("How many followers would be best") Optional<AimJson> followers) {}

    /** How many followers would be best. */
    public record AimJson(
            @About("From here on it fits") Optional<@Between(min = "0") Long> min,
            @About("Up to here it fits") Optional<@Between(min = "0") Long> max,
            @About("This fits best") Optional<@Between(min = "0") Long> ideal) {
        /** Checks that it says something, and that its parts do not cross. */
        public AimJson {
            if (min.isEmpty() && max.isEmpty() && ideal.isEmpty()) {
                throw new IllegalArgumentException("must have min, max or ideal");
            }
            if (min.isPresent() && max.isPresent() && min.get() > max.get()) {
                throw new IllegalArgumentException("min must not exceed max");
            }
            if (ideal.isPresent() && (min.orElse(0L) > ideal.get() || max.orElse(Long.MAX_VALUE) < ideal.get())) {
                throw new IllegalArgumentException("ideal must lie between min and max");
            }
        }
    }

    /** The weight of each factor; what is absent weighs nothing. */
    public record WeightsJson(
            @Default("0") @Between(min = "0", max = "1", decimals = 6) BigDecimal engagement,
            @Default("0") @Between(min = "0", max = "1", decimals = 6) BigDecimal category,
            @Default("0") @Between(min = "0", max = "1", decimals = 6) BigDecimal followerFit,
            @Default("0") @Between(min = "0", max = "1", decimals = 6) BigDecimal location,
            @Default("0") @Between(min = "0", max = "1", decimals = 6) BigDecimal platform) {
        /** Checks that they add up. */
        public WeightsJson {
            BigDecimal sum = engagement.add(category).add(followerFit).add(location).add(platform);
            if (sum.compareTo(BigDecimal.ONE) != 0) {
                throw new IllegalArgumentException("the weights must add up to exactly 1; they add up to " + sum.toPlainString());
            }
        }
    }
}
