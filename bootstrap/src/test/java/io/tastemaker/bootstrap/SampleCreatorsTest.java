package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleCreatorsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Test
    void the_same_seed_gives_the_same_creators_and_another_seed_others() {
        assertThat(rows(7)).isEqualTo(rows(7)).isNotEqualTo(rows(8));
    }

    @Test
    void nobody_is_listed_twice_and_everybody_is_marked_as_a_sample() {
        Set<String> handles = new HashSet<>();
        for (List<String> row : rows(7)) {
            assertThat(row).hasSize(SampleCreators.HEADER.size());
            assertThat(handles.add(row.get(1))).isTrue();
            assertThat(row.get(1)).startsWith("sample.");
            assertThat(row.get(2)).endsWith("(sample)");
        }
    }

    @Test
    void engagement_falls_with_size() {
        assertThat(medianRate(1_000, 10_000)).isGreaterThan(medianRate(100_000, 10_000_000));
    }

    @Test
    void half_the_creators_are_small_and_a_few_are_huge() {
        List<Long> followers = followers().stream().map(pair -> pair[0]).toList();

        assertThat(followers.stream().filter(count -> count < 12_000).count()).isBetween(2_200L, 2_800L);
        assertThat(followers.stream().filter(count -> count > 1_000_000).count()).isBetween(5L, 60L);
    }

    @Test
    void some_categories_are_common_and_all_occur() {
        var counts = rows(7).stream().map(row -> row.get(8)).filter(category -> !category.isEmpty())
                .collect(Collectors.groupingBy(category -> category, Collectors.counting()));

        assertThat(counts.get("fashion")).isGreaterThan(5 * counts.get("shopping"));
        assertThat(counts).hasSizeGreaterThan(25);
    }

    private static List<List<String>> rows(long seed) {
        return new SampleCreators(seed, TODAY).rows(5_000).toList();
    }

    private static List<long[]> followers() {
        return rows(7).stream().filter(row -> !row.get(3).isEmpty() && !row.get(4).isEmpty())
                .map(row -> new long[] {Long.parseLong(row.get(3)), Long.parseLong(row.get(4))}).toList();
    }

    private static double medianRate(long from, long to) {
        double[] rates = followers().stream().filter(pair -> pair[0] >= from && pair[0] < to)
                .mapToDouble(pair -> (double) pair[1] / pair[0]).sorted().toArray();
        return rates[rates.length / 2];
    }
}
