package io.tastemaker.application.outreach;

import io.tastemaker.application.outreach.out.Invitations;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.outreach.Invitation;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Does what is due about invitations: writes reminders while the campaign runs, and ends those whose time is out. Each is done once, whichever
 * node does it: the step and its letter are one transaction, and a second one finds that it was taken.
 */
public final class AttendInvitations {

    /** After how long what was taken up and not done is taken up again; so long also rests a reminder whose campaign is halted. */
    static final Duration LEASE = Duration.ofMinutes(10);

    private final Transactions transactions;
    private final Invitations invitations;
    private final Correspondence correspondence;
    private final InvitationSteps steps;
    private final InstantSource clock;

    AttendInvitations(Transactions transactions, Invitations invitations, Correspondence correspondence, InvitationSteps steps, InstantSource clock) {
        this.transactions = transactions;
        this.invitations = invitations;
        this.correspondence = correspondence;
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor the program itself
     * @param most how many at once, at least 1
     */
    public record Command(Actor actor, int most) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * Some were looked at.
         *
         * @param count how many
         * @param faults what went wrong with some of them; they come again
         */
        record Attended(int count, List<RuntimeException> faults) implements Outcome {
            /** Copies the faults. */
            public Attended {
                faults = List.copyOf(faults);
            }
        }
    }

    /**
     * Does what is due.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        List<Invitations.Due> due = invitations.claimDue(clock.instant(), LEASE, command.most());
        List<RuntimeException> faults = new ArrayList<>();
        for (Invitations.Due one : due) {
            try {
                attend(one);
            } catch (RuntimeException fault) {
                faults.add(fault);
            }
        }
        return new Outcome.Attended(due.size(), faults);
    }

    private void attend(Invitations.Due due) {
        Actor program = new Actor.System("outreach", due.team());
        Optional<Invitation> found = transactions.reading(program, () -> invitations.find(due.invitation()));
        found.flatMap(invitation -> invitation.due(clock.instant())).ifPresent(step -> {
            if (step == Invitation.Command.EXPIRE) {
                transactions.run(program, "invitation.expire", () -> expire(program, due.invitation()));
            } else {
                remind(program, found.get());
            }
        });
    }

    private void expire(Actor program, InvitationId id) {
        Invitation held = invitations.hold(id).orElseThrow(Refusal.NotFound::new);
        if (held.decide(Invitation.Command.EXPIRE, clock.instant()) instanceof Invitation.Decision.Moved(Invitation next)) {
            steps.take(program, held, next, Optional.of(Event.Kind.INVITATION_EXPIRED));
        } else {
            transactions.refused(Subject.of("campaign", held.campaign()));
        }
    }

    private void remind(Actor program, Invitation found) {
        boolean wanted = transactions.reading(program, () -> isWanted(program, found));
        Optional<Correspondence.Pair> pair = wanted ? correspondence.pair(program, found.team(), found.creator()) : Optional.empty();
        if (pair.isEmpty()) {
            return;
        }
        transactions.run(program, "invitation.remind", () -> {
            Invitation held = invitations.hold(found.id()).orElseThrow(Refusal.NotFound::new);
            Instant now = clock.instant();
            if (isWanted(program, held) && held.decide(Invitation.Command.REMIND, now) instanceof Invitation.Decision.Moved(Invitation next)) {
                correspondence.remind(program, pair.get(), correspondence.campaign(program, held), held, next, now);
            } else {
                transactions.refused(Subject.of("campaign", held.campaign()));
            }
        });
    }

    /** Nobody is reminded of a campaign that is halted or over, or who wants no letters. */
    private boolean isWanted(Actor program, Invitation invitation) {
        return correspondence.campaign(program, invitation).status() == Campaign.Status.ACTIVE && !correspondence.isSuppressed(invitation.email());
    }
}
