package io.tastemaker.adapters.http.proposals;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.MoneyJson;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.proposals.AnswerProposal;
import io.tastemaker.application.proposals.PartnershipUseCases;
import io.tastemaker.application.proposals.StopProposalLetters;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.outreach.InvitationMessage;
import io.tastemaker.domain.proposals.Application;
import io.tastemaker.domain.proposals.ProposalInvitation.Action;
import io.tastemaker.domain.proposals.ProposalInvitation.Status;
import io.tastemaker.domain.proposals.Terms;
import io.tastemaker.domain.shared.Coded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What those do with the links of their letters who are invited to proposals. Who holds the link may: there is no other credential. */
public final class ProposalResponseRoutes {

    record ProposalResponseJson(
            @About("As it was mailed") @Length(max = 200) String token,
            @About("open shows the proposal and notes that it was looked at; approve and decline are final")
            @OneOf({"open", "apply", "reply", "approve", "decline"}) String action,
            @About("What the invited writes; needed with apply, whose pitch it is, and with reply; not for open")
            Optional<@Length(max = InvitationMessage.MOST_TEXT) String> message) {
        /** Leaves out the token and the words. */
        @Override
        public String toString() {
            return "ProposalResponseJson[" + action + "]";
        }
    }

    record OfferedTermsJson(
            String title, String summary, List<String> deliverables, Optional<MoneyJson> fee, Optional<LocalDate> startsOn, Optional<LocalDate> endsOn,
            String conditions) {
        static OfferedTermsJson of(Terms terms) {
            return new OfferedTermsJson(terms.title(), terms.summary(), terms.deliverables(), terms.fee().map(MoneyJson::of), terms.startsOn(),
                    terms.endsOn(), terms.conditions());
        }
    }

    record ExchangedMessageJson(@About("team or creator") String from, String text, Instant at) {
        static ExchangedMessageJson of(InvitationMessage message) {
            return new ExchangedMessageJson(message.side().code(), message.text(), message.at());
        }

        /** Leaves out the words. */
        @Override
        public String toString() {
            return "ExchangedMessageJson[" + from + "]";
        }
    }

    record AnsweredProposalJson(
            @About("opened, approved or declined") String status,
            @About("Who proposes") String team,
            @About("What it offers") OfferedTermsJson proposal,
            @About("What the team wrote in the letter") String note,
            @About("Whether the invited applied") boolean applied,
            @About("Until when an answer counts") Instant expiresAt,
            @About("What was written with this invited so far, the oldest first") List<ExchangedMessageJson> messages,
            @About("What can be done now; nothing once it is decided") List<String> allowed) {}

    record ProposalMailSuppressionJson(@About("As it was mailed, in any letter about a proposal") @Length(max = 200) String token) {
        /** Leaves out the token. */
        @Override
        public String toString() {
            return "ProposalMailSuppressionJson[]";
        }
    }

    private final PartnershipUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases what hangs on proposals
     */
    public ProposalResponseRoutes(PartnershipUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        return List.of(
                Route.of(Method.POST, "/proposal-responses", Access.open()).says("proposals", "Answer a proposal")
                        .about("With the token of a letter's link, which works until somebody decides, the proposal is withdrawn, or the time is out. What is "
                                + "approved is the version that the letter was about.")
                        .body(ProposalResponseJson.class).answers(200, AnsweredProposalJson.class, "As it is now")
                        .problems(ProblemCode.INVALID_TOKEN, ProblemCode.PROPOSALS_LOCKED, ProblemCode.STATE_CONFLICT, ProblemCode.INVITATION_EXPIRED,
                                ProblemCode.LIMIT_REACHED)
                        .handle(this::answer),
                Route.of(Method.POST, "/proposal-mail-suppressions", Access.open()).says("proposals", "Never be written to again")
                        .about("With the token of any letter about a proposal. No team writes to the address again.").body(ProposalMailSuppressionJson.class)
                        .answersNothing("Nobody writes again").problems(ProblemCode.INVALID_TOKEN).handle(this::stop));
    }

    private Reply answer(Call call) {
        ProposalResponseJson response = call.body(ProposalResponseJson.class);
        Action action = Coded.find(Action.class, response.action()).orElseThrow();
        Optional<String> words = response.message();
        if ((action == Action.APPLY || action == Action.REPLY) && words.isEmpty()) {
            return Problem.invalid("#/message", "is needed with " + action.code());
        }
        if (action == Action.OPEN && words.isPresent()) {
            return Problem.invalid("#/message", "is not for open");
        }
        return switch (useCases.answerProposal().handle(new AnswerProposal.Command(Anonymous.CALLER, response.token(), action, words))) {
            case AnswerProposal.Outcome.Shown shown -> Answer.ok(json(shown));
            case AnswerProposal.Outcome.Invalid() -> Problem.of(ProblemCode.INVALID_TOKEN);
            case AnswerProposal.Outcome.Ended(Status status) -> PartyProblems.ended(status);
            case AnswerProposal.Outcome.AppliedBefore() -> Problem.conflict("You have applied already.", "applied",
                    List.of(Action.OPEN.code(), Action.REPLY.code(), Action.APPROVE.code(), Action.DECLINE.code()));
            case AnswerProposal.Outcome.TooManyApplications() -> PartyProblems.tooMany("applications", Application.MOST);
            case AnswerProposal.Outcome.TooManyMessages() -> PartyProblems.full();
        };
    }

    private static AnsweredProposalJson json(AnswerProposal.Outcome.Shown shown) {
        boolean applied = shown.invitation().appliedAt().isPresent();
        List<String> allowed = shown.status().allowed().stream().filter(action -> action != Action.OPEN && !(action == Action.APPLY && applied))
                .map(Action::code).toList();
        return new AnsweredProposalJson(shown.status().code(), shown.teamName(), OfferedTermsJson.of(shown.proposal().terms()), shown.invitation().note(),
                applied, shown.invitation().expiresAt(), shown.messages().stream().map(ExchangedMessageJson::of).toList(), allowed);
    }

    private Reply stop(Call call) {
        String token = call.body(ProposalMailSuppressionJson.class).token();
        return switch (useCases.stopLetters().handle(new StopProposalLetters.Command(Anonymous.CALLER, token))) {
            case StopProposalLetters.Outcome.Stopped() -> Answer.noContent();
            case StopProposalLetters.Outcome.Invalid() -> Problem.of(ProblemCode.INVALID_TOKEN);
        };
    }
}
