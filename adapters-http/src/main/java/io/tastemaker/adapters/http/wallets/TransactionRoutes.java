package io.tastemaker.adapters.http.wallets;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Matches;
import io.tastemaker.adapters.http.shared.Fault;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.wallets.ExplainOperation;
import io.tastemaker.application.wallets.ListOperations;
import io.tastemaker.application.wallets.ShowUses;
import io.tastemaker.application.wallets.ShowWallet;
import io.tastemaker.application.wallets.WalletUseCases;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What moved in the wallet of the caller's team: one by one, explained, and added up by month. */
public final class TransactionRoutes {

    record TransactionPath(@About("The transaction") UUID transactionId) {}

    record UsageQuery(
            @About("In the zone of the wallet; the current one unless it is said")
            Optional<@Matches(value = Months.FORM, says = Months.SAYS) String> month) {}

    record SpendingQuery(
            @About("The first month, in the zone of the wallet; the current one unless it is said")
            Optional<@Matches(value = Months.FORM, says = Months.SAYS) String> from,
            @About("The last month, at most 36 in all; the current one unless it is said")
            Optional<@Matches(value = Months.FORM, says = Months.SAYS) String> to) {}

    private static final int MOST_MONTHS = 36;

    private final WalletUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public TransactionRoutes(WalletUseCases useCases) {
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
                Route.of(Method.GET, "/wallet/transactions", reading).says("wallets", "List transactions")
                        .about("The newest first. What was refused for want of credits stands in the list of the kind refusal only.")
                        .query(TransactionQuery.class).lists(TransactionJson.class, "The team's transactions").problems(ProblemCode.NOT_FOUND)
                        .handle(this::list),
                Route.of(Method.GET, "/wallet/transactions/{transaction_id}", reading).says("wallets", "Explain a transaction")
                        .about("Entry by entry: what moved from where to where, out of which grant, under which price, with which hash.")
                        .path(TransactionPath.class).answers(200, ExplainedJson.class, "The explanation").problems(ProblemCode.NOT_FOUND)
                        .handle(this::explain),
                Route.of(Method.GET, "/wallet/usage", reading).says("wallets", "Show the use of a month").query(UsageQuery.class)
                        .answers(200, MonthUseJson.class, "By action and caller").problems(ProblemCode.NOT_FOUND).handle(this::usage),
                Route.of(Method.GET, "/wallet/spending", reading).says("wallets", "Show the use of several months").query(SpendingQuery.class)
                        .answers(200, SpendingJson.class, "Month by month, and added up by action and by caller")
                        .problems(ProblemCode.NOT_FOUND).handle(this::spending));
    }

    private Reply list(Call call) {
        return list(useCases, call, call.actor().team());
    }

    /** Lists a team's transactions; any but the actor's own is for operators. */
    static Reply list(WalletUseCases useCases, Call call, TeamId team) {
        TransactionQuery query = call.query(TransactionQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), query.wanted()));
        ListOperations.Query wanted = new ListOperations.Query(call.actor(), team, query.filter(), page);
        return call.page(useCases.listOperations().handle(wanted), query.wanted(), TransactionJson::of);
    }

    private Reply explain(Call call) {
        UUID id = call.path(TransactionPath.class).transactionId();
        return Answer.ok(ExplainedJson.of(useCases.explainOperation().handle(new ExplainOperation.Query(call.actor(), id))));
    }

    private Reply usage(Call call) {
        YearMonth month = month(call, call.query(UsageQuery.class).month());
        return Answer.ok(MonthUseJson.of(useCases.showUses().handle(new ShowUses.Query(call.actor(), month, month)).getFirst()));
    }

    private Reply spending(Call call) {
        SpendingQuery query = call.query(SpendingQuery.class);
        YearMonth to = month(call, query.to());
        YearMonth from = month(call, query.from());
        if (to.isBefore(from) || !to.isBefore(from.plusMonths(MOST_MONTHS))) {
            return Problem.of(List.of(new Fault(ProblemCode.INVALID_PARAMETER, "?to", "must be 0 to 35 months after from")));
        }
        return Answer.ok(SpendingJson.of(useCases.showUses().handle(new ShowUses.Query(call.actor(), from, to))));
    }

    private YearMonth month(Call call, Optional<String> asked) {
        return asked.map(YearMonth::parse)
                .orElseGet(() -> Months.current(useCases.showWallet().handle(new ShowWallet.Query(call.actor(), call.actor().team()))));
    }
}
