package io.tastemaker.bootstrap;

import io.tastemaker.adapters.persistence.campaigns.JooqCampaigns;
import io.tastemaker.adapters.persistence.campaigns.JooqShortlists;
import io.tastemaker.adapters.persistence.outreach.JooqInvitationMessages;
import io.tastemaker.adapters.persistence.outreach.JooqInvitations;
import io.tastemaker.adapters.persistence.outreach.JooqMessageTemplates;
import io.tastemaker.adapters.persistence.outreach.JooqResponseLinks;
import io.tastemaker.adapters.persistence.outreach.JooqSuppressions;
import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.campaigns.ShortlistUseCases;
import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.identity.TeamUseCases;
import io.tastemaker.application.outreach.OutreachUseCases;
import io.tastemaker.application.shared.PublicUrl;
import io.tastemaker.application.shared.out.Events;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Outbox;
import io.tastemaker.application.shared.out.Tokens;
import io.tastemaker.application.wallets.WalletUseCases;
import java.time.InstantSource;

/** Outreach, wired. */
final class Outreach {

    private final OutreachUseCases useCases;

    Outreach(JooqTransactions transactions, AcrossTeams acrossTeams, Outbox outbox, Events events, CreatorUseCases creators,
            WalletUseCases wallets, TeamUseCases teams, PublicUrl publicUrl, Ids ids, Tokens tokens, InstantSource clock) {
        OutreachUseCases.Rows rows = new OutreachUseCases.Rows(new JooqInvitations(transactions, acrossTeams),
                new JooqResponseLinks(transactions, acrossTeams), new JooqInvitationMessages(transactions), new JooqMessageTemplates(transactions),
                new JooqSuppressions(transactions));
        ShortlistUseCases shortlists = new ShortlistUseCases(new JooqCampaigns(transactions), new JooqShortlists(transactions));
        this.useCases = new OutreachUseCases(rows, transactions, outbox, events, shortlists, creators, wallets, teams, publicUrl, ids, tokens, clock);
    }

    OutreachUseCases useCases() {
        return useCases;
    }
}
