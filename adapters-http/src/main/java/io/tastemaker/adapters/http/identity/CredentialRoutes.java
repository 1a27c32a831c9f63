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
import io.tastemaker.application.identity.ChangePassword;
import io.tastemaker.application.identity.ConfirmEmailChange;
import io.tastemaker.application.identity.CredentialUseCases;
import io.tastemaker.application.identity.ForgotPassword;
import io.tastemaker.application.identity.RequestEmailChange;
import io.tastemaker.application.identity.ResetPassword;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.PasswordRules;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How people change what they sign in with. */
public final class CredentialRoutes {

    record MailedJson(@About("Where a letter goes, if there is a reason for one") String email,
            @About("For how many seconds its link works") long expiresIn) {}

    record ForgottenJson(@About("The address of the account") @Word(Vocabulary.EMAIL) String email) {}

    record ResetJson(
            @About("As it stands behind the # of the mailed link") @Length(max = 200) String token,
            @About("The new password, 8 to 128 characters")
            @Length(min = PasswordRules.LEAST, max = PasswordRules.MOST) String password) {
        @Override
        public String toString() {
            return "ResetJson[]";
        }
    }

    record PasswordChangeJson(
            @About("The password as it is") @Length(min = 0, max = 1_000) String currentPassword,
            @About("The new password, 8 to 128 characters")
            @Length(min = PasswordRules.LEAST, max = PasswordRules.MOST) String newPassword) {
        @Override
        public String toString() {
            return "PasswordChangeJson[]";
        }
    }

    record NewAddressJson(
            @About("The new address") @Word(Vocabulary.EMAIL) String email,
            @About("The password of the account; not needed of one without") Optional<@Length(min = 0, max = 1_000) String> password) {
        @Override
        public String toString() {
            return "NewAddressJson[]";
        }
    }

    private static final String TAG = "identity";
    private static final String NOT_THE_PASSWORD = "is not the password of the account";

    private final CredentialUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases those of credentials
     */
    public CredentialRoutes(CredentialUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access own = Access.needs(Permission.OWN_ACCOUNT);
        return List.of(
                Route.of(Method.POST, "/auth/password/forgot", Access.open()).says(TAG, "Ask for a new password")
                        .about("Mails a link, if there is such an account. The answer is the same for every address.")
                        .body(ForgottenJson.class).answers(202, MailedJson.class, "A letter is on its way, if there is an account")
                        .problems(ProblemCode.RATE_LIMITED).handle(this::forgot),
                Route.of(Method.POST, "/auth/password/reset", Access.open()).says(TAG, "Set a forgotten password")
                        .about("Ends every session of the account; second factors stay. A password that is not taken leaves the link usable.")
                        .body(ResetJson.class).answersNothing("It is set")
                        .problems(ProblemCode.INVALID_TOKEN, ProblemCode.UNAVAILABLE).handle(this::reset),
                Route.of(Method.POST, "/auth/password/change", own).says(TAG, "Change the password")
                        .about("Ends the other sessions. Guesses are counted as those of a sign-in.")
                        .body(PasswordChangeJson.class).answersNothing("It is changed")
                        .problems(ProblemCode.STATE_CONFLICT, ProblemCode.RATE_LIMITED, ProblemCode.UNAVAILABLE).handle(this::change),
                Route.of(Method.POST, "/users/me/email", own).says(TAG, "Ask for another address")
                        .about("Mails a link to the new address; until it is opened the old one holds. The answer is the same whether "
                                + "somebody else has the address or not.")
                        .body(NewAddressJson.class).answers(202, MailedJson.class, "A letter is on its way")
                        .problems(ProblemCode.RATE_LIMITED, ProblemCode.UNAVAILABLE).repeatable().handle(this::move),
                Route.of(Method.POST, "/auth/email/confirm", Access.open()).says(TAG, "Confirm a new address")
                        .about("The former address is told. Links that were mailed before die.")
                        .body(AccountRoutes.MailedTokenJson.class).answersNothing("The account has the new address")
                        .problems(ProblemCode.INVALID_TOKEN).handle(this::confirm));
    }

    private Reply forgot(Call call) {
        EmailAddress email = EmailAddress.read(call.body(ForgottenJson.class).email()).orElseThrow();
        ForgotPassword.Command command = new ForgotPassword.Command(Anonymous.CALLER, email, AccountRoutes.source(call));
        return switch (useCases.forgotPassword().handle(command)) {
            case ForgotPassword.Outcome.Sent() -> mailed(email);
        };
    }

    private Reply reset(Call call) {
        ResetJson wanted = call.body(ResetJson.class);
        ResetPassword.Command command = new ResetPassword.Command(Anonymous.CALLER, wanted.token(), wanted.password());
        return switch (useCases.resetPassword().handle(command)) {
            case ResetPassword.Outcome.Reset() -> Answer.noContent();
            case ResetPassword.Outcome.InvalidToken() -> Problem.of(ProblemCode.INVALID_TOKEN);
            case ResetPassword.Outcome.WeakPassword(Set<PasswordRules.Fault> faults) -> WeakPassword.problem("#/password", faults);
        };
    }

    private Reply change(Call call) {
        PasswordChangeJson wanted = call.body(PasswordChangeJson.class);
        ChangePassword.Command command = new ChangePassword.Command(
                call.actor(), wanted.currentPassword(), wanted.newPassword(), AccountRoutes.source(call));
        return switch (useCases.changePassword().handle(command)) {
            case ChangePassword.Outcome.Changed() -> Answer.noContent();
            case ChangePassword.Outcome.WrongPassword() -> Problem.invalid("#/current_password", NOT_THE_PASSWORD);
            case ChangePassword.Outcome.WeakPassword(Set<PasswordRules.Fault> faults) -> WeakPassword.problem("#/new_password", faults);
        };
    }

    private Reply move(Call call) {
        NewAddressJson wanted = call.body(NewAddressJson.class);
        EmailAddress email = EmailAddress.read(wanted.email()).orElseThrow();
        RequestEmailChange.Command command = new RequestEmailChange.Command(
                call.actor(), wanted.password().orElse(""), email, AccountRoutes.source(call));
        return switch (useCases.requestEmailChange().handle(command)) {
            case RequestEmailChange.Outcome.Sent() -> mailed(email);
            case RequestEmailChange.Outcome.WrongPassword() -> Problem.invalid("#/password", NOT_THE_PASSWORD);
        };
    }

    private Reply confirm(Call call) {
        ConfirmEmailChange.Command command =
                new ConfirmEmailChange.Command(Anonymous.CALLER, call.body(AccountRoutes.MailedTokenJson.class).token());
        return switch (useCases.confirmEmailChange().handle(command)) {
            case ConfirmEmailChange.Outcome.Changed() -> Answer.noContent();
            case ConfirmEmailChange.Outcome.InvalidToken() -> Problem.of(ProblemCode.INVALID_TOKEN);
        };
    }

    private static Answer mailed(EmailAddress email) {
        return Answer.json(202, new MailedJson(email.value(), ForgotPassword.LINK_LIFE.toSeconds()));
    }
}
