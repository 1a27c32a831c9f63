package io.tastemaker.adapters.http.billing;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Matches;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.Fault;
import io.tastemaker.adapters.http.shared.MoneyJson;
import io.tastemaker.adapters.http.shared.PageQuery;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.billing.AddCoupon;
import io.tastemaker.application.billing.BillingUseCases;
import io.tastemaker.application.billing.EndCoupon;
import io.tastemaker.application.billing.ListCoupons;
import io.tastemaker.application.billing.out.PaymentProvider;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.billing.Coupon;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.PageRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Coupons for operators. */
public final class CouponAdminRoutes {

    private static final String CODE = "[A-Za-z0-9_-]{3,40}";
    private static final String SAYS = "3 to 40 letters, digits, - and _";
    private static final String REPEATING = "repeating";

    record CodePath(@About("The coupon") @Matches(value = CODE, says = SAYS) String code) {}

    record NewCouponJson(
            @About("What people type; in upper case, whatever is sent") @Matches(value = CODE, says = SAYS) String code,
            @About("What it takes off, in percent; this or amount_off")
            Optional<@Between(min = "0.01", max = "100", decimals = 2) BigDecimal> percentOff,
            @About("What it takes off as a sum; this or percent_off") Optional<MoneyJson> amountOff,
            @About("For how many payments of a subscription") @Default("once") @OneOf({"once", REPEATING, "forever"}) String duration,
            @About("For how many months, when it is repeating") Optional<@Between(min = "1", max = "120") Integer> months,
            @About("How often it can be used by all together; absent for no limit")
            Optional<@Between(min = "1", max = "1000000000") Long> maxUses,
            @About("Until when it can be used; absent for ever") Optional<Instant> expiresAt) {

        List<Fault> faults(Instant now) {
            List<Fault> faults = new ArrayList<>();
            if (percentOff.isPresent() == amountOff.isPresent()) {
                faults.add(Wanted.fault("percent_off", "either percent_off or amount_off is needed, and not both"));
            }
            amountOff.filter(off -> off.money().amount().signum() <= 0)
                    .ifPresent(off -> faults.add(Wanted.fault("amount_off", "must be more than 0")));
            if (duration.equals(REPEATING) != months.isPresent()) {
                faults.add(Wanted.fault("months", "goes with the duration repeating, and with no other"));
            }
            expiresAt.filter(end -> !end.isAfter(now)).ifPresent(end -> faults.add(Wanted.fault("expires_at", "must lie in the future")));
            return faults;
        }

        PaymentProvider.NewCoupon coupon() {
            return new PaymentProvider.NewCoupon(code.toUpperCase(Locale.ROOT), new CouponTerms(percentOff, amountOff).reduction(),
                    Coded.find(Coupon.Term.class, duration).orElseThrow(),
                    months.map(OptionalInt::of).orElseGet(OptionalInt::empty), maxUses.map(OptionalLong::of).orElseGet(OptionalLong::empty),
                    expiresAt);
        }
    }

    record CouponJson(
            @About("What people type") String code,
            @About("What it takes off, in percent") Optional<BigDecimal> percentOff,
            @About("Or as a sum") Optional<MoneyJson> amountOff,
            @About("For how many payments of a subscription: once, repeating or forever") String duration,
            @About("For how many months, when it is repeating") Optional<Integer> months,
            @About("How often it can be used by all together; null for no limit") Optional<Long> maxUses,
            @About("How often it was used, as far as we heard") long used,
            @About("Until when it can be used; null for ever") Optional<Instant> expiresAt,
            @About("False once nobody can use it any more") boolean active) {

        static CouponJson of(Coupon coupon) {
            CouponTerms terms = CouponTerms.of(coupon.reduction());
            Optional<Long> most = coupon.most().isPresent() ? Optional.of(coupon.most().getAsLong()) : Optional.empty();
            return new CouponJson(coupon.code(), terms.percentOff(), terms.amountOff(), coupon.term().code(),
                    OrderJson.boxed(coupon.months()), most, coupon.used(), coupon.endsAt(), coupon.active());
        }
    }

    private final BillingUseCases useCases;
    private final InstantSource clock;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     * @param clock the time
     */
    public CouponAdminRoutes(BillingUseCases useCases, InstantSource clock) {
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
                Route.of(Method.GET, "/admin/coupons", operating).says("billing", "List coupons").about("Those that ended, too.")
                        .query(PageQuery.class).lists(CouponJson.class, "By code").handle(this::list),
                Route.of(Method.POST, "/admin/coupons", operating).says("billing", "Make a coupon").body(NewCouponJson.class)
                        .answers(201, CouponJson.class, "It can be used")
                        .problems(ProblemCode.ALREADY_EXISTS, ProblemCode.PAYMENT_DECLINED, ProblemCode.NOT_CONFIGURED).repeatable()
                        .handle(this::add),
                Route.of(Method.DELETE, "/admin/coupons/{code}", operating).says("billing", "End a coupon")
                        .about("What was bought with it stays as it is.").path(CodePath.class).answersNothing("Nobody can use it any more")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.NOT_CONFIGURED).handle(this::end));
    }

    private Reply list(Call call) {
        PageQuery query = call.query(PageQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), ""));
        return call.page(useCases.listCoupons().handle(new ListCoupons.Query(call.actor(), page)), "", CouponJson::of);
    }

    private Reply add(Call call) {
        NewCouponJson asked = call.body(NewCouponJson.class);
        List<Fault> faults = asked.faults(clock.instant());
        if (!faults.isEmpty()) {
            return Problem.of(faults);
        }
        return switch (useCases.addCoupon().handle(new AddCoupon.Command(call.actor(), asked.coupon()))) {
            case AddCoupon.Outcome.Added(Coupon coupon) -> Answer.created("/admin/coupons/" + coupon.code(), CouponJson.of(coupon));
            case AddCoupon.Outcome.CodeTaken() -> Problem.of(ProblemCode.ALREADY_EXISTS, "There is a coupon with this code that can be used.");
            case AddCoupon.Outcome.Declined(String reason) -> Declined.byProvider(reason);
        };
    }

    private Reply end(Call call) {
        String code = call.path(CodePath.class).code().toUpperCase(Locale.ROOT);
        useCases.endCoupon().handle(new EndCoupon.Command(call.actor(), code));
        return Answer.noContent();
    }
}
