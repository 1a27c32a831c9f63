package io.tastemaker.adapters.http.wallets;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.wallets.AdjustWallet;
import io.tastemaker.application.wallets.Answered;
import io.tastemaker.application.wallets.ShowCreditStats;
import io.tastemaker.application.wallets.ShowWallet;
import io.tastemaker.application.wallets.VerifyLedger;
import io.tastemaker.application.wallets.WalletUseCases;
import io.tastemaker.application.wallets.out.AllWallets;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.WalletAnswer;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Any team's wallet, for operators; every adjustment has a reason. */
public final class WalletAdminRoutes {

    record TeamPath(@About("The team") UUID teamId) {
        TeamId team() {
            return new TeamId(teamId);
        }
    }

    record AdjustedJson(
            @About("What stands in the books") Optional<TransactionJson> transaction,
            @About("How many credits were moved, in whichever direction") long credits,
            @About("What the team owes afterwards") long debt) {}

    record StatsJson(
            long wallets,
            @About("Credits in all wallets") long posted,
            @About("Of them, those that are set aside") long held,
            long debt,
            @About("Open reservations") long holds,
            @About("Open reservations whose time is up") long overdue,
            @About("Ledger entries") long entries,
            @About("Credits granted since the beginning") long granted,
            @About("Credits spent since the beginning, refunds subtracted") long spent,
            @About("Credits that nobody spent in time") long expired,
            @About("Credits of work that was done and not paid") long uncollected) {
        static StatsJson of(AllWallets.Stats stats) {
            return new StatsJson(stats.wallets(), stats.posted(), stats.held(), stats.debt(), stats.holds(), stats.overdue(), stats.entries(),
                    stats.granted(), stats.spent(), stats.expired(), stats.uncollected());
        }
    }

    private final WalletUseCases useCases;
    private final InstantSource clock;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     * @param clock the time
     */
    public WalletAdminRoutes(WalletUseCases useCases, InstantSource clock) {
        this.useCases = useCases;
        this.clock = clock;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access operating = Access.needs(Permission.OPERATE);
        return List.of(
                Route.of(Method.GET, "/admin/wallets/{team_id}", operating).says("wallets", "Show a team's wallet").path(TeamPath.class)
                        .answers(200, WalletJson.class, "In short").problems(ProblemCode.NOT_FOUND).handle(this::show),
                Route.of(Method.GET, "/admin/wallets/{team_id}/transactions", operating).says("wallets", "List a team's transactions")
                        .path(TeamPath.class).query(TransactionQuery.class).lists(TransactionJson.class, "The newest first")
                        .problems(ProblemCode.NOT_FOUND)
                        .handle(call -> TransactionRoutes.list(useCases, call, call.path(TeamPath.class).team())),
                Route.of(Method.POST, "/admin/wallets/{team_id}/adjustments", operating).says("wallets", "Adjust a team's wallet")
                        .about("Gives credits, takes some, or reverses a use, which takes an unlock back too.").path(TeamPath.class)
                        .body(AdjustmentJson.class).answers(200, AdjustedJson.class, "What was done")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT, ProblemCode.CREDITS_MISSING, ProblemCode.ALREADY_EXISTS)
                        .keepsAnswers().handle(this::adjust),
                Route.of(Method.GET, "/admin/wallets/{team_id}/verification", operating).says("wallets", "Verify a team's ledger")
                        .path(TeamPath.class).answers(200, LedgerVerdictJson.class, "What was found").problems(ProblemCode.NOT_FOUND)
                        .handle(this::verify),
                Route.of(Method.GET, "/admin/credits/stats", operating).says("wallets", "Show figures over all wallets")
                        .answers(200, StatsJson.class, "Added up at one moment")
                        .handle(call -> Answer.ok(StatsJson.of(useCases.showCreditStats().handle(new ShowCreditStats.Query(call.actor()))))));
    }

    private Reply show(Call call) {
        return Answer.ok(WalletJson.of(useCases.showWallet().handle(new ShowWallet.Query(call.actor(), call.path(TeamPath.class).team()))));
    }

    private Reply adjust(Call call) {
        AdjustmentJson wanted = call.body(AdjustmentJson.class);
        if (wanted.expiresAt().filter(end -> !end.isAfter(clock.instant())).isPresent()) {
            return Problem.invalid("#/expires_at", "must lie in the future");
        }
        Answered answered = useCases.adjustWallet().handle(new AdjustWallet.Command(call.actor(), call.path(TeamPath.class).team(),
                Charging.key(call), wanted.adjustment(), wanted.reason().strip()));
        return switch (answered.answer()) {
            case WalletAnswer.Booked(long credits, long debt) ->
                replayed(answered, Answer.ok(new AdjustedJson(answered.operation().map(TransactionJson::of), credits, debt)));
            case WalletAnswer.CreditsMissing missing -> replayed(answered, Refusals.missing(missing, Optional.empty(), false));
            case WalletAnswer.Lasting lasting -> throw new IllegalStateException("no answer to an adjustment: " + lasting);
            case WalletAnswer.Passing passing -> Refusals.of(passing);
        };
    }

    private static Answer replayed(Answered answered, Answer answer) {
        return answered.replayed() ? answer.header(Charging.REPLAYED, "true") : answer;
    }

    private static Problem replayed(Answered answered, Problem problem) {
        return answered.replayed() ? problem.header(Charging.REPLAYED, "true") : problem;
    }

    private Reply verify(Call call) {
        return Answer.ok(LedgerVerdictJson.of(useCases.verifyLedger().handle(
                new VerifyLedger.Query(call.actor(), call.path(TeamPath.class).team(), Optional.empty()))));
    }
}
