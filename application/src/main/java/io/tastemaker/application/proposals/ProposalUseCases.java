package io.tastemaker.application.proposals;

import io.tastemaker.application.campaigns.CampaignUseCases;
import io.tastemaker.application.identity.ShowTeam;
import io.tastemaker.application.identity.TeamUseCases;
import io.tastemaker.application.proposals.out.ProposalAccesses;
import io.tastemaker.application.proposals.out.ProposalTemplates;
import io.tastemaker.application.proposals.out.Proposals;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import jakarta.inject.Inject;
import java.time.InstantSource;

/**
 * What can be done with proposals.
 *
 * @param openProposals opens them to a team
 * @param closeProposals closes them to a team
 * @param listProposalAccess lists to whom they are open
 * @param createProposal makes one
 * @param showProposal shows one
 * @param listProposals lists them
 * @param changeProposal changes what one offers
 * @param moveProposal sends one, decides about it, or takes it back
 * @param deleteProposal deletes one
 * @param listProposalVersions lists the versions of one
 * @param compareProposalVersions shows what differs between two of them
 * @param createProposalTemplate makes a template
 * @param listProposalTemplates lists the templates
 * @param showProposalTemplate shows a template
 * @param replaceProposalTemplate replaces a template
 * @param deleteProposalTemplate deletes a template
 */
public record ProposalUseCases(
        OpenProposals openProposals,
        CloseProposals closeProposals,
        ListProposalAccess listProposalAccess,
        CreateProposal createProposal,
        ShowProposal showProposal,
        ListProposals listProposals,
        ChangeProposal changeProposal,
        MoveProposal moveProposal,
        DeleteProposal deleteProposal,
        ListProposalVersions listProposalVersions,
        CompareProposalVersions compareProposalVersions,
        CreateProposalTemplate createProposalTemplate,
        ListProposalTemplates listProposalTemplates,
        ShowProposalTemplate showProposalTemplate,
        ReplaceProposalTemplate replaceProposalTemplate,
        DeleteProposalTemplate deleteProposalTemplate) {

    /**
     * Where proposals are kept.
     *
     * @param proposals the proposals with their versions
     * @param templates what they begin as
     * @param accesses to whom they are open
     */
    public record Stores(Proposals proposals, ProposalTemplates templates, ProposalAccesses accesses) {}

    /** Builds them from the driven ports and the use cases of campaigns and teams. */
    @Inject
    public ProposalUseCases(Transactions transactions, Stores stores, CampaignUseCases campaigns, TeamUseCases teams, Ids ids, InstantSource clock) {
        this(transactions, stores, new ProposalDoor(stores.accesses(), stores.proposals()), new NamedCampaign(campaigns.showCampaign()),
                teams.showTeam(), ids, clock);
    }

    private ProposalUseCases(Transactions transactions, Stores stores, ProposalDoor door, NamedCampaign campaign, ShowTeam showTeam, Ids ids,
            InstantSource clock) {
        this(new OpenProposals(transactions, stores.accesses(), showTeam, clock), new CloseProposals(transactions, stores.accesses()),
                new ListProposalAccess(stores.accesses()),
                new CreateProposal(transactions, stores.proposals(), door, campaign, ids, clock), new ShowProposal(transactions, door),
                new ListProposals(transactions, stores.proposals(), door), new ChangeProposal(transactions, door, campaign, clock),
                new MoveProposal(transactions, door, clock), new DeleteProposal(transactions, stores.proposals(), door),
                new ListProposalVersions(transactions, stores.proposals(), door),
                new CompareProposalVersions(transactions, stores.proposals(), door),
                new CreateProposalTemplate(transactions, stores.templates(), door, ids, clock),
                new ListProposalTemplates(transactions, stores.templates(), door), new ShowProposalTemplate(transactions, stores.templates(), door),
                new ReplaceProposalTemplate(transactions, stores.templates(), door, clock),
                new DeleteProposalTemplate(transactions, stores.templates(), door));
    }
}
