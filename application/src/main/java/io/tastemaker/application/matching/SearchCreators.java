package io.tastemaker.application.matching;

import io.tastemaker.application.matching.out.Catalogues;
import io.tastemaker.application.matching.out.Rankings;
import io.tastemaker.application.matching.out.SearchHistory;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.wallets.Answered;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.matching.Catalogue;
import io.tastemaker.domain.matching.Ranking;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.shared.CreatorId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Searches: ranks creators and gives a page of the ranking with the creators' cards. What is to be paid for is paid once the page is there,
 * and nothing is shown or remembered unless it is.
 */
public final class SearchCreators {

    private final RankCreators rankCreators;
    private final PayForRanking payForRanking;
    private final Catalogues catalogues;
    private final Rankings rankings;
    private final SearchHistory history;
    private final Ids ids;
    private final InstantSource clock;

    SearchCreators(
            RankCreators rankCreators,
            PayForRanking payForRanking,
            Catalogues catalogues,
            Rankings rankings,
            SearchHistory history,
            Ids ids,
            InstantSource clock) {
        this.rankCreators = rankCreators;
        this.payForRanking = payForRanking;
        this.catalogues = catalogues;
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
     * @param leftOut creators that are not wanted because they stand on a list, which may grow; not a part of the question that is paid for
     * @param question the question as the caller put it, for the history
     * @param limit the size of a page, 1 to 100
     * @param from where a later page begins; empty for the first
     * @param terms on which terms the caller pays
     */
    public record Query(
            Actor actor,
            SearchCriteria criteria,
            Set<CreatorId> similarTo,
            Set<CreatorId> leftOut,
            String question,
            int limit,
            Optional<From> from,
            PayForRanking.Terms terms) {}

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
         * @param payment what the wallet answered; empty when nothing was to be paid
         */
        record Found(RankedPage page, Optional<Answered> payment) implements Outcome {}

        /**
         * Nothing was searched: this is what the wallet would answer.
         *
         * @param answered the answer; empty when nothing would be to pay
         */
        record Foreseen(Optional<Answered> answered) implements Outcome {}

        /**
         * It was not paid for.
         *
         * @param answered why
         */
        record Refused(Answered answered) implements Outcome {}

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
        AccessPolicy.require(query.actor(), Permission.READ_CREATORS);
        PayForRanking.Page wanted = query.from()
                .<PayForRanking.Page>map(from -> new PayForRanking.Page.Later(from.ranking(), from.offset()))
                .orElseGet(() -> new PayForRanking.Page.First(query.criteria(), query.similarTo()));
        if (query.terms().dryRun()) {
            return pay(query, wanted, Optional.empty());
        }
        if (query.from().isPresent()) {
            From from = query.from().get();
            return rankings.find(query.actor().team(), from.ranking())
                    .map(ranking -> pay(query, wanted, Optional.of(page(query, ranking, from.offset(), catalogues.current(query.actor())))))
                    .orElseGet(Outcome.RankingExpired::new);
        }
        SearchCriteria criteria = query.criteria().without(query.leftOut());
        return switch (rankCreators.handle(new RankCreators.Query(query.actor(), criteria, query.similarTo()))) {
            case RankCreators.Outcome.UnknownCreators unknown -> new Outcome.UnknownCreators(unknown.unknown());
            case RankCreators.Outcome.Ranked ranked -> {
                Outcome outcome = pay(query, wanted, Optional.of(page(query, ranked.ranking(), 0, ranked.catalogue())));
                if (outcome instanceof Outcome.Found) {
                    rankings.publish(query.actor().team(), ranked.ranking().id());
                    note(query, ranked.ranking());
                }
                yield outcome;
            }
        };
    }

    private Outcome pay(Query query, PayForRanking.Page wanted, Optional<RankedPage> page) {
        PayForRanking.Command payment = new PayForRanking.Command(query.actor(), Permission.SEARCH_CREATORS, wanted, query.terms());
        return switch (payForRanking.handle(payment)) {
            case PayForRanking.Outcome.Settled(Optional<Answered> answered) -> new Outcome.Found(page.orElseThrow(), answered);
            case PayForRanking.Outcome.Foreseen(Optional<Answered> answered) -> new Outcome.Foreseen(answered);
            case PayForRanking.Outcome.Refused(Answered answered) -> new Outcome.Refused(answered);
        };
    }

    private void note(Query query, Ranking ranking) {
        history.note(query.actor().team(), query.actor().label(),
                new SearchHistory.Past(ids.next(), query.question(), ranking.id(), ranking.total(), clock.instant()));
    }

    private static RankedPage page(Query query, Ranking ranking, int offset, Catalogue now) {
        return RankedPage.of(ranking, offset, query.limit(), now);
    }
}
