package io.tastemaker.application.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.creators.EnterCreator;
import io.tastemaker.application.creators.out.InMemoryCreators;
import io.tastemaker.application.creators.out.InMemoryFavorites;
import io.tastemaker.application.matching.out.InMemoryCatalogues;
import io.tastemaker.application.matching.out.InMemoryRankings;
import io.tastemaker.application.matching.out.InMemorySearchHistory;
import io.tastemaker.application.matching.out.InMemorySearches;
import io.tastemaker.application.matching.out.InMemoryStoredRankings;
import io.tastemaker.application.matching.out.SearchHistory;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.wallets.Till;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.matching.FollowerAim;
import io.tastemaker.domain.matching.HardFilter;
import io.tastemaker.domain.matching.Measure;
import io.tastemaker.domain.matching.Preferences;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.matching.Standing;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.Range;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SearchesOfATeamTest {

    private final HandClock clock = new HandClock();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryCreators store = new InMemoryCreators(transactions);
    private final Till till = Till.ofPayingTeams(transactions, new InMemoryIds(), clock);
    private final CreatorUseCases creators =
            new CreatorUseCases(transactions, store, new InMemoryFavorites(transactions), new InMemoryIds(), clock);
    private final MatchingUseCases matching = new MatchingUseCases(till.useCases(), transactions, new InMemoryCatalogues(store),
            new InMemoryRankings(clock), new InMemoryStoredRankings(transactions), new InMemorySearches(transactions),
                new InMemorySearchHistory(transactions), new InMemoryIds(),
            clock);

    private final LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    private final SearchCriteria nearTenThousand =
            SearchCriteria.on(today).prefer(Preferences.NONE.withFollowers(FollowerAim.around(10_000)));

    private Creator enter(Actor actor, String name, long followers) {
        EnterCreator.Command command = new EnterCreator.Command(actor, new Handle(Platform.INSTAGRAM, name),
                List.of(new Facts.Stated<>(Fact.FOLLOWERS, followers)));
        return ((EnterCreator.Outcome.Entered) creators.enterCreator().handle(command)).creator();
    }

    private SearchCreators.Outcome search(Actor actor, SearchCriteria criteria, int limit, Optional<SearchCreators.From> from) {
        return matching.searchCreators().handle(new SearchCreators.Query(
                actor, criteria, Set.of(), Set.of(), "{}", limit, from, PayForRanking.Terms.ANY));
    }

    private RankedPage first(Actor actor, SearchCriteria criteria, int limit) {
        return ((SearchCreators.Outcome.Found) search(actor, criteria, limit, Optional.empty())).page();
    }

    private static List<String> names(RankedPage page) {
        return page.entries().stream().map(entry -> entry.creator().orElseThrow().handle().name()).toList();
    }

    @Test
    void a_team_ranks_the_shared_creators_and_its_own_and_nobody_elses() {
        enter(Actors.OPERATOR, "shared", 20_000);
        enter(Actors.ANA, "limas", 11_000);
        enter(Actors.OLE, "oslos", 10_000);

        assertThat(names(first(Actors.BEN, nearTenThousand, 10))).containsExactly("limas", "shared");
        assertThat(names(first(Actors.OLE, nearTenThousand, 10))).containsExactly("oslos", "shared");
    }

    @Test
    void pages_fit_together_while_creators_come_and_go() {
        for (int i = 0; i < 5; i++) {
            enter(Actors.ANA, "creator" + i, 10_000 + 1_000L * i);
        }
        RankedPage start = first(Actors.BEN, nearTenThousand, 2);
        enter(Actors.ANA, "late", 10_000);

        SearchCreators.From from = new SearchCreators.From(start.ranking(), start.next().orElseThrow());
        RankedPage rest = ((SearchCreators.Outcome.Found) search(Actors.BEN, nearTenThousand, 10, Optional.of(from))).page();

        assertThat(names(start)).containsExactly("creator0", "creator1");
        assertThat(names(rest)).containsExactly("creator2", "creator3", "creator4");
        assertThat(rest.next()).isEmpty();
        assertThat(names(first(Actors.BEN, nearTenThousand, 1))).doesNotContain("creator1").hasSize(1);
    }

    @Test
    void an_equal_question_is_answered_by_the_same_ranking_until_a_creator_changes() {
        enter(Actors.ANA, "ana", 10_000);
        RankingId before = first(Actors.ANA, nearTenThousand, 1).ranking();
        assertThat(first(Actors.BEN, nearTenThousand, 5).ranking()).isEqualTo(before);

        enter(Actors.ANA, "new", 10_000);

        assertThat(first(Actors.BEN, nearTenThousand, 5).ranking()).isNotEqualTo(before);
    }

    @Test
    void a_ranking_expires_and_is_of_no_use_to_another_team() {
        Creator ana = enter(Actors.ANA, "ana", 10_000);
        RankingId ranking = first(Actors.ANA, nearTenThousand, 1).ranking();
        Optional<SearchCreators.From> from = Optional.of(new SearchCreators.From(ranking, 0));
        assertThat(search(Actors.OLE, nearTenThousand, 1, from)).isEqualTo(new SearchCreators.Outcome.RankingExpired());

        clock.advance(Duration.ofMinutes(5));

        assertThat(search(Actors.ANA, nearTenThousand, 1, from)).isEqualTo(new SearchCreators.Outcome.RankingExpired());
        ExplainRanking.Query why = new ExplainRanking.Query(Actors.ANA, ranking, ana.id(), Optional.empty(), Optional.empty());
        assertThat(matching.explainRanking().handle(why)).isEqualTo(new ExplainRanking.Outcome.RankingExpired());
        assertThatThrownBy(() -> matching.showRanking().handle(new ShowRanking.Query(Actors.ANA, ranking, 0, 1)))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void a_ranking_that_was_not_paid_for_is_not_shown_by_its_id_either() {
        Creator ana = enter(Actors.ANA, "ana", 10_000);
        for (long posts = 1; posts <= 10; posts++) {
            search(Actors.ANA, SearchCriteria.on(today).where(new HardFilter.Count(Measure.POSTS_COUNT, Range.from(posts))), 1, Optional.empty());
        }
        SearchCriteria advanced = SearchCriteria.on(today).where(new HardFilter.HasEmail(false));
        RankingId ranking = RankingId.of(Actors.LIMA, new InMemoryCatalogues(store).current(Actors.ANA).version(), advanced);
        ExplainRanking.Query why = new ExplainRanking.Query(Actors.ANA, ranking, ana.id(), Optional.empty(), Optional.empty());

        assertThat(search(Actors.ANA, advanced, 1, Optional.empty())).isInstanceOf(SearchCreators.Outcome.Refused.class);

        assertThatThrownBy(() -> matching.replayRanking().handle(new ReplayRanking.Query(Actors.ANA, ranking, 0, 100)))
                .isInstanceOf(Refusal.NotFound.class);
        assertThat(matching.explainRanking().handle(why)).isEqualTo(new ExplainRanking.Outcome.RankingExpired());
        till.give(Actors.LIMA, 15);
        assertThat(first(Actors.ANA, advanced, 1).ranking()).isEqualTo(ranking);
        assertThat(matching.replayRanking().handle(new ReplayRanking.Query(Actors.ANA, ranking, 0, 100)))
                .isInstanceOf(ReplayRanking.Outcome.Replayed.class);
    }

    @Test
    void an_explanation_says_why_a_creator_is_out_and_what_would_lift_one_that_is_in() {
        enter(Actors.ANA, "first", 10_000);
        Creator second = enter(Actors.ANA, "second", 30_000);
        Creator small = enter(Actors.ANA, "small", 900);
        SearchCriteria criteria = nearTenThousand.where(new HardFilter.Count(Measure.FOLLOWERS, Range.from(1_000L)));
        RankingId ranking = first(Actors.ANA, criteria, 10).ranking();

        assertThat(explained(ranking, small.id()).standing()).isInstanceOfSatisfying(Standing.Excluded.class,
                excluded -> assertThat(excluded.by()).extracting(HardFilter::code).containsExactly("followers"));
        ExplainRanking.Outcome.Explained lifted = explained(ranking, second.id());
        assertThat(lifted.standing()).isInstanceOfSatisfying(Standing.Ranked.class,
                ranked -> assertThat(ranked.entry().rank()).isEqualTo(2));
        assertThat(lifted.raise().orElseThrow().rank()).isEqualTo(1);
        assertThat(lifted.raise().orElseThrow().ways()).isNotEmpty();
    }

    private ExplainRanking.Outcome.Explained explained(RankingId ranking, CreatorId creator) {
        return (ExplainRanking.Outcome.Explained) matching.explainRanking()
                .handle(new ExplainRanking.Query(Actors.ANA, ranking, creator, Optional.of(1), Optional.empty()));
    }

    @Test
    void nobody_can_be_like_a_creator_that_is_not_there() {
        CreatorId nobody = new CreatorId(new UUID(1, 2));
        SearchCreators.Query query = new SearchCreators.Query(
                Actors.ANA, nearTenThousand, Set.of(nobody), Set.of(), "{}", 5, Optional.empty(), PayForRanking.Terms.ANY);

        assertThat(matching.searchCreators().handle(query)).isEqualTo(new SearchCreators.Outcome.UnknownCreators(Set.of(nobody)));
        assertThatThrownBy(() -> matching.findSimilarCreators().handle(new FindSimilarCreators.Query(Actors.ANA, nobody, 5)))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void questions_are_remembered_for_who_put_them() {
        enter(Actors.ANA, "ana", 10_000);
        first(Actors.ANA, nearTenThousand, 1);

        assertThat(history(Actors.ANA)).hasSize(1).allSatisfy(past -> assertThat(past.total()).isEqualTo(1));
        assertThat(history(Actors.BEN)).isEmpty();
    }

    private List<SearchHistory.Past> history(Actor actor) {
        return matching.listSearchHistory().handle(new ListSearchHistory.Query(actor, PageRequest.first(10))).items();
    }
}
