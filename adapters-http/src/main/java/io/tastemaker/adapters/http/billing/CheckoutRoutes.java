package io.tastemaker.adapters.http.billing;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.Fault;
import io.tastemaker.adapters.http.shared.MoneyJson;
import io.tastemaker.adapters.http.shared.PageQuery;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.billing.BillingUseCases;
import io.tastemaker.application.billing.ListOrders;
import io.tastemaker.application.billing.NotOffered;
import io.tastemaker.application.billing.OpenCheckout;
import io.tastemaker.application.billing.ShowOrder;
import io.tastemaker.application.billing.ShowTopUpPacks;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.billing.Subscription;
import io.tastemaker.domain.shared.OrderId;
import io.tastemaker.domain.shared.PageRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a team can buy, and its orders. */
public final class CheckoutRoutes {

    private static final String SUCCESS = "success_url";
    private static final String CANCEL = "cancel_url";

    record NewCheckoutJson(
            @About("What is to be bought; each kind takes its own members and no others")
            @OneOf({Kinds.SUBSCRIPTION, Kinds.TOP_UP, Kinds.PAYMENT}) String kind,
            @About("For a subscription: a plan of /billing/plans") Optional<@Length(max = 50) String> plan,
            @About("For a top-up: a pack of /billing/top-up-packs") Optional<@Length(max = 50) String> pack,
            @About("For a payment: more than 0 and at most 999999.99") Optional<MoneyJson> amount,
            @About("For a payment: what the invoice says") Optional<@Length(max = 250) String> description,
            @About("A code that makes it cheaper") Optional<@Length(max = 64) String> coupon,
            @About("Where people are sent after they paid, with order_id in the query; a page of ours unless it is said")
            Optional<@Length(max = 2_000) String> successUrl,
            @About("Where they are sent when they do not, likewise") Optional<@Length(max = 2_000) String> cancelUrl) {

        Wanted wanted() {
            return new Wanted(kind, plan, pack, amount, description);
        }

        Addresses addresses() {
            return new Addresses(Map.of(SUCCESS, successUrl, CANCEL, cancelUrl));
        }
    }

    record OrderPath(@About("The order") UUID orderId) {}

    private final BillingUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public CheckoutRoutes(BillingUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access owning = Access.needs(Permission.OWN_BILLING);
        return List.of(
                Route.of(Method.GET, "/billing/top-up-packs", Access.needs(Permission.READ_WALLET)).says("billing", "List packs of credits")
                        .about("With what the team's plan takes off.").answers(200, TopUpPacksJson.class, "What can be bought now")
                        .problems(ProblemCode.NOT_FOUND).handle(this::packs),
                Route.of(Method.POST, "/billing/checkout-sessions", owning).says("billing", "Open a checkout")
                        .about("Send the browser to url. A coupon and the plan's own discount do not add up: the larger one counts. What is bought "
                                + "counts when the payment provider says that it is paid, which the order shows.")
                        .body(NewCheckoutJson.class).answers(201, CheckoutJson.class, "It can be paid until it expires")
                        .problems(ProblemCode.STATE_CONFLICT, ProblemCode.PLAN_REQUIRED, ProblemCode.COUPON_REFUSED,
                                ProblemCode.PAYMENT_DECLINED, ProblemCode.NOT_CONFIGURED, ProblemCode.NOT_FOUND)
                        .needsKey().handle(this::open),
                Route.of(Method.GET, "/billing/orders", owning).says("billing", "List orders").query(PageQuery.class)
                        .lists(OrderJson.class, "The newest first").handle(this::list),
                Route.of(Method.GET, "/billing/orders/{order_id}", owning).says("billing", "Show an order")
                        .about("One that is open is looked at first, so that somebody who comes back from paying sees that it is paid.")
                        .path(OrderPath.class).answers(200, OrderJson.class, "How it stands").problems(ProblemCode.NOT_FOUND)
                        .handle(this::show));
    }

    private Reply packs(Call call) {
        return Answer.ok(TopUpPacksJson.of(useCases.showTopUpPacks().handle(new ShowTopUpPacks.Query(call.actor()))));
    }

    private Reply open(Call call) {
        NewCheckoutJson asked = call.body(NewCheckoutJson.class);
        Addresses addresses = asked.addresses();
        List<Fault> faults = new ArrayList<>(asked.wanted().faults());
        faults.addAll(addresses.faults());
        if (!faults.isEmpty()) {
            return Problem.of(faults);
        }
        OpenCheckout.Command command = new OpenCheckout.Command(call.actor(), call.idempotencyKey().orElseThrow(), asked.wanted().wish(),
                asked.coupon(), addresses.at(SUCCESS), addresses.at(CANCEL));
        return switch (useCases.openCheckout().handle(command)) {
            case OpenCheckout.Outcome.Opened(Order order, URI url) ->
                Answer.created("/billing/orders/" + order.id(), CheckoutJson.of(order, url));
            case OpenCheckout.Outcome.Refused(NotOffered why) -> Declined.of(why);
            case OpenCheckout.Outcome.AlreadySubscribed(Subscription running) -> Problem.conflict(
                    "The team has a subscription; PATCH /billing/subscription changes it.", running.status().code(),
                    List.of("change", running.endsAtPeriodEnd() ? "resume" : "cancel"));
            case OpenCheckout.Outcome.AnotherUnderWay another -> Problem.conflict(
                    "Another checkout for a plan is being opened, or its money is under way. Ask again in two minutes.", "under_way",
                    List.of("ask again"));
            case OpenCheckout.Outcome.AddressNotAllowed(Set<String> allowed) -> addresses.notAllowed(allowed);
            case OpenCheckout.Outcome.KeyUsed(Order order) -> Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED);
            case OpenCheckout.Outcome.Declined(String reason) -> Declined.byProvider(reason);
        };
    }

    private Reply list(Call call) {
        PageQuery query = call.query(PageQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), ""));
        return call.page(useCases.listOrders().handle(new ListOrders.Query(call.actor(), page)), "", OrderJson::of);
    }

    private Reply show(Call call) {
        OrderId id = new OrderId(call.path(OrderPath.class).orderId());
        return Answer.ok(OrderJson.of(useCases.showOrder().handle(new ShowOrder.Query(call.actor(), id))));
    }
}
