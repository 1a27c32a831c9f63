package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Coupons: how much is taken off, and for how long. */
final class Coupons {

    private final Store store;

    Coupons(Store store) {
        this.store = store;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/v1/coupons", "id percent_off amount_off currency duration duration_in_months max_redemptions redeem_by name "
                        + "metadata metadata[*]", request -> create(request.params())),
                Route.list("/v1/coupons", "", request -> Listing.page("/v1/coupons", store.all(Kind.COUPON), request.params(), one -> true)),
                Route.get("/v1/coupons/{id}", request -> store.get(Kind.COUPON, request.id())),
                Route.post("/v1/coupons/{id}", "name metadata metadata[*]", request -> update(store.get(Kind.COUPON, request.id()),
                        request.params())),
                Route.delete("/v1/coupons/{id}", "", request -> delete(store.get(Kind.COUPON, request.id()))));
    }

    ObjectNode create(Params params) {
        Optional<BigDecimal> percent = params.text("percent_off").map(Coupons::percent);
        Optional<Long> amount = params.number("amount_off");
        if (percent.isPresent() == amount.isPresent()) {
            throw Refusal.invalid("parameter_missing", "percent_off", "You must pass exactly one of percent_off and amount_off.");
        }
        Optional<String> currency = amount.map(off -> params.required("currency").toLowerCase(Locale.ROOT));
        String duration = params.word("duration", "once", "repeating", "forever").orElse("once");
        Optional<Long> months = Optional.of(duration).filter("repeating"::equals).map(word -> params.requiredNumber("duration_in_months"));
        String id = params.text("id").orElseGet(() -> store.ids().next(""));
        if (store.find(Kind.COUPON, id).isPresent()) {
            throw Refusal.invalid("resource_already_exists", "id", "Coupon already exists.");
        }
        ObjectNode coupon = store.addAs(Kind.COUPON, id, "amount_off", amount, "currency", currency, "duration", duration,
                "duration_in_months", months, "max_redemptions", params.number("max_redemptions"), "metadata", Metadata.of(params),
                "name", params.text("name"), "percent_off", percent, "redeem_by", params.number("redeem_by"), "times_redeemed", 0,
                "valid", true);
        store.emit("coupon.created", coupon);
        params.number("redeem_by").map(Instant::ofEpochSecond).ifPresent(end -> store.agenda().at(end, () -> coupon.put("valid", false)));
        return coupon;
    }

    private static BigDecimal percent(String text) {
        try {
            BigDecimal percent = new BigDecimal(text);
            if (percent.signum() > 0 && percent.compareTo(BigDecimal.valueOf(100)) <= 0) {
                return percent;
            }
        } catch (NumberFormatException failure) {
            throw Refusal.invalid("parameter_invalid_number", "percent_off", "Invalid decimal: " + text + " (" + failure.getMessage() + ")");
        }
        throw Refusal.invalid("parameter_invalid_number", "percent_off", "A percentage is above 0 and at most 100.");
    }

    private ObjectNode update(ObjectNode coupon, Params params) {
        store.change("coupon.updated", coupon, one -> {
            params.text("name").ifPresent(name -> one.put("name", name));
            Metadata.merge(one, params);
        });
        return coupon;
    }

    ObjectNode delete(ObjectNode coupon) {
        String id = coupon.path("id").asText();
        store.remove(Kind.COUPON, id);
        coupon.put("valid", false);
        store.emit("coupon.deleted", coupon);
        return Json.object("id", id, "object", Kind.COUPON.object(), "deleted", true);
    }

    /** One more has used it. */
    void redeem(ObjectNode coupon) {
        store.change("coupon.updated", coupon, one -> {
            long times = one.path("times_redeemed").asLong() + 1;
            one.put("times_redeemed", times);
            if (Json.number(one, "max_redemptions").filter(most -> times >= most).isPresent()) {
                one.put("valid", false);
            }
        });
    }
}
