package io.tastemaker.adapters.http.identity;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.Word;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.adapters.http.shared.Vocabulary;
import io.tastemaker.application.identity.AccountUseCases;
import io.tastemaker.application.identity.Challenged;
import io.tastemaker.application.identity.ConfirmSignUp;
import io.tastemaker.application.identity.LogIn;
import io.tastemaker.application.identity.ResendConfirmation;
import io.tastemaker.application.identity.SignUp;
import io.tastemaker.application.identity.SignedIn;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.PasswordRules;
import io.tastemaker.domain.identity.Session.Source;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** How people get an account, and in. */
public final class AccountRoutes {

    record SentJson(
            @About("verification_sent, whether the address has an account or not") String status,
            @About("Where a letter goes") String email,
            @About("For how many seconds its link works") long expiresIn) {}

    record AddressJson(@About("Where the letter goes") @Word(Vocabulary.EMAIL) String email) {}

    record MailedTokenJson(@About("As it stands behind the # of the mailed link") @Length(max = 200) String token) {
        @Override
        public String toString() {
            return "MailedTokenJson[]";
        }
    }

    record LogInJson(
            @About("The address of the account") @Length(min = 0, max = 300) String email,
            @About("Its password") @Length(min = 0, max = 1_000) String password) {
        @Override
        public String toString() {
            return "LogInJson[]";
        }
    }

    private static final String TAG = "identity";

    private final AccountUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases those of accounts
     */
    public AccountRoutes(AccountUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        return List.of(
                Route.of(Method.POST, "/auth/signup", Access.open()).says(TAG, "Sign up")
                        .about("Mails a link that confirms the address. The answer is the same for an address that has an account; "
                                + "its owner gets another letter.")
                        .body(SignUpJson.class).answers(202, SentJson.class, "A letter is on its way")
                        .problems(ProblemCode.RATE_LIMITED, ProblemCode.UNAVAILABLE).handle(this::signUp),
                Route.of(Method.POST, "/auth/verify-email", Access.open()).says(TAG, "Confirm an address")
                        .about("Uses the mailed token up, makes the account and its personal team, and signs in.")
                        .body(MailedTokenJson.class).answers(200, SignedInJson.class, "Signed in")
                        .problems(ProblemCode.INVALID_TOKEN, ProblemCode.UNAVAILABLE).handle(this::confirm),
                Route.of(Method.POST, "/auth/verify-email/resend", Access.open()).says(TAG, "Mail the link again")
                        .about("The link before it dies. The answer is the same whether anybody waits for it or not.")
                        .body(AddressJson.class).answers(202, SentJson.class, "A letter is on its way, if there is something to confirm")
                        .problems(ProblemCode.RATE_LIMITED, ProblemCode.UNAVAILABLE).handle(this::resend),
                Route.of(Method.POST, "/auth/login", Access.open()).says(TAG, "Sign in")
                        .about("Ten guesses a minute for an account, sixty for a source; a source that signed in to the account before is "
                                + "counted apart. Every failure is answered alike.")
                        .body(LogInJson.class).answers(200, SignedInJson.class, "Signed in")
                        .answers(200, MfaRequiredJson.class, "The account has a second factor, which is shown next")
                        .problems(ProblemCode.INVALID_CREDENTIALS, ProblemCode.RATE_LIMITED, ProblemCode.UNAVAILABLE).handle(this::logIn));
    }

    private Reply signUp(Call call) {
        SignUpJson wanted = call.body(SignUpJson.class);
        EmailAddress email = wanted.address();
        SignUp.Command command = new SignUp.Command(Anonymous.CALLER, email, wanted.password(), wanted.fullName().strip(),
                wanted.companyName().map(String::strip), wanted.granted(), ZoneId.of(wanted.timeZone()), wanted.locale(), source(call));
        return switch (useCases.signUp().handle(command)) {
            case SignUp.Outcome.Sent() -> sent(email);
            case SignUp.Outcome.WeakPassword(Set<PasswordRules.Fault> weak) -> WeakPassword.problem("#/password", weak);
        };
    }

    private Reply resend(Call call) {
        EmailAddress email = EmailAddress.read(call.body(AddressJson.class).email()).orElseThrow();
        return switch (useCases.resendConfirmation().handle(new ResendConfirmation.Command(Anonymous.CALLER, email, source(call)))) {
            case ResendConfirmation.Outcome.Sent() -> sent(email);
        };
    }

    private Reply confirm(Call call) {
        ConfirmSignUp.Command command =
                new ConfirmSignUp.Command(Anonymous.CALLER, call.body(MailedTokenJson.class).token(), source(call));
        return switch (useCases.confirmSignUp().handle(command)) {
            case ConfirmSignUp.Outcome.Confirmed(SignedIn signedIn) -> Answer.ok(SignedInJson.of(signedIn));
            case ConfirmSignUp.Outcome.InvalidToken() -> Problem.of(ProblemCode.INVALID_TOKEN);
        };
    }

    private Reply logIn(Call call) {
        LogInJson typed = call.body(LogInJson.class);
        return switch (useCases.logIn().handle(new LogIn.Command(Anonymous.CALLER, typed.email(), typed.password(), source(call)))) {
            case LogIn.Outcome.In(SignedIn signedIn) -> Answer.ok(SignedInJson.of(signedIn));
            case LogIn.Outcome.SecondFactorNeeded(Challenged challenge) -> Answer.ok(MfaRequiredJson.of(challenge));
            case LogIn.Outcome.Refused() -> Problem.invalidCredentials();
        };
    }

    private static Answer sent(EmailAddress email) {
        return Answer.json(202, new SentJson("verification_sent", email.value(), SignUp.LINK_LIFE.toSeconds()));
    }

    /** Who calls without a credential, and with what. */
    static Source source(Call call) {
        return new Source(call.source(), call.userAgent());
    }
}
