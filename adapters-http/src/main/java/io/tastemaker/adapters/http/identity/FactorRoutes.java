package io.tastemaker.adapters.http.identity;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.identity.AddFactor;
import io.tastemaker.application.identity.ConfirmFactor;
import io.tastemaker.application.identity.Evidence;
import io.tastemaker.application.identity.FactorUseCases;
import io.tastemaker.application.identity.ListFactors;
import io.tastemaker.application.identity.RemoveFactor;
import io.tastemaker.application.identity.RenewRecoveryCodes;
import io.tastemaker.application.identity.SignedIn;
import io.tastemaker.application.identity.VerifyChallenge;
import io.tastemaker.application.identity.VerifyChallenge.Shown;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.identity.RecoveryCode;
import io.tastemaker.domain.identity.TotpFactor;
import io.tastemaker.domain.shared.ChallengeId;
import io.tastemaker.domain.shared.FactorId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Second factors of the caller, and the end of a sign-in that waits for one. */
public final class FactorRoutes {

    record FactorPath(@About("The factor") UUID factorId) {
        FactorId id() {
            return new FactorId(factorId);
        }
    }

    record ChallengePath(@About("The challenge") UUID challengeId) {}

    record NewFactorJson(
            @About("What the person calls it") @Length(max = 100) String name,
            @About("The password of the account") Optional<@Length(max = 1024) String> password,
            @About("Instead of it, what another authenticator shows now") Optional<@Length(max = 16) String> code) {
        @Override
        public String toString() {
            return "NewFactorJson[]";
        }
    }

    record PendingFactorJson(
            AuthenticatorJson factor,
            @About("The secret in base 32, to be typed into an authenticator; shown this once") String secret,
            @About("The same as an otpauth:// address, to be shown as a picture") String uri) {
        @Override
        public String toString() {
            return "PendingFactorJson[]";
        }
    }

    record CodeJson(@About("What the authenticator shows now") @Length(max = 16) String code) {
        @Override
        public String toString() {
            return "CodeJson[]";
        }
    }

    record ConfirmedFactorJson(
            AuthenticatorJson factor,
            @About("With the first factor: ten codes for the day when it is lost, each good once; shown this once")
                    List<String> recoveryCodes) {
        @Override
        public String toString() {
            return "ConfirmedFactorJson[]";
        }
    }

    record FactorsJson(
            @About("The oldest first") List<AuthenticatorJson> factors,
            @About("How many recovery codes were not used yet") int recoveryCodesLeft) {}

    record EvidenceJson(
            @About("The password of the account") Optional<@Length(max = 1024) String> password,
            @About("Instead of it, what an authenticator shows now") Optional<@Length(max = 16) String> code) {
        Evidence evidence() {
            return new Evidence(password, code);
        }

        @Override
        public String toString() {
            return "EvidenceJson[]";
        }
    }

    record RecoveryCodesJson(@About("Each good once; shown this once") List<String> recoveryCodes) {
        @Override
        public String toString() {
            return "RecoveryCodesJson[]";
        }
    }

    record SecondFactorJson(
            @About("What the sign-in was answered with") @Length(max = 100) String challengeToken,
            @About("What an authenticator shows now") Optional<@Length(max = 16) String> code,
            @About("Instead of it, a recovery code") Optional<@Length(max = 64) String> recoveryCode) {
        SecondFactorJson {
            if (code.isPresent() == recoveryCode.isPresent()) {
                throw new IllegalArgumentException("either code or recovery_code is needed, and not both");
            }
        }

        @Override
        public String toString() {
            return "SecondFactorJson[]";
        }

        Shown shown() {
            return code.<Shown>map(Shown.Code::new).orElseGet(() -> new Shown.Recovery(recoveryCode.orElseThrow()));
        }
    }

    private static final String TAG = "identity";
    private static final String FACTORS = "/auth/mfa/factors";
    private static final String PROOF = "Needs the password, or a code of an authenticator; an account without a password must have "
            + "signed in within the last ten minutes.";

    private final FactorUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the second factors'
     */
    public FactorRoutes(FactorUseCases useCases) {
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
                Route.of(Method.GET, FACTORS, own).says(TAG, "List second factors")
                        .answers(200, FactorsJson.class, "The caller's factors, without their secrets").handle(this::list),
                Route.of(Method.POST, FACTORS, own).says(TAG, "Add a second factor")
                        .about("An authenticator by RFC 6238; it counts once a code of it was shown, which must be within the hour. "
                                + "Five at most. " + PROOF)
                        .body(NewFactorJson.class).answers(200, PendingFactorJson.class, "The secret")
                        .problems(ProblemCode.PROOF_NEEDED, ProblemCode.STATE_CONFLICT, ProblemCode.RATE_LIMITED).handle(this::add),
                Route.of(Method.POST, FACTORS + "/{factor_id}/confirm", own).says(TAG, "Confirm a second factor").path(FactorPath.class)
                        .body(CodeJson.class).answers(200, ConfirmedFactorJson.class, "It counts from now on")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT, ProblemCode.RATE_LIMITED).handle(this::confirm),
                Route.of(Method.DELETE, FACTORS + "/{factor_id}", own).says(TAG, "Remove a second factor").path(FactorPath.class)
                        .about("Without any, the recovery codes are worth nothing. " + PROOF).body(EvidenceJson.class)
                        .answersNothing("It is gone").problems(ProblemCode.NOT_FOUND, ProblemCode.PROOF_NEEDED, ProblemCode.RATE_LIMITED)
                        .handle(this::remove),
                Route.of(Method.POST, "/auth/mfa/recovery-codes", own).says(TAG, "Make new recovery codes")
                        .about("The old ones are worth nothing from then on. " + PROOF).body(EvidenceJson.class)
                        .answers(200, RecoveryCodesJson.class, "The codes")
                        .problems(ProblemCode.PROOF_NEEDED, ProblemCode.STATE_CONFLICT, ProblemCode.RATE_LIMITED).handle(this::renew),
                Route.of(Method.POST, "/auth/mfa/challenges/{challenge_id}/verify", Access.open()).says(TAG, "Show a second factor")
                        .about("Ends a sign-in that was answered with mfa_required, from the address it was begun from. Five tries.")
                        .path(ChallengePath.class).body(SecondFactorJson.class).answers(200, SignedInJson.class, "Signed in")
                        .problems(ProblemCode.INVALID_CREDENTIALS, ProblemCode.RATE_LIMITED).handle(this::verify));
    }

    private Reply list(Call call) {
        ListFactors.Kept kept = useCases.listFactors().handle(new ListFactors.Query(call.actor()));
        return Answer.ok(new FactorsJson(kept.factors().stream().map(AuthenticatorJson::of).toList(), kept.recoveryCodesLeft()));
    }

    private Reply add(Call call) {
        NewFactorJson body = call.body(NewFactorJson.class);
        if (body.name().isBlank()) {
            return Problem.invalid("#/name", "must not be blank");
        }
        AddFactor.Command command = new AddFactor.Command(call.actor(), body.name(), new Evidence(body.password(), body.code()));
        return switch (useCases.addFactor().handle(command)) {
            // Not 201: what is created can be repeated under a key, for which answers are kept, and this one holds a secret.
            case AddFactor.Outcome.Pending pending ->
                Answer.ok(new PendingFactorJson(AuthenticatorJson.of(pending.factor()), pending.secret().base32(), pending.uri()));
            case AddFactor.Outcome.NotTheOwner() -> Problem.of(ProblemCode.PROOF_NEEDED);
            case AddFactor.Outcome.TooMany() ->
                Problem.conflict("There are " + TotpFactor.MOST + " factors; remove one first.", "full", List.of("remove"));
        };
    }

    private Reply confirm(Call call) {
        ConfirmFactor.Command command = new ConfirmFactor.Command(
                call.actor(), call.path(FactorPath.class).id(), call.body(CodeJson.class).code());
        return switch (useCases.confirmFactor().handle(command)) {
            case ConfirmFactor.Outcome.Confirmed(TotpFactor factor, List<RecoveryCode> codes) ->
                Answer.ok(new ConfirmedFactorJson(AuthenticatorJson.of(factor), texts(codes)));
            case ConfirmFactor.Outcome.WrongCode() -> Problem.invalid("#/code", "is not what the authenticator shows now");
            case ConfirmFactor.Outcome.ActiveAlready() -> Problem.conflict("It was confirmed before.", "active", List.of("remove"));
        };
    }

    private Reply remove(Call call) {
        RemoveFactor.Command command = new RemoveFactor.Command(
                call.actor(), call.path(FactorPath.class).id(), call.body(EvidenceJson.class).evidence());
        return switch (useCases.removeFactor().handle(command)) {
            case RemoveFactor.Outcome.Removed() -> Answer.noContent();
            case RemoveFactor.Outcome.NotTheOwner() -> Problem.of(ProblemCode.PROOF_NEEDED);
        };
    }

    private Reply renew(Call call) {
        RenewRecoveryCodes.Command command = new RenewRecoveryCodes.Command(call.actor(), call.body(EvidenceJson.class).evidence());
        return switch (useCases.renewRecoveryCodes().handle(command)) {
            case RenewRecoveryCodes.Outcome.Renewed(List<RecoveryCode> codes) -> Answer.ok(new RecoveryCodesJson(texts(codes)));
            case RenewRecoveryCodes.Outcome.NotTheOwner() -> Problem.of(ProblemCode.PROOF_NEEDED);
            case RenewRecoveryCodes.Outcome.NothingToRecover() ->
                Problem.conflict("There is no second factor that they could stand in for.", "no_factor", List.of("add"));
        };
    }

    private Reply verify(Call call) {
        SecondFactorJson body = call.body(SecondFactorJson.class);
        VerifyChallenge.Command command = new VerifyChallenge.Command(Anonymous.CALLER,
                new ChallengeId(call.path(ChallengePath.class).challengeId()), body.challengeToken(), body.shown(),
                AccountRoutes.source(call));
        return switch (useCases.verifyChallenge().handle(command)) {
            case VerifyChallenge.Outcome.In(SignedIn signedIn) -> Answer.ok(SignedInJson.of(signedIn));
            case VerifyChallenge.Outcome.Refused() -> Problem.invalidCredentials();
        };
    }

    private static List<String> texts(List<RecoveryCode> codes) {
        return codes.stream().map(RecoveryCode::text).toList();
    }
}
