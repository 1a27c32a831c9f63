package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.campaigns.out.Matches;
import io.tastemaker.application.campaigns.out.Shortlists;
import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.matching.MatchingUseCases;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.WalletUseCases;
import jakarta.inject.Inject;
import java.time.InstantSource;

/**
 * What can be done with campaigns.
 *
 * @param createCampaign makes a draft
 * @param showCampaign shows one
 * @param listCampaigns lists the team's
 * @param changeCampaign changes name and brief
 * @param deleteCampaign deletes a draft
 * @param matchCampaign ranks creators against the brief
 * @param pageMatch goes on to a later page of what came of it
 * @param showMatch shows a page of what came of it
 * @param listMatches lists a campaign's matches
 * @param addToShortlist chooses creators
 * @param listShortlist lists the chosen
 * @param changeShortlistEntry changes where a chosen creator stands
 * @param removeFromShortlist drops a chosen creator
 */
public record CampaignUseCases(
        CreateCampaign createCampaign,
        ShowCampaign showCampaign,
        ListCampaigns listCampaigns,
        ChangeCampaign changeCampaign,
        DeleteCampaign deleteCampaign,
        MatchCampaign matchCampaign,
        PageMatch pageMatch,
        ShowMatch showMatch,
        ListMatches listMatches,
        AddToShortlist addToShortlist,
        ListShortlist listShortlist,
        ChangeShortlistEntry changeShortlistEntry,
        RemoveFromShortlist removeFromShortlist) {

    /** Builds them from the driven ports and the use cases of creators, matching and wallets. */
    @Inject
    public CampaignUseCases(
            Transactions transactions,
            Campaigns campaigns,
            Matches matches,
            Shortlists shortlists,
            CreatorUseCases creators,
            MatchingUseCases matching,
            WalletUseCases wallets,
            Ids ids,
            InstantSource clock) {
        this(new ShowMatch(transactions, matches, matching.showRanking()), transactions, campaigns, matches, shortlists, creators, matching,
                wallets, ids, clock);
    }

    private CampaignUseCases(
            ShowMatch showMatch,
            Transactions transactions,
            Campaigns campaigns,
            Matches matches,
            Shortlists shortlists,
            CreatorUseCases creators,
            MatchingUseCases matching,
            WalletUseCases wallets,
            Ids ids,
            InstantSource clock) {
        this(new CreateCampaign(transactions, campaigns, wallets.checkFeature(), ids, clock), new ShowCampaign(transactions, campaigns),
                new ListCampaigns(transactions, campaigns), new ChangeCampaign(transactions, campaigns, clock),
                new DeleteCampaign(transactions, campaigns),
                new MatchCampaign(transactions, campaigns, matches, shortlists, matching.rankCreators(), matching.payForRanking(),
                        matching.keepRanking(), matching.showRanking(), clock),
                new PageMatch(showMatch, matching.payForRanking()), showMatch, new ListMatches(transactions, campaigns, matches),
                new AddToShortlist(transactions, campaigns, shortlists, creators.showCreators(), clock),
                new ListShortlist(transactions, campaigns, shortlists), new ChangeShortlistEntry(transactions, shortlists),
                new RemoveFromShortlist(transactions, shortlists));
    }
}
