package io.tastemaker.adapters.http.billing;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
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
import io.tastemaker.application.billing.CheckCoupon;
import io.tastemaker.application.billing.ListPayments;
import io.tastemaker.application.billing.NotOffered;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.billing.Coupon;
import io.tastemaker.domain.billing.Payment;
import io.tastemaker.domain.shared.PageRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a team paid, and what a coupon would save it. */
public final class PaymentRoutes {

    record PaymentQuery(
            @About("Only what was paid for so") Optional<@OneOf({Kinds.SUBSCRIPTION, Kinds.TOP_UP, Kinds.PAYMENT}) String> kind,
            @About("The most entries of a page") @Default("25") @Between(min = "1", max = "100") int limit,
            @About("next_cursor of the page before") Optional<@Length(max = 1_000) String> cursor) {}

    record NewCouponCheckJson(
            @About("What somebody typed") @Length(max = 64) String code,
            @About("What it is to be used for; each kind takes its own members and no others")
            @OneOf({Kinds.SUBSCRIPTION, Kinds.TOP_UP, Kinds.PAYMENT}) String kind,
            @About("For a subscription: a plan of /billing/plans") Optional<@Length(max = 50) String> plan,
            @About("For a top-up: a pack of /billing/top-up-packs") Optional<@Length(max = 50) String> pack,
            @About("For a payment: more than 0 and at most 999999.99") Optional<MoneyJson> amount) {

        /** Whatever a payment is for, a coupon takes off the same. */
        Wanted wanted() {
            return new Wanted(kind, plan, pack, amount, kind.equals(Kinds.PAYMENT) ? Optional.of(kind) : Optional.empty());
        }
    }

    record CouponCheckJson(
            @About("As it is written") String code,
            @About("True; what is no good is answered coupon_refused") boolean valid,
            @About("What it costs without discounts; a subscription each month") MoneyJson listPrice,
            @About("The coupon's, or the plan's own where that is more") Optional<DiscountJson> discount,
            @About("What would be paid") MoneyJson price,
            @About("What the coupon takes off, in percent") Optional<BigDecimal> percentOff,
            @About("Or as a sum") Optional<MoneyJson> amountOff,
            @About("For how many payments of a subscription: once, repeating or forever") String duration,
            @About("For how many months, when it is repeating") Optional<Integer> months,
            @About("Until when it can be used; null for ever") Optional<Instant> expiresAt) {

        static CouponCheckJson of(CheckCoupon.Outcome.Good good) {
            Coupon coupon = good.coupon();
            CouponTerms terms = CouponTerms.of(coupon.reduction());
            return new CouponCheckJson(coupon.code(), true, MoneyJson.of(good.listPrice()), DiscountJson.of(good.discount()),
                    MoneyJson.of(good.price()), terms.percentOff(), terms.amountOff(), coupon.term().code(), OrderJson.boxed(coupon.months()),
                    coupon.endsAt());
        }
    }

    private final BillingUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public PaymentRoutes(BillingUseCases useCases) {
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
                Route.of(Method.GET, "/billing/payments", owning).says("billing", "List payments").query(PaymentQuery.class)
                        .lists(PaymentJson.class, "The newest first").handle(this::payments),
                Route.of(Method.GET, "/billing/invoices", owning).says("billing", "List the invoices of subscriptions").query(PageQuery.class)
                        .lists(InvoiceJson.class, "The newest first").handle(this::invoices),
                Route.of(Method.POST, "/billing/coupons/validate", owning).says("billing", "Check a coupon")
                        .about("Shows what something would cost with it. Nothing is used up.").body(NewCouponCheckJson.class)
                        .answers(200, CouponCheckJson.class, "The code is good for this")
                        .problems(ProblemCode.COUPON_REFUSED, ProblemCode.PLAN_REQUIRED, ProblemCode.NOT_CONFIGURED, ProblemCode.NOT_FOUND)
                        .handle(this::validate));
    }

    private Reply payments(Call call) {
        PaymentQuery query = call.query(PaymentQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), query.kind()));
        Set<Payment.Kind> kinds = query.kind().map(Kinds::paid).map(Set::of).orElse(Set.of());
        return call.page(useCases.listPayments().handle(new ListPayments.Query(call.actor(), kinds, page)), query.kind(), PaymentJson::of);
    }

    private Reply invoices(Call call) {
        PageQuery query = call.query(PageQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), ""));
        ListPayments.Query wanted = new ListPayments.Query(call.actor(), Set.of(Payment.Kind.SUBSCRIPTION), page);
        return call.page(useCases.listPayments().handle(wanted), "", InvoiceJson::of);
    }

    private Reply validate(Call call) {
        NewCouponCheckJson asked = call.body(NewCouponCheckJson.class);
        List<Fault> faults = asked.wanted().faults();
        if (!faults.isEmpty()) {
            return Problem.of(faults);
        }
        return switch (useCases.checkCoupon().handle(new CheckCoupon.Query(call.actor(), asked.code(), asked.wanted().wish()))) {
            case CheckCoupon.Outcome.Good good -> Answer.ok(CouponCheckJson.of(good));
            case CheckCoupon.Outcome.Refused(NotOffered why) -> Declined.of(why);
        };
    }
}
