package io.tastemaker.application.proposals;

import io.tastemaker.application.creators.ShowCreators;
import io.tastemaker.application.outreach.FindAddress.Whom;
import io.tastemaker.application.proposals.out.ProposalParts;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.proposals.Application;
import io.tastemaker.domain.proposals.Application.Applicant;
import io.tastemaker.domain.proposals.KnownCreator;
import io.tastemaker.domain.proposals.Proposal;
import io.tastemaker.domain.shared.ApplicationId;
import io.tastemaker.domain.shared.ProposalId;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Enters an application that reached the team in another way. */
public final class EnterApplication {

    private final Transactions transactions;
    private final ProposalParts<Application> applications;
    private final ProposalDoor door;
    private final ShowCreators showCreators;
    private final Ids ids;
    private final InstantSource clock;

    EnterApplication(Transactions transactions, ProposalParts<Application> applications, ProposalDoor door, ShowCreators showCreators, Ids ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.applications = applications;
        this.door = door;
        this.showCreators = showCreators;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who enters it
     * @param proposal to which proposal
     * @param whom who applies
     * @param pitch what the applicant would do, 1 to {@link Application#MOST_PITCH} characters
     */
    public record Command(Actor actor, ProposalId proposal, Whom whom, String pitch) {
        /** Leaves out the pitch. */
        @Override
        public String toString() {
            return "Command[" + proposal + ", " + whom + "]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is there.
         *
         * @param application submitted, of version 1
         */
        record Entered(Application application) implements Outcome {}

        /** The team sees no such creator. */
        record UnknownCreator() implements Outcome {}

        /**
         * Nobody applies to what is not sent.
         *
         * @param status where the proposal stands
         * @param allowed what can be done with it instead
         */
        record NotSent(Proposal.Status status, List<Proposal.Step> allowed) implements Outcome {}

        /** The proposal has {@link Application#MOST} applications. */
        record TooMany() implements Outcome {}
    }

    /**
     * Enters it.
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
        Optional<Applicant> applicant = switch (command.whom()) {
            case Whom.ByAddress(String email) -> Optional.of(new Applicant(Optional.empty(), Optional.of(email)));
            case Whom.ByRecord(var id) -> showCreators.handle(new ShowCreators.Query(actor, List.of(id))).stream().findFirst()
                    .map(creator -> new Applicant(Optional.of(new KnownCreator(creator.owner(), creator.id())), Optional.empty()));
        };
        return applicant.<Outcome>map(who -> transactions.inTransaction(actor, "proposal.application.enter", () -> enter(command, who)))
                .orElseGet(Outcome.UnknownCreator::new);
    }

    private Outcome enter(Command command, Applicant applicant) {
        Proposal proposal = door.hold(command.proposal());
        Subject subject = Subject.of("proposal", proposal.id());
        transactions.refused(subject);
        if (proposal.status() != Proposal.Status.SENT) {
            return new Outcome.NotSent(proposal.status(), proposal.allowed());
        }
        if (applications.count(proposal.id()) >= Application.MOST) {
            return new Outcome.TooMany();
        }
        Application application = Application.submit(new ApplicationId(ids.next()), proposal.id(), Optional.empty(), applicant, command.pitch(),
                command.actor().label(), clock.instant());
        applications.add(application);
        transactions.about(subject, application.traits().made());
        return new Outcome.Entered(application);
    }
}
