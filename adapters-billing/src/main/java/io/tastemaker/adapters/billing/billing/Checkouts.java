package io.tastemaker.adapters.billing.billing;

import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.Discount;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.Mode;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import com.stripe.param.checkout.SessionCreateParams.SubscriptionData;
import io.tastemaker.application.billing.out.PaymentProvider.Checkout;
import io.tastemaker.domain.billing.Coupon;
import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.billing.Purchase;
import io.tastemaker.domain.shared.Money;
import java.util.Map;
import java.util.Optional;

/** Writes down a checkout as Stripe wants it. People type codes with us, not there. */
final class Checkouts {

    private Checkouts() {}

    /** For a plan, whose price stands at Stripe. */
    static SessionCreateParams ofPlan(Checkout checkout, Purchase.Subscribe plan, String price) {
        Order order = checkout.order();
        if (order.discount().coupon().isEmpty() && !order.discount().off().isZero()) {
            throw new IllegalArgumentException("only a coupon makes a plan cheaper: order " + order.id());
        }
        SubscriptionData.Builder begun = SubscriptionData.builder().putAllMetadata(notes(order));
        if (plan.trialDays() > 0) {
            begun.setTrialPeriodDays((long) plan.trialDays());
        }
        return common(checkout).setMode(Mode.SUBSCRIPTION)
                .addLineItem(LineItem.builder().setPrice(price).setQuantity(1L).build())
                .setSubscriptionData(begun.build()).build();
    }

    /** For something that is paid once. Stripe takes off what a coupon does, and we what our plan does. */
    static SessionCreateParams ofGoods(Checkout checkout) {
        Order order = checkout.order();
        Money asked = order.discount().coupon().isPresent() ? order.listPrice() : order.listPrice().minus(order.discount().off());
        return common(checkout).setMode(Mode.PAYMENT)
                .addLineItem(LineItem.builder().setQuantity(1L).setPriceData(LineItem.PriceData.builder()
                        .setCurrency(Seen.currency(asked)).setUnitAmount(Seen.minor(asked))
                        .setProductData(LineItem.PriceData.ProductData.builder().setName(checkout.title()).build()).build()).build())
                .setPaymentIntentData(PaymentIntentData.builder().putAllMetadata(notes(order)).build()).build();
    }

    private static SessionCreateParams.Builder common(Checkout checkout) {
        Order order = checkout.order();
        SessionCreateParams.Builder session = SessionCreateParams.builder().setCustomer(checkout.customer())
                .setClientReferenceId(order.team().toString()).putAllMetadata(notes(order)).setExpiresAt(Asking.second(order.expiresAt()))
                .setSuccessUrl(checkout.success().toString())
                .setCancelUrl(checkout.cancel().toString());
        order.discount().coupon().ifPresent(code ->
                session.addDiscount(Discount.builder().setPromotionCode(promotion(checkout.coupon(), code)).build()));
        return session;
    }

    private static String promotion(Optional<Coupon> coupon, String code) {
        return coupon.filter(one -> one.code().equals(code)).map(Coupon::promotion)
                .orElseThrow(() -> new IllegalArgumentException("the order is cheaper by another coupon: " + code));
    }

    private static Map<String, String> notes(Order order) {
        return Map.of(Seen.TEAM, order.team().toString(), Seen.ORDER, order.id().toString());
    }
}
