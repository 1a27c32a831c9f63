package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Budgets;
import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.campaigns.out.Matches;
import io.tastemaker.application.campaigns.out.Shortlists;
import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.matching.MatchingUseCases;
import io.tastemaker.application.shared.out.Events;
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
 * @param moveCampaign takes a step in its life
 * @param listTransitions lists the steps it took
 * @param matchCampaign ranks creators against the brief
 * @param pageMatch goes on to a later page of what came of it
 * @param showMatch shows a page of what came of it
 * @param listMatches lists a campaign's matches
 * @param addToShortlist chooses creators
 * @param listShortlist lists the chosen
 * @param changeShortlistEntry changes where a chosen creator stands
 * @param removeFromShortlist drops a chosen creator
 * @param showSpending shows what one paid
 */
public record CampaignUseCases(
        CreateCampaign createCampaign,
        ShowCampaign showCampaign,
        ListCampaigns listCampaigns,
        ChangeCampaign changeCampaign,
        DeleteCampaign deleteCampaign,
        MoveCampaign moveCampaign,
        ListTransitions listTransitions,
        MatchCampaign matchCampaign,
        PageMatch pageMatch,
        ShowMatch showMatch,
        ListMatches listMatches,
        AddToShortlist addToShortlist,
        ListShortlist listShortlist,
        ChangeShortlistEntry changeShortlistEntry,
        RemoveFromShortlist removeFromShortlist,
        ShowSpending showSpending) {

    /** Builds them from the driven ports and the use cases of creators, matching and wallets. */
    @Inject
    public CampaignUseCases(
            Transactions transactions,
            Campaigns campaigns,
            Matches matches,
            Shortlists shortlists,
            Budgets budgets,
            CreatorUseCases creators,
            MatchingUseCases matching,
            WalletUseCases wallets,
            Events events,
            Ids ids,
            InstantSource clock) {
        this(new ShowMatch(transactions, matches, matching.showRanking()), transactions, campaigns, matches, shortlists, budgets, creators, matching,
                wallets, events, ids, clock);
    }

    private CampaignUseCases(
            ShowMatch showMatch,
            Transactions transactions,
            Campaigns campaigns,
            Matches matches,
            Shortlists shortlists,
            Budgets budgets,
            CreatorUseCases creators,
            MatchingUseCases matching,
            WalletUseCases wallets,
            Events events,
            Ids ids,
            InstantSource clock) {
        this(new CreateCampaign(transactions, campaigns, wallets.checkFeature(), ids, clock), new ShowCampaign(transactions, campaigns),
                new ListCampaigns(transactions, campaigns), new ChangeCampaign(transactions, campaigns, budgets, clock),
                new DeleteCampaign(transactions, campaigns), new MoveCampaign(transactions, campaigns, events, clock),
                new ListTransitions(transactions, campaigns),
                new MatchCampaign(transactions, campaigns, matches, shortlists, matching.rankCreators(), matching.payForRanking(),
                        matching.keepRanking(), matching.showRanking(), clock),
                new PageMatch(showMatch, matching.payForRanking()), showMatch, new ListMatches(transactions, campaigns, matches),
                new AddToShortlist(transactions, campaigns, shortlists, creators.showCreators(), matching.findRanks(), clock),
                new ListShortlist(transactions, campaigns, shortlists), new ChangeShortlistEntry(transactions, shortlists),
                new RemoveFromShortlist(transactions, shortlists), new ShowSpending(transactions, campaigns, budgets));
    }
}
