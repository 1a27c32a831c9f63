package io.tastemaker.domain.lists;

import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Platform;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the creators of a list amount to, from what the team may see of each. Every number says on how many creators it rests; whoever has no
 * number is left out of it, never counted as zero.
 *
 * @param creators how many are on the list
 * @param unlocked of how many of them the full record is open to the team
 * @param followers sum, mean and median of the followers
 * @param engagementRate mean and median of the engagement rates; fractions
 * @param averageViews sum, mean and median of the mean views of a post, of creators whose full record is open
 * @param sentiment mean and median of the mood of the content, -1 to 1, of creators whose full record is open
 * @param platforms how the creators are distributed, the most frequent first
 * @param categories the same by what they are about; who is about two things counts for both
 * @param countries the same by where they live, ISO 3166-1 alpha-2
 */
public record ListPerformance(
        int creators,
        int unlocked,
        Optional<Figures> followers,
        Optional<Figures> engagementRate,
        Optional<Figures> averageViews,
        Optional<Figures> sentiment,
        Distribution platforms,
        Distribution categories,
        Distribution countries) {

    /**
     * What the team may see of one creator.
     *
     * @param unlocked whether the full record is open
     * @param platform where it publishes
     * @param categories what it is about, empty when unknown
     * @param country where it lives, ISO 3166-1 alpha-2
     * @param followers how many follow
     * @param engagementRate a fraction
     * @param averageViews mean views of a post, when that is open
     * @param sentiment -1 to 1, when that is open
     */
    public record Seen(
            boolean unlocked,
            Platform platform,
            Set<Category> categories,
            Optional<String> country,
            OptionalLong followers,
            OptionalDouble engagementRate,
            OptionalLong averageViews,
            OptionalDouble sentiment) {
        /** Copies the categories and checks that nothing is missing. */
        public Seen {
            categories = Set.copyOf(categories);
            Objects.requireNonNull(platform, "platform");
            Objects.requireNonNull(country, "country");
        }
    }

    /**
     * The middle of some numbers.
     *
     * @param sum of all of them
     * @param mean the arithmetic mean
     * @param median the mean of the middle two when their number is even
     * @param sample how many there are, at least 1
     */
    public record Figures(double sum, double mean, double median, int sample) {

        static Optional<Figures> of(Stream<Double> numbers) {
            List<Double> sorted = numbers.sorted().toList();
            if (sorted.isEmpty()) {
                return Optional.empty();
            }
            int size = sorted.size();
            double sum = sorted.stream().mapToDouble(Double::doubleValue).sum();
            double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
            return Optional.of(new Figures(sum, sum / size, median, size));
        }
    }

    /**
     * How often each code occurs.
     *
     * @param counts the most frequent first, the equally frequent by code
     * @param sample of how many creators something is known
     */
    public record Distribution(List<Count> counts, int sample) {
        /** Copies the counts. */
        public Distribution {
            counts = List.copyOf(counts);
        }

        static Distribution of(Collection<Seen> all, Function<Seen, Stream<String>> codes) {
            Map<String, Integer> times = new TreeMap<>();
            int known = 0;
            for (Seen each : all) {
                List<String> own = codes.apply(each).toList();
                own.forEach(code -> times.merge(code, 1, Integer::sum));
                known += own.isEmpty() ? 0 : 1;
            }
            List<Count> counts = new ArrayList<>();
            times.forEach((code, count) -> counts.add(new Count(code, count)));
            counts.sort(Comparator.comparingInt(Count::creators).reversed());
            return new Distribution(counts, known);
        }
    }

    /**
     * How often a code occurs.
     *
     * @param code of a vocabulary
     * @param creators how many creators have it, at least 1
     */
    public record Count(String code, int creators) {}

    /**
     * Adds a list up.
     *
     * @param all what is seen of each of its creators
     * @return the figures
     */
    public static ListPerformance of(Collection<Seen> all) {
        return new ListPerformance(
                all.size(),
                (int) all.stream().filter(Seen::unlocked).count(),
                Figures.of(all.stream().flatMap(each -> each.followers().stream().mapToObj(count -> (double) count))),
                Figures.of(all.stream().flatMap(each -> each.engagementRate().stream().boxed())),
                Figures.of(all.stream().flatMap(each -> each.averageViews().stream().mapToObj(count -> (double) count))),
                Figures.of(all.stream().flatMap(each -> each.sentiment().stream().boxed())),
                Distribution.of(all, each -> Stream.of(each.platform().code())),
                Distribution.of(all, each -> each.categories().stream().map(Category::code)),
                Distribution.of(all, each -> each.country().stream()));
    }
}
