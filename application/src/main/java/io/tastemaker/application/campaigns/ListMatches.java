package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.campaigns.out.Matches;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.CampaignMatch;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;

/** Lists a campaign's matches, the newest first. */
public final class ListMatches {

    private final Transactions transactions;
    private final Campaigns campaigns;
    private final Matches matches;

    ListMatches(Transactions transactions, Campaigns campaigns, Matches matches) {
        this.transactions = transactions;
        this.campaigns = campaigns;
        this.matches = matches;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param campaign which campaign
     * @param page which page
     */
    public record Query(Actor actor, CampaignId campaign, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the matches
     * @throws Refusal.NotFound when the team has no such campaign
     */
    public Page<CampaignMatch> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CAMPAIGNS);
        return transactions.reading(query.actor(), () -> {
            campaigns.find(query.campaign()).orElseThrow(Refusal.NotFound::new);
            return matches.list(query.campaign(), query.page());
        });
    }
}
