package io.tastemaker.adapters.http.billing;

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
import io.tastemaker.adapters.http.shared.RouteDraft;
import io.tastemaker.application.billing.BillingUseCases;
import io.tastemaker.application.billing.ChangeSubscription;
import io.tastemaker.application.billing.OpenPortal;
import io.tastemaker.application.billing.ShowSubscription;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.billing.Subscription;
import io.tastemaker.domain.entitlements.PlanId;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a team is subscribed to, and how that is changed. */
public final class SubscriptionRoutes {

    private static final String BACK = "return_url";
    private static final List<String> BEGIN = List.of("checkout");

    record TeamSubscriptionJson(
            @About("The key of the plan that counts") String plan,
            String planName,
            @About("The plan that the team is entitled to because it pays; null when it pays for none") Optional<String> paidPlan,
            @About("The one that runs, else the last one; null when there never was one") Optional<SubscriptionJson> subscription) {

        static TeamSubscriptionJson of(ShowSubscription.View view) {
            return new TeamSubscriptionJson(view.plan().id().key(), view.plan().name(), view.paidPlan().map(PlanId::key),
                    view.subscription().map(SubscriptionJson::of));
        }
    }

    record OtherPlanJson(@About("A plan of /billing/plans") @Length(max = 50) String plan) {}

    record NewPortalSessionJson(
            @About("Where a link leads back to; a page of ours unless it is said") Optional<@Length(max = 2_000) String> returnUrl) {}

    record PortalSessionJson(@About("Where cards, invoices and the subscription are looked after; whoever has it is in") String url) {
        /** Does not say where. */
        @Override
        public String toString() {
            return "PortalSessionJson[]";
        }
    }

    private final BillingUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public SubscriptionRoutes(BillingUseCases useCases) {
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
                Route.of(Method.GET, "/billing/subscription", owning).says("billing", "Show the subscription")
                        .answers(200, TeamSubscriptionJson.class, "As it was last heard of").problems(ProblemCode.NOT_FOUND)
                        .handle(this::show),
                changing(Route.of(Method.PATCH, "/billing/subscription", owning).says("billing", "Change to another plan")
                        .about("A dearer plan counts at once and its difference is paid now; a cheaper one counts from the next period on.")
                        .body(OtherPlanJson.class), "It is on the other plan, or will be").handle(this::change),
                changing(Route.of(Method.POST, "/billing/subscription/cancel", owning).says("billing", "End the subscription")
                        .about("It ends with the period that is paid.").repeatable(), "It ends with its period")
                        .handle(call -> changed(call, new ChangeSubscription.Wish.End())),
                changing(Route.of(Method.POST, "/billing/subscription/resume", owning).says("billing", "Let the subscription go on")
                        .about("Takes the end back, as long as it has not come.").repeatable(), "It goes on")
                        .handle(call -> changed(call, new ChangeSubscription.Wish.GoOn())),
                Route.of(Method.POST, "/billing/portal-sessions", owning).says("billing", "Open the provider's pages")
                        .about("Where an owner looks after cards, invoices and the subscription. Send the browser to url.")
                        .body(NewPortalSessionJson.class).answers(201, PortalSessionJson.class, "They are open")
                        .problems(ProblemCode.STATE_CONFLICT, ProblemCode.PAYMENT_DECLINED, ProblemCode.NOT_CONFIGURED).repeatable()
                        .handle(this::portal));
    }

    private static RouteDraft changing(RouteDraft draft, String when) {
        return draft.answers(200, SubscriptionJson.class, when)
                .problems(ProblemCode.STATE_CONFLICT, ProblemCode.PAYMENT_DECLINED, ProblemCode.NOT_CONFIGURED);
    }

    private Reply show(Call call) {
        return Answer.ok(TeamSubscriptionJson.of(useCases.showSubscription().handle(new ShowSubscription.Query(call.actor()))));
    }

    private Reply change(Call call) {
        return changed(call, new ChangeSubscription.Wish.OnPlan(call.body(OtherPlanJson.class).plan()));
    }

    private Reply changed(Call call, ChangeSubscription.Wish wish) {
        return switch (useCases.changeSubscription().handle(new ChangeSubscription.Command(call.actor(), wish))) {
            case ChangeSubscription.Outcome.Changed(Subscription subscription) -> Answer.ok(SubscriptionJson.of(subscription));
            case ChangeSubscription.Outcome.NotSubscribed() -> Problem.conflict("No subscription runs.", "not_subscribed", BEGIN);
            case ChangeSubscription.Outcome.UnknownPlan(Set<String> sold) -> Declined.unknownPlan(sold);
            case ChangeSubscription.Outcome.Declined(String reason) -> Declined.byProvider(reason);
        };
    }

    private Reply portal(Call call) {
        Addresses addresses = new Addresses(Map.of(BACK, call.body(NewPortalSessionJson.class).returnUrl()));
        if (!addresses.faults().isEmpty()) {
            return Problem.of(addresses.faults());
        }
        return switch (useCases.openPortal().handle(new OpenPortal.Command(call.actor(), addresses.at(BACK)))) {
            case OpenPortal.Outcome.Opened(URI url) ->
                Answer.json(201, new PortalSessionJson(url.toString())).header("Location", url.toString());
            case OpenPortal.Outcome.NoCustomer() -> Problem.conflict(
                    "The team never opened a checkout, so there are no cards and invoices to look after.", "no_customer", BEGIN);
            case OpenPortal.Outcome.AddressNotAllowed(Set<String> allowed) -> addresses.notAllowed(allowed);
            case OpenPortal.Outcome.Declined(String reason) -> Declined.byProvider(reason);
        };
    }
}
