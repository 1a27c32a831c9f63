package io.tastemaker.adapters.http.outreach;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Entries;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.Fault;
import io.tastemaker.adapters.http.shared.PageQuery;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.application.outreach.InviteCreators;
import io.tastemaker.application.outreach.ListInvitationMessages;
import io.tastemaker.application.outreach.ListInvitations;
import io.tastemaker.application.outreach.OutreachUseCases;
import io.tastemaker.application.outreach.ResendInvitation;
import io.tastemaker.application.outreach.ShowInvitation;
import io.tastemaker.application.outreach.WithdrawInvitation;
import io.tastemaker.application.outreach.WriteToCreator;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.outreach.Invitation;
import io.tastemaker.domain.outreach.InvitationMessage;
import io.tastemaker.domain.outreach.InvitationTerms;
import io.tastemaker.domain.outreach.Wording;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.MessageTemplateId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Inviting creators, and what becomes of it. */
public final class InvitingRoutes {

    private static final List<Integer> USUAL_REMINDERS = InvitationTerms.USUAL.remindAfterDays();

    record CampaignPath(@About("The campaign") UUID campaignId) {
        CampaignId id() {
            return new CampaignId(campaignId);
        }
    }

    record InvitationPath(@About("The invitation") UUID invitationId) {
        InvitationId id() {
            return new InvitationId(invitationId);
        }
    }

    record InvitingQuery(@About("Whether only to check, and to show what the first of them would read; nothing is sent") @Default("false") boolean dryRun) {}

    record OfCampaignQuery(
            @About("Only this state")
            Optional<@OneOf({"sent", "opened", "replied", "bounced", "accepted", "declined", "withdrawn", "expired"}) String> status,
            @About("The most entries of a page") @Default("25") @Between(min = "1", max = "100") int limit,
            @About("next_cursor of the page before") Optional<@Length(max = 1_000) String> cursor) {}

    record InvitationsQuery(
            @About("Only of this campaign") Optional<UUID> campaignId,
            @About("Only this state")
            Optional<@OneOf({"sent", "opened", "replied", "bounced", "accepted", "declined", "withdrawn", "expired"}) String> status,
            @About("The most entries of a page") @Default("25") @Between(min = "1", max = "100") int limit,
            @About("next_cursor of the page before") Optional<@Length(max = 1_000) String> cursor) {}

    record Filter(Optional<UUID> campaign, Optional<String> status) {}

    record NewInvitationsJson(
            @About("Up to 500 creators of the shortlist") @Entries(min = 1, max = InviteCreators.MOST) List<UUID> creatorIds,
            @About("The template they are written with; without it and without subject and body, the one that came with the program")
            Optional<UUID> messageTemplateId,
            @About("Words for this time only, together with body") Optional<@Length(max = Wording.MOST_SUBJECT) String> subject,
            @About("With {{response_link}} in it") Optional<@Length(max = Wording.MOST_BODY) String> body,
            @About("After how many days the invitations expire; 14 unless told")
            Optional<@Between(min = "1", max = "90") Integer> expiresInDays,
            @About("After how many days without an answer a reminder is written; 3 and 7 unless told")
            Optional<@Entries(max = InvitationTerms.MOST_REMINDERS) List<@Between(min = "1", max = "89") Integer>> remindAfterDays) {}

    record InvitedJson(@About("In the order of the creators") List<CreatorInvitationJson> invitations) {}

    record InvitingForeseenJson(boolean dryRun, @About("How many would be invited") int count, @About("What the first of them would read") LetterJson first) {}

    record NewInvitationMessageJson(@About("What the creator is to read") @Length(max = InvitationMessage.MOST_TEXT) String text) {
        /** Leaves out the words. */
        @Override
        public String toString() {
            return "NewInvitationMessageJson[]";
        }
    }

    private final OutreachUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public InvitingRoutes(OutreachUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access reading = Access.needs(Permission.READ_CAMPAIGNS);
        Access writing = Access.needs(Permission.WRITE_CAMPAIGNS);
        return List.of(
                Route.of(Method.GET, "/campaigns/{campaign_id}/invitations", reading).says("outreach", "List the invitations of a campaign")
                        .about("The newest first.").path(CampaignPath.class).query(OfCampaignQuery.class)
                        .lists(CreatorInvitationJson.class, "The invitations").problems(ProblemCode.NOT_FOUND).handle(this::listOfCampaign),
                Route.of(Method.POST, "/campaigns/{campaign_id}/invitations", writing).says("outreach", "Invite creators of the shortlist")
                        .about("All are invited or none, and none while the campaign does not run. Each gets a letter with a link of its own, and "
                                + "reminders as long as there is no answer and the campaign runs. Addresses of the catalogue must be unlocked.")
                        .path(CampaignPath.class).query(InvitingQuery.class).body(NewInvitationsJson.class)
                        .answers(201, InvitedJson.class, "All are invited").answers(200, InvitingForeseenJson.class, "With dry_run: what would be")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT, ProblemCode.UNLOCK_REQUIRED, ProblemCode.NOT_INVITABLE)
                        .repeatable().handle(this::invite),
                Route.of(Method.GET, "/invitations", reading).says("outreach", "List the invitations of the team").about("The newest first.")
                        .query(InvitationsQuery.class).lists(CreatorInvitationJson.class, "The invitations").handle(this::list),
                Route.of(Method.GET, "/invitations/{invitation_id}", reading).says("outreach", "Show an invitation").path(InvitationPath.class)
                        .answers(200, CreatorInvitationJson.class, "The invitation").versioned().problems(ProblemCode.NOT_FOUND).handle(this::show),
                Route.of(Method.POST, "/invitations/{invitation_id}/resend", writing).says("outreach", "Send an invitation once more")
                        .about("To the address that is known now, for another full life. Links that were sent before still lead to it.")
                        .path(InvitationPath.class).heedsVersion().answers(200, CreatorInvitationJson.class, "As it is now").versioned()
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT, ProblemCode.INVITATION_EXPIRED, ProblemCode.UNLOCK_REQUIRED,
                                ProblemCode.NOT_INVITABLE)
                        .handle(this::resend),
                Route.of(Method.POST, "/invitations/{invitation_id}/withdraw", writing).says("outreach", "Withdraw an invitation")
                        .about("Its links answer no more.").path(InvitationPath.class).heedsVersion()
                        .answers(200, CreatorInvitationJson.class, "As it is now").versioned()
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT, ProblemCode.INVITATION_EXPIRED).handle(this::withdraw),
                Route.of(Method.GET, "/invitations/{invitation_id}/messages", reading).says("outreach", "List what was written about an invitation")
                        .about("The oldest first.").path(InvitationPath.class).query(PageQuery.class)
                        .lists(InvitationMessageJson.class, "The messages").problems(ProblemCode.NOT_FOUND).handle(this::listMessages),
                Route.of(Method.POST, "/invitations/{invitation_id}/messages", writing).says("outreach", "Write to the creator")
                        .about("While the invitation is open. It leaves as a letter with a link to answer.").path(InvitationPath.class)
                        .body(NewInvitationMessageJson.class).answers(201, InvitationMessageJson.class, "The message")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT, ProblemCode.INVITATION_EXPIRED, ProblemCode.NOT_INVITABLE)
                        .repeatable().handle(this::write));
    }

    private Reply listOfCampaign(Call call) {
        OfCampaignQuery query = call.query(OfCampaignQuery.class);
        CampaignId campaign = call.path(CampaignPath.class).id();
        return page(call, new Filter(Optional.of(campaign.value()), query.status()), query.limit(), query.cursor());
    }

    private Reply list(Call call) {
        InvitationsQuery query = call.query(InvitationsQuery.class);
        Filter filter = new Filter(query.campaignId(), query.status());
        try {
            return page(call, filter, query.limit(), query.cursor());
        } catch (Refusal.NotFound noCampaign) {
            return call.page(new Page<Invitation>(List.of(), Optional.empty()), filter, CreatorInvitationJson::of);
        }
    }

    private Reply page(Call call, Filter filter, int limit, Optional<String> cursor) {
        PageRequest page = new PageRequest(limit, call.position(cursor, filter));
        ListInvitations.Query wanted = new ListInvitations.Query(call.actor(), filter.campaign().map(CampaignId::new),
                filter.status().flatMap(code -> Coded.find(Invitation.Status.class, code)), page);
        return call.page(useCases.listInvitations().handle(wanted), filter, CreatorInvitationJson::of);
    }

    private Reply invite(Call call) {
        NewInvitationsJson wanted = call.body(NewInvitationsJson.class);
        List<Fault> faults = faults(wanted);
        if (!faults.isEmpty()) {
            return Problem.of(faults);
        }
        CampaignId campaign = call.path(CampaignPath.class).id();
        InviteCreators.Command command = new InviteCreators.Command(call.actor(), campaign, wanted.creatorIds().stream().map(CreatorId::new).toList(),
                words(wanted), new InvitationTerms(days(wanted), reminders(wanted)), call.query(InvitingQuery.class).dryRun());
        return switch (useCases.inviteCreators().handle(command)) {
            case InviteCreators.Outcome.Invited(List<Invitation> invitations) -> Answer.created("/campaigns/" + campaign + "/invitations",
                    new InvitedJson(invitations.stream().map(CreatorInvitationJson::of).toList()));
            case InviteCreators.Outcome.Foreseen(int count, Wording.Written first) ->
                Answer.ok(new InvitingForeseenJson(true, count, LetterJson.of(first)));
            case InviteCreators.Outcome.Hindered(SequencedMap<CreatorId, Set<InviteCreators.Obstacle>> obstacles) ->
                InvitationProblems.hindered(obstacles);
            case InviteCreators.Outcome.NotRunning(Campaign.Status status) -> InvitationProblems.notRunning(status);
            case InviteCreators.Outcome.UnknownTemplate() -> Problem.invalid("#/message_template_id", "there is no such template");
        };
    }

    private static List<Fault> faults(NewInvitationsJson wanted) {
        List<Fault> faults = new ArrayList<>();
        if (wanted.subject().isPresent() != wanted.body().isPresent()) {
            faults.add(new Fault(ProblemCode.INVALID_FIELD, wanted.subject().isPresent() ? "#/body" : "#/subject", "is needed with the other"));
        } else if (wanted.subject().isPresent()) {
            faults.addAll(Wordings.faults(wanted.subject().get(), wanted.body().get()));
        }
        if (wanted.messageTemplateId().isPresent() && wanted.body().isPresent()) {
            faults.add(new Fault(ProblemCode.INVALID_FIELD, "#/message_template_id", "is only for words of a template"));
        }
        List<Integer> reminders = reminders(wanted);
        if (IntStream.range(0, reminders.size()).anyMatch(at -> reminders.get(at) >= days(wanted) || at > 0 && reminders.get(at) <= reminders.get(at - 1))) {
            faults.add(new Fault(ProblemCode.INVALID_FIELD, "#/remind_after_days", "must grow, and stay below expires_in_days"));
        }
        return faults;
    }

    private static int days(NewInvitationsJson wanted) {
        return wanted.expiresInDays().orElse(InvitationTerms.USUAL.days());
    }

    /** The usual reminders as far as they come before the end. */
    private static List<Integer> reminders(NewInvitationsJson wanted) {
        return wanted.remindAfterDays().orElseGet(() -> USUAL_REMINDERS.stream().filter(day -> day < days(wanted)).toList());
    }

    private static InviteCreators.Words words(NewInvitationsJson wanted) {
        if (wanted.body().isPresent()) {
            return new InviteCreators.Words.Own(new Wording(wanted.subject().orElseThrow(), wanted.body().get()));
        }
        return wanted.messageTemplateId().<InviteCreators.Words>map(id -> new InviteCreators.Words.Template(new MessageTemplateId(id)))
                .orElseGet(InviteCreators.Words.Usual::new);
    }

    private Reply show(Call call) {
        Invitation found = useCases.showInvitation().handle(new ShowInvitation.Query(call.actor(), call.path(InvitationPath.class).id()));
        return Answer.ok(CreatorInvitationJson.of(found)).version(found.version());
    }

    private Reply resend(Call call) {
        ResendInvitation.Command command =
                new ResendInvitation.Command(call.actor(), call.path(InvitationPath.class).id(), call.expectedVersion());
        return switch (useCases.resendInvitation().handle(command)) {
            case ResendInvitation.Outcome.Resent(Invitation sent) -> Answer.ok(CreatorInvitationJson.of(sent)).version(sent.version());
            case ResendInvitation.Outcome.Refused(Invitation.Decision.Refused why) -> InvitationProblems.refused(why);
            case ResendInvitation.Outcome.Hindered(CreatorId creator, InviteCreators.Obstacle obstacle) ->
                InvitationProblems.hindered(new LinkedHashMap<>(Map.of(creator, Set.of(obstacle))));
            case ResendInvitation.Outcome.NotRunning(Campaign.Status status) -> InvitationProblems.notRunning(status);
        };
    }

    private Reply withdraw(Call call) {
        WithdrawInvitation.Command command =
                new WithdrawInvitation.Command(call.actor(), call.path(InvitationPath.class).id(), call.expectedVersion());
        return switch (useCases.withdrawInvitation().handle(command)) {
            case WithdrawInvitation.Outcome.Withdrawn(Invitation back) -> Answer.ok(CreatorInvitationJson.of(back)).version(back.version());
            case WithdrawInvitation.Outcome.Refused(Invitation.Decision.Refused why) -> InvitationProblems.refused(why);
        };
    }

    private Reply listMessages(Call call) {
        PageQuery query = call.query(PageQuery.class);
        InvitationId invitation = call.path(InvitationPath.class).id();
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), invitation.value()));
        return call.page(useCases.listInvitationMessages().handle(new ListInvitationMessages.Query(call.actor(), invitation, page)),
                invitation.value(), InvitationMessageJson::of);
    }

    private Reply write(Call call) {
        String text = call.body(NewInvitationMessageJson.class).text();
        InvitationId invitation = call.path(InvitationPath.class).id();
        return switch (useCases.writeToCreator().handle(new WriteToCreator.Command(call.actor(), invitation, text))) {
            case WriteToCreator.Outcome.Written(InvitationMessage message) ->
                Answer.created("/invitations/" + invitation + "/messages", InvitationMessageJson.of(message));
            case WriteToCreator.Outcome.Refused(Invitation.Decision.Refused why) -> InvitationProblems.refused(why);
            case WriteToCreator.Outcome.WantsNoMail() ->
                Problem.of(ProblemCode.NOT_INVITABLE, "The creator asked never to be written to again. Nothing was sent.");
            case WriteToCreator.Outcome.TooManyMessages() -> InvitationProblems.tooManyMessages();
        };
    }
}
