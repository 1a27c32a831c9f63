package io.tastemaker.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.TeamId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a zone without a look at its rows, against the rows. */
class ZonesTest {

    private static final int QUESTIONS = 40;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33, 34})
    void no_row_scores_more_than_its_zone_is_bound_to(long seed) {
        Chance chance = new Chance(seed);
        CatalogueSegment segment = segment(chance);
        for (int question = 0; question < QUESTIONS; question++) {
            SearchCriteria criteria = SearchCriteria.on(Chance.TODAY).prefer(chance.preferences()).weighing(chance.weights());
            RowScorer scorer = new RowScorer(segment, criteria);
            for (Zones zones : List.of(segment.blocks, segment.districts)) {
                for (int row = 0; row < segment.size(); row++) {
                    assertThat(scorer.score(row, 0)).as("seed %d, %s", seed, criteria.canonical())
                            .isLessThanOrEqualTo(scorer.bound(zones, row >> zones.shift));
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {41, 42, 43, 44})
    void what_filters_say_of_a_zone_and_of_its_rows_is_what_the_criteria_say_of_each(long seed) {
        Chance chance = new Chance(seed);
        CatalogueSegment segment = segment(chance);
        List<Candidate> all = IntStream.range(0, segment.size()).mapToObj(segment::candidate).toList();
        for (int question = 0; question < QUESTIONS; question++) {
            SearchCriteria criteria = chance.criteria(all);
            RowFilter filter = new RowFilter(segment, criteria);
            for (Zones zones : List.of(segment.blocks, segment.districts)) {
                for (int row = 0; row < segment.size(); row++) {
                    long open = filter.open(zones, row >> zones.shift, filter.all());
                    assertThat(open == RowFilter.NOBODY ? HardFilter.Verdict.FAIL : verdict(filter, row, open))
                            .as("seed %d, %s: %s open for %s", seed, criteria.canonical(), Long.toBinaryString(open), all.get(row))
                            .isEqualTo(criteria.test(all.get(row)));
                }
            }
        }
    }

    /** What those filters say of a row that the others let pass with its whole zone. */
    private static HardFilter.Verdict verdict(RowFilter filter, int row, long open) {
        int block = row >> Zones.BLOCK;
        long possible = filter.notRefused(block, 1L << row, open);
        return possible == 0 ? HardFilter.Verdict.FAIL
                : filter.passing(block, possible, open) == 0 ? HardFilter.Verdict.UNKNOWN : HardFilter.Verdict.PASS;
    }

    @Test
    void the_categories_fit_into_the_bits_of_a_row() {
        assertThat(Category.values().length).isLessThanOrEqualTo(Integer.SIZE);
    }

    private static CatalogueSegment segment(Chance chance) {
        SegmentBuilder rows = new SegmentBuilder(TeamId.CATALOGUE);
        chance.candidates(600, TeamId.CATALOGUE).forEach(rows::add);
        return rows.build();
    }
}
