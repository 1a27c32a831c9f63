package io.tastemaker.adapters.http.wallets;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Entries;
import io.tastemaker.adapters.http.shared.Constraint.Matches;
import io.tastemaker.adapters.http.shared.Fault;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.wallets.PriceBasket;
import io.tastemaker.application.wallets.ShowPricing;
import io.tastemaker.application.wallets.WalletUseCases;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.wallets.PricingRule;
import io.tastemaker.domain.wallets.Quotation;
import io.tastemaker.domain.wallets.Tariff;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prices and plans for everybody, and what a basket costs a team. */
public final class PricingRoutes {

    record PricingJson(
            @About("Counts the changes of the price list") int priceListVersion,
            @About("One for each action that has a price") List<PriceJson> items) {}

    record PlansJson(@About("The newest version of each, the cheapest first") List<PlanJson> items) {}

    record BasketJson(@About("What is wanted, each behind the ones before it") @Entries(min = 1, max = 100) List<ItemJson> items) {}

    record ItemJson(
            @Matches(value = ActionPath.FORM, says = ActionPath.SAYS) String action, @Between(min = "1", max = "1000000") int units) {}

    record QuotationJson(
            int priceListVersion,
            @About("The plan that counts") String plan,
            @About("One for each item, in order") List<LineJson> lines,
            @About("What all lines together cost, those that the plan denies excepted") long totalCredits,
            @About("Credits that pay for everything") long available,
            @About("Whether all of it could be done now") boolean affordable) {}

    record LineJson(
            String action,
            long units,
            @About("Units that the plan pays for") long fromQuota,
            @About("Units that are free for everybody") long fromAllowance,
            long unitCredits,
            @About("What the other units cost") long credits,
            @About("Whether the plan allows it at all") boolean allowed) {
        static LineJson of(Quotation.Line line) {
            return new LineJson(line.item().action().code(), line.item().units(), line.split().quota(), line.split().allowance(),
                    line.price().unitCredits(), line.credits(), line.allowed());
        }
    }

    private static final String FOR_A_MINUTE = "public, max-age=60";

    private final WalletUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public PricingRoutes(WalletUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        return List.of(
                Route.of(Method.GET, "/pricing", Access.open()).says("wallets", "List prices")
                        .about("May be kept for a minute.").answers(200, PricingJson.class, "What counts now").handle(this::list),
                Route.of(Method.GET, "/pricing/{action}", Access.open()).says("wallets", "Show a price").about("May be kept for a minute.")
                        .path(ActionPath.class).answers(200, PriceJson.class, "What counts now").problems(ProblemCode.NOT_FOUND)
                        .handle(this::show),
                Route.of(Method.POST, "/pricing/calculate", Access.needs(Permission.READ_WALLET)).says("wallets", "Price a basket")
                        .about("With the team's plan and what is left of its quotas and allowances. Nothing is charged.").body(BasketJson.class)
                        .answers(200, QuotationJson.class, "Line by line").problems(ProblemCode.NOT_FOUND).handle(this::calculate),
                Route.of(Method.GET, "/billing/plans", Access.open()).says("wallets", "List plans").about("May be kept for a minute.")
                        .answers(200, PlansJson.class, "What can be had now").handle(this::plans));
    }

    private Tariff tariff() {
        return useCases.showPricing().handle(new ShowPricing.Query(Anonymous.CALLER));
    }

    private Reply list(Call call) {
        Tariff tariff = tariff();
        List<PriceJson> items = tariff.rules().values().stream().sorted(Comparator.comparing(PricingRule::action)).map(PriceJson::of).toList();
        return kept(Answer.ok(new PricingJson(tariff.version(), items)));
    }

    private Reply show(Call call) {
        return tariff().rule(call.path(ActionPath.class).meant())
                .<Reply>map(rule -> kept(Answer.ok(PriceJson.of(rule))))
                .orElseGet(() -> Problem.of(ProblemCode.NOT_FOUND));
    }

    private Reply calculate(Call call) {
        List<ItemJson> wanted = call.body(BasketJson.class).items();
        List<Quotation.Item> items = wanted.stream().map(item -> new Quotation.Item(new Action(item.action()), item.units())).toList();
        return switch (useCases.priceBasket().handle(new PriceBasket.Query(call.actor(), items))) {
            case PriceBasket.Outcome.Priced(Quotation quotation, Plan plan, int version) -> Answer.ok(new QuotationJson(version, plan.id().key(),
                    quotation.lines().stream().map(LineJson::of).toList(), quotation.credits(), quotation.available(), quotation.affordable()));
            case PriceBasket.Outcome.UnknownActions(Set<Action> unknown, Set<Action> known) -> Problem.of(IntStream.range(0, items.size())
                    .filter(i -> unknown.contains(items.get(i).action()))
                    .mapToObj(i -> new Fault(ProblemCode.INVALID_FIELD, "#/items/" + i + "/action", "unknown; allowed: " + names(known)))
                    .toList());
        };
    }

    private static String names(Set<Action> known) {
        return known.stream().map(Action::code).sorted().collect(Collectors.joining(", "));
    }

    private Reply plans(Call call) {
        return kept(Answer.ok(new PlansJson(tariff().newestPlans().stream().map(PlanJson::of).toList())));
    }

    private static Answer kept(Answer answer) {
        return answer.header("Cache-Control", FOR_A_MINUTE);
    }
}
