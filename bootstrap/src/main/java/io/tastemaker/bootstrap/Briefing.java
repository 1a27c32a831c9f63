package io.tastemaker.bootstrap;

import io.tastemaker.adapters.ai.briefing.ChatInterpreter;
import io.tastemaker.adapters.ai.shared.Endpoint;
import io.tastemaker.adapters.persistence.briefing.JooqConversations;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.briefing.BriefingUseCases;
import io.tastemaker.application.campaigns.CampaignUseCases;
import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.matching.MatchingUseCases;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.wallets.WalletUseCases;
import java.time.InstantSource;
import java.util.Optional;

/** Creation of campaigns by chat, wired: messages are understood by the rules, or by a model and the rules behind it. */
final class Briefing implements AutoCloseable {

    private final Optional<ChatInterpreter> model;
    private final BriefingUseCases useCases;

    Briefing(Optional<Endpoint> chat, JooqTransactions transactions, Campaigns campaignRows, CampaignUseCases campaigns, MatchingUseCases matching,
            WalletUseCases wallets, Ids ids, InstantSource clock) {
        this.model = chat.map(endpoint -> new ChatInterpreter(endpoint, clock));
        this.useCases = new BriefingUseCases(transactions, new JooqConversations(transactions), campaignRows, model.map(any -> any), campaigns,
                matching, wallets, ids, clock);
    }

    BriefingUseCases useCases() {
        return useCases;
    }

    @Override
    public void close() {
        model.ifPresent(ChatInterpreter::close);
    }
}
