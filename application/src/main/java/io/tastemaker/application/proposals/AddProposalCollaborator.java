package io.tastemaker.application.proposals;

import io.tastemaker.application.creators.ShowCreators;
import io.tastemaker.application.identity.NameMembers;
import io.tastemaker.application.proposals.out.ProposalParts;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.proposals.KnownCreator;
import io.tastemaker.domain.proposals.Proposal;
import io.tastemaker.domain.proposals.ProposalCollaborator;
import io.tastemaker.domain.proposals.ProposalCollaborator.Party;
import io.tastemaker.domain.proposals.ProposalCollaborator.Role;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.ProposalId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.Traits;
import io.tastemaker.domain.shared.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names a party of a proposal, or gives it another role. */
public final class AddProposalCollaborator {

    private final Transactions transactions;
    private final ProposalParts<ProposalCollaborator> collaborators;
    private final ProposalDoor door;
    private final NameMembers nameMembers;
    private final ShowCreators showCreators;
    private final Ids ids;
    private final InstantSource clock;

    AddProposalCollaborator(Transactions transactions, ProposalParts<ProposalCollaborator> collaborators, ProposalDoor door, NameMembers nameMembers,
            ShowCreators showCreators, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.collaborators = collaborators;
        this.door = door;
        this.nameMembers = nameMembers;
        this.showCreators = showCreators;
        this.ids = ids;
        this.clock = clock;
    }

    /** Who is to take part. */
    public sealed interface Who {
        /**
         * A member of the team.
         *
         * @param user who
         */
        record Member(UserId user) implements Who {}

        /**
         * A creator whom the team can see.
         *
         * @param creator who
         */
        record Creator(CreatorId creator) implements Who {}
    }

    /**
     * What is wanted.
     *
     * @param actor who asks
     * @param proposal which proposal
     * @param who who is to take part
     * @param role what for
     */
    public record Command(Actor actor, ProposalId proposal, Who who, Role role) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The party is there, new or with another role.
         *
         * @param collaborator the party
         */
        record Added(ProposalCollaborator collaborator) implements Outcome {}

        /** The team has no such member, or sees no such creator. */
        record Unknown() implements Outcome {}

        /** The proposal has {@link ProposalCollaborator#MOST} parties. */
        record TooMany() implements Outcome {}
    }

    /**
     * Names it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such proposal
     * @throws Refusal.ProposalsLocked when proposals are not open to the team
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_PROPOSALS);
        transactions.reading(actor, () -> door.find(command.proposal()));
        Optional<Party> party = switch (command.who()) {
            case Who.Member(UserId user) -> nameMembers.handle(new NameMembers.Query(actor, Permission.WRITE_PROPOSALS, Set.of(user))).keySet().stream()
                    .<Party>map(Party.Member::new).findFirst();
            case Who.Creator(CreatorId creator) -> showCreators.handle(new ShowCreators.Query(actor, List.of(creator))).stream()
                    .<Party>map(found -> new Party.Creator(new KnownCreator(found.owner(), found.id()))).findFirst();
        };
        return party.<Outcome>map(found -> transactions.inTransaction(actor, "proposal.collaborator.add", () -> add(command, found)))
                .orElseGet(Outcome.Unknown::new);
    }

    private Outcome add(Command command, Party party) {
        Proposal proposal = door.hold(command.proposal());
        Subject subject = Subject.of("proposal", proposal.id());
        List<ProposalCollaborator> all = collaborators.all(proposal.id());
        Optional<ProposalCollaborator> before = all.stream().filter(other -> other.party().equals(party)).findFirst();
        if (before.isEmpty() && all.size() >= ProposalCollaborator.MOST) {
            transactions.refused(subject);
            return new Outcome.TooMany();
        }
        ProposalCollaborator after = before.map(known -> known.as(command.role())).orElseGet(() -> new ProposalCollaborator(
                ids.next(), proposal.id(), party, command.role(), command.actor().label(), clock.instant()));
        if (before.isPresent()) {
            collaborators.replace(after);
        } else {
            collaborators.add(after);
        }
        transactions.about(subject, before.map(ProposalCollaborator::traits).orElse(Traits.NONE).changesTo(after.traits()));
        return new Outcome.Added(after);
    }
}
