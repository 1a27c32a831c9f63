package io.tastemaker.application.matching;

import io.tastemaker.application.creators.ShowCreators;
import io.tastemaker.application.matching.out.Rankings;
import io.tastemaker.application.matching.out.SearchHistory;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.matching.Ranking;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.shared.CreatorId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Searches: ranks creators and gives a page of the ranking with the creators' cards. */
public final class SearchCreators {

    private final RankCreators rankCreators;
    private final ShowCreators showCreators;
    private final Rankings rankings;
    private final SearchHistory history;
    private final Ids ids;
    private final InstantSource clock;

    SearchCreators(
            RankCreators rankCreators,
            ShowCreators showCreators,
            Rankings rankings,
            SearchHistory history,
            Ids ids,
            InstantSource clock) {
        this.rankCreators = rankCreators;
        this.showCreators = showCreators;
        this.rankings = rankings;
        this.history = history;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param criteria the question
     * @param similarTo rank only creators like one of these; empty for no such filter
     * @param question the question as the caller put it, for the history
     * @param limit the size of a page, 1 to 100
     * @param from where a later page begins; empty for the first
     */
    public record Query(
            Actor actor, SearchCriteria criteria, Set<CreatorId> similarTo, String question, int limit, Optional<From> from) {}

    /**
     * Where a later page begins.
     *
     * @param ranking which ranking
     * @param offset how many creators stand before it
     */
    public record From(RankingId ranking, int offset) {}

    /** What is answered. */
    public sealed interface Outcome {
        /**
         * A page.
         *
         * @param page the creators of these ranks
         */
        record Found(RankedPage page) implements Outcome {}

        /** The ranking that a later page was wanted of is not kept any more; searching again is free. */
        record RankingExpired() implements Outcome {}

        /**
         * Some of the creators to be like are not there.
         *
         * @param unknown those the team does not see
         */
        record UnknownCreators(Set<CreatorId> unknown) implements Outcome {}
    }

    /**
     * Searches.
     *
     * @param query what is asked
     * @return a page, or why there is none
     */
    public Outcome handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.SEARCH_CREATORS);
        if (query.from().isPresent()) {
            From from = query.from().get();
            return rankings.find(query.actor().team(), from.ranking())
                    .<Outcome>map(ranking -> new Outcome.Found(page(query, ranking, from.offset())))
                    .orElseGet(Outcome.RankingExpired::new);
        }
        return switch (rankCreators.handle(new RankCreators.Query(query.actor(), query.criteria(), query.similarTo()))) {
            case RankCreators.Outcome.UnknownCreators unknown -> new Outcome.UnknownCreators(unknown.unknown());
            case RankCreators.Outcome.Ranked ranked -> {
                Ranking ranking = ranked.ranking();
                history.note(query.actor().team(), query.actor().label(),
                        new SearchHistory.Past(ids.next(), query.question(), ranking.id(), ranking.total(), clock.instant()));
                yield new Outcome.Found(page(query, ranking, 0));
            }
        };
    }

    private RankedPage page(Query query, Ranking ranking, int offset) {
        return RankedPage.of(ranking, offset, query.limit(), ids -> showCreators.handle(new ShowCreators.Query(query.actor(), ids)));
    }
}
