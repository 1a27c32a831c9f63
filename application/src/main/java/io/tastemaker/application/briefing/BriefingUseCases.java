package io.tastemaker.application.briefing;

import io.tastemaker.application.briefing.out.BriefInterpreter;
import io.tastemaker.application.briefing.out.Conversations;
import io.tastemaker.application.campaigns.CampaignUseCases;
import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.matching.MatchingUseCases;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.WalletUseCases;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What can be done with conversations that fill a brief.
 *
 * @param startConversation begins one
 * @param say says something and answers it
 * @param listConversations lists the team's
 * @param showConversation shows one
 * @param listMessages lists what was said
 * @param deleteConversation deletes one
 * @param makeCampaign makes its draft a campaign and matches it
 */
public record BriefingUseCases(
        StartConversation startConversation,
        Say say,
        ListConversations listConversations,
        ShowConversation showConversation,
        ListMessages listMessages,
        DeleteConversation deleteConversation,
        MakeCampaign makeCampaign) {

    /** How long a person waits for a model before the rules answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Builds them from the driven ports and the use cases of campaigns, matching and wallets; without an interpreter the rules read. */
    @Inject
    public BriefingUseCases(
            Transactions transactions,
            Conversations conversations,
            Campaigns campaignRows,
            Optional<BriefInterpreter> interpreter,
            CampaignUseCases campaigns,
            MatchingUseCases matching,
            WalletUseCases wallets,
            Ids ids,
            InstantSource clock) {
        this(new StartConversation(transactions, conversations, ids, clock),
                new Say(transactions, conversations, interpreter, PATIENCE, clock), new ListConversations(transactions, conversations),
                new ShowConversation(transactions, conversations), new ListMessages(transactions, conversations),
                new DeleteConversation(transactions, conversations),
                new MakeCampaign(transactions, conversations, campaignRows, wallets.checkFeature(), campaigns.showCampaign(),
                        campaigns.matchCampaign(), matching.payForRanking(), ids, clock));
    }
}
