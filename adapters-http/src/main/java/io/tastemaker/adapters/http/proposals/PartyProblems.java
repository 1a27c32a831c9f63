package io.tastemaker.adapters.http.proposals;

import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.application.outreach.FindAddress.Whom;
import io.tastemaker.application.outreach.InviteCreators.Obstacle;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.proposals.Proposal;
import io.tastemaker.domain.proposals.ProposalInvitation;
import io.tastemaker.domain.shared.CreatorId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who is meant, and why nobody was written to. */
final class PartyProblems {

    private PartyProblems() {}

    /**
     * Who is meant by a creator's id or an address.
     *
     * @throws RuntimeException a problem when neither is given, or both
     */
    static Whom whom(Optional<UUID> creator, Optional<String> email) {
        if (creator.isPresent() == email.isPresent()) {
            throw Problem.invalid(creator.isPresent() ? "#/email" : "#/creator_id", "either creator_id or email is needed, and not both").asException();
        }
        return creator.<Whom>map(id -> new Whom.ByRecord(new CreatorId(id)))
                .orElseGet(() -> new Whom.ByAddress(EmailAddress.read(email.orElseThrow()).orElseThrow().value()));
    }

    static Problem unknownCreator() {
        return Problem.invalid("#/creator_id", "the team sees no such creator");
    }

    /** When nothing but payment is missing it says so. */
    static Problem hindered(Obstacle obstacle) {
        return obstacle == Obstacle.EMAIL_LOCKED
                ? Problem.of(ProblemCode.UNLOCK_REQUIRED, "The address of this creator is not unlocked. Nobody was written to.")
                        .with("action", Action.EMAIL_UNLOCK.code())
                : Problem.of(ProblemCode.NOT_INVITABLE, "Nobody was written to.").with("reasons", List.of(obstacle.code()));
    }

    static Problem notSent(Proposal.Status status, List<Proposal.Step> allowed) {
        return Problem.conflict("The proposal is " + status.code() + "; it must be sent first.", status.code(), ProposalJson.codes(allowed));
    }

    /** What the invitation's end does not allow any more. */
    static Problem ended(ProposalInvitation.Status status) {
        return switch (status) {
            case EXPIRED -> Problem.of(ProblemCode.INVITATION_EXPIRED).with("state", status.code()).with("allowed", List.of());
            case OVER -> Problem.conflict("The proposal was withdrawn, or decided otherwise.", status.code(), List.of());
            case APPROVED, DECLINED, SENT, OPENED ->
                Problem.conflict("The invited has decided: " + status.code() + ".", status.code(), List.of());
        };
    }

    static Problem full() {
        return Problem.conflict("So much was written with this invited that nothing more is taken.", "full", List.of());
    }

    static Problem tooMany(String what, int most) {
        return Problem.of(ProblemCode.LIMIT_REACHED, "A proposal has at most " + most + " " + what + ".").with("most", most);
    }
}
