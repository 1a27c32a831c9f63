package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Products and prices: registered from outside, or made on the way by a session. */
final class Catalog {

    private final Store store;

    Catalog(Store store) {
        this.store = store;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/v1/prices/{id}", request -> store.get(Kind.PRICE, request.id())),
                Route.list("/v1/prices", "active product", request -> Listing.page("/v1/prices", store.all(Kind.PRICE), request.params(),
                        Listing.same(request.params(), "active", "product"))),
                Route.get("/v1/products/{id}", request -> store.get(Kind.PRODUCT, request.id())));
    }

    /** A monthly price, under an id that others already know. */
    ObjectNode monthly(String id, long unitAmount, String currency, String productName) {
        return price(id, unitAmount, currency, product(productName, Optional.empty()), Optional.of("month"));
    }

    /** What a line of a session names or describes. */
    ObjectNode of(Params line) {
        if (line.has("price") == line.has("price_data")) {
            throw Refusal.invalid("parameter_missing", line.named("price"), "Exactly one of price and price_data must be given.");
        }
        return line.text("price").map(id -> store.named(Kind.PRICE, id, line.named("price"))).orElseGet(() -> described(line.in("price_data")));
    }

    private ObjectNode described(Params data) {
        long unitAmount = data.requiredNumber("unit_amount");
        if (unitAmount < 0) {
            throw Refusal.invalid("parameter_invalid_integer", data.named("unit_amount"), "This value must be greater than or equal to 0.");
        }
        String currency = data.required("currency");
        Params product = data.in("product_data");
        Optional<String> interval = data.in("recurring").word("interval", "month");
        return price(store.ids().next(Kind.PRICE), unitAmount, currency, product(product.required("name"), product.text("description")), interval);
    }

    private ObjectNode price(String id, long unitAmount, String currency, ObjectNode product, Optional<String> interval) {
        return store.addAs(Kind.PRICE, id, "active", true, "billing_scheme", "per_unit", "currency", currency.toLowerCase(Locale.ROOT),
                "custom_unit_amount", Json.NULL, "lookup_key", Json.NULL, "metadata", Map.of(), "nickname", Json.NULL,
                "product", product.get("id"), "recurring", interval.map(Catalog::recurring), "tax_behavior", "unspecified",
                "tiers_mode", Json.NULL, "transform_quantity", Json.NULL, "type", interval.isPresent() ? "recurring" : "one_time",
                "unit_amount", unitAmount, "unit_amount_decimal", Long.toString(unitAmount));
    }

    private static ObjectNode recurring(String interval) {
        return Json.object("interval", interval, "interval_count", 1, "meter", Json.NULL, "trial_period_days", Json.NULL,
                "usage_type", "licensed");
    }

    private ObjectNode product(String name, Optional<String> description) {
        return store.add(Kind.PRODUCT, "active", true, "default_price", Json.NULL, "description", description, "images", List.of(),
                "marketing_features", List.of(), "metadata", Map.of(), "name", name, "tax_code", Json.NULL, "type", "service",
                "updated", store.now());
    }

    String productName(ObjectNode price) {
        return store.get(Kind.PRODUCT, price.path("product").asText()).path("name").asText();
    }
}
