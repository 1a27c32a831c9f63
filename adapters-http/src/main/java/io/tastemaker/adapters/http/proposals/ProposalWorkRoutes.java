package io.tastemaker.adapters.http.proposals;

import io.tastemaker.adapters.http.proposals.ProposalRoutes.ProposalPath;
import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Kept;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.Constraint.Word;
import io.tastemaker.adapters.http.shared.Field;
import io.tastemaker.adapters.http.shared.PageQuery;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.adapters.http.shared.Vocabulary;
import io.tastemaker.application.outreach.FindAddress.Whom;
import io.tastemaker.application.proposals.ChangeProposalDeliverable;
import io.tastemaker.application.proposals.DecideApplication;
import io.tastemaker.application.proposals.EnterApplication;
import io.tastemaker.application.proposals.PartnershipUseCases;
import io.tastemaker.application.proposals.PlanProposalDeliverable;
import io.tastemaker.application.proposals.ShowFunnel;
import io.tastemaker.application.proposals.ShowProposalPart;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.campaigns.Deliverable;
import io.tastemaker.domain.campaigns.ProofLink;
import io.tastemaker.domain.outreach.InvitationMessage.Side;
import io.tastemaker.domain.proposals.Application;
import io.tastemaker.domain.proposals.Funnel;
import io.tastemaker.domain.proposals.Proposal;
import io.tastemaker.domain.proposals.ProposalDeliverable;
import io.tastemaker.domain.proposals.ProposalDeliverable.State;
import io.tastemaker.domain.shared.ApplicationId;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.ProposalId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a proposal leads to: applications, deliverables, and how far everybody came. */
public final class ProposalWorkRoutes {

    record ApplicationPath(@About("The proposal") UUID proposalId, @About("The application") UUID applicationId) {}

    record DeliverablePath(@About("The proposal") UUID proposalId, @About("The deliverable") UUID deliverableId) {}

    record NewApplicationJson(
            @About("The creator who applies; or else email") Optional<UUID> creatorId,
            @About("The address of somebody whom the team does not know; or else creator_id") Optional<@Word(Vocabulary.EMAIL) String> email,
            @About("What the applicant would do") @Length(max = Application.MOST_PITCH) String pitch) {
        /** Leaves out the address and the words. */
        @Override
        public String toString() {
            return "NewApplicationJson[" + creatorId + "]";
        }
    }

    record ApplicationPatchJson(
            @About("Where it is to stand") @OneOf({"shortlisted", "accepted", "declined"}) String status,
            @About("Why it is declined; needed exactly then") Optional<@Length(max = Application.MOST_REASON) String> reason) {}

    record ApplicationJson(
            UUID id,
            @About("As in the ETag") long version,
            @About("The invitation by which it came; null when the team entered it") Optional<UUID> invitationId,
            Optional<UUID> creatorId,
            @About("Of somebody whom the team does not know") Optional<String> email,
            String pitch,
            @About("submitted, shortlisted, accepted or declined") String status,
            @About("Where it can go now") List<String> allowed,
            @About("Why it was declined") Optional<String> reason,
            String enteredBy,
            Instant submittedAt,
            Optional<Instant> shortlistedAt,
            @About("When it was accepted or declined") Optional<Instant> decidedAt) {

        static ApplicationJson of(Application application) {
            Application.Applicant applicant = application.applicant();
            return new ApplicationJson(application.id().value(), application.version(), application.invitation().map(InvitationId::value),
                    applicant.creator().map(creator -> creator.id().value()), applicant.creator().isPresent() ? Optional.empty() : applicant.email(),
                    application.pitch(), application.status().code(), application.status().next().stream().map(Application.Status::code).toList(),
                    application.reason(), application.enteredBy(), application.submittedAt(), application.shortlistedAt(), application.decidedAt());
        }

        /** Leaves out the address and the words. */
        @Override
        public String toString() {
            return "ApplicationJson[" + id + "]";
        }
    }

    record NewProposalDeliverableJson(
            @About("What kind of work") @OneOf({"post", "reel", "story", "video", "live", "article", "podcast", "event", "other"}) String type,
            @About("What exactly") @Length(max = ProposalDeliverable.MOST_TITLE) String title,
            @About("Until which day") Optional<LocalDate> dueOn) {}

    record ProposalDeliverablePatchJson(
            @About("What kind of work")
            @Kept Field<@OneOf({"post", "reel", "story", "video", "live", "article", "podcast", "event", "other"}) String> type,
            @About("What exactly") @Kept Field<@Length(max = ProposalDeliverable.MOST_TITLE) String> title,
            @About("Until which day") Field<LocalDate> dueOn,
            @About("Where it can be seen: a public https address; it is not fetched") Field<@Length(max = ProofLink.MOST_LENGTH) String> proofUrl,
            @About("Where it is to stand") @Kept Field<@OneOf({"planned", "submitted", "approved", "rejected", "canceled"}) String> status) {}

    record ProposalDeliverableJson(
            UUID id,
            @About("As in the ETag") long version,
            @About("post, reel, story, video, live, article, podcast, event or other") String type,
            String title,
            Optional<LocalDate> dueOn,
            @About("Where it can be seen") Optional<String> proofUrl,
            @About("planned, submitted, approved, rejected or canceled") String status,
            @About("Where it can go now") List<String> allowed,
            String createdBy,
            Instant createdAt,
            Instant updatedAt) {

        static ProposalDeliverableJson of(ProposalDeliverable deliverable) {
            ProposalDeliverable.Work work = deliverable.work();
            return new ProposalDeliverableJson(deliverable.id().value(), deliverable.version(), work.type().code(), work.title(), work.dueOn(),
                    work.proof().map(ProofLink::address), deliverable.state().code(), codes(deliverable.state().next()), deliverable.createdBy(),
                    deliverable.createdAt(), deliverable.updatedAt());
        }

        static List<String> codes(List<State> states) {
            return states.stream().map(State::code).toList();
        }
    }

    record FunnelShareJson(@About("How many") int count, @About("Of how many rows") int of) {
        static FunnelShareJson of(Funnel.Share share) {
            return new FunnelShareJson(share.count(), share.of());
        }
    }

    record FunnelSpanJson(
            @About("The median in seconds, of an even number the lesser; null when nobody took both steps") Optional<Long> medianSeconds,
            @About("How many took both steps") int of) {
        static FunnelSpanJson of(Funnel.Span span) {
            return new FunnelSpanJson(span.median().map(Duration::toSeconds), span.of());
        }
    }

    record FunnelMessagesJson(FunnelShareJson team, FunnelShareJson creator) {}

    record FunnelDeliverablesJson(
            FunnelShareJson planned, FunnelShareJson submitted, FunnelShareJson approved, FunnelShareJson rejected, FunnelShareJson canceled) {}

    record ProposalAnalyticsJson(
            @About("How many invitations, over all versions") int invited,
            @About("Of the invitations: those that were looked at") FunnelShareJson opened,
            @About("Of the invitations: those by which somebody applied") FunnelShareJson applied,
            @About("Of the invitations: those whose invited approved the proposal") FunnelShareJson approved,
            @About("Of the invitations: those whose invited declined it") FunnelShareJson refused,
            @About("How many applications, those that the team entered included") int applications,
            @About("Of the applications: those that were ever shortlisted") FunnelShareJson shortlisted,
            @About("Of the applications: those that were accepted") FunnelShareJson accepted,
            @About("Of the applications: those that were declined") FunnelShareJson declined,
            @About("Of the messages: those of each side") FunnelMessagesJson messages,
            @About("Of the deliverables: those in each state") FunnelDeliverablesJson deliverables,
            @About("From the letter until it was looked at") FunnelSpanJson untilOpened,
            @About("From the first look until the application") FunnelSpanJson untilApplied,
            @About("From the application until it was accepted or declined") FunnelSpanJson untilDecided,
            @About("From the letter until the invited approved or declined") FunnelSpanJson untilAnswered) {

        static ProposalAnalyticsJson of(Funnel funnel) {
            return new ProposalAnalyticsJson(funnel.opened().of(), FunnelShareJson.of(funnel.opened()), FunnelShareJson.of(funnel.applied()),
                    FunnelShareJson.of(funnel.approved()), FunnelShareJson.of(funnel.refused()), funnel.accepted().of(), FunnelShareJson.of(funnel.shortlisted()),
                    FunnelShareJson.of(funnel.accepted()), FunnelShareJson.of(funnel.declined()),
                    new FunnelMessagesJson(FunnelShareJson.of(funnel.messages().get(Side.TEAM)), FunnelShareJson.of(funnel.messages().get(Side.CREATOR))),
                    new FunnelDeliverablesJson(in(funnel, State.PLANNED), in(funnel, State.SUBMITTED), in(funnel, State.APPROVED),
                            in(funnel, State.REJECTED), in(funnel, State.CANCELED)),
                    FunnelSpanJson.of(funnel.untilOpened()), FunnelSpanJson.of(funnel.untilApplied()), FunnelSpanJson.of(funnel.untilDecided()),
                    FunnelSpanJson.of(funnel.untilAnswered()));
        }

        private static FunnelShareJson in(Funnel funnel, State state) {
            return FunnelShareJson.of(funnel.deliverables().get(state));
        }
    }

    private static final String ALL = "the newest first";
    private static final String APPLICATIONS = "/proposals/{proposal_id}/applications";
    private static final String APPLICATION = APPLICATIONS + "/{application_id}";
    private static final String DELIVERABLES = "/proposals/{proposal_id}/deliverables";
    private static final String DELIVERABLE = DELIVERABLES + "/{deliverable_id}";
    private static final String PROOF = "must be an https address of the public web, such as https://www.example.com/p/1: a full name, no user, "
            + "no other port than 443, nothing private";

    private final PartnershipUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases what hangs on proposals
     */
    public ProposalWorkRoutes(PartnershipUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access reading = Access.needs(Permission.READ_PROPOSALS);
        Access writing = Access.needs(Permission.WRITE_PROPOSALS);
        return List.of(
                Route.of(Method.GET, APPLICATIONS, reading).says("proposals", "List the applications to a proposal").about("The newest first.")
                        .path(ProposalPath.class).query(PageQuery.class).lists(ApplicationJson.class, "The applications")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.PROPOSALS_LOCKED).handle(this::applications),
                Route.of(Method.POST, APPLICATIONS, writing).says("proposals", "Enter an application to a proposal")
                        .about("One that reached the team in another way, to a proposal that is sent. Who is invited applies with the token of the link.")
                        .path(ProposalPath.class).body(NewApplicationJson.class).answers(201, ApplicationJson.class, "The application").versioned()
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.PROPOSALS_LOCKED, ProblemCode.STATE_CONFLICT, ProblemCode.LIMIT_REACHED)
                        .repeatable().handle(this::enter),
                Route.of(Method.GET, APPLICATION, reading).says("proposals", "Show an application").path(ApplicationPath.class)
                        .answers(200, ApplicationJson.class, "The application").versioned()
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.PROPOSALS_LOCKED).handle(this::application),
                Route.of(Method.PATCH, APPLICATION, writing).says("proposals", "Decide about an application")
                        .about("Shortlist, accept or decline it; the last two are final.").path(ApplicationPath.class).body(ApplicationPatchJson.class)
                        .needsVersion().answers(200, ApplicationJson.class, "As it is now")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.PROPOSALS_LOCKED, ProblemCode.STATE_CONFLICT).handle(this::decide),
                Route.of(Method.GET, DELIVERABLES, reading).says("proposals", "List the deliverables of a proposal").about("The newest first.")
                        .path(ProposalPath.class).query(PageQuery.class).lists(ProposalDeliverableJson.class, "The deliverables")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.PROPOSALS_LOCKED).handle(this::deliverables),
                Route.of(Method.POST, DELIVERABLES, writing).says("proposals", "Plan a deliverable of a proposal").path(ProposalPath.class)
                        .body(NewProposalDeliverableJson.class).answers(201, ProposalDeliverableJson.class, "As it was planned").versioned()
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.PROPOSALS_LOCKED, ProblemCode.LIMIT_REACHED).repeatable().handle(this::plan),
                Route.of(Method.GET, DELIVERABLE, reading).says("proposals", "Show a deliverable of a proposal").path(DeliverablePath.class)
                        .answers(200, ProposalDeliverableJson.class, "The deliverable").versioned()
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.PROPOSALS_LOCKED).handle(this::deliverable),
                Route.of(Method.PATCH, DELIVERABLE, writing).says("proposals", "Change a deliverable of a proposal, or take a step with it")
                        .about("What is wanted changes while it is planned or rejected; it is submitted with a proof_url. What is approved is final.")
                        .path(DeliverablePath.class).body(ProposalDeliverablePatchJson.class).needsVersion()
                        .answers(200, ProposalDeliverableJson.class, "As it is now")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.PROPOSALS_LOCKED, ProblemCode.STATE_CONFLICT).handle(this::change),
                Route.of(Method.GET, "/proposals/{proposal_id}/analytics", reading).says("proposals", "Show how far a proposal came")
                        .about("From invitation to deliverable, and how long it took; each number with the rows it rests on.").path(ProposalPath.class)
                        .answers(200, ProposalAnalyticsJson.class, "The funnel").problems(ProblemCode.NOT_FOUND, ProblemCode.PROPOSALS_LOCKED)
                        .handle(this::analytics));
    }

    private Reply applications(Call call) {
        return call.page(useCases.listApplications().handle(ProposalPartyRoutes.parts(call)).page(), ALL, ApplicationJson::of);
    }

    private Reply enter(Call call) {
        NewApplicationJson wanted = call.body(NewApplicationJson.class);
        Whom whom = PartyProblems.whom(wanted.creatorId(), wanted.email());
        ProposalId id = call.path(ProposalPath.class).id();
        return switch (useCases.enterApplication().handle(new EnterApplication.Command(call.actor(), id, whom, wanted.pitch()))) {
            case EnterApplication.Outcome.Entered(Application entered) ->
                Answer.created("/proposals/" + id + "/applications/" + entered.id(), ApplicationJson.of(entered)).version(entered.version());
            case EnterApplication.Outcome.UnknownCreator() -> PartyProblems.unknownCreator();
            case EnterApplication.Outcome.NotSent(Proposal.Status status, List<Proposal.Step> allowed) -> PartyProblems.notSent(status, allowed);
            case EnterApplication.Outcome.TooMany() -> PartyProblems.tooMany("applications", Application.MOST);
        };
    }

    private Reply application(Call call) {
        ApplicationPath path = call.path(ApplicationPath.class);
        return shown(useCases.showApplication().handle(new ShowProposalPart.Query(call.actor(), new ProposalId(path.proposalId()), path.applicationId())));
    }

    private Reply decide(Call call) {
        ApplicationPatchJson patch = call.body(ApplicationPatchJson.class);
        Application.Status next = Coded.find(Application.Status.class, patch.status()).orElseThrow();
        boolean declines = next == Application.Status.DECLINED;
        if (patch.reason().isPresent() != declines) {
            return Problem.invalid("#/reason", declines ? "is needed to decline" : "is for declining only");
        }
        ApplicationPath path = call.path(ApplicationPath.class);
        return switch (useCases.decideApplication().handle(new DecideApplication.Command(call.actor(), new ProposalId(path.proposalId()),
                new ApplicationId(path.applicationId()), call.expectedVersion(), next, patch.reason()))) {
            case DecideApplication.Outcome.Decided(Application decided) -> shown(decided);
            case DecideApplication.Outcome.NotFromHere(Application.Status status, List<Application.Status> allowed) -> Problem.conflict(
                    "The application is " + status.code() + ".", status.code(), allowed.stream().map(Application.Status::code).toList());
        };
    }

    private static Answer shown(Application application) {
        return Answer.ok(ApplicationJson.of(application)).version(application.version());
    }

    private Reply deliverables(Call call) {
        return call.page(useCases.listDeliverables().handle(ProposalPartyRoutes.parts(call)).page(), ALL, ProposalDeliverableJson::of);
    }

    private Reply plan(Call call) {
        NewProposalDeliverableJson wanted = call.body(NewProposalDeliverableJson.class);
        ProposalId id = call.path(ProposalPath.class).id();
        ProposalDeliverable.Work work = new ProposalDeliverable.Work(
                Coded.find(Deliverable.Type.class, wanted.type()).orElseThrow(), wanted.title().strip(), wanted.dueOn(), Optional.empty());
        return switch (useCases.planDeliverable().handle(new PlanProposalDeliverable.Command(call.actor(), id, work))) {
            case PlanProposalDeliverable.Outcome.Planned(ProposalDeliverable planned) ->
                Answer.created("/proposals/" + id + "/deliverables/" + planned.id(), ProposalDeliverableJson.of(planned)).version(planned.version());
            case PlanProposalDeliverable.Outcome.TooMany() -> PartyProblems.tooMany("deliverables", ProposalDeliverable.MOST);
        };
    }

    private Reply deliverable(Call call) {
        return shown(found(call));
    }

    private Reply change(Call call) {
        ProposalDeliverablePatchJson patch = call.body(ProposalDeliverablePatchJson.class);
        ProposalDeliverable current = found(call);
        ProposalDeliverable.Work work = patched(patch, current.work());
        State state = patch.status().over(Optional.empty()).flatMap(code -> Coded.find(State.class, code)).orElse(current.state());
        return switch (useCases.changeDeliverable().handle(new ChangeProposalDeliverable.Command(
                call.actor(), current.proposal(), current.id(), call.expectedVersion(), work, state))) {
            case ChangeProposalDeliverable.Outcome.Changed(ProposalDeliverable changed) -> shown(changed);
            case ChangeProposalDeliverable.Outcome.NotFromHere(State from, List<State> allowed) ->
                Problem.conflict("The deliverable is " + from.code() + ".", from.code(), ProposalDeliverableJson.codes(allowed));
            case ChangeProposalDeliverable.Outcome.NoProof() -> Problem.invalid("#/proof_url", "is needed to submit");
        };
    }

    private static ProposalDeliverable.Work patched(ProposalDeliverablePatchJson patch, ProposalDeliverable.Work work) {
        Optional<String> proof = patch.proofUrl().over(work.proof().map(ProofLink::address));
        if (proof.isPresent() && proof.flatMap(ProofLink::read).isEmpty()) {
            throw Problem.invalid("#/proof_url", PROOF).asException();
        }
        return new ProposalDeliverable.Work(patch.type().over(Optional.empty()).flatMap(code -> Coded.find(Deliverable.Type.class, code)).orElse(work.type()),
                patch.title().over(Optional.of(work.title())).orElseThrow().strip(), patch.dueOn().over(work.dueOn()), proof.flatMap(ProofLink::read));
    }

    private ProposalDeliverable found(Call call) {
        DeliverablePath path = call.path(DeliverablePath.class);
        return useCases.showDeliverable().handle(
                new ShowProposalPart.Query(call.actor(), new ProposalId(path.proposalId()), path.deliverableId()));
    }

    private static Answer shown(ProposalDeliverable deliverable) {
        return Answer.ok(ProposalDeliverableJson.of(deliverable)).version(deliverable.version());
    }

    private Reply analytics(Call call) {
        return Answer.ok(ProposalAnalyticsJson.of(
                useCases.showFunnel().handle(new ShowFunnel.Query(call.actor(), call.path(ProposalPath.class).id()))));
    }
}
