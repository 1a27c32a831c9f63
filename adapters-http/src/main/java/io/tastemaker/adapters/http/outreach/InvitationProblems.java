package io.tastemaker.adapters.http.outreach;

import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.application.outreach.InviteCreators;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.outreach.Invitation;
import io.tastemaker.domain.outreach.InvitationMessage;
import io.tastemaker.domain.shared.CreatorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;

/** The answers to what cannot be done with an invitation. */
final class InvitationProblems {

    private InvitationProblems() {}

    /**
     * Why a creator cannot be invited.
     *
     * @param creatorId whom
     * @param reasons why, in the words of the documentation
     */
    record BlockedJson(UUID creatorId, List<String> reasons) {}

    static Problem refused(Invitation.Decision.Refused why) {
        List<String> allowed = why.allowed().stream().map(Invitation.Command::code).sorted().toList();
        return switch (why) {
            case Invitation.Decision.AlreadyDecided(Invitation.Status status) ->
                Problem.conflict("The creator has decided: " + status.code() + ".", status.code(), allowed);
            case Invitation.Decision.AlreadyWithdrawn withdrawn ->
                Problem.conflict("The invitation was withdrawn.", withdrawn.status().code(), allowed);
            case Invitation.Decision.AlreadyExpired(Instant since) ->
                Problem.of(ProblemCode.INVITATION_EXPIRED, "The invitation expired at " + since + ".").with("state", why.status().code())
                        .with("allowed", allowed);
            case Invitation.Decision.NotPossible(Invitation.Status status, Set<Invitation.Command> possible) ->
                Problem.conflict("An invitation that is " + status.code() + " does not allow this.", status.code(), allowed);
            case Invitation.Decision.NotDue(Invitation.Status status, Optional<Instant> due, Set<Invitation.Command> possible) ->
                Problem.conflict("It is not time for this yet.", status.code(), allowed);
        };
    }

    static Problem notRunning(Campaign.Status status) {
        return Problem.conflict("Creators are invited into campaigns that run.", status.code(), List.of());
    }

    /** When nothing but payment is missing it says so, and for whom; else it says what else is in the way. */
    static Problem hindered(SequencedMap<CreatorId, Set<InviteCreators.Obstacle>> obstacles) {
        List<UUID> locked = obstacles.entrySet().stream().filter(entry -> entry.getValue().contains(InviteCreators.Obstacle.EMAIL_LOCKED))
                .map(entry -> entry.getKey().value()).toList();
        List<BlockedJson> blocked = obstacles.entrySet().stream()
                .map(entry -> new BlockedJson(entry.getKey().value(), entry.getValue().stream().map(InviteCreators.Obstacle::code).toList())).toList();
        boolean onlyLocked = obstacles.values().stream().allMatch(Set.of(InviteCreators.Obstacle.EMAIL_LOCKED)::equals);
        Problem problem = onlyLocked
                ? Problem.of(ProblemCode.UNLOCK_REQUIRED, "The addresses of these creators are not unlocked. Nobody was invited.")
                : Problem.of(ProblemCode.NOT_INVITABLE, "Nobody was invited.");
        return (locked.isEmpty() ? problem : problem.with("action", Action.EMAIL_UNLOCK.code()).with("creators", locked)).with("blocked", blocked);
    }

    static Problem tooManyMessages() {
        return Problem.conflict("An invitation holds at most " + InvitationMessage.MOST + " messages.", "full", List.of());
    }
}
