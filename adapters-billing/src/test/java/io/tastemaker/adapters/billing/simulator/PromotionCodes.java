package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The words that people type in to get a coupon. */
final class PromotionCodes {

    private final Store store;
    private final Coupons coupons;

    PromotionCodes(Store store, Coupons coupons) {
        this.store = store;
        this.coupons = coupons;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/v1/promotion_codes", "promotion[type] promotion[coupon] code max_redemptions expires_at active customer metadata "
                        + "metadata[*]", request -> create(request.params())),
                Route.list("/v1/promotion_codes", "code active coupon customer", request -> list(request.params())),
                Route.get("/v1/promotion_codes/{id}", request -> answered(store.get(Kind.PROMOTION_CODE, request.id()))),
                Route.post("/v1/promotion_codes/{id}", "active metadata metadata[*]",
                        request -> update(store.get(Kind.PROMOTION_CODE, request.id()), request.params())));
    }

    ObjectNode create(Params params) {
        Params promotion = params.in("promotion");
        promotion.required("type");
        promotion.word("type", "coupon");
        ObjectNode coupon = store.named(Kind.COUPON, promotion.required("coupon"), promotion.named("coupon"));
        String code = params.text("code").orElseGet(() -> store.ids().next("CODE"));
        boolean taken = store.all(Kind.PROMOTION_CODE).stream().anyMatch(other -> isActive(other) && same(other, code));
        if (taken) {
            throw Refusal.invalid("resource_already_exists", "code", "An active promotion code with `code: " + code + "` already exists.");
        }
        params.text("customer").ifPresent(customer -> store.named(Kind.CUSTOMER, customer, "customer"));
        ObjectNode made = store.add(Kind.PROMOTION_CODE, "active", params.flag("active").orElse(true), "code", code,
                "customer", params.text("customer"), "expires_at", params.number("expires_at"),
                "max_redemptions", params.number("max_redemptions"), "metadata", Metadata.of(params),
                "promotion", Json.object("coupon", coupon.get("id"), "type", "coupon"),
                "restrictions", Json.object("first_time_transaction", false, "minimum_amount", Json.NULL, "minimum_amount_currency", Json.NULL),
                "times_redeemed", 0);
        store.emit("promotion_code.created", made);
        params.number("expires_at").map(Instant::ofEpochSecond).ifPresent(end -> store.agenda().at(end, () -> made.put("active", false)));
        return answered(made);
    }

    private ObjectNode update(ObjectNode code, Params params) {
        params.flag("active").filter(active -> active && !canBeActive(code)).ifPresent(active -> {
            throw Refusal.invalid("promotion_code_invalid", "active", "This promotion code has expired or is used up.");
        });
        store.change("promotion_code.updated", code, one -> {
            params.flag("active").ifPresent(active -> one.put("active", active));
            Metadata.merge(one, params);
        });
        return answered(code);
    }

    private ObjectNode list(Params params) {
        Predicate<ObjectNode> asked = one -> params.text("code").map(code -> same(one, code)).orElse(true)
                && params.text("coupon").map(coupon -> one.path("promotion").path("coupon").asText().equals(coupon)).orElse(true);
        return Listing.page("/v1/promotion_codes", store.all(Kind.PROMOTION_CODE).stream().map(this::answered).toList(), params,
                asked.and(Listing.same(params, "active", "customer")));
    }

    /** It is only active while its coupon is valid. */
    private ObjectNode answered(ObjectNode code) {
        return code.deepCopy().put("active", isActive(code));
    }

    boolean isActive(JsonNode code) {
        return code.path("active").asBoolean() && coupon(code).filter(coupon -> coupon.path("valid").asBoolean()).isPresent();
    }

    private boolean canBeActive(JsonNode code) {
        boolean usedUp = Json.number(code, "max_redemptions").filter(most -> code.path("times_redeemed").asLong() >= most).isPresent();
        boolean over = Json.number(code, "expires_at").filter(end -> end <= store.now().getEpochSecond()).isPresent();
        return !usedUp && !over;
    }

    Optional<ObjectNode> coupon(JsonNode code) {
        return store.find(Kind.COUPON, code.path("promotion").path("coupon").asText());
    }

    /** The active one that is spelled so. */
    Optional<ObjectNode> spelled(String word) {
        return store.all(Kind.PROMOTION_CODE).stream().filter(code -> isActive(code) && same(code, word)).findFirst();
    }

    private static boolean same(JsonNode code, String word) {
        return code.path("code").asText().toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT));
    }

    /** One more has used it, and its coupon with it. */
    void redeem(ObjectNode code) {
        store.change("promotion_code.updated", code, one -> {
            one.put("times_redeemed", one.path("times_redeemed").asLong() + 1);
            one.put("active", canBeActive(one));
        });
        coupon(code).ifPresent(coupons::redeem);
    }
}
