package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Matches;
import io.tastemaker.application.matching.RankedPage;
import io.tastemaker.application.matching.ShowRanking;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.CampaignMatch;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.shared.CampaignId;

/** Shows a page of what came of a campaign's match: the same ids, scores and receipts as the first time. */
public final class ShowMatch {

    private final Transactions transactions;
    private final Matches matches;
    private final ShowRanking showRanking;

    ShowMatch(Transactions transactions, Matches matches, ShowRanking showRanking) {
        this.transactions = transactions;
        this.matches = matches;
        this.showRanking = showRanking;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param campaign which campaign
     * @param ranking which of its matches
     * @param offset how many creators stand before the page
     * @param limit the size of the page, 1 to 100
     */
    public record Query(Actor actor, CampaignId campaign, RankingId ranking, int offset, int limit) {}

    /**
     * A match and some of its ranks.
     *
     * @param match the record
     * @param page the ranks
     */
    public record Shown(CampaignMatch match, RankedPage page) {}

    /**
     * Shows the page.
     *
     * @param query what is asked
     * @return the match and the page
     * @throws Refusal.NotFound when the team has no such campaign, or the campaign no such match
     */
    public Shown handle(Query query) {
        Actor actor = query.actor();
        AccessPolicy.require(actor, Permission.READ_CAMPAIGNS);
        CampaignMatch match = transactions.reading(actor, () -> matches.find(query.campaign(), query.ranking()))
                .orElseThrow(Refusal.NotFound::new);
        return new Shown(match, showRanking.handle(new ShowRanking.Query(actor, query.ranking(), query.offset(), query.limit())));
    }
}
