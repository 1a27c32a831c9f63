package io.tastemaker.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine over columns against the simplest thing that can be right: a loop over objects with the scorer, and a sort. */
class RankingOracleTest {

    private static final int CATALOGUES = 30;
    private static final int QUESTIONS = 10;

    private record Scored(CreatorId id, ScoreReceipt score) {}

    private static List<Scored> oracle(List<Candidate> candidates, SearchCriteria criteria) {
        return candidates.stream()
                .filter(candidate -> criteria.test(candidate) == HardFilter.Verdict.PASS)
                .map(candidate -> new Scored(candidate.id(), MatchScorer.score(candidate, criteria)))
                .sorted(Comparator.comparing((Scored scored) -> scored.score().total()).reversed()
                        .thenComparing(scored -> scored.id().toString()))
                .toList();
    }

    private static List<Scored> engine(Ranking ranking) {
        return ranking.page(0, ranking.total()).stream().map(entry -> new Scored(entry.candidate().id(), entry.score())).toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_engine_gives_the_ids_receipts_and_counts_of_the_oracle(long seed) {
        Chance chance = new Chance(seed);
        for (int i = 0; i < CATALOGUES; i++) {
            List<Candidate> candidates = chance.candidates(chance.below(chance.oneIn(4) ? 700 : 150), TeamId.CATALOGUE);
            Catalogue catalogue = Catalogue.of(candidates);
            for (int j = 0; j < QUESTIONS; j++) {
                agree(seed, catalogue, candidates, chance.criteria(candidates));
            }
        }
    }

    /** More rows than one district holds: by chance, all alike but for few, and with little known of anybody. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {6, 7, 8})
    void the_engine_gives_the_first_page_and_the_counts_of_the_oracle_on_large_catalogues(long seed) {
        Chance chance = new Chance(seed);
        List<Candidate> few = chance.candidates(40, TeamId.CATALOGUE);
        List<Candidate> unknown = List.of(Candidate.of(Platform.X, "unknown"), few.getFirst());
        List<Candidate> candidates = IntStream.range(0, 9_000)
                .mapToObj(any -> seed == 6 ? chance.candidate(TeamId.CATALOGUE) : another(chance.pick(seed == 7 ? few : unknown), chance.id())).toList();
        Catalogue catalogue = Catalogue.of(candidates);
        for (int j = 0; j < 40; j++) {
            SearchCriteria criteria = chance.criteria(candidates);
            List<Scored> expected = oracle(candidates, criteria);
            Ranking ranking = Ranking.of(Chance.TEAM, catalogue, criteria);
            assertThat(ranking.total()).isEqualTo(expected.size());
            assertThat(ranking.page(0, 50).stream().map(entry -> new Scored(entry.candidate().id(), entry.score())).toList())
                    .as("seed %d, %s", seed, criteria.canonical()).isEqualTo(expected.stream().limit(50).toList());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void the_engine_agrees_after_any_changes_and_with_private_creators(long seed) {
        Chance chance = new Chance(seed);
        Map<CreatorId, Candidate> shared = new HashMap<>();
        Map<CreatorId, Candidate> own = new HashMap<>();
        Catalogue sharedOnes = Catalogue.of(List.of());
        Catalogue ownOnes = Catalogue.of(List.of());
        for (int step = 1; step <= 60; step++) {
            sharedOnes = change(chance, sharedOnes, shared, TeamId.CATALOGUE, step);
            ownOnes = chance.oneIn(3) ? change(chance, ownOnes, own, Chance.TEAM, step) : ownOnes;
            List<Candidate> all = new ArrayList<>(shared.values());
            all.addAll(own.values());
            Catalogue seen = sharedOnes.with(ownOnes);
            assertThat(seen.size()).as("seed %d", seed).isEqualTo(all.size());
            for (int j = 0; j < 5; j++) {
                agree(seed, seen, all, chance.criteria(all));
            }
        }
        assertThat(sharedOnes.parts().size()).as("small segments are joined").isLessThan(15);
    }

    private static Catalogue change(Chance chance, Catalogue before, Map<CreatorId, Candidate> model, TeamId owner, int step) {
        List<CreatorId> known = List.copyOf(model.keySet());
        List<Candidate> changed = new ArrayList<>(chance.candidates(chance.below(30), owner));
        List<CreatorId> removed = new ArrayList<>(List.of(chance.id()));
        for (int i = 0; !known.isEmpty() && i < chance.below(12); i++) {
            changed.add(chance.candidate(chance.pick(known), owner));
            removed.add(chance.pick(known));
        }
        changed.forEach(candidate -> model.put(candidate.id(), candidate));
        model.keySet().removeAll(Set.copyOf(removed));
        return before.changed(chance.version(step), changed, removed);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32})
    void the_engine_agrees_about_who_says_something(long seed) {
        Chance chance = new Chance(seed);
        Map<CreatorId, Candidate> model = new HashMap<>();
        Catalogue catalogue = Catalogue.of(List.of());
        for (int step = 1; step <= 5; step++) {
            List<Candidate> more = chance.candidates(step == 1 ? 5_000 : chance.below(300), TeamId.CATALOGUE);
            more.forEach(candidate -> model.put(candidate.id(), candidate));
            List<CreatorId> removed = model.keySet().stream().filter(id -> chance.oneIn(20)).toList();
            model.keySet().removeAll(Set.copyOf(removed));
            catalogue = catalogue.changed(chance.version(step), more, removed);
            List<Candidate> all = List.copyOf(model.values());
            for (int odds : List.of(1, 2, 100, 5_000)) {
                Set<CreatorId> saying = all.stream().map(Candidate::id).filter(id -> chance.oneIn(odds)).collect(Collectors.toSet());
                saying.addAll(removed);
                RowSet rows = rows(catalogue, saying);
                Set<CreatorId> also = all.stream().map(Candidate::id).filter(id -> chance.oneIn(2)).collect(Collectors.toSet());
                agree(seed, catalogue, all, chance.criteria(List.of())
                        .where(new HardFilter.Says(new TextQuestion(TextQuestion.Kind.KEYWORDS, Set.of("one")), Optional.of(rows)))
                        .where(new HardFilter.Says(new TextQuestion(TextQuestion.Kind.KEYWORDS_ALL, Set.of("one", "two")),
                                Optional.of(rows.and(rows(catalogue, also))))));
            }
        }
    }

    private static RowSet rows(Catalogue catalogue, Set<CreatorId> creators) {
        RowSet.Collector rows = new RowSet.Collector();
        for (CatalogueSegment segment : catalogue.segments()) {
            creators.stream().mapToInt(segment::find).filter(row -> row >= 0).forEach(row -> rows.of(segment).accept(row));
        }
        return rows.collected();
    }

    private static Candidate another(Candidate alike, CreatorId id) {
        return new Candidate(id, alike.owner(), alike.handle(), alike.platformKind(), alike.followers(), alike.engagementRate(), alike.categories(),
                alike.location(), alike.languages(), alike.verified(), alike.lastPostOn(), alike.hasEmail(), alike.postsCount(), alike.averageLikes(),
                alike.averageComments(), alike.averageViews(), alike.contentCategories(), alike.sentiment(), alike.card());
    }

    private static void agree(long seed, Catalogue catalogue, List<Candidate> candidates, SearchCriteria criteria) {
        String question = "seed " + seed + ", " + criteria.canonical();
        Ranking ranking = Ranking.of(Chance.TEAM, catalogue, criteria);
        List<Scored> expected = oracle(candidates, criteria);
        long unknown = candidates.stream().filter(candidate -> criteria.test(candidate) == HardFilter.Verdict.UNKNOWN).count();
        assertThat(ranking.total()).as(question).isEqualTo(expected.size());
        assertThat(ranking.excludedUnknown()).as(question).isEqualTo((int) unknown);
        assertThat(engine(ranking)).as(question).isEqualTo(expected);
    }

    @ParameterizedTest(name = "pages of {0}")
    @ValueSource(ints = {1, 7, 32, 33, 100, 128, 129})
    void pages_of_any_size_concatenate_to_the_whole_ranking(int limit) {
        Chance chance = new Chance(limit);
        List<Candidate> candidates = chance.candidates(700, TeamId.CATALOGUE);
        SearchCriteria criteria = SearchCriteria.on(Chance.TODAY).prefer(chance.preferences());
        Ranking ranking = Ranking.of(Catalogue.of(candidates), criteria);
        List<Ranking.Entry> pages = new ArrayList<>();
        for (int offset = 0; offset < ranking.total(); offset += limit) {
            pages.addAll(ranking.page(offset, limit));
        }
        assertThat(pages.stream().map(entry -> new Scored(entry.candidate().id(), entry.score())).toList())
                .isEqualTo(oracle(candidates, criteria));
        assertThat(pages.stream().map(Ranking.Entry::rank).toList())
                .isEqualTo(IntStream.rangeClosed(1, 700).boxed().toList());
        assertThat(ranking.page(ranking.total(), limit)).isEmpty();
        assertThat(ranking.page(Integer.MAX_VALUE, limit)).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23})
    void standing_and_lifts_agree_with_the_ranking(long seed) {
        Chance chance = new Chance(seed);
        List<Candidate> candidates = chance.candidates(200, TeamId.CATALOGUE);
        Catalogue catalogue = Catalogue.of(candidates);
        for (int i = 0; i < 20; i++) {
            SearchCriteria criteria = chance.criteria(candidates);
            Ranking ranking = Ranking.of(catalogue, criteria);
            List<Ranking.Entry> all = ranking.page(0, 200);
            all.forEach(entry -> assertThat(ranking.standing(entry.candidate().id())).as("seed %d", seed)
                    .isEqualTo(new Standing.Ranked(entry)));
            for (Ranking.Entry entry : all) {
                int target = 1 + chance.below(entry.rank());
                for (Lift lift : ranking.lifts(entry, target)) {
                    assertThat(lift.to()).isGreaterThan(lift.from());
                    Ranking.Entry rival = all.get(target - 1);
                    int reached = millionths(entry.score().total()) - millionths(entry.score().of(lift.factor()).contribution())
                            + criteria.weights().contribution(lift.factor(), millionths(lift.to()));
                    assertThat(reached).as("seed %d", seed).isGreaterThanOrEqualTo(millionths(rival.score().total()));
                }
            }
        }
    }

    private static int millionths(BigDecimal decimal) {
        return decimal.unscaledValue().intValueExact();
    }
}
