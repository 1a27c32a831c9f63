package io.tastemaker.domain.content;

import io.tastemaker.domain.shared.Coded;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How what is known of a creator changed between the first and the last day on which it was looked at.
 *
 * @param snapshots on how many days
 * @param trends what changed how much, in the order of {@link Metric}; only what was known on two days at least
 */
public record Growth(int snapshots, Map<Metric, Trend> trends) {

    /** Copies the map. */
    public Growth {
        Map<Metric, Trend> copy = new EnumMap<>(Metric.class);
        copy.putAll(trends);
        trends = Collections.unmodifiableMap(copy);
    }

    /** What can grow. */
    public enum Metric implements Coded {
        /** Followers. */
        FOLLOWERS(snapshot -> snapshot.followers().map(Long::doubleValue)),
        /** Known posts. A change may also mean that more was found out. */
        POSTS(snapshot -> Optional.of((double) snapshot.posts())),
        /** The mean mood, -1 to 1. It has no relative change, because its zero is not nothing. */
        MEAN_SCORE(ProfileSnapshot::meanScore),
        /** The quality score, 0 to 100, of the formula that counts on the last day; scores of other formulas are left out. */
        QUALITY(ProfileSnapshot::quality),
        /** The median likes of a post. */
        MEDIAN_LIKES(ProfileSnapshot::medianLikes),
        /** The median comments of a post. */
        MEDIAN_COMMENTS(ProfileSnapshot::medianComments),
        /** The median of (likes + comments) over followers, a fraction. */
        MEDIAN_ENGAGEMENT(ProfileSnapshot::medianEngagement);

        private final Function<ProfileSnapshot, Optional<Double>> value;

        Metric(Function<ProfileSnapshot, Optional<Double>> value) {
            this.value = value;
        }

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        private Optional<Trend> trend(Collection<ProfileSnapshot> history) {
            List<ProfileSnapshot> known = history.stream().filter(snapshot -> value.apply(snapshot).isPresent()).toList();
            return known.size() < 2 ? Optional.empty() : Optional.of(trend(known.getFirst(), known.getLast(), known.size()));
        }

        private Trend trend(ProfileSnapshot from, ProfileSnapshot to, int days) {
            double first = value.apply(from).orElseThrow();
            double last = value.apply(to).orElseThrow();
            BigDecimal change = BigDecimal.valueOf(last).subtract(BigDecimal.valueOf(first));
            Optional<Double> relative = this == MEAN_SCORE || first == 0 ? Optional.empty()
                    : Optional.of(Rounded.quotient(change, BigDecimal.valueOf(first), Rounded.MILLIONTHS));
            return new Trend(from.on(), to.on(), first, last, change.doubleValue(), relative, days);
        }
    }

    /**
     * How one number changed.
     *
     * @param from the first day on which it was known
     * @param to the last
     * @param first what it was on the first day
     * @param last what it was on the last day
     * @param absolute last - first
     * @param relative (last - first) / first, with six decimals: 0.25 is a quarter more; unknown when the first is 0
     * @param snapshots on how many days it was known, at least 2
     */
    public record Trend(
            LocalDate from, LocalDate to, double first, double last, double absolute, Optional<Double> relative, int snapshots) {
        /** Checks that there is a first day and a last one. */
        public Trend {
            Objects.requireNonNull(relative, "relative");
            if (!from.isBefore(to) || snapshots < 2) {
                throw new IllegalArgumentException("a trend needs two days at least");
            }
        }
    }

    /**
     * Compares the days of a history.
     *
     * @param history in any order; of several of one day the last counts
     * @return what is known of the growth; no trend at all when there are fewer than two days
     */
    public static Growth between(List<ProfileSnapshot> history) {
        TreeMap<LocalDate, ProfileSnapshot> days = new TreeMap<>();
        history.forEach(snapshot -> days.put(snapshot.on(), snapshot));
        Map<Metric, Trend> trends = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            Collection<ProfileSnapshot> alike = metric == Metric.QUALITY ? ofTheLastFormula(days.values()) : days.values();
            metric.trend(alike).ifPresent(trend -> trends.put(metric, trend));
        }
        return new Growth(days.size(), trends);
    }

    private static List<ProfileSnapshot> ofTheLastFormula(Collection<ProfileSnapshot> history) {
        Optional<String> formula = history.stream().flatMap(snapshot -> snapshot.qualityFormula().stream()).reduce((one, next) -> next);
        return history.stream().filter(snapshot -> snapshot.qualityFormula().equals(formula)).toList();
    }
}
