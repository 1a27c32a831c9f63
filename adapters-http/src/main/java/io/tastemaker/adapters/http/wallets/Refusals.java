package io.tastemaker.adapters.http.wallets;

import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.wallets.WalletAnswer;
import java.util.List;
import java.util.Optional;

/** What a wallet's "no" is as a problem. */
public final class Refusals {

    private Refusals() {}

    static Problem of(WalletAnswer answer, Action action, boolean topUps) {
        return switch (answer) {
            case WalletAnswer.CreditsMissing missing -> missing(missing, Optional.of(action), topUps);
            case WalletAnswer.PriceAboveMax(Action priced, long price, long most) -> Problem.of(ProblemCode.PRICE_ABOVE_MAX,
                    "This costs " + price + " credits; X-Credits-Max allows " + most + ".").with("action", priced.code())
                    .with("price", price).with("max", most);
            case WalletAnswer.Lasting lasting -> throw new IllegalStateException("no refusal: " + lasting);
            case WalletAnswer.Passing passing -> of(passing).with("action", action.code());
        };
    }

    /** A "no" of the moment. */
    static Problem of(WalletAnswer.Passing answer) {
        return switch (answer) {
            case WalletAnswer.PlanRequired(Action denied, Optional<Plan> sufficient) -> planRequired(sufficient);
            case WalletAnswer.CapReached(long cap, long used, long required) -> Problem.of(ProblemCode.MEMBER_CAP_REACHED,
                    "This needs " + required + " credits; " + used + " of " + cap + " are used.")
                    .with("cap", cap).with("used", used).with("required", required);
            case WalletAnswer.KeyReused reused -> Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED);
            case WalletAnswer.NothingThere nothing -> Problem.of(ProblemCode.NOT_FOUND);
            case WalletAnswer.TooMuch(long asked, long left) ->
                Problem.conflict(asked + " is more than the " + left + " that are left.", "too_much", List.of()).with("left", left);
            case WalletAnswer.Restricted(long debt) -> Problem.conflict(
                    "The wallet owes " + debt + " credits, and presents do not pay debts.", "restricted", List.of()).with("debt", debt);
            case WalletAnswer.GrantedBefore(String source) -> Problem.of(ProblemCode.ALREADY_EXISTS, "These credits were granted before.");
            case WalletAnswer.Outdated(long last) -> Problem.conflict(
                    "Notice " + last + " was heeded before, and this one is older.", "outdated", List.of()).with("last_notice", last);
            case WalletAnswer.UnknownAction unknown -> throw new IllegalStateException("nobody priced " + unknown.action());
            case WalletAnswer.NothingDue due -> throw new IllegalStateException("no refusal: " + due);
        };
    }

    /**
     * A plan that keeps something closed.
     *
     * @param sufficient the cheapest plan that opens it
     * @return 403 {@code plan_required}
     */
    public static Problem planRequired(Optional<Plan> sufficient) {
        return Problem.of(ProblemCode.PLAN_REQUIRED).with("required_plan", sufficient.map(plan -> plan.id().key()));
    }

    /** Too few credits; for a deduction by hand there is no action. */
    static Problem missing(WalletAnswer.CreditsMissing missing, Optional<Action> action, boolean topUps) {
        Problem problem = Problem.of(ProblemCode.CREDITS_MISSING,
                        "This needs " + missing.required() + " credits; " + missing.available() + " are available.")
                .with("action", missing.action().or(() -> action).map(Action::code))
                .with("required", missing.required()).with("available", missing.available()).with("missing", missing.missing())
                .with("top_up_available", topUps);
        return missing.debt() > 0 ? problem.with("debt", missing.debt()) : problem;
    }
}
