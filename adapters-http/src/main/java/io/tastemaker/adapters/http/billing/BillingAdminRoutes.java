package io.tastemaker.adapters.http.billing;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.Matches;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.MoneyJson;
import io.tastemaker.adapters.http.shared.PageQuery;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.billing.BillingUseCases;
import io.tastemaker.application.billing.ListNotices;
import io.tastemaker.application.billing.ListReconciliations;
import io.tastemaker.application.billing.ListSubscriptions;
import io.tastemaker.application.billing.Reconcile;
import io.tastemaker.application.billing.RefundPayment;
import io.tastemaker.application.billing.ReplayNotice;
import io.tastemaker.application.billing.ShowRevenue;
import io.tastemaker.application.billing.out.Accounts;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.Payment;
import io.tastemaker.domain.billing.Reconciliation;
import io.tastemaker.domain.billing.StoredNotice;
import io.tastemaker.domain.billing.SubscriptionStatus;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Subscriptions, money and the provider's events of all teams, for operators. */
public final class BillingAdminRoutes {

    private static final Duration USUAL_TIME = Duration.ofDays(30);

    record SubscriptionQuery(
            @About("Only those that stand so")
            Optional<@OneOf({"trialing", "active", "past_due", "unpaid", "paused", "incomplete", "incomplete_expired", "canceled"}) String>
                    status,
            @About("The most entries of a page") @Default("25") @Between(min = "1", max = "100") int limit,
            @About("next_cursor of the page before") Optional<@Length(max = 1_000) String> cursor) {}

    record HeldSubscriptionJson(
            UUID teamId,
            @About("The payment provider's id") String id,
            @About("As the team sees it") SubscriptionJson subscription) {
        static HeldSubscriptionJson of(Accounts.Held held) {
            return new HeldSubscriptionJson(held.team().value(), held.subscription().id(), SubscriptionJson.of(held.subscription()));
        }
    }

    record RevenueQuery(@About("Money counts from then on; the last 30 days unless it is said") Optional<Instant> since) {}

    record EventQuery(
            @About("Only those of which this became; dead ones want to be looked at")
            Optional<@OneOf({"received", "applied", "ignored", "dead"}) String> state,
            @About("The most entries of a page") @Default("25") @Between(min = "1", max = "100") int limit,
            @About("next_cursor of the page before") Optional<@Length(max = 1_000) String> cursor) {}

    record EventPath(
            @About("The payment provider's id of the event") @Matches(value = "[A-Za-z0-9_:-]{1,255}", says = "the id of an event") String eventId) {}

    record EventJson(
            @About("The payment provider's id") String id,
            @About("Its word for what happened, such as invoice.paid") String type,
            @About("What it is about; null when that is of no interest or cannot be read") Optional<MatterJson> about,
            @About("received, applied, ignored or dead") String state,
            @About("How often somebody took it up") int attempts,
            @About("Whose it is, once that is known") Optional<UUID> teamId,
            @About("What went wrong last") Optional<String> fault,
            @About("When it happened there") Instant createdAt,
            Instant receivedAt,
            @About("When it came to its end") Optional<Instant> settledAt) {

        static EventJson of(StoredNotice stored) {
            Notice notice = stored.notice();
            return new EventJson(notice.id(), notice.type(), notice.about().map(MatterJson::of), stored.state().code(), stored.attempts(),
                    stored.team().map(TeamId::value), stored.fault().or(notice::fault), notice.createdAt(), stored.receivedAt(),
                    stored.settledAt());
        }
    }

    record MatterJson(
            @About("session, subscription, trial_end, invoice, payment or promotion") String kind,
            @About("The payment provider's id") String id) {
        static MatterJson of(Notice.Matter matter) {
            return new MatterJson(matter.kind().code(), matter.id());
        }
    }

    record PaymentPath(
            @About("As in /billing/payments") @Matches(value = "[A-Za-z0-9_:-]{1,255}", says = "the id of a payment") String paymentId) {}

    record RefundJson(@About("How much, in the currency of the payment; absent for all that is left") Optional<MoneyJson> amount) {}

    record RefundedJson(@About("Whose payment it was") UUID teamId, @About("How it stands now") PaymentJson payment) {}

    private final BillingUseCases useCases;
    private final InstantSource clock;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     * @param clock the time
     */
    public BillingAdminRoutes(BillingUseCases useCases, InstantSource clock) {
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
                Route.of(Method.GET, "/admin/billing/subscriptions", operating).says("billing", "List the subscriptions of all teams")
                        .query(SubscriptionQuery.class).lists(HeldSubscriptionJson.class, "The newest first").handle(this::subscriptions),
                Route.of(Method.GET, "/admin/billing/revenue", operating).says("billing", "Show figures over all teams")
                        .query(RevenueQuery.class).answers(200, RevenueJson.class, "Added up at one moment").handle(this::revenue),
                Route.of(Method.GET, "/admin/billing/events", operating).says("billing", "List what the payment provider told")
                        .about("Dead letters are among it.").query(EventQuery.class).lists(EventJson.class, "The newest first")
                        .handle(this::events),
                Route.of(Method.POST, "/admin/billing/events/{event_id}/replay", operating).says("billing", "Heed an event again")
                        .about("It is read anew; when the payment provider does not have it any more, what was read then has to do.")
                        .path(EventPath.class).answers(200, EventJson.class, "It waits to be heeded")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT, ProblemCode.NOT_CONFIGURED).handle(this::replay),
                Route.of(Method.GET, "/admin/billing/reconciliation", operating).says("billing", "List reconciliations")
                        .about("What came of comparing everything with the payment provider. drift must be 0.").query(PageQuery.class)
                        .lists(ReconciliationJson.class, "The newest first").handle(this::reconciliations),
                Route.of(Method.POST, "/admin/billing/reconciliation", operating).says("billing", "Reconcile now")
                        .about("Makes good what was missed, and compares every wallet with what is due.")
                        .answers(200, ReconciliationJson.class, "What came of it; fault says why, when it could not be finished")
                        .problems(ProblemCode.STATE_CONFLICT, ProblemCode.NOT_CONFIGURED).handle(this::reconcile),
                Route.of(Method.POST, "/admin/billing/payments/{payment_id}/refund", operating).says("billing", "Pay money back")
                        .about("The credits that were bought with it go back in proportion.").path(PaymentPath.class).body(RefundJson.class)
                        .answers(200, RefundedJson.class, "It is on its way back")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT, ProblemCode.PAYMENT_DECLINED, ProblemCode.NOT_CONFIGURED)
                        .needsKey().handle(this::refund));
    }

    private Reply subscriptions(Call call) {
        SubscriptionQuery query = call.query(SubscriptionQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), query.status()));
        Set<SubscriptionStatus> statuses = query.status().flatMap(word -> Coded.find(SubscriptionStatus.class, word)).map(Set::of)
                .orElse(Set.of());
        return call.page(useCases.listSubscriptions().handle(new ListSubscriptions.Query(call.actor(), statuses, page)), query.status(),
                HeldSubscriptionJson::of);
    }

    private Reply revenue(Call call) {
        Instant since = call.query(RevenueQuery.class).since().orElseGet(() -> clock.instant().minus(USUAL_TIME));
        return Answer.ok(RevenueJson.of(useCases.showRevenue().handle(new ShowRevenue.Query(call.actor(), since))));
    }

    private Reply events(Call call) {
        EventQuery query = call.query(EventQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), query.state()));
        Set<Notice.State> states = query.state().flatMap(word -> Coded.find(Notice.State.class, word)).map(Set::of).orElse(Set.of());
        return call.page(useCases.listNotices().handle(new ListNotices.Query(call.actor(), states, page)), query.state(), EventJson::of);
    }

    private Reply replay(Call call) {
        ReplayNotice.Command command = new ReplayNotice.Command(call.actor(), call.path(EventPath.class).eventId());
        return switch (useCases.replayNotice().handle(command)) {
            case ReplayNotice.Outcome.Renewed(StoredNotice notice) -> Answer.ok(EventJson.of(notice));
            case ReplayNotice.Outcome.InWork() ->
                Problem.conflict("Somebody works on it at this moment. Look at it and try again.", "in_work", List.of());
        };
    }

    private Reply reconciliations(Call call) {
        PageQuery query = call.query(PageQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), ""));
        return call.page(useCases.listReconciliations().handle(new ListReconciliations.Query(call.actor(), page)), "", ReconciliationJson::of);
    }

    private Reply reconcile(Call call) {
        return switch (useCases.reconcile().handle(new Reconcile.Command(call.actor(), true))) {
            case Reconcile.Outcome.Done(Reconciliation report) -> Answer.ok(ReconciliationJson.of(report));
            case Reconcile.Outcome.NotNow() -> Problem.conflict("Somebody does it at this moment.", "running", List.of());
        };
    }

    private Reply refund(Call call) {
        Optional<Money> amount = call.body(RefundJson.class).amount().map(MoneyJson::money);
        RefundPayment.Command command = new RefundPayment.Command(call.actor(), call.idempotencyKey().orElseThrow(),
                call.path(PaymentPath.class).paymentId(), amount);
        return switch (useCases.refundPayment().handle(command)) {
            case RefundPayment.Outcome.Refunded(TeamId team, Payment payment) ->
                Answer.ok(new RefundedJson(team.value(), PaymentJson.of(payment)));
            case RefundPayment.Outcome.TooMuch(Money left) when left.isZero() ->
                Problem.conflict("Nothing is left of this payment.", "refunded", List.of());
            case RefundPayment.Outcome.TooMuch(Money left) -> Problem.invalid("#/amount", "must be more than 0 and at most " + left);
            case RefundPayment.Outcome.OtherCurrency(Money left) -> Problem.invalid("#/amount", "must be at most " + left + ", in that currency");
            case RefundPayment.Outcome.Declined(String reason) -> Declined.byProvider(reason);
        };
    }
}
