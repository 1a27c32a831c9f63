package io.tastemaker.application.proposals;

import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.creators.ShowCreators;
import io.tastemaker.application.identity.TeamUseCases;
import io.tastemaker.application.outreach.OutreachUseCases;
import io.tastemaker.application.proposals.out.ProposalInvitations;
import io.tastemaker.application.proposals.out.ProposalParts;
import io.tastemaker.application.shared.PublicUrl;
import io.tastemaker.application.shared.out.Events;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Outbox;
import io.tastemaker.application.shared.out.Tokens;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.proposals.Application;
import io.tastemaker.domain.proposals.ProposalCollaborator;
import io.tastemaker.domain.proposals.ProposalDeliverable;
import io.tastemaker.domain.proposals.ProposalInvitation;
import jakarta.inject.Inject;
import java.time.InstantSource;

/**
 * What can be done with those to whom a proposal goes, and with what it leads to.
 *
 * @param inviteToProposal invites somebody
 * @param listInvitations lists who is invited
 * @param answerProposal what the invited do
 * @param stopLetters never writes to somebody again
 * @param writeMessage writes to somebody who is invited
 * @param listMessages lists what was written
 * @param enterApplication enters an application
 * @param listApplications lists the applications
 * @param showApplication shows one
 * @param decideApplication decides about one
 * @param addCollaborator names a party
 * @param listCollaborators lists the parties
 * @param removeCollaborator removes one
 * @param planDeliverable plans a deliverable
 * @param listDeliverables lists the deliverables
 * @param showDeliverable shows one
 * @param changeDeliverable changes one
 * @param showFunnel shows how far everybody came
 */
public record PartnershipUseCases(
        InviteToProposal inviteToProposal,
        ListProposalParts<ProposalInvitation> listInvitations,
        AnswerProposal answerProposal,
        StopProposalLetters stopLetters,
        WriteProposalMessage writeMessage,
        ListProposalMessages listMessages,
        EnterApplication enterApplication,
        ListProposalParts<Application> listApplications,
        ShowProposalPart<Application> showApplication,
        DecideApplication decideApplication,
        AddProposalCollaborator addCollaborator,
        ListProposalParts<ProposalCollaborator> listCollaborators,
        RemoveProposalCollaborator removeCollaborator,
        PlanProposalDeliverable planDeliverable,
        ListProposalParts<ProposalDeliverable> listDeliverables,
        ShowProposalPart<ProposalDeliverable> showDeliverable,
        ChangeProposalDeliverable changeDeliverable,
        ShowFunnel showFunnel) {

    /**
     * Where what hangs on proposals is kept.
     *
     * @param invitations who is invited, with links and messages
     * @param applications who applies
     * @param collaborators who takes part
     * @param deliverables the work
     */
    public record Stores(ProposalInvitations invitations, ProposalParts<Application> applications, ProposalParts<ProposalCollaborator> collaborators,
            ProposalParts<ProposalDeliverable> deliverables) {}

    /** Builds them from the driven ports and the use cases of proposals' neighbours. */
    @Inject
    public PartnershipUseCases(
            Transactions transactions,
            ProposalUseCases.Stores proposals,
            Stores stores,
            Outbox outbox,
            Events events,
            OutreachUseCases outreach,
            CreatorUseCases creators,
            TeamUseCases teams,
            PublicUrl publicUrl,
            Ids ids,
            Tokens tokens,
            InstantSource clock) {
        this(transactions, new ProposalDoor(proposals.accesses(), proposals.proposals()), stores,
                new ProposalLetters(stores.invitations(), outbox, tokens, teams.showTeam(), publicUrl), events, outreach, creators.showCreators(), teams,
                ids, clock);
    }

    private PartnershipUseCases(Transactions transactions, ProposalDoor door, Stores stores, ProposalLetters letters, Events events,
            OutreachUseCases outreach, ShowCreators showCreators, TeamUseCases teams, Ids ids, InstantSource clock) {
        this(new InviteToProposal(transactions, stores.invitations(), door, outreach.findAddress(), letters, events, ids, clock),
                new ListProposalParts<>(transactions, stores.invitations(), door),
                new AnswerProposal(transactions, stores.invitations(), stores.applications(), door, letters, events, ids, clock),
                new StopProposalLetters(transactions, stores.invitations(), outreach.findAddress(), outreach.suppressAddress()),
                new WriteProposalMessage(transactions, stores.invitations(), door, outreach.findAddress(), letters, ids, clock),
                new ListProposalMessages(transactions, stores.invitations(), door),
                new EnterApplication(transactions, stores.applications(), door, showCreators, ids, clock),
                new ListProposalParts<>(transactions, stores.applications(), door), new ShowProposalPart<>(transactions, stores.applications(), door),
                new DecideApplication(transactions, stores.applications(), door, clock),
                new AddProposalCollaborator(transactions, stores.collaborators(), door, teams.nameMembers(), showCreators, ids, clock),
                new ListProposalParts<>(transactions, stores.collaborators(), door),
                new RemoveProposalCollaborator(transactions, stores.collaborators(), door),
                new PlanProposalDeliverable(transactions, stores.deliverables(), door, ids, clock),
                new ListProposalParts<>(transactions, stores.deliverables(), door), new ShowProposalPart<>(transactions, stores.deliverables(), door),
                new ChangeProposalDeliverable(transactions, stores.deliverables(), door, events, clock),
                new ShowFunnel(transactions, stores.invitations(), stores.applications(), stores.deliverables(), door));
    }
}
