package io.tastemaker.application.proposals;

import io.tastemaker.application.proposals.out.ProposalParts;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.proposals.Application;
import io.tastemaker.domain.proposals.Proposal;
import io.tastemaker.domain.shared.ApplicationId;
import io.tastemaker.domain.shared.ProposalId;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Shortlists, accepts or declines an application. */
public final class DecideApplication {

    private final Transactions transactions;
    private final ProposalParts<Application> applications;
    private final ProposalDoor door;
    private final InstantSource clock;

    DecideApplication(Transactions transactions, ProposalParts<Application> applications, ProposalDoor door, InstantSource clock) {
        this.transactions = transactions;
        this.applications = applications;
        this.door = door;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who decides
     * @param proposal to which proposal
     * @param application which application
     * @param expectedVersion the version the actor saw, empty for any
     * @param next where it is to stand
     * @param reason why; there exactly when it is declined
     */
    public record Command(Actor actor, ProposalId proposal, ApplicationId application, OptionalLong expectedVersion, Application.Status next,
            Optional<String> reason) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is decided.
         *
         * @param application the next version
         */
        record Decided(Application application) implements Outcome {}

        /**
         * That cannot be decided as it stands.
         *
         * @param status where it stands
         * @param allowed where it can go instead
         */
        record NotFromHere(Application.Status status, List<Application.Status> allowed) implements Outcome {}
    }

    /**
     * Decides.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such proposal, or that has no such application
     * @throws Refusal.StaleVersion when the version is not the expected one
     * @throws Refusal.ProposalsLocked when proposals are not open to the team
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.WRITE_PROPOSALS);
        return transactions.inTransaction(command.actor(), "proposal.application.decide", () -> {
            Proposal proposal = door.hold(command.proposal());
            Application before = applications.find(proposal.id(), command.application().value()).orElseThrow(Refusal.NotFound::new);
            ProposalDoor.expect(command.expectedVersion(), before.version());
            transactions.refused(Subject.of("proposal", proposal.id()));
            return switch (before.decide(command.next(), command.reason(), clock.instant())) {
                case Application.Decision.NotFromHere(Application.Status status, List<Application.Status> allowed) ->
                    new Outcome.NotFromHere(status, allowed);
                case Application.Decision.Moved(Application after) -> {
                    applications.replace(after);
                    transactions.about(Subject.of("proposal", proposal.id()), before.traits().changesTo(after.traits()));
                    yield new Outcome.Decided(after);
                }
            };
        });
    }
}
