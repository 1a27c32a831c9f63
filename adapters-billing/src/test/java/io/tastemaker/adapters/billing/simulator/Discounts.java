package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is taken off: chosen for a session, used when it is completed, and kept on a subscription for as long as the coupon lasts. */
final class Discounts {

    private final Store store;
    private final Coupons coupons;
    private final PromotionCodes codes;
    private final Map<String, Discount> kept = new HashMap<>();
    private final Set<String> usedUp = new HashSet<>();

    Discounts(Store store, Coupons coupons, PromotionCodes codes) {
        this.store = store;
        this.coupons = coupons;
        this.codes = codes;
    }

    /** What {@code discounts[0]} names, if it can be used now. */
    Optional<Discount> chosen(Params params, Optional<String> customer, String currency) {
        List<Params> given = params.each("discounts");
        if (given.isEmpty()) {
            return Optional.empty();
        }
        if (given.size() > 1) {
            throw Refusal.invalid("parameter_invalid", "discounts", "Only one discount is allowed.");
        }
        Params one = given.getFirst();
        if (one.has("coupon") == one.has("promotion_code")) {
            throw Refusal.invalid("parameter_missing", one.named("coupon"), "Exactly one of coupon and promotion_code must be given.");
        }
        Discount discount = one.text("promotion_code")
                .map(id -> byCode(store.named(Kind.PROMOTION_CODE, id, one.named("promotion_code")), one.named("promotion_code")))
                .orElseGet(() -> new Discount(store.named(Kind.COUPON, one.required("coupon"), one.named("coupon")), Optional.empty()));
        return Optional.of(usable(discount, one.named("coupon"), customer, currency));
    }

    /** What a person typed in on the page. */
    Discount typed(String word, Optional<String> customer, String currency) {
        ObjectNode code = codes.spelled(word)
                .orElseThrow(() -> Refusal.invalid("resource_missing", "promotion_code", "This code is invalid."));
        return usable(byCode(code, "promotion_code"), "promotion_code", customer, currency);
    }

    private Discount byCode(ObjectNode code, String param) {
        ObjectNode coupon = codes.coupon(code).filter(one -> codes.isActive(code))
                .orElseThrow(() -> Refusal.invalid("coupon_expired", param, "This promotion code is no longer active."));
        return new Discount(coupon, Optional.of(code));
    }

    private static Discount usable(Discount discount, String param, Optional<String> customer, String currency) {
        JsonNode coupon = discount.coupon();
        if (!coupon.path("valid").asBoolean()) {
            throw Refusal.invalid("coupon_expired", param, "Coupon expired: " + coupon.path("id").asText());
        }
        if (Json.text(coupon, "currency").filter(other -> !other.equals(currency)).isPresent()) {
            throw Refusal.invalid("parameter_invalid", param, "The coupon is of another currency than the prices.");
        }
        Optional<String> only = discount.code().flatMap(code -> Json.text(code, "customer"));
        if (only.isPresent() && !only.equals(customer)) {
            throw Refusal.invalid("promotion_code_invalid", param, "This promotion code is for another customer.");
        }
        return discount;
    }

    /** Whether it can still be used: someone else may have been the last. */
    boolean isUsable(Discount discount) {
        return discount.coupon().path("valid").asBoolean() && discount.code().map(codes::isActive).orElse(true);
    }

    void redeem(Discount discount) {
        discount.code().ifPresentOrElse(codes::redeem, () -> coupons.redeem(discount.coupon()));
    }

    /** Keeps it on a subscription. */
    ObjectNode keep(Discount discount, String customer, String subscription, String session) {
        Instant start = store.now();
        Optional<Instant> end = Json.number(discount.coupon(), "duration_in_months")
                .map(months -> start.atZone(ZoneOffset.UTC).plusMonths(months).toInstant());
        ObjectNode made = store.add(Kind.DISCOUNT, "checkout_session", session, "customer", customer, "end", end, "invoice", Json.NULL,
                "invoice_item", Json.NULL, "promotion_code", discount.code().map(code -> code.get("id")),
                "source", Json.object("coupon", discount.coupon().get("id"), "type", "coupon"), "start", start,
                "subscription", subscription, "subscription_item", Json.NULL);
        made.remove(List.of("created", "livemode"));
        kept.put(made.path("id").asText(), discount);
        store.emit("customer.discount.created", made);
        return made;
    }

    /** The one on a subscription, while it lasts. */
    Optional<ObjectNode> on(JsonNode subscription) {
        return Optional.ofNullable(subscription.path("discounts").get(0)).map(JsonNode::asText)
                .filter(id -> !usedUp.contains(id)).flatMap(id -> store.find(Kind.DISCOUNT, id))
                .filter(one -> Json.number(one, "end").map(end -> end > store.now().getEpochSecond()).orElse(true));
    }

    Discount meant(ObjectNode kept) {
        return this.kept.get(kept.path("id").asText());
    }

    /** A coupon of a single use is spent by the first invoice that it made smaller. */
    void used(ObjectNode kept) {
        if (meant(kept).lasts("once")) {
            usedUp.add(kept.path("id").asText());
        }
    }
}
