package io.tastemaker.application.outreach;

import io.tastemaker.application.campaigns.SeeShortlisted;
import io.tastemaker.application.creators.ShowCreators;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.outreach.Invitation;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Steps of an invitation that a letter goes with: who writes to whom about which campaign, and the step and its letter together. */
final class Correspondence {

    private final SeeShortlisted seeShortlisted;
    private final ShowCreators showCreators;
    private final Addresses addresses;
    private final Writing writing;
    private final InvitationSteps steps;

    Correspondence(SeeShortlisted seeShortlisted, ShowCreators showCreators, Addresses addresses, Writing writing, InvitationSteps steps) {
        this.seeShortlisted = seeShortlisted;
        this.showCreators = showCreators;
        this.addresses = addresses;
        this.writing = writing;
        this.steps = steps;
    }

    /** Who writes to whom. */
    record Pair(Writing.Sender sender, Creator creator) {}

    /** Who writes for a team to a creator, empty when the actor knows no such creator. Not for use inside a transaction. */
    Optional<Pair> pair(Actor actor, TeamId team, CreatorId creator) {
        return showCreators.handle(new ShowCreators.Query(actor, List.of(creator))).stream().findFirst()
                .map(found -> new Pair(writing.sender(team), found));
    }

    /** Whether the address of a creator is open to the actor's team. Not for use inside a transaction. */
    boolean isOpen(Actor actor, Creator creator) {
        return !addresses.open(actor, List.of(creator)).isEmpty();
    }

    /** Whether somebody wants no letters. Inside a transaction of the caller. */
    boolean isSuppressed(String address) {
        return !addresses.suppressed(List.of(address)).isEmpty();
    }

    /** The campaign that an invitation is about. */
    Campaign campaign(Actor actor, Invitation invitation) {
        return seeShortlisted.handle(new SeeShortlisted.Query(actor, invitation.campaign(), List.of())).campaign();
    }

    /** Takes the step to an invitation that is sent, and posts its letter. Inside a transaction of the caller. */
    void invite(Actor actor, Pair pair, Campaign campaign, Invitation before, Invitation next, Instant now) {
        steps.take(actor, before, next, Optional.of(Event.Kind.INVITATION_SENT));
        writing.invite(pair.sender(), campaign, pair.creator(), next, now);
    }

    /** Takes the step to an invitation that was called to mind, and posts the reminder. Inside a transaction of the caller. */
    void remind(Actor actor, Pair pair, Campaign campaign, Invitation before, Invitation next, Instant now) {
        steps.take(actor, before, next, Optional.empty());
        writing.remind(pair.sender(), campaign, pair.creator(), next, now);
    }
}
