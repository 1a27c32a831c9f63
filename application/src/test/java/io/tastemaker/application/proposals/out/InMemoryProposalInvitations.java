package io.tastemaker.application.proposals.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.outreach.InvitationMessage;
import io.tastemaker.domain.proposals.ProposalInvitation;
import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.ProposalId;
import io.tastemaker.domain.shared.TeamId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Invitations to proposals with their links and messages, in memory. */
final class InMemoryProposalInvitations extends InMemoryProposalParts<ProposalInvitation> implements ProposalInvitations {

    private record Written(TeamId team, ProposalId proposal, InvitationMessage message) {}

    private final InMemoryTransactions.Table<String, Target> links;
    private final InMemoryTransactions.Table<UUID, Written> messages;

    InMemoryProposalInvitations(InMemoryTransactions transactions, InMemoryProposals proposals) {
        super(transactions, proposals, one -> one.id().value(), ProposalInvitation::proposal, ProposalInvitation::sentAt);
        this.links = transactions.table();
        this.messages = transactions.table();
    }

    @Override
    public void link(String tokenHash, ProposalInvitation invitation) {
        links.put(tokenHash, new Target(transactions().team(), invitation.proposal(), invitation.id()));
    }

    @Override
    public Optional<Target> target(String tokenHash) {
        return transactions().apart(() -> links.get(tokenHash));
    }

    @Override
    public void write(ProposalId proposal, InvitationMessage message) {
        if (find(proposal, message.invitation().value()).isEmpty()) {
            throw new IllegalArgumentException("the proposal has no such invitation");
        }
        messages.put(message.id(), new Written(transactions().team(), proposal, message));
    }

    @Override
    public Page<InvitationMessage> messages(ProposalId proposal, Optional<InvitationId> invitation, PageRequest page) {
        return Newest.first(of(proposal, invitation), page, InvitationMessage::at, InvitationMessage::id);
    }

    @Override
    public Map<InvitationMessage.Side, Integer> written(ProposalId proposal, Optional<InvitationId> invitation) {
        return of(proposal, invitation).collect(Collectors.groupingBy(InvitationMessage::side, Collectors.summingInt(message -> 1)));
    }

    private Stream<InvitationMessage> of(ProposalId proposal, Optional<InvitationId> invitation) {
        return messages.rows().filter(row -> row.team().equals(transactions().team()) && row.proposal().equals(proposal)).map(Written::message)
                .filter(message -> invitation.map(message.invitation()::equals).orElse(true));
    }
}
