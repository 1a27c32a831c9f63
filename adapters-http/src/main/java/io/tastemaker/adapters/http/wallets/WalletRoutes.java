package io.tastemaker.adapters.http.wallets;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.RouteDraft;
import io.tastemaker.application.wallets.Answered;
import io.tastemaker.application.wallets.ListOperations;
import io.tastemaker.application.wallets.PriceBasket;
import io.tastemaker.application.wallets.ShowAllowances;
import io.tastemaker.application.wallets.ShowUses;
import io.tastemaker.application.wallets.ShowWallet;
import io.tastemaker.application.wallets.SpendCredits;
import io.tastemaker.application.wallets.VerifyLedger;
import io.tastemaker.application.wallets.WalletUseCases;
import io.tastemaker.application.wallets.WalletView;
import io.tastemaker.application.wallets.out.Ledgers;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.wallets.Lot;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.wallets.Quotation;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The wallet of the caller's team: what it holds, what is free, what may be done with it. */
public final class WalletRoutes {

    record CanPerformQuery(
            @About("How many units") @Default("1") @Between(min = "1", max = "1000000") int units) {}

    /**
     * Whether something may be done, and what it would take.
     *
     * @param action what
     * @param units how many units
     * @param allowed whether it may be done now
     * @param reason why not
     * @param unitCredits what a unit costs
     * @param planQuota what the plan includes
     * @param freeAllowance what is free for everybody
     * @param wouldUse where the units would come from
     * @param available credits for this action
     * @param periodEndsAt when quota and allowance begin anew
     */
    record CanPerformJson(
            String action,
            int units,
            @About("Advice: the answer counts at this moment, and the action itself is asked again") boolean allowed,
            @About("plan_required, credits_missing or member_cap_reached; null when it is allowed") Optional<String> reason,
            long unitCredits,
            CountJson planQuota,
            CountJson freeAllowance,
            WouldUseJson wouldUse,
            @About("Credits that can be spent on this action") long available,
            Instant periodEndsAt) {}

    record WouldUseJson(@About("Units") long planQuota, @About("Units") long freeAllowance, @About("Credits, not units") long credits) {}

    record DashboardJson(
            WalletJson wallet,
            @About("What was used in this month of the calendar") MonthUseJson usage,
            AllowancesJson allowances,
            @About("The last ten, the newest first") List<TransactionJson> transactions) {}

    private static final int LAST = 10;

    private final WalletUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public WalletRoutes(WalletUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access reading = Access.needs(Permission.READ_WALLET);
        return List.of(
                get("/wallet/balance", "Show the balance").answers(200, BalanceJson.class, "What there is")
                        .handle(call -> Answer.ok(BalanceJson.of(view(call)))),
                get("/wallet", "Show the wallet").answers(200, WalletJson.class, "In short, with plan and period")
                        .handle(call -> Answer.ok(WalletJson.of(view(call)))),
                Route.of(Method.POST, "/wallet", reading).says("wallets", "Open the wallet")
                        .about("A team has a wallet from its first day, so this shows it.")
                        .answers(200, WalletJson.class, "It exists already").problems(ProblemCode.NOT_FOUND)
                        .handle(call -> Answer.ok(WalletJson.of(view(call)))),
                get("/wallet/dashboard", "Show the wallet on one page")
                        .answers(200, DashboardJson.class, "Wallet, use, allowances, last transactions").handle(this::dashboard),
                get("/wallet/grants", "List the credits by grant").about("In the order in which they are spent.")
                        .lists(GrantJson.class, "All of them").handle(this::grants),
                get("/wallet/holds", "List open reservations").lists(HoldJson.class, "All of them").handle(this::holds),
                get("/wallet/allowances", "Show what is free")
                        .about("For each action, what the plan and the free allowance have left in this period.")
                        .answers(200, AllowancesJson.class, "What is left").handle(this::allowances),
                get("/wallet/can-perform/{action}", "May I, and what would it cost").path(ActionPath.class).query(CanPerformQuery.class)
                        .answers(200, CanPerformJson.class, "Advice").handle(this::canPerform),
                Route.of(Method.GET, "/wallet/verification", Access.needs(Permission.VERIFY_WALLET)).says("wallets", "Verify the ledger")
                        .about("Computes every hash anew, and what the wallet must hold. The answer names the first entry that is not as it "
                                + "was written.")
                        .answers(200, LedgerVerdictJson.class, "What was found").problems(ProblemCode.NOT_FOUND)
                        .handle(this::verify));
    }

    private static RouteDraft get(String path, String sentence) {
        return Route.of(Method.GET, path, Access.needs(Permission.READ_WALLET)).says("wallets", sentence).problems(ProblemCode.NOT_FOUND);
    }

    private WalletView view(Call call) {
        return useCases.showWallet().handle(new ShowWallet.Query(call.actor(), call.actor().team()));
    }

    private Reply dashboard(Call call) {
        WalletView view = view(call);
        YearMonth month = Months.current(view);
        List<ShowUses.Month> uses = useCases.showUses().handle(new ShowUses.Query(call.actor(), month, month));
        ListOperations.Query last = new ListOperations.Query(call.actor(), call.actor().team(), Ledgers.Filter.ALL, PageRequest.first(LAST));
        return Answer.ok(new DashboardJson(WalletJson.of(view), MonthUseJson.of(uses.getFirst()),
                AllowancesJson.of(useCases.showAllowances().handle(new ShowAllowances.Query(call.actor()))),
                useCases.listOperations().handle(last).items().stream().map(TransactionJson::of).toList()));
    }

    private Reply grants(Call call) {
        WalletView view = view(call);
        List<Lot> lots = view.wallet().lots().stream().sorted(Lot.BURN_ORDER).toList();
        return call.page(new Page<>(lots, Optional.empty()), "", GrantJson::of);
    }

    private Reply holds(Call call) {
        WalletView view = view(call);
        return call.page(new Page<>(view.wallet().holds(), Optional.empty()), "", hold -> HoldJson.of(view.team(), hold));
    }

    private Reply allowances(Call call) {
        return Answer.ok(AllowancesJson.of(useCases.showAllowances().handle(new ShowAllowances.Query(call.actor()))));
    }

    private Reply canPerform(Call call) {
        Action action = call.path(ActionPath.class).meant();
        int units = call.query(CanPerformQuery.class).units();
        WalletView view = view(call);
        PriceBasket.Query wanted = new PriceBasket.Query(call.actor(), List.of(new Quotation.Item(action, units)));
        return switch (useCases.priceBasket().handle(wanted)) {
            case PriceBasket.Outcome.UnknownActions unknown -> Problem.of(ProblemCode.NOT_FOUND);
            case PriceBasket.Outcome.Priced(Quotation quotation, Plan plan, int version) ->
                Answer.ok(advice(view, quotation.lines().getFirst(), units, reason(call, action, units)));
        };
    }

    private static CanPerformJson advice(WalletView view, Quotation.Line line, int units, Optional<String> reason) {
        Action action = line.item().action();
        return new CanPerformJson(action.code(), units, reason.isEmpty(), reason, line.price().unitCredits(), CountJson.ofQuota(view, action),
                CountJson.ofAllowance(view, action), new WouldUseJson(line.split().quota(), line.split().allowance(), line.credits()),
                view.wallet().availableFor(action, view.at()), view.wallet().cycle().end());
    }

    /** Why it would be refused, from the same decision that would refuse it. */
    private Optional<String> reason(Call call, Action action, int units) {
        SpendCredits.Command trial = new SpendCredits.Command(call.actor(), Permission.READ_WALLET,
                OperationKey.ofClient(call.routeName(), "advice"), action, units, Optional.empty(), OptionalLong.empty(), true);
        return switch (useCases.spendCredits().handle(trial)) {
            case SpendCredits.Outcome.Free free -> Optional.empty();
            case SpendCredits.Outcome.Asked(Answered answered) when answered.answer().charge().isPresent() -> Optional.empty();
            case SpendCredits.Outcome.Asked(Answered answered) -> Optional.of(Refusals.of(answered.answer(), action, false).code().code());
        };
    }

    private Reply verify(Call call) {
        return Answer.ok(LedgerVerdictJson.of(useCases.verifyLedger().handle(
                new VerifyLedger.Query(call.actor(), call.actor().team(), Optional.empty()))));
    }
}
