package io.tastemaker.application.outreach;

import io.tastemaker.application.outreach.out.Invitations;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.outreach.Invitation;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/** Takes an invitation back: its links answer no more. */
public final class WithdrawInvitation {

    private final Transactions transactions;
    private final Invitations invitations;
    private final InvitationSteps steps;
    private final InstantSource clock;

    WithdrawInvitation(Transactions transactions, Invitations invitations, InvitationSteps steps, InstantSource clock) {
        this.transactions = transactions;
        this.invitations = invitations;
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who takes it back
     * @param invitation which
     * @param expectedVersion the version the actor saw, empty for any
     */
    public record Command(Actor actor, InvitationId invitation, OptionalLong expectedVersion) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is taken back.
         *
         * @param invitation the new version
         */
        record Withdrawn(Invitation invitation) implements Outcome {}

        /**
         * It has ended already.
         *
         * @param why how
         */
        record Refused(Invitation.Decision.Refused why) implements Outcome {}
    }

    /**
     * Takes it back.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such invitation
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_CAMPAIGNS);
        return transactions.inTransaction(actor, "invitation.withdraw", () -> {
            Invitation held = Versions.held(invitations, command.invitation(), command.expectedVersion());
            return switch (held.decide(Invitation.Command.WITHDRAW, clock.instant())) {
                case Invitation.Decision.Moved(Invitation next) -> {
                    steps.take(actor, held, next, Optional.of(Event.Kind.INVITATION_WITHDRAWN));
                    yield new Outcome.Withdrawn(next);
                }
                case Invitation.Decision.Unchanged unchanged -> new Outcome.Withdrawn(held);
                case Invitation.Decision.Refused why -> {
                    transactions.refused(Subject.of("campaign", held.campaign()));
                    yield new Outcome.Refused(why);
                }
            };
        });
    }
}
