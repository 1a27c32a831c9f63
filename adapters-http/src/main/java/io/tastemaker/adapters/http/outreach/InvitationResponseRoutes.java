package io.tastemaker.adapters.http.outreach;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.application.outreach.AnswerInvitation;
import io.tastemaker.application.outreach.OutreachUseCases;
import io.tastemaker.application.outreach.StopLetters;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.outreach.Invitation;
import io.tastemaker.domain.outreach.InvitationMessage;
import io.tastemaker.domain.shared.Coded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What creators do with the links of their letters. Who holds the link may: there is no other credential. */
public final class InvitationResponseRoutes {

    record InvitationResponseJson(
            @About("As it was mailed") @Length(max = 200) String token,
            @About("open shows the invitation and notes that it was looked at; the others answer it")
            @OneOf({"open", "reply", "accept", "decline"}) String action,
            @About("What the creator writes; needed with reply") Optional<@Length(max = InvitationMessage.MOST_TEXT) String> message) {
        /** Leaves out the token and the words. */
        @Override
        public String toString() {
            return "InvitationResponseJson[" + action + "]";
        }
    }

    record InvitedCampaignJson(String name, String brief, Optional<String> websiteUrl, Optional<LocalDate> startsOn, Optional<LocalDate> endsOn) {
        static InvitedCampaignJson of(Campaign campaign) {
            return new InvitedCampaignJson(campaign.name(), campaign.brief().text(), campaign.brief().website(), campaign.brief().startsOn(),
                    campaign.brief().endsOn());
        }
    }

    record AnsweredInvitationJson(
            @About("opened, replied, accepted or declined") String status,
            @About("Who invites") String team,
            InvitedCampaignJson campaign,
            @About("Until when an answer counts") Instant expiresAt,
            @About("What was written so far, the oldest first") List<InvitationMessageJson> messages,
            @About("What can be done now: reply, accept, decline; nothing once it is decided") List<String> allowed) {}

    record MailSuppressionJson(@About("As it was mailed, in any letter") @Length(max = 200) String token) {
        /** Leaves out the token. */
        @Override
        public String toString() {
            return "MailSuppressionJson[]";
        }
    }

    private final OutreachUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public InvitationResponseRoutes(OutreachUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        return List.of(
                Route.of(Method.POST, "/invitation-responses", Access.open()).says("outreach", "Answer an invitation")
                        .about("With the token of a letter's link, which works until the creator decides, the team withdraws, or the time is out. "
                                + "Only this call counts as opened; fetching the link does not.")
                        .body(InvitationResponseJson.class).answers(200, AnsweredInvitationJson.class, "As it is now")
                        .problems(ProblemCode.INVALID_TOKEN, ProblemCode.STATE_CONFLICT, ProblemCode.INVITATION_EXPIRED).handle(this::answer),
                Route.of(Method.POST, "/mail-suppressions", Access.open()).says("outreach", "Never be written to again")
                        .about("With the token of any letter. No team writes to the address again, and the invitation, if it is open, is declined.")
                        .body(MailSuppressionJson.class).answersNothing("Nobody writes again").problems(ProblemCode.INVALID_TOKEN).handle(this::stop));
    }

    private Reply answer(Call call) {
        InvitationResponseJson response = call.body(InvitationResponseJson.class);
        AnswerInvitation.Action action = Coded.find(AnswerInvitation.Action.class, response.action()).orElseThrow();
        Optional<String> message = response.message();
        if (action == AnswerInvitation.Action.REPLY && message.isEmpty()) {
            return Problem.invalid("#/message", "is needed with reply");
        }
        if (action == AnswerInvitation.Action.OPEN && message.isPresent()) {
            return Problem.invalid("#/message", "is not for open");
        }
        return switch (useCases.answerInvitation().handle(new AnswerInvitation.Command(Anonymous.CALLER, response.token(), action, message))) {
            case AnswerInvitation.Outcome.Shown shown -> Answer.ok(json(shown));
            case AnswerInvitation.Outcome.Invalid() -> Problem.of(ProblemCode.INVALID_TOKEN);
            case AnswerInvitation.Outcome.Refused(Invitation.Decision.Refused why) -> InvitationProblems.refused(why);
            case AnswerInvitation.Outcome.CampaignOver() -> Problem.conflict("The campaign is over.", "over", List.of());
            case AnswerInvitation.Outcome.TooManyMessages() -> InvitationProblems.tooManyMessages();
        };
    }

    private static AnsweredInvitationJson json(AnswerInvitation.Outcome.Shown shown) {
        Invitation invitation = shown.invitation();
        List<String> allowed = invitation.status().isOpen() ? List.of("reply", "accept", "decline") : List.of();
        return new AnsweredInvitationJson(invitation.status().code(), shown.teamName(), InvitedCampaignJson.of(shown.campaign()),
                invitation.expiresAt(), shown.messages().stream().map(InvitationMessageJson::of).toList(), allowed);
    }

    private Reply stop(Call call) {
        String token = call.body(MailSuppressionJson.class).token();
        return switch (useCases.stopLetters().handle(new StopLetters.Command(Anonymous.CALLER, token))) {
            case StopLetters.Outcome.Stopped() -> Answer.noContent();
            case StopLetters.Outcome.Invalid() -> Problem.of(ProblemCode.INVALID_TOKEN);
        };
    }
}
