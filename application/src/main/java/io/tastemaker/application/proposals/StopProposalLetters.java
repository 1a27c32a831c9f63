package io.tastemaker.application.proposals;

import io.tastemaker.application.outreach.FindAddress;
import io.tastemaker.application.outreach.SuppressAddress;
import io.tastemaker.application.proposals.out.ProposalInvitations;
import io.tastemaker.application.shared.LinkToken;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.proposals.ProposalInvitation;
import io.tastemaker.domain.shared.Subject;
import java.util.List;
import java.util.Optional;

/**
 * Takes somebody at their word who wants never to be written to again, by no team. The link of any letter will do, whatever became of its invitation
 * and whether proposals are open to the team or not: nobody must be kept from saying so.
 */
public final class StopProposalLetters {

    private final Transactions transactions;
    private final ProposalInvitations invitations;
    private final FindAddress findAddress;
    private final SuppressAddress suppressAddress;

    StopProposalLetters(Transactions transactions, ProposalInvitations invitations, FindAddress findAddress, SuppressAddress suppressAddress) {
        this.transactions = transactions;
        this.invitations = invitations;
        this.findAddress = findAddress;
        this.suppressAddress = suppressAddress;
    }

    /**
     * What is wanted.
     *
     * @param caller nobody we know
     * @param token as it was mailed
     */
    public record Command(Anonymous caller, String token) {
        /** Leaves out the token. */
        @Override
        public String toString() {
            return "Command[]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** Nobody writes to the address again. */
        record Stopped() implements Outcome {}

        /** There is no such link. */
        record Invalid() implements Outcome {}
    }

    /**
     * Stops the letters.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        return LinkToken.read(LinkToken.Kind.PROPOSAL, command.token()).flatMap(token -> invitations.target(token.hash()))
                .map(this::stop)
                .orElseGet(Outcome.Invalid::new);
    }

    private Outcome stop(ProposalInvitations.Target target) {
        Actor.System creator = new Actor.System("creator", target.team());
        Optional<String> email = transactions.reading(creator, () ->
                invitations.find(target.proposal(), target.invitation().value()).map(ProposalInvitation::email));
        return email.map(address -> stop(creator, target, address)).orElseGet(Outcome.Invalid::new);
    }

    /** Who says so a second time leaves no trace. */
    private Outcome stop(Actor.System creator, ProposalInvitations.Target target, String email) {
        switch (findAddress.handle(new FindAddress.Query(creator, new FindAddress.Whom.ByAddress(email)))) {
            case FindAddress.Outcome.Found found -> transactions.run(creator, "proposal.invitation.stop_letters", () -> {
                suppressAddress.handle(new SuppressAddress.Command(creator, email));
                transactions.about(Subject.of("proposal", target.proposal()), List.of());
            });
            case FindAddress.Outcome.Hindered said -> { }
            case FindAddress.Outcome.Unknown() -> { }
        }
        return new Outcome.Stopped();
    }
}
