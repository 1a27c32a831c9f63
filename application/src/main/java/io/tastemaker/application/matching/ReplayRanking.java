package io.tastemaker.application.matching;

import io.tastemaker.application.wallets.FindOpenRights;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.matching.RankingId;
import java.util.Set;

/** Replays a page that was shown before: the first one, or a later one that the team has paid for. It never charges. */
public final class ReplayRanking {

    private final ShowRanking showRanking;
    private final FindOpenRights findOpenRights;

    ReplayRanking(ShowRanking showRanking, FindOpenRights findOpenRights) {
        this.showRanking = showRanking;
        this.findOpenRights = findOpenRights;
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

    /** What is answered. */
    public sealed interface Outcome {
        /**
         * The page.
         *
         * @param page ids, scores and receipts as they were, the cards as they are
         */
        record Replayed(RankedPage page) implements Outcome {}

        /**
         * Nobody has paid for this page yet; searching with its cursor does.
         *
         * @param action what it is paid as
         */
        record NotPaid(Action action) implements Outcome {}
    }

    /**
     * Replays the page.
     *
     * @param query what is asked
     * @return the page, or that it is not paid for
     * @throws Refusal.NotFound when the team has no such ranking, or not any more
     */
    public Outcome handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.SEARCH_CREATORS);
        RankedPage page = showRanking.handle(new ShowRanking.Query(query.actor(), query.ranking(), query.offset(), query.limit()));
        return query.offset() == 0 || isPaid(query) ? new Outcome.Replayed(page) : new Outcome.NotPaid(Action.DISCOVERY_PAGINATION);
    }

    private boolean isPaid(Query query) {
        String page = PayForRanking.target(query.ranking(), query.offset());
        return switch (query.actor()) {
            case Actor.Operator operator -> true;
            case Actor.System system -> true;
            case Actor.User user -> isOpen(user, page);
            case Actor.Key key -> isOpen(key, page);
        };
    }

    private boolean isOpen(Actor actor, String page) {
        return findOpenRights.handle(new FindOpenRights.Query(actor, Action.DISCOVERY_PAGINATION, Set.of(page))).contains(page);
    }
}
