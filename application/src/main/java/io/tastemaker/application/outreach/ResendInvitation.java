package io.tastemaker.application.outreach;

import io.tastemaker.application.outreach.out.Invitations;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.outreach.Invitation;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/** Sends an invitation once more, to the address that is known now and for another full life; the links that were sent before still lead to it. */
public final class ResendInvitation {

    private final Transactions transactions;
    private final Invitations invitations;
    private final Correspondence correspondence;
    private final InstantSource clock;

    ResendInvitation(Transactions transactions, Invitations invitations, Correspondence correspondence, InstantSource clock) {
        this.transactions = transactions;
        this.invitations = invitations;
        this.correspondence = correspondence;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who sends it
     * @param invitation which
     * @param expectedVersion the version the actor saw, empty for any
     */
    public record Command(Actor actor, InvitationId invitation, OptionalLong expectedVersion) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The letter is on its way.
         *
         * @param invitation the new version
         */
        record Resent(Invitation invitation) implements Outcome {}

        /**
         * It has ended.
         *
         * @param why how
         */
        record Refused(Invitation.Decision.Refused why) implements Outcome {}

        /**
         * The creator cannot be written to.
         *
         * @param creator whom
         * @param obstacle what stands in the way
         */
        record Hindered(CreatorId creator, InviteCreators.Obstacle obstacle) implements Outcome {}

        /**
         * The campaign does not run.
         *
         * @param status where it stands
         */
        record NotRunning(Campaign.Status status) implements Outcome {}
    }

    /**
     * Sends it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such invitation
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_CAMPAIGNS);
        CreatorId wanted = transactions.reading(actor, () -> invitations.find(command.invitation())).orElseThrow(Refusal.NotFound::new).creator();
        Correspondence.Pair pair = correspondence.pair(actor, actor.team(), wanted).orElseThrow(Refusal.NotFound::new);
        boolean open = correspondence.isOpen(actor, pair.creator());
        return transactions.inTransaction(actor, "invitation.resend", () -> {
            Invitation held = Versions.held(invitations, command.invitation(), command.expectedVersion());
            Outcome outcome = resent(actor, held, pair, open);
            if (!(outcome instanceof Outcome.Resent)) {
                transactions.refused(Subject.of("campaign", held.campaign()));
            }
            return outcome;
        });
    }

    private Outcome resent(Actor actor, Invitation held, Correspondence.Pair pair, boolean open) {
        Instant now = clock.instant();
        Campaign campaign = correspondence.campaign(actor, held);
        if (campaign.status() != Campaign.Status.ACTIVE) {
            return new Outcome.NotRunning(campaign.status());
        }
        Creator creator = pair.creator();
        Optional<String> address = Addresses.of(creator);
        return switch (held.resend(address.orElse(held.email()), now)) {
            case Invitation.Decision.Refused why -> new Outcome.Refused(why);
            case Invitation.Decision.Unchanged unchanged -> new Outcome.Resent(held);
            case Invitation.Decision.Moved moved when address.isEmpty() -> new Outcome.Hindered(creator.id(), InviteCreators.Obstacle.NO_EMAIL);
            case Invitation.Decision.Moved moved when !open -> new Outcome.Hindered(creator.id(), InviteCreators.Obstacle.EMAIL_LOCKED);
            case Invitation.Decision.Moved moved when correspondence.isSuppressed(moved.next().email()) ->
                new Outcome.Hindered(creator.id(), InviteCreators.Obstacle.WANTS_NO_MAIL);
            case Invitation.Decision.Moved(Invitation next) -> {
                correspondence.invite(actor, pair, campaign, held, next, now);
                yield new Outcome.Resent(next);
            }
        };
    }
}
