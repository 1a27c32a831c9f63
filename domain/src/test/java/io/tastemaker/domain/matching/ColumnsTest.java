package io.tastemaker.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    private static final CatalogueVersion VERSION = new Chance(0).version(7);

    /** Keeps the columns one after the other, and gives them back in this order. */
    private static final class InMemory implements Columns {
        private final Deque<Object> kept = new ArrayDeque<>();
        private boolean restores;

        @SuppressWarnings("unchecked")
        private <T> T walked(T column) {
            if (restores) {
                return (T) kept.removeFirst();
            }
            kept.addLast(column);
            return column;
        }

        @Override
        public byte[] bytes(String name, byte[] column) {
            return walked(column);
        }

        @Override
        public char[] chars(String name, char[] column) {
            return walked(column);
        }

        @Override
        public int[] ints(String name, int[] column) {
            return walked(column);
        }

        @Override
        public long[] longs(String name, long[] column) {
            return walked(column);
        }
    }

    private static Catalogue throughColumns(Catalogue catalogue) {
        InMemory columns = new InMemory();
        catalogue.keep(columns);
        columns.restores = true;
        Catalogue restored = Catalogue.restored(VERSION, TeamId.CATALOGUE, columns);
        assertThat(columns.kept).isEmpty();
        return restored;
    }

    @Test
    void catalogues_of_every_size_come_back_as_they_were_kept() {
        Chance chance = new Chance(61);
        for (int size : List.of(0, 1, 2, 63, 64, 65, 5_000)) {
            List<Candidate> candidates = chance.candidates(size, TeamId.CATALOGUE);
            assertSame(throughColumns(Catalogue.of(candidates)), Catalogue.of(candidates), candidates, chance);
        }
    }

    @Test
    void a_catalogue_that_has_changed_comes_back_with_its_rows_masked_and_its_parts_apart() {
        Chance chance = new Chance(62);
        List<Candidate> known = new ArrayList<>(chance.candidates(3_000, TeamId.CATALOGUE));
        Catalogue catalogue = Catalogue.of(known);
        for (int round = 1; round < 12; round++) {
            List<Candidate> changed = chance.candidates(chance.below(100), TeamId.CATALOGUE);
            List<CreatorId> removed = List.of(chance.pick(known).id(), chance.pick(known).id());
            catalogue = catalogue.changed(chance.version(round), changed, removed);
            known.addAll(changed);
            Catalogue restored = throughColumns(catalogue);
            assertThat(restored.parts()).hasSameSizeAs(catalogue.parts());
            assertSame(restored, catalogue, known, chance);
        }
    }

    @Test
    void a_restored_catalogue_goes_on_like_the_one_that_was_kept() {
        Chance chance = new Chance(63);
        List<Candidate> known = chance.candidates(500, TeamId.CATALOGUE);
        List<Candidate> changed = List.of(chance.candidate(known.getFirst().id(), TeamId.CATALOGUE), chance.candidate(TeamId.CATALOGUE));
        List<CreatorId> removed = List.of(known.getLast().id());
        Catalogue catalogue = Catalogue.of(known);
        Catalogue next = catalogue.changed(VERSION, changed, removed);
        assertSame(throughColumns(catalogue).changed(VERSION, changed, removed), next, known, chance);
    }

    @Test
    void names_and_cards_of_removed_creators_are_not_handed_over() {
        Chance chance = new Chance(65);
        List<Candidate> known = chance.candidates(200, TeamId.CATALOGUE);
        Set<CreatorId> removed = known.stream().limit(50).map(Candidate::id).collect(Collectors.toSet());
        CatalogueSegment segment = throughColumns(Catalogue.of(known).changed(VERSION, List.of(), removed)).segments().getFirst();
        IntStream.range(0, segment.size).forEach(row -> {
            String texts = segment.names.text(row) + segment.cards.text(row);
            if (removed.contains(segment.id(row))) {
                assertThat(texts).isNotEmpty().matches("\0*");
            } else {
                assertThat(texts).startsWith(segment.candidate(row).handle().name());
            }
        });
    }

    private static void assertSame(Catalogue restored, Catalogue kept, List<Candidate> candidates, Chance chance) {
        assertThat(restored.size()).isEqualTo(kept.size());
        assertThat(restored.version()).isEqualTo(VERSION);
        assertThat(candidates).allSatisfy(candidate -> assertThat(restored.find(candidate.id())).isEqualTo(kept.find(candidate.id())));
        for (int question = 0; question < 20; question++) {
            SearchCriteria criteria = chance.criteria(candidates);
            assertThat(Ranking.of(restored, criteria).page(0, 50)).isEqualTo(Ranking.of(kept, criteria).page(0, 50));
        }
    }

    @Test
    void creators_of_several_owners_are_not_kept_together() {
        Chance chance = new Chance(64);
        Catalogue shared = Catalogue.of(chance.candidates(3, TeamId.CATALOGUE));
        Catalogue own = Catalogue.of(List.of()).changed(VERSION, chance.candidates(3, Chance.TEAM), List.of());
        assertThatIllegalStateException().isThrownBy(() -> shared.with(own).keep(new InMemory()));
    }

    @Test
    void the_layout_names_each_column_once_and_every_word_of_the_vocabularies() {
        List<String> lines = Catalogue.layout().lines().toList();
        assertThat(lines).doesNotHaveDuplicates().contains("int followers", "char last posts", "byte names", "long id, upper half");
        assertThat(Catalogue.layout()).contains(Category.BEAUTY.name(), Platform.TIKTOK.name(), Measure.AVERAGE_VIEWS.name());
    }
}
