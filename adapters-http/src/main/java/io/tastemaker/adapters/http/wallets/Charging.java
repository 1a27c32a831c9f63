package io.tastemaker.adapters.http.wallets;

import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.ChargeJson;
import io.tastemaker.adapters.http.shared.Credits;
import io.tastemaker.adapters.http.shared.DryRunJson;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.application.wallets.Answered;
import io.tastemaker.application.wallets.ForeseeCharge;
import io.tastemaker.application.wallets.WalletUseCases;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.wallets.Receipt;
import io.tastemaker.domain.wallets.WalletAnswer;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How a route that charges answers: with what was charged in the body and in the headers, with what it would cost, or with why not. */
public final class Charging {

    /** Stands in an answer that repeats an earlier one. */
    static final String REPLAYED = "Idempotent-Replayed";

    /** Nothing is ever kept under the key of a dry run. */
    private static final String DRY = "dry-run";

    private final ForeseeCharge foreseeCharge;

    /**
     * Over what the wallets know.
     *
     * @param wallets the use cases of wallets
     */
    public Charging(WalletUseCases wallets) {
        this.foreseeCharge = wallets.foreseeCharge();
    }

    /**
     * What a route charges for, and what the caller must be allowed to do.
     *
     * @param permission the permission of the route
     * @param action the action that is charged
     */
    public record Gate(Permission permission, Action action) {}

    /**
     * The wallet's key of a request.
     *
     * @param call the request
     * @return the client's key, of this route
     */
    public static OperationKey key(Call call) {
        return OperationKey.ofClient(call.routeName(), call.idempotencyKey().orElse(DRY));
    }

    /**
     * Answers what was paid for.
     *
     * @param call the request
     * @param gate what it charges for
     * @param payment what the wallet answered; empty when nothing was to be paid
     * @param body makes the answer with its member {@code charge}
     * @return the answer with its headers
     */
    public Answer paid(Call call, Gate gate, Optional<Answered> payment, Function<Optional<ChargeJson>, Answer> body) {
        if (payment.isEmpty()) {
            return free(call, gate, "none", body.apply(Optional.empty()));
        }
        Answered answered = payment.get();
        Receipt receipt = answered.answer().charge().orElseThrow();
        boolean open = answered.answer() instanceof WalletAnswer.AlreadyOpen;
        Answer answer = body.apply(Optional.of(Charges.of(receipt, open ? Optional.empty() : answered.operation())))
                .header(Credits.CHARGED, String.valueOf(receipt.credits()))
                .header(Credits.SOURCE, open ? Charges.ALREADY : Charges.source(receipt))
                .header(Credits.REMAINING, String.valueOf(receipt.creditsLeft()));
        return answered.replayed() ? answer.header(REPLAYED, "true") : answer;
    }

    /**
     * Answers what is the team's own, so that there is nothing to be paid.
     *
     * @param call the request
     * @param gate what it would charge for
     * @param body makes the answer with its member {@code charge}
     * @return the answer with its headers
     */
    public Answer own(Call call, Gate gate, Function<Optional<ChargeJson>, Answer> body) {
        Optional<ChargeJson> nothing = foreseen(call, gate).map(known -> Charges.of(known.nothing(), Optional.empty()));
        return free(call, gate, Charges.ALREADY, body.apply(nothing));
    }

    /**
     * Answers a dry run.
     *
     * @param call the request
     * @param gate what it would charge for
     * @param answered what the wallet would answer; empty when nothing would be to pay
     * @return the quote, or the problem that the request would end with
     */
    public Reply foreseen(Call call, Gate gate, Optional<Answered> answered) {
        if (answered.isEmpty()) {
            return quote(call, gate, Optional.empty());
        }
        Optional<Receipt> receipt = answered.get().answer().charge();
        if (receipt.isPresent()) {
            return quote(call, gate, receipt.map(paid -> DryRunJson.QuoteJson.of(Charges.of(paid, Optional.empty()), true)));
        }
        if (answered.get().answer() instanceof WalletAnswer.CreditsMissing) {
            return quote(call, gate, foreseen(call, gate)
                    .map(known -> DryRunJson.QuoteJson.of(Charges.of(known.wanted(), Optional.empty()), false)));
        }
        return refused(call, gate, answered.get());
    }

    /**
     * Answers a dry run of what is the team's own.
     *
     * @param call the request
     * @param gate what it would charge for
     * @return a quote of nothing
     */
    public Answer foreseenOwn(Call call, Gate gate) {
        return quote(call, gate, foreseen(call, gate)
                .map(known -> DryRunJson.QuoteJson.of(Charges.of(known.nothing(), Optional.empty()), true)));
    }

    /**
     * Answers what was not paid for.
     *
     * @param call the request
     * @param gate what it charges for
     * @param answered why not
     * @return the problem with its headers
     */
    public Problem refused(Call call, Gate gate, Answered answered) {
        Optional<ForeseeCharge.Foreseen> known = foreseen(call, gate);
        Problem problem = told(known, Refusals.of(answered.answer(), gate.action(), known.map(ForeseeCharge.Foreseen::topUps).orElse(false)));
        return answered.replayed() ? problem.header(REPLAYED, "true") : problem;
    }

    /**
     * Answers what ended before anything was to be paid.
     *
     * @param call the request
     * @param gate what it would charge for
     * @param problem what it ended with
     * @return the problem with its headers
     */
    public Problem unpaid(Call call, Gate gate, Problem problem) {
        return told(foreseen(call, gate), problem);
    }

    private static Problem told(Optional<ForeseeCharge.Foreseen> known, Problem problem) {
        Problem told = problem.header(Credits.CHARGED, "0").header(Credits.SOURCE, "none");
        return known.map(left -> told.header(Credits.REMAINING, String.valueOf(left.nothing().creditsLeft()))).orElse(told);
    }

    private Answer quote(Call call, Gate gate, Optional<DryRunJson.QuoteJson> quote) {
        return free(call, gate, "none", Answer.ok(new DryRunJson(true, quote)));
    }

    private Answer free(Call call, Gate gate, String source, Answer answer) {
        Answer told = answer.headers(Map.of(Credits.CHARGED, "0", Credits.SOURCE, source));
        return foreseen(call, gate)
                .map(known -> told.header(Credits.REMAINING, String.valueOf(known.nothing().creditsLeft())))
                .orElse(told);
    }

    private Optional<ForeseeCharge.Foreseen> foreseen(Call call, Gate gate) {
        return foreseeCharge.handle(new ForeseeCharge.Query(call.actor(), gate.permission(), gate.action(), 1));
    }
}
