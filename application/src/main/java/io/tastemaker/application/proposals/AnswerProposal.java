package io.tastemaker.application.proposals;

import io.tastemaker.application.proposals.out.ProposalInvitations;
import io.tastemaker.application.proposals.out.ProposalParts;
import io.tastemaker.application.shared.LinkToken;
import io.tastemaker.application.shared.out.Events;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.outreach.InvitationMessage;
import io.tastemaker.domain.proposals.Application;
import io.tastemaker.domain.proposals.Proposal;
import io.tastemaker.domain.proposals.ProposalInvitation;
import io.tastemaker.domain.proposals.ProposalInvitation.Action;
import io.tastemaker.domain.proposals.ProposalInvitation.Status;
import io.tastemaker.domain.proposals.ProposalVersion;
import io.tastemaker.domain.shared.ApplicationId;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.Traits;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What somebody does with the link of an invitation to a proposal: reads it, applies, writes, approves or declines. Who holds the link may. */
public final class AnswerProposal {

    private final Transactions transactions;
    private final ProposalInvitations invitations;
    private final ProposalParts<Application> applications;
    private final ProposalDoor door;
    private final ProposalLetters letters;
    private final Events events;
    private final Ids ids;
    private final InstantSource clock;

    AnswerProposal(Transactions transactions, ProposalInvitations invitations, ProposalParts<Application> applications, ProposalDoor door,
            ProposalLetters letters, Events events, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.invitations = invitations;
        this.applications = applications;
        this.door = door;
        this.letters = letters;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param caller nobody we know
     * @param token as it was mailed
     * @param action what the invited does
     * @param words what the invited writes: of an application the pitch, else a message; 1 to {@link InvitationMessage#MOST_TEXT} characters
     */
    public record Command(Anonymous caller, String token, Action action, Optional<String> words) {
        /** Leaves out the token and the words. */
        @Override
        public String toString() {
            return "Command[" + action + "]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * Where it stands now.
         *
         * @param proposal the proposal
         * @param invitation the invitation
         * @param status where the invitation stands
         * @param teamName who proposes
         * @param messages what was written with this invited so far, the oldest first
         */
        record Shown(Proposal proposal, ProposalInvitation invitation, Status status, String teamName, List<InvitationMessage> messages)
                implements Outcome {}

        /** There is no such link. */
        record Invalid() implements Outcome {}

        /**
         * It cannot be answered any more.
         *
         * @param status how it ended
         */
        record Ended(Status status) implements Outcome {}

        /** Who was invited applies once. */
        record AppliedBefore() implements Outcome {}

        /** The proposal takes no more applications. */
        record TooManyApplications() implements Outcome {}

        /** So much was written that nothing more is taken. */
        record TooManyMessages() implements Outcome {}
    }

    private record Visit(Actor actor, ProposalInvitations.Target target, String teamName, Action action, Optional<String> words) {}

    /**
     * Does it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.ProposalsLocked when proposals are not open to the team any more
     */
    public Outcome handle(Command command) {
        return LinkToken.read(LinkToken.Kind.PROPOSAL, command.token()).flatMap(token -> invitations.target(token.hash()))
                .map(target -> answer(command, target))
                .orElseGet(Outcome.Invalid::new);
    }

    private Outcome answer(Command command, ProposalInvitations.Target target) {
        Visit visit = new Visit(new Actor.System("creator", target.team()), target, letters.sender(target.team()), command.action(), command.words());
        Optional<Outcome> known = transactions.reading(visit.actor(), () -> unmoved(visit, door.find(target.proposal())));
        return known.orElseGet(() -> transactions.inTransaction(visit.actor(), "proposal.invitation." + visit.action().code(), () -> {
            Proposal proposal = door.hold(target.proposal());
            transactions.refused(Subject.of("proposal", proposal.id()));
            return unmoved(visit, proposal).orElseGet(() -> moved(visit, proposal));
        }));
    }

    /** What is answered without a deed: who looks a second time, and who comes too late, leaves no trace. */
    private Optional<Outcome> unmoved(Visit visit, Proposal proposal) {
        Optional<ProposalInvitation> found = invitations.find(proposal.id(), visit.target().invitation().value());
        if (found.isEmpty()) {
            return Optional.of(new Outcome.Invalid());
        }
        ProposalInvitation invitation = found.get();
        Status status = invitation.status(proposal, clock.instant());
        if (!status.allowed().contains(visit.action())) {
            return Optional.of(new Outcome.Ended(status));
        }
        return switch (visit.action()) {
            case OPEN -> invitation.openedAt().map(before -> shown(visit, proposal, invitation));
            case APPLY -> unapplied(invitation);
            case REPLY, APPROVE, DECLINE -> visit.words().filter(words -> isFull(invitation)).map(words -> new Outcome.TooManyMessages());
        };
    }

    private Optional<Outcome> unapplied(ProposalInvitation invitation) {
        if (invitation.appliedAt().isPresent()) {
            return Optional.of(new Outcome.AppliedBefore());
        }
        return applications.count(invitation.proposal()) >= Application.MOST ? Optional.of(new Outcome.TooManyApplications()) : Optional.empty();
    }

    private boolean isFull(ProposalInvitation invitation) {
        return invitations.written(invitation.proposal(), Optional.of(invitation.id())).values().stream().mapToInt(Integer::intValue).sum()
                >= InvitationMessage.MOST;
    }

    private Outcome moved(Visit visit, Proposal proposal) {
        Instant now = clock.instant();
        ProposalInvitation before = invitations.find(proposal.id(), visit.target().invitation().value()).orElseThrow();
        List<Change> changes = new ArrayList<>();
        return switch (visit.action()) {
            case OPEN -> kept(visit, proposal, before, before.opened(now), Event.Kind.INVITATION_OPENED, changes);
            case APPLY -> {
                Application application = Application.submit(new ApplicationId(ids.next()), proposal.id(), Optional.of(before.id()),
                        new Application.Applicant(before.creator(), Optional.of(before.email())), visit.words().orElseThrow(), visit.actor().label(), now);
                applications.add(application);
                changes.addAll(application.traits().made());
                yield kept(visit, proposal, before, before.applied(now), Event.Kind.INVITATION_REPLIED, changes);
            }
            case REPLY -> kept(visit, proposal, before, before.opened(now), Event.Kind.INVITATION_REPLIED, changes);
            case APPROVE -> kept(visit, stepped(visit, proposal, Proposal.Step.APPROVE, changes), before, before.answered(Status.APPROVED, now),
                    Event.Kind.INVITATION_ACCEPTED, changes);
            case DECLINE -> {
                boolean last = invitations.all(proposal.id()).stream()
                        .noneMatch(other -> !other.id().equals(before.id()) && !other.status(proposal, now).allowed().isEmpty());
                Proposal after = last ? stepped(visit, proposal, Proposal.Step.DECLINE, changes) : proposal; // who declines speaks for nobody else
                yield kept(visit, after, before, before.answered(Status.DECLINED, now), Event.Kind.INVITATION_DECLINED, changes);
            }
        };
    }

    private Proposal stepped(Visit visit, Proposal proposal, Proposal.Step step, List<Change> changes) {
        return switch (proposal.take(step, clock.instant())) {
            case Proposal.Decision.Taken(Proposal after) -> {
                door.keep(proposal, after, ProposalVersion.of(after, step, "", visit.actor().label()));
                changes.addAll(Traits.NONE.with("status", proposal.status()).changesTo(Traits.NONE.with("status", after.status())));
                yield after;
            }
            case Proposal.Decision.NotFromHere never -> throw new IllegalStateException("an invitation is open while its proposal is sent");
            case Proposal.Decision.Incomplete never -> throw new IllegalStateException("what was sent was complete");
        };
    }

    private Outcome kept(Visit visit, Proposal proposal, ProposalInvitation before, ProposalInvitation after, Event.Kind told, List<Change> changes) {
        Instant now = clock.instant();
        if (visit.action() != Action.APPLY) {
            visit.words().ifPresent(words -> {
                InvitationMessage message =
                        new InvitationMessage(ids.next(), after.id(), InvitationMessage.Side.CREATOR, words, visit.actor().label(), now);
                invitations.write(proposal.id(), message);
                changes.addAll(WriteProposalMessage.traits(message).made());
            });
        }
        invitations.replace(after);
        changes.addAll(before.traits().changesTo(after.traits()));
        events.tell(InviteToProposal.event(told, after, after.status(proposal, now)));
        transactions.about(Subject.of("proposal", proposal.id()), changes);
        return shown(visit, proposal, after);
    }

    private Outcome shown(Visit visit, Proposal proposal, ProposalInvitation invitation) {
        List<InvitationMessage> written =
                invitations.messages(proposal.id(), Optional.of(invitation.id()), PageRequest.first(InvitationMessage.MOST)).items();
        return new Outcome.Shown(proposal, invitation, invitation.status(proposal, clock.instant()), visit.teamName(), written.reversed());
    }
}
