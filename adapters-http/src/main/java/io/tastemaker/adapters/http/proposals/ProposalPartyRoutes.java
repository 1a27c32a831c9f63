package io.tastemaker.adapters.http.proposals;

import io.tastemaker.adapters.http.proposals.ProposalRoutes.ProposalPath;
import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.Constraint.Word;
import io.tastemaker.adapters.http.shared.PageQuery;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.adapters.http.shared.Vocabulary;
import io.tastemaker.application.outreach.FindAddress.Whom;
import io.tastemaker.application.outreach.InviteCreators.Obstacle;
import io.tastemaker.application.proposals.AddProposalCollaborator;
import io.tastemaker.application.proposals.InviteToProposal;
import io.tastemaker.application.proposals.ListProposalMessages;
import io.tastemaker.application.proposals.ListProposalParts;
import io.tastemaker.application.proposals.PartnershipUseCases;
import io.tastemaker.application.proposals.RemoveProposalCollaborator;
import io.tastemaker.application.proposals.WriteProposalMessage;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.outreach.InvitationMessage;
import io.tastemaker.domain.proposals.KnownCreator;
import io.tastemaker.domain.proposals.Proposal;
import io.tastemaker.domain.proposals.ProposalCollaborator;
import io.tastemaker.domain.proposals.ProposalCollaborator.Party;
import io.tastemaker.domain.proposals.ProposalInvitation;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.ProposalId;
import io.tastemaker.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** With whom a proposal is made: who is invited, what is said, who takes part. */
public final class ProposalPartyRoutes {

    record CollaboratorPath(@About("The proposal") UUID proposalId, @About("The party") UUID collaboratorId) {}

    record NewProposalInvitationJson(
            @About("A creator whose address is open to the team; or else email") Optional<UUID> creatorId,
            @About("A mere address; or else creator_id") Optional<@Word(Vocabulary.EMAIL) String> email,
            @About("What to write in the letter") Optional<@Length(min = 0, max = ProposalInvitation.MOST_NOTE) String> message,
            @About("How many days it can be answered") @Default("30") @Between(min = "1", max = "90") int expiresInDays) {
        /** Leaves out the address and the words. */
        @Override
        public String toString() {
            return "NewProposalInvitationJson[" + creatorId + "]";
        }
    }

    record ProposalInvitationJson(
            UUID id,
            @About("The version of the proposal that it is to; it ends with that") long proposalVersion,
            @About("sent, opened, approved, declined, over (the proposal moved on) or expired") String status,
            Optional<UUID> creatorId,
            @About("Of a mere address only") Optional<String> email,
            Optional<Instant> openedAt,
            Optional<Instant> appliedAt,
            @About("When the invited approved or declined") Optional<Instant> answeredAt,
            Instant expiresAt,
            String invitedBy,
            Instant sentAt) {

        static ProposalInvitationJson of(ProposalInvitation invitation, Proposal proposal, Instant now) {
            return new ProposalInvitationJson(invitation.id().value(), invitation.offer(), invitation.status(proposal, now).code(),
                    invitation.creator().map(creator -> creator.id().value()),
                    invitation.creator().isPresent() ? Optional.empty() : Optional.of(invitation.email()), invitation.openedAt(), invitation.appliedAt(),
                    invitation.answer().map(ProposalInvitation.Answer::at), invitation.expiresAt(), invitation.invitedBy(), invitation.sentAt());
        }

        /** Leaves out the address. */
        @Override
        public String toString() {
            return "ProposalInvitationJson[" + id + "]";
        }
    }

    record ProposalMessagesQuery(
            @About("Only with this invited") Optional<UUID> invitationId,
            @About("The most entries of a page") @Default("25") @Between(min = "1", max = "100") int limit,
            @About("next_cursor of the page before") Optional<@Length(max = 1_000) String> cursor) {}

    record Filter(Optional<UUID> invitation) {}

    record NewProposalMessageJson(
            @About("To whom: an invitation that can still be answered") UUID invitationId,
            @About("What to write; it leaves as a letter") @Length(max = InvitationMessage.MOST_TEXT) String text) {
        /** Leaves out the words. */
        @Override
        public String toString() {
            return "NewProposalMessageJson[" + invitationId + "]";
        }
    }

    record ProposalMessageJson(
            UUID id, @About("With which invited") UUID invitationId, @About("team or creator") String from, String text, String writtenBy, Instant at) {

        static ProposalMessageJson of(InvitationMessage message) {
            return new ProposalMessageJson(
                    message.id(), message.invitation().value(), message.side().code(), message.text(), message.writtenBy(), message.at());
        }

        /** Leaves out the words. */
        @Override
        public String toString() {
            return "ProposalMessageJson[" + id + "]";
        }
    }

    record NewProposalCollaboratorJson(
            @About("A member of the team; or else creator_id") Optional<UUID> userId,
            @About("A creator whom the team sees; or else user_id") Optional<UUID> creatorId,
            @About("What for; it gives no right") @OneOf({"lead", "contributor", "reviewer", "observer"}) String role) {}

    record ProposalCollaboratorJson(
            UUID id, Optional<UUID> userId, Optional<UUID> creatorId, @About("lead, contributor, reviewer or observer") String role, String addedBy,
            Instant addedAt) {

        static ProposalCollaboratorJson of(ProposalCollaborator collaborator) {
            Optional<UUID> user = collaborator.party() instanceof Party.Member(UserId id) ? Optional.of(id.value()) : Optional.empty();
            Optional<UUID> creator = collaborator.party() instanceof Party.Creator(KnownCreator known) ? Optional.of(known.id().value()) : Optional.empty();
            return new ProposalCollaboratorJson(collaborator.id(), user, creator, collaborator.role().code(), collaborator.addedBy(), collaborator.addedAt());
        }
    }

    private static final String ALL = "the newest first";
    private static final String INVITATIONS = "/proposals/{proposal_id}/invitations";
    private static final String MESSAGES = "/proposals/{proposal_id}/messages";
    private static final String COLLABORATORS = "/proposals/{proposal_id}/collaborators";

    private final PartnershipUseCases useCases;
    private final InstantSource clock;

    /**
     * Routes over use cases.
     *
     * @param useCases what hangs on proposals
     * @param clock says what has expired
     */
    public ProposalPartyRoutes(PartnershipUseCases useCases, InstantSource clock) {
        this.useCases = useCases;
        this.clock = clock;
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
                Route.of(Method.GET, INVITATIONS, reading).says("proposals", "List who is invited to a proposal").about("The newest first, of all versions.")
                        .path(ProposalPath.class).query(PageQuery.class).lists(ProposalInvitationJson.class, "The invitations")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.PROPOSALS_LOCKED).handle(this::invitations),
                Route.of(Method.POST, INVITATIONS, writing).says("proposals", "Invite somebody to a proposal")
                        .about("To one that is sent. A letter with a link leaves through the outbox; the link works until somebody decides, the proposal is "
                                + "withdrawn, or its time is out. Each address is invited once to a version.")
                        .path(ProposalPath.class).body(NewProposalInvitationJson.class).answers(201, ProposalInvitationJson.class, "The invitation")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.PROPOSALS_LOCKED, ProblemCode.STATE_CONFLICT, ProblemCode.UNLOCK_REQUIRED,
                                ProblemCode.NOT_INVITABLE, ProblemCode.LIMIT_REACHED)
                        .repeatable().handle(this::invite),
                Route.of(Method.GET, MESSAGES, reading).says("proposals", "List what was written about a proposal").about("The newest first.")
                        .path(ProposalPath.class).query(ProposalMessagesQuery.class).lists(ProposalMessageJson.class, "The messages")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.PROPOSALS_LOCKED).handle(this::messages),
                Route.of(Method.POST, MESSAGES, writing).says("proposals", "Write to somebody who is invited")
                        .about("As long as the invitation can be answered. No other invited reads it.").path(ProposalPath.class)
                        .body(NewProposalMessageJson.class).answers(201, ProposalMessageJson.class, "The message")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.PROPOSALS_LOCKED, ProblemCode.STATE_CONFLICT, ProblemCode.NOT_INVITABLE,
                                ProblemCode.INVITATION_EXPIRED)
                        .repeatable().handle(this::write),
                Route.of(Method.GET, COLLABORATORS, reading).says("proposals", "List the parties of a proposal").about("The newest first.")
                        .path(ProposalPath.class).query(PageQuery.class).lists(ProposalCollaboratorJson.class, "The parties")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.PROPOSALS_LOCKED).handle(this::collaborators),
                Route.of(Method.POST, COLLABORATORS, writing).says("proposals", "Name a party of a proposal")
                        .about("A member of the team or a creator. Who is named already gets the role.").path(ProposalPath.class)
                        .body(NewProposalCollaboratorJson.class).answers(200, ProposalCollaboratorJson.class, "The party, new or with another role")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.PROPOSALS_LOCKED, ProblemCode.LIMIT_REACHED).repeatable().handle(this::add),
                Route.of(Method.DELETE, COLLABORATORS + "/{collaborator_id}", writing).says("proposals", "Remove a party of a proposal")
                        .path(CollaboratorPath.class).answersNothing("It is gone").problems(ProblemCode.NOT_FOUND, ProblemCode.PROPOSALS_LOCKED)
                        .handle(this::remove));
    }

    private Reply invitations(Call call) {
        ListProposalParts.Listed<ProposalInvitation> listed = useCases.listInvitations().handle(parts(call));
        Instant now = clock.instant();
        return call.page(listed.page(), ALL, invitation -> ProposalInvitationJson.of(invitation, listed.proposal(), now));
    }

    static ListProposalParts.Query parts(Call call) {
        PageQuery query = call.query(PageQuery.class);
        return new ListProposalParts.Query(
                call.actor(), call.path(ProposalPath.class).id(), new PageRequest(query.limit(), call.position(query.cursor(), ALL)));
    }

    private Reply invite(Call call) {
        NewProposalInvitationJson wanted = call.body(NewProposalInvitationJson.class);
        Whom whom = PartyProblems.whom(wanted.creatorId(), wanted.email());
        ProposalId id = call.path(ProposalPath.class).id();
        return switch (useCases.inviteToProposal().handle(new InviteToProposal.Command(
                call.actor(), id, whom, wanted.message().orElse(""), Duration.ofDays(wanted.expiresInDays())))) {
            case InviteToProposal.Outcome.Invited(ProposalInvitation invitation, Proposal proposal) -> Answer.created(
                    "/proposals/" + id + "/invitations", ProposalInvitationJson.of(invitation, proposal, clock.instant()));
            case InviteToProposal.Outcome.UnknownCreator() -> PartyProblems.unknownCreator();
            case InviteToProposal.Outcome.Hindered(Obstacle obstacle) -> PartyProblems.hindered(obstacle);
            case InviteToProposal.Outcome.NotSent(Proposal.Status status, List<Proposal.Step> allowed) -> PartyProblems.notSent(status, allowed);
            case InviteToProposal.Outcome.InvitedBefore() ->
                Problem.conflict("The address was invited to this version before.", "invited", List.of());
            case InviteToProposal.Outcome.TooMany() -> PartyProblems.tooMany("invitations", ProposalInvitation.MOST);
        };
    }

    private Reply messages(Call call) {
        ProposalMessagesQuery query = call.query(ProposalMessagesQuery.class);
        Filter filter = new Filter(query.invitationId());
        ListProposalMessages.Query wanted = new ListProposalMessages.Query(call.actor(), call.path(ProposalPath.class).id(),
                query.invitationId().map(InvitationId::new), new PageRequest(query.limit(), call.position(query.cursor(), filter)));
        return call.page(useCases.listMessages().handle(wanted), filter, ProposalMessageJson::of);
    }

    private Reply write(Call call) {
        NewProposalMessageJson wanted = call.body(NewProposalMessageJson.class);
        ProposalId id = call.path(ProposalPath.class).id();
        return switch (useCases.writeMessage().handle(
                new WriteProposalMessage.Command(call.actor(), id, new InvitationId(wanted.invitationId()), wanted.text()))) {
            case WriteProposalMessage.Outcome.Written(InvitationMessage message) ->
                Answer.created("/proposals/" + id + "/messages", ProposalMessageJson.of(message));
            case WriteProposalMessage.Outcome.UnknownInvitation() -> Problem.invalid("#/invitation_id", "the proposal has no such invitation");
            case WriteProposalMessage.Outcome.WantsNoMail() -> PartyProblems.hindered(Obstacle.WANTS_NO_MAIL);
            case WriteProposalMessage.Outcome.Ended(ProposalInvitation.Status status) -> PartyProblems.ended(status);
            case WriteProposalMessage.Outcome.TooMany() -> PartyProblems.full();
        };
    }

    private Reply collaborators(Call call) {
        return call.page(useCases.listCollaborators().handle(parts(call)).page(), ALL, ProposalCollaboratorJson::of);
    }

    private Reply add(Call call) {
        NewProposalCollaboratorJson wanted = call.body(NewProposalCollaboratorJson.class);
        if (wanted.userId().isPresent() == wanted.creatorId().isPresent()) {
            return Problem.invalid(wanted.userId().isPresent() ? "#/creator_id" : "#/user_id", "either user_id or creator_id is needed, and not both");
        }
        AddProposalCollaborator.Who who = wanted.userId().<AddProposalCollaborator.Who>map(id -> new AddProposalCollaborator.Who.Member(new UserId(id)))
                .orElseGet(() -> new AddProposalCollaborator.Who.Creator(new CreatorId(wanted.creatorId().orElseThrow())));
        return switch (useCases.addCollaborator().handle(new AddProposalCollaborator.Command(
                call.actor(), call.path(ProposalPath.class).id(), who, Coded.find(ProposalCollaborator.Role.class, wanted.role()).orElseThrow()))) {
            case AddProposalCollaborator.Outcome.Added(ProposalCollaborator added) -> Answer.ok(ProposalCollaboratorJson.of(added));
            case AddProposalCollaborator.Outcome.Unknown() -> wanted.userId().isPresent()
                    ? Problem.invalid("#/user_id", "is no member of the team") : PartyProblems.unknownCreator();
            case AddProposalCollaborator.Outcome.TooMany() -> PartyProblems.tooMany("parties", ProposalCollaborator.MOST);
        };
    }

    private Reply remove(Call call) {
        CollaboratorPath path = call.path(CollaboratorPath.class);
        return switch (useCases.removeCollaborator().handle(
                new RemoveProposalCollaborator.Command(call.actor(), new ProposalId(path.proposalId()), path.collaboratorId()))) {
            case RemoveProposalCollaborator.Outcome.Removed() -> Answer.noContent();
        };
    }
}
