package io.tastemaker.bootstrap;

import io.tastemaker.adapters.http.proposals.ProposalAdminRoutes;
import io.tastemaker.adapters.http.proposals.ProposalPartyRoutes;
import io.tastemaker.adapters.http.proposals.ProposalResponseRoutes;
import io.tastemaker.adapters.http.proposals.ProposalRoutes;
import io.tastemaker.adapters.http.proposals.ProposalTemplateRoutes;
import io.tastemaker.adapters.http.proposals.ProposalWorkRoutes;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.persistence.proposals.JooqApplications;
import io.tastemaker.adapters.persistence.proposals.JooqProposalAccesses;
import io.tastemaker.adapters.persistence.proposals.JooqProposalCollaborators;
import io.tastemaker.adapters.persistence.proposals.JooqProposalDeliverables;
import io.tastemaker.adapters.persistence.proposals.JooqProposalInvitations;
import io.tastemaker.adapters.persistence.proposals.JooqProposalTemplates;
import io.tastemaker.adapters.persistence.proposals.JooqProposals;
import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.campaigns.CampaignUseCases;
import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.identity.TeamUseCases;
import io.tastemaker.application.outreach.OutreachUseCases;
import io.tastemaker.application.proposals.PartnershipUseCases;
import io.tastemaker.application.proposals.ProposalUseCases;
import io.tastemaker.application.shared.PublicUrl;
import io.tastemaker.application.shared.out.Events;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Outbox;
import io.tastemaker.application.shared.out.Tokens;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Proposals, wired. */
final class Proposing {

    private final ProposalUseCases useCases;
    private final PartnershipUseCases partnership;
    private final InstantSource clock;

    Proposing(JooqTransactions transactions, AcrossTeams acrossTeams, Outbox outbox, Events events, CampaignUseCases campaigns, OutreachUseCases outreach,
            CreatorUseCases creators, TeamUseCases teams, PublicUrl publicUrl, Ids ids, Tokens tokens, InstantSource clock) {
        ProposalUseCases.Stores stores = new ProposalUseCases.Stores(new JooqProposals(transactions), new JooqProposalTemplates(transactions),
                new JooqProposalAccesses(transactions, acrossTeams));
        PartnershipUseCases.Stores parts = new PartnershipUseCases.Stores(new JooqProposalInvitations(transactions, acrossTeams),
                new JooqApplications(transactions), new JooqProposalCollaborators(transactions), new JooqProposalDeliverables(transactions));
        this.useCases = new ProposalUseCases(transactions, stores, campaigns, teams, ids, clock);
        this.partnership = new PartnershipUseCases(transactions, stores, parts, outbox, events, outreach, creators, teams, publicUrl, ids, tokens, clock);
        this.clock = clock;
    }

    ProposalUseCases useCases() {
        return useCases;
    }

    List<Route> routes() {
        return Stream.of(new ProposalRoutes(useCases).routes(), new ProposalTemplateRoutes(useCases).routes(), new ProposalAdminRoutes(useCases).routes(),
                        new ProposalPartyRoutes(partnership, clock).routes(), new ProposalWorkRoutes(partnership).routes(),
                        new ProposalResponseRoutes(partnership).routes())
                .flatMap(List::stream).toList();
    }
}
