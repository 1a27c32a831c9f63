package io.tastemaker.application.matching;

import io.tastemaker.application.matching.out.Catalogues;
import io.tastemaker.application.matching.out.Rankings;
import io.tastemaker.application.matching.out.StoredRankings;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.matching.Catalogue;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.shared.CreatorId;
import java.util.Optional;
import java.util.function.Function;

/** Shows a page of a ranking again: of a search for some minutes, of a campaign's match for good. */
public final class ShowRanking {

    private final Catalogues catalogues;
    private final Transactions transactions;
    private final Rankings rankings;
    private final StoredRankings storedRankings;

    ShowRanking(Catalogues catalogues, Transactions transactions, Rankings rankings, StoredRankings storedRankings) {
        this.catalogues = catalogues;
        this.transactions = transactions;
        this.rankings = rankings;
        this.storedRankings = storedRankings;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param ranking which ranking
     * @param offset how many creators stand before the page
     * @param limit the size of the page, 1 to 100
     */
    public record Query(Actor actor, RankingId ranking, int offset, int limit) {}

    /**
     * Shows the page.
     *
     * @param query what is asked
     * @return the page; ids, scores and receipts are those of the first time, the cards are those of today
     * @throws Refusal.NotFound when the team has no such ranking, or not any more
     */
    public RankedPage handle(Query query) {
        Actor actor = query.actor();
        AccessPolicy.require(actor, Permission.SEARCH_CREATORS);
        AccessPolicy.require(actor, Permission.READ_CREATORS);
        Catalogue now = catalogues.current(actor);
        return transactions.reading(actor, () -> storedRankings.find(query.ranking()))
                .map(stored -> RankedPage.of(stored, query.offset(), query.limit(), now))
                .or(() -> rankings.find(actor.team(), query.ranking())
                        .map(ranking -> RankedPage.of(ranking, query.offset(), query.limit(), now)))
                .orElseThrow(Refusal.NotFound::new);
    }
}
