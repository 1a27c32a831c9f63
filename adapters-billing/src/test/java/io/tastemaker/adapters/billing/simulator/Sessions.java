package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checkout sessions until they are paid or expire; {@link Till} takes the money. */
final class Sessions {

    private static final Duration LEAST = Duration.ofMinutes(30);
    private static final Duration MOST = Duration.ofHours(24);
    /** The clock of the caller need not be this one. */
    private static final Duration LENIENCE = Duration.ofMinutes(10);
    private static final long SMALLEST_CHARGE = 50;

    private static final String PARAMS = "mode customer customer_email client_reference_id metadata metadata[*] line_items[][price] "
            + "line_items[][quantity] line_items[][price_data][currency] line_items[][price_data][unit_amount] "
            + "line_items[][price_data][product_data][name] line_items[][price_data][product_data][description] "
            + "line_items[][price_data][recurring][interval] "
            + "subscription_data[metadata][*] subscription_data[trial_period_days] "
            + "subscription_data[trial_settings][end_behavior][missing_payment_method] payment_intent_data[metadata][*] "
            + "payment_intent_data[description] discounts[][promotion_code] discounts[][coupon] allow_promotion_codes success_url cancel_url "
            + "expires_at payment_method_collection payment_method_types[] invoice_creation[enabled] locale billing_address_collection "
            + "customer_creation submit_type";

    private final Store store;
    private final Catalog catalog;
    private final Discounts discounts;
    private final String base;
    private final Map<String, Cart> carts = new HashMap<>();

    Sessions(Store store, Catalog catalog, Discounts discounts, String base) {
        this.store = store;
        this.catalog = catalog;
        this.discounts = discounts;
        this.base = base;
    }

    List<Route> routes() {
        String url = "/v1/checkout/sessions";
        return List.of(
                Route.post(url, PARAMS, request -> create(request.params())),
                Route.list(url, "customer payment_intent subscription status", request -> Listing.page(url, store.all(Kind.SESSION),
                        request.params(), Listing.same(request.params(), "customer", "payment_intent", "subscription", "status"))),
                Route.get(url + "/{id}", request -> store.get(Kind.SESSION, request.id())),
                Route.list(url + "/{id}/line_items", "", request -> lines(store.get(Kind.SESSION, request.id()))),
                Route.post(url + "/{id}/expire", "", request -> expireByApi(store.get(Kind.SESSION, request.id()))));
    }

    private ObjectNode create(Params params) {
        params.required("mode");
        String mode = params.word("mode", "subscription", "payment").orElseThrow();
        params.text("customer").ifPresent(id -> store.named(Kind.CUSTOMER, id, "customer"));
        if (params.has("customer") && params.has("customer_email")) {
            throw Refusal.invalid("parameter_invalid", "customer_email", "You may only specify one of these parameters: customer, customer_email.");
        }
        String success = params.required("success_url");
        Cart cart = cart(mode, params);
        Instant expires = expiry(params);
        ObjectNode session = store.add(Kind.SESSION, "allow_promotion_codes", params.flag("allow_promotion_codes"),
                "billing_address_collection", params.word("billing_address_collection", "auto", "required"),
                "cancel_url", params.text("cancel_url"),
                "client_reference_id", params.text("client_reference_id"), "currency", cart.currency(), "customer", params.text("customer"),
                "customer_creation", params.word("customer_creation", "always", "if_required"),
                "customer_details", Json.NULL, "customer_email", params.text("customer_email"),
                "expires_at", expires, "invoice", Json.NULL, "invoice_creation", cart.isSubscription() ? Json.NULL
                        : Json.object("enabled", cart.invoice()), "locale", params.text("locale"), "metadata", Metadata.of(params), "mode", mode,
                "payment_intent", Json.NULL, "payment_link", Json.NULL, "payment_method_collection",
                params.word("payment_method_collection", "always", "if_required").orElse("always"), "payment_method_types", List.of("card"),
                "payment_status", cart.total() == 0 ? "no_payment_required" : "unpaid", "recovered_from", Json.NULL, "setup_intent", Json.NULL,
                "status", "open", "submit_type", params.text("submit_type"), "subscription", Json.NULL, "success_url", success,
                "ui_mode", "hosted_page");
        String id = session.path("id").asText();
        session.put("url", base + "/pay/" + id);
        show(session, cart);
        store.agenda().at(expires, () -> expire(session));
        return session;
    }

    private Cart cart(String mode, Params params) {
        boolean subscribes = mode.equals("subscription");
        refuse(params, subscribes ? "payment_intent_data" : "subscription_data", mode);
        if (subscribes) {
            refuse(params, "invoice_creation", mode);
        }
        if (params.has("discounts") && params.has("allow_promotion_codes")) {
            throw Refusal.invalid("parameter_invalid", "discounts",
                    "You may only specify one of these parameters: allow_promotion_codes, discounts.");
        }
        List<Cart.Item> items = params.each("line_items").stream().map(line -> item(line, subscribes)).toList();
        if (items.isEmpty()) {
            throw Refusal.invalid("parameter_missing", "line_items", "Missing required param: line_items.");
        }
        if (subscribes && items.size() > 1) {
            throw Refusal.invalid("parameter_invalid", "line_items", "Subscriptions of several prices are not simulated.");
        }
        if (items.stream().map(item -> item.price().get("currency")).distinct().count() > 1) {
            throw Refusal.invalid("parameter_invalid", "line_items", "All prices must be of one currency.");
        }
        Params data = params.in(subscribes ? "subscription_data" : "payment_intent_data");
        Optional<Discount> discount = discounts.chosen(params, params.text("customer"), items.getFirst().price().path("currency").asText());
        String withoutCard = data.in("trial_settings").in("end_behavior").word("missing_payment_method", "create_invoice", "cancel")
                .orElse("create_invoice");
        return checked(new Cart(mode, items, trial(data), withoutCard, Metadata.of(data), data.text("description").orElse(""),
                params.in("invoice_creation").flag("enabled").orElse(false), discount));
    }

    private static void refuse(Params params, String name, String mode) {
        if (params.has(name)) {
            throw Refusal.invalid("parameter_invalid", name, "You can not pass `" + name + "` in `" + mode + "` mode.");
        }
    }

    private static Optional<Long> trial(Params data) {
        Optional<Long> days = data.number("trial_period_days");
        if (days.filter(count -> count < 1 || count > 730).isPresent()) {
            throw Refusal.invalid("parameter_invalid_integer", data.named("trial_period_days"), "A trial is of 1 to 730 days.");
        }
        return days;
    }

    private Cart.Item item(Params line, boolean subscribes) {
        ObjectNode price = catalog.of(line);
        boolean recurs = price.path("type").asText().equals("recurring");
        if (recurs != subscribes) {
            throw Refusal.invalid("parameter_invalid", line.named("price"), subscribes
                    ? "You must provide a recurring price in `subscription` mode." : "You can not use a recurring price in `payment` mode.");
        }
        long quantity = line.requiredNumber("quantity");
        if (quantity < 1) {
            throw Refusal.invalid("parameter_invalid_integer", line.named("quantity"), "This value must be greater than or equal to 1.");
        }
        return new Cart.Item(store.ids().next(Kind.SESSION_LINE), price, quantity, catalog.productName(price));
    }

    private static Cart checked(Cart cart) {
        if (cart.total() > 0 && cart.total() < SMALLEST_CHARGE) {
            throw Refusal.invalid("amount_too_small", "line_items", "The total amount must be at least " + SMALLEST_CHARGE + ".");
        }
        return cart;
    }

    private Instant expiry(Params params) {
        Instant now = store.now();
        Instant expires = params.number("expires_at").map(Instant::ofEpochSecond).orElse(now.plus(MOST));
        Duration ahead = Duration.between(now, expires);
        if (ahead.compareTo(LEAST.minus(LENIENCE)) < 0 || ahead.compareTo(MOST.plus(LENIENCE)) > 0) {
            throw Refusal.invalid("parameter_invalid_integer", "expires_at",
                    "The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.");
        }
        return expires;
    }

    /** What is in the cart of a session, and so what it costs. */
    private void show(ObjectNode session, Cart cart) {
        carts.put(session.path("id").asText(), cart);
        Json.with(session, "amount_subtotal", cart.subtotal(), "amount_total", cart.total(),
                "discounts", cart.discount().map(one -> List.of(Json.object("coupon", one.code().isPresent() ? Json.NULL : one.coupon().get("id"),
                        "promotion_code", one.code().map(code -> code.get("id"))))).orElse(List.of()),
                "total_details", Json.object("amount_discount", cart.off(), "amount_shipping", 0, "amount_tax", 0));
    }

    Cart cart(ObjectNode session) {
        return carts.get(session.path("id").asText());
    }

    /** Somebody types in a promotion code. */
    void type(ObjectNode session, String word) {
        if (!session.path("allow_promotion_codes").asBoolean() || !isOpen(session)) {
            throw new IllegalStateException("The session takes no codes");
        }
        Cart cart = cart(session);
        Cart cheaper = checked(cart.with(discounts.typed(word, Json.text(session, "customer"), cart.currency())));
        show(session, cheaper);
        session.put("payment_status", cheaper.total() == 0 ? "no_payment_required" : "unpaid");
    }

    ObjectNode lines(ObjectNode session) {
        Cart cart = cart(session);
        long rest = cart.off();
        List<ObjectNode> lines = new ArrayList<>();
        for (Cart.Item item : cart.items()) {
            long amount = cart.trialDays().isPresent() ? 0 : item.amount();
            long off = Math.min(rest, amount);
            rest -= off;
            lines.add(Json.object("id", item.id(), "object", Kind.SESSION_LINE.object(), "amount_discount", off, "amount_subtotal", amount,
                    "amount_tax", 0, "amount_total", amount - off, "currency", cart.currency(), "description", item.name(),
                    "price", item.price().deepCopy(), "quantity", item.quantity()));
        }
        return Json.list("/v1/checkout/sessions/" + session.path("id").asText() + "/line_items", lines, false);
    }

    static boolean isOpen(ObjectNode session) {
        return session.path("status").asText().equals("open");
    }

    private ObjectNode expireByApi(ObjectNode session) {
        if (!isOpen(session)) {
            throw Refusal.invalid("Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status of "
                    + session.path("status").asText() + ".");
        }
        expire(session);
        return session;
    }

    void expire(ObjectNode session) {
        if (isOpen(session)) {
            Json.with(session, "status", "expired", "url", Json.NULL);
            store.emit("checkout.session.expired", session);
        }
    }
}
