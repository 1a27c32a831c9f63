package io.tastemaker.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tastemaker.domain.creators.CategoryShares;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.creators.MoodScore;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.Range;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final List<String> COUNTRIES = List.of("BR", "US");

    private static final SearchCriteria EVERYBODY = SearchCriteria.on(Chance.TODAY);

    @Test
    void a_candidate_read_back_is_the_one_put_in_but_for_the_source_and_the_time_of_day() {
        Chance chance = new Chance(41);
        List<Candidate> candidates = chance.candidates(2_000, Chance.TEAM);
        Catalogue catalogue = Catalogue.of(List.of()).changed(chance.version(1), candidates, List.of());
        assertThat(catalogue.size()).isEqualTo(2_000);
        assertThat(candidates).allSatisfy(candidate -> assertThat(catalogue.find(candidate.id())).contains(byDay(candidate)));
        assertThat(catalogue.find(chance.id())).isEmpty();
    }

    private static Candidate byDay(Candidate all) {
        return new Candidate(all.id(), all.owner(), all.handle(), all.platformKind(), all.followers().map(CatalogueTest::byDay),
                all.engagementRate().map(CatalogueTest::byDay), all.categories().map(CatalogueTest::byDay),
                all.location().map(CatalogueTest::byDay), all.languages().map(CatalogueTest::byDay), all.verified(), all.lastPostOn(),
                all.hasEmail(), all.postsCount(), all.averageLikes(), all.averageComments(), all.averageViews(), all.contentCategories(),
                all.sentiment(), all.card());
    }

    private static <T> Observed<T> byDay(Observed<T> fact) {
        LocalDate day = LocalDate.ofInstant(fact.observedAt(), ZoneOffset.UTC);
        return new Observed<>(fact.value(), fact.kind(), "catalogue", Candidate.startOf(day));
    }

    @Test
    void a_ranking_stays_as_it_was_while_the_catalogue_changes() {
        Chance chance = new Chance(42);
        List<Candidate> candidates = chance.candidates(600, TeamId.CATALOGUE);
        Catalogue before = Catalogue.of(candidates);
        Ranking ranking = Ranking.of(before, EVERYBODY);
        List<Ranking.Entry> first = ranking.page(0, 50);
        Catalogue after = before.changed(chance.version(1), chance.candidates(50, TeamId.CATALOGUE),
                first.stream().map(entry -> entry.candidate().id()).toList());
        assertThat(Ranking.of(after, EVERYBODY).page(0, 50)).doesNotContainAnyElementsOf(first);
        Ranking replayed = Ranking.of(before, EVERYBODY);
        assertThat(replayed.id()).isEqualTo(ranking.id()).isNotEqualTo(Ranking.of(after, EVERYBODY).id());
        assertThat(replayed.page(0, 600)).isEqualTo(ranking.page(0, 600)).startsWith(first.toArray(Ranking.Entry[]::new));
    }

    @Test
    void pages_fit_together_beyond_the_rows_that_are_kept() {
        Chance chance = new Chance(46);
        Catalogue catalogue = Catalogue.of(chance.candidates(2_000, TeamId.CATALOGUE))
                .changed(chance.version(1), chance.candidates(500, TeamId.CATALOGUE), List.of());
        Ranking ranking = Ranking.of(catalogue, EVERYBODY);
        List<Ranking.Entry> paged = IntStream.range(0, 5).mapToObj(page -> ranking.page(500 * page, 500)).flatMap(List::stream).toList();
        assertThat(paged).isEqualTo(Ranking.of(catalogue, EVERYBODY).page(0, 2_500)).hasSize(2_500);
    }

    @Test
    void keeping_rankings_takes_no_more_memory_than_they_say() {
        Chance chance = new Chance(47);
        Catalogue catalogue = Catalogue.of(chance.candidates(3_000, TeamId.CATALOGUE));
        List<Ranking> kept = new ArrayList<>();
        long before = used();
        long estimated = 0;
        for (int i = 0; i < 200; i++) {
            List<Candidate> seeds = chance.candidates(10, TeamId.CATALOGUE).stream()
                    .filter(candidate -> candidate.categories().isPresent()).toList();
            Ranking ranking = Ranking.of(catalogue, EVERYBODY.where(new HardFilter.SimilarTo(seeds)));
            ranking.page(0, ranking.total());
            estimated += ranking.bytes();
            kept.add(ranking);
        }
        assertThat(used() - before).as("%d rankings", kept.size()).isLessThan(estimated);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void private_creators_are_seen_only_where_they_are_laid_over_the_shared_ones() {
        Chance chance = new Chance(43);
        Candidate shared = chance.candidate(TeamId.CATALOGUE);
        Candidate own = chance.candidate(Chance.TEAM);
        Catalogue catalogue = Catalogue.of(List.of(shared));
        Catalogue ours = Catalogue.of(List.of()).changed(chance.version(9), List.of(own), List.of());
        assertThat(catalogue.find(own.id())).isEmpty();
        assertThat(catalogue.with(ours).find(own.id())).isPresent();
        assertThat(catalogue.with(ours).size()).isEqualTo(2);
        assertThat(catalogue.with(ours).version()).isEqualTo(new CatalogueVersion(0, 9, chance.version(9).at()));
        assertThatIllegalArgumentException().isThrownBy(() -> Catalogue.of(List.of(own)));
    }

    @Test
    void the_same_creator_twice_in_one_segment_is_a_mistake() {
        Candidate ana = Candidate.of(Platform.INSTAGRAM, "ana");
        assertThatIllegalArgumentException().isThrownBy(() -> Catalogue.of(List.of(ana, ana)));
    }

    @Test
    void many_small_changes_leave_few_segments_and_no_dead_weight() {
        Chance chance = new Chance(44);
        Catalogue catalogue = Catalogue.of(chance.candidates(2_000, TeamId.CATALOGUE));
        Candidate busy = chance.candidate(TeamId.CATALOGUE);
        for (int i = 0; i < 3_000; i++) {
            Candidate next = i % 2 == 0 ? chance.candidate(busy.id(), TeamId.CATALOGUE) : chance.candidate(TeamId.CATALOGUE);
            catalogue = catalogue.changed(chance.version(i), List.of(next), List.of());
        }
        assertThat(catalogue.size()).isEqualTo(2_000 + 1 + 1_500);
        assertThat(catalogue.parts()).hasSizeLessThan(14)
                .allSatisfy(part -> assertThat(2 * part.count()).isGreaterThanOrEqualTo(part.segment().size()));
    }

    @Test
    void more_places_than_two_bytes_can_name_are_kept_apart() {
        SegmentBuilder rows = new SegmentBuilder(TeamId.CATALOGUE);
        Chance chance = new Chance(51);
        Candidate any = chance.candidates(1, TeamId.CATALOGUE).getFirst();
        List<Place> places = IntStream.range(0, 70_000).mapToObj(number -> Place.find(COUNTRIES.get(number / 40_000) + "-"
                + Integer.toString(number % 40_000, 36).toUpperCase(Locale.ROOT)).orElseThrow()).toList();
        places.forEach(place -> rows.add(at(any, chance.id(), place)));
        Catalogue catalogue = Catalogue.of(chance.version(1), rows.build());

        Place last = places.getLast();
        Ranking ranking = Ranking.of(catalogue, SearchCriteria.on(Chance.TODAY).where(new HardFilter.Locations(Set.of(last))));

        assertThat(ranking.page(0, 10)).singleElement()
                .satisfies(entry -> assertThat(entry.candidate().location().orElseThrow().value()).isEqualTo(last));
    }

    private static Candidate at(Candidate any, CreatorId id, Place place) {
        return new Candidate(id, any.owner(), any.handle(), any.platformKind(), any.followers(), any.engagementRate(), any.categories(),
                Optional.of(new Observed<>(place, Observed.Kind.IMPORTED, "list", Instant.EPOCH)), any.languages(), any.verified(), any.lastPostOn(),
                any.hasEmail(), any.postsCount(), any.averageLikes(), any.averageComments(), any.averageViews(), any.contentCategories(),
                any.sentiment(), any.card());
    }

    @Test
    void among_equals_the_lower_id_comes_first() {
        Chance chance = new Chance(45);
        List<Candidate> equals = IntStream.range(0, 500).mapToObj(any -> new Candidate(chance.id(), TeamId.CATALOGUE,
                Candidate.of(Platform.X, "same").handle(), Observed.Kind.IMPORTED, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Card.NONE)).toList();
        List<String> ids = Ranking.of(Catalogue.of(equals), EVERYBODY).page(0, 500).stream()
                .map(entry -> entry.candidate().id().toString()).toList();
        assertThat(ids).isSorted().hasSize(500);
    }

    @Test
    void an_excluded_creator_is_told_every_filter_that_it_does_not_pass() {
        Candidate ana = Candidate.of(Platform.INSTAGRAM, "ana").withFollowers(900, Chance.TODAY);
        SearchCriteria criteria = EVERYBODY.where(new HardFilter.Platforms(Set.of(Platform.INSTAGRAM)))
                .where(new HardFilter.Locations(Set.of(Place.ofCountry("BR"))))
                .where(new HardFilter.Count(Measure.FOLLOWERS, Range.from(1_000L)));
        Ranking ranking = Ranking.of(Catalogue.of(List.of(ana)), criteria);
        assertThat(ranking.total()).isZero();
        assertThat(ranking.standing(ana.id())).isInstanceOfSatisfying(Standing.Excluded.class, excluded ->
                assertThat(excluded.by().stream()
                        .map(filter -> filter.code() + " " + filter.wanted() + " " + filter.found(excluded.candidate()).orElse("?")))
                        .containsExactly("followers 1000.. 900", "locations BR ?"));
        assertThat(ranking.standing(new Chance(1).id())).isInstanceOf(Standing.NotInCatalogue.class);
    }

    @Test
    void similar_creators_share_category_size_place_and_platform() {
        Candidate ana = Candidate.of(Platform.INSTAGRAM, "ana").withFollowers(90_000, Chance.TODAY)
                .withCategories(Set.of(Category.BEAUTY), Chance.TODAY).withLocation("BR", Chance.TODAY);
        Candidate twin = Candidate.of(Platform.INSTAGRAM, "twin").withFollowers(80_000, Chance.TODAY)
                .withCategories(Set.of(Category.BEAUTY), Chance.TODAY).withLocation("BR-SP", Chance.TODAY);
        Candidate cousin = Candidate.of(Platform.INSTAGRAM, "cousin").withFollowers(900_000, Chance.TODAY)
                .withCategories(Set.of(Category.BEAUTY), Chance.TODAY).withLocation("BR-RJ", Chance.TODAY);
        Candidate stranger = Candidate.of(Platform.TIKTOK, "stranger").withFollowers(90_000, Chance.TODAY)
                .withCategories(Set.of(Category.GAMING), Chance.TODAY).withLocation("JP", Chance.TODAY);
        Catalogue catalogue = Catalogue.of(List.of(ana, twin, cousin, stranger));
        assertThat(Ranking.of(catalogue, SearchCriteria.like(ana, Chance.TODAY)).page(0, 9).stream()
                .map(entry -> entry.candidate().handle().name())).containsExactly("twin", "cousin", "stranger");
        assertThat(Ranking.of(catalogue, EVERYBODY.where(new HardFilter.SimilarTo(List.of(ana)))).page(0, 9).stream()
                .map(entry -> entry.candidate().handle().name())).containsExactlyInAnyOrder("twin", "cousin");
    }

    @Test
    void a_creator_becomes_a_candidate_with_its_computed_engagement_rate() {
        Observed<Long> count = new Observed<>(1_000L, Observed.Kind.MEASURED, "test", Candidate.startOf(Chance.TODAY));
        Facts facts = Facts.NONE.with(Fact.FOLLOWERS, count).with(Fact.AVERAGE_LIKES, count.with(30L))
                .with(Fact.AVERAGE_COMMENTS, count.with(4L)).with(Fact.EMAIL, count.with("ana@example.com"));
        Candidate bare = Candidate.of(Platform.INSTAGRAM, "ana");
        Candidate ana = Candidate.of(new Creator(bare.id(), Chance.TEAM, 1, bare.handle(), Observed.Kind.INFERRED, facts, Map.of()));
        assertThat(ana.engagementRate().orElseThrow().value().millionths()).isEqualTo(34_000);
        assertThat(ana.followers()).contains(count);
        assertThat(ana.hasEmail()).isTrue();
        assertThat(ana.platformKind()).isEqualTo(Observed.Kind.IMPORTED);
        assertThat(ana.categories()).isEmpty();
    }

    @Test
    void what_is_not_declared_is_inferred_from_the_content_and_receipts_say_so() {
        Facts read = Facts.NONE.with(Fact.CONTENT_CATEGORIES, inferred(new CategoryShares(Map.of(Category.BEAUTY, 80, Category.FOOD, 20))))
                .with(Fact.CONTENT_LANGUAGES, inferred(Set.of(new Language("pt"))))
                .with(Fact.CONTENT_SENTIMENT, inferred(new MoodScore(35)));
        Candidate bare = Candidate.of(Platform.INSTAGRAM, "ana");
        Candidate ana = Candidate.of(new Creator(bare.id(), TeamId.CATALOGUE, 1, bare.handle(), Observed.Kind.IMPORTED, read, Map.of()));
        SearchCriteria criteria = EVERYBODY.where(new HardFilter.Categories(Set.of(Category.BEAUTY)))
                .where(new HardFilter.Languages(Set.of(new Language("pt"))))
                .where(new HardFilter.ContentCategories(Map.of(Category.BEAUTY, 80)))
                .where(new HardFilter.Sentiment(Range.of(new MoodScore(35), new MoodScore(35))));

        List<Ranking.Entry> ranked = Ranking.of(Catalogue.of(List.of(ana, Candidate.of(Platform.X, "bare"))), criteria).page(0, 9);

        assertThat(ranked).hasSize(1);
        assertThat(ranked.getFirst().score().of(Factor.CATEGORY).state()).isEqualTo(DataState.INFERRED);
        assertThat(ranked.getFirst().score().of(Factor.CATEGORY).normalized()).isEqualByComparingTo("1");
        assertThat(ranked.getFirst().score().of(Factor.LOCATION).state()).isEqualTo(DataState.INFERRED);
    }

    private static <T> Observed<T> inferred(T value) {
        return new Observed<>(value, Observed.Kind.INFERRED, "content:rules", Candidate.startOf(Chance.TODAY));
    }
}
