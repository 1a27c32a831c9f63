package io.tastemaker.application.matching.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.domain.matching.Candidate;
import io.tastemaker.domain.matching.Catalogue;
import io.tastemaker.domain.matching.CatalogueVersion;
import io.tastemaker.domain.matching.Ranking;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everything that keeps rankings in memory does. */
public abstract class RankingsContract {

    private HandClock clock;
    private Rankings rankings;

    protected abstract Rankings rankings(InstantSource clock);

    @BeforeEach
    void start() {
        clock = new HandClock();
        rankings = rankings(clock);
    }

    @Test
    void a_ranking_is_made_once_and_found_again() {
        AtomicInteger made = new AtomicInteger();
        Ranking ranking = ranking(Actors.LIMA);
        for (int time = 0; time < 3; time++) {
            assertThat(rankings.obtain(Actors.LIMA, ranking.version(), ranking.criteria(), () -> {
                made.incrementAndGet();
                return ranking;
            })).isSameAs(ranking);
        }
        assertThat(made).hasValue(1);
        rankings.publish(Actors.LIMA, ranking.id());
        assertThat(rankings.find(Actors.LIMA, ranking.id())).containsSame(ranking);
    }

    @Test
    void of_many_who_want_the_same_at_once_one_makes_it() {
        AtomicInteger made = new AtomicInteger();
        Ranking ranking = ranking(Actors.LIMA);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Ranking>> all = IntStream.range(0, 20)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> rankings.obtain(Actors.LIMA, ranking.version(), ranking.criteria(), () -> {
                        made.incrementAndGet();
                        return ranking;
                    }), threads))
                    .toList();
            assertThat(all).allMatch(one -> one.join() == ranking);
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void what_is_not_published_is_not_found_though_its_id_can_be_told() {
        Ranking ranking = ranking(Actors.LIMA);
        rankings.publish(Actors.LIMA, ranking.id());
        rankings.obtain(Actors.LIMA, ranking.version(), ranking.criteria(), () -> ranking);
        assertThat(rankings.find(Actors.LIMA, ranking.id())).isEmpty();
        rankings.publish(Actors.LIMA, ranking.id());
        assertThat(rankings.find(Actors.LIMA, ranking.id())).containsSame(ranking);
    }

    @Test
    void an_equal_question_is_the_same_question_and_another_state_of_the_catalogue_is_not() {
        Ranking ranking = ranking(Actors.LIMA);
        Ranking later = ranking(Actors.LIMA);
        rankings.obtain(Actors.LIMA, ranking.version(), ranking.criteria(), () -> ranking);
        SearchCriteria equal = SearchCriteria.on(ranking.criteria().day());
        assertThat(rankings.obtain(Actors.LIMA, ranking.version(), equal, () -> later)).isSameAs(ranking);
        CatalogueVersion next = CatalogueVersion.of(ranking.version().sequence() + 1, ranking.version().at());
        assertThat(rankings.obtain(Actors.LIMA, next, equal, () -> later)).isSameAs(later);
        assertThat(rankings.obtain(Actors.LIMA, ranking.version(), equal, () -> later)).isSameAs(ranking);
    }

    @Test
    void another_team_does_not_find_it() {
        Ranking ranking = ranking(Actors.LIMA);
        rankings.obtain(Actors.LIMA, ranking.version(), ranking.criteria(), () -> ranking);
        rankings.publish(Actors.LIMA, ranking.id());
        rankings.publish(Actors.OSLO, ranking.id());
        assertThat(rankings.find(Actors.OSLO, ranking.id())).isEmpty();
    }

    @Test
    void it_lives_five_minutes_however_often_it_is_read() {
        Ranking ranking = ranking(Actors.LIMA);
        rankings.obtain(Actors.LIMA, ranking.version(), ranking.criteria(), () -> ranking);
        rankings.publish(Actors.LIMA, ranking.id());
        clock.advance(Duration.ofMinutes(Rankings.MINUTES).minusMillis(1));
        assertThat(rankings.find(Actors.LIMA, ranking.id())).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(rankings.find(Actors.LIMA, ranking.id())).isEmpty();
    }

    private static Ranking ranking(TeamId team) {
        Catalogue catalogue = Catalogue.of(List.of(Candidate.of(Platform.INSTAGRAM, "ana")));
        return Ranking.of(team, catalogue, SearchCriteria.on(LocalDate.of(2026, 9, 1)));
    }
}
