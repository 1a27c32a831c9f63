package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Subscriptions as they are read, and the changes of their state that cost nothing. */
final class Subscriptions {

    static final String UPDATED = "customer.subscription.updated";
    private static final List<String> ENDED = List.of("canceled", "incomplete_expired");

    private final Store store;
    private final Invoices invoices;
    /** The invoices that must be paid before a new price counts. */
    private final Map<String, String> awaited = new HashMap<>();

    Subscriptions(Store store, Invoices invoices) {
        this.store = store;
        this.invoices = invoices;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/v1/subscriptions/{id}", request -> store.get(Kind.SUBSCRIPTION, request.id())),
                Route.list("/v1/subscriptions", "customer price status", request -> list(request.params())),
                Route.delete("/v1/subscriptions/{id}", "cancellation_details[comment] cancellation_details[feedback] invoice_now prorate",
                        request -> delete(store.get(Kind.SUBSCRIPTION, request.id()), request.params())));
    }

    /** Without a status, all but the canceled ones. */
    private ObjectNode list(Params params) {
        String status = params.text("status").orElse("");
        Predicate<ObjectNode> wanted = one -> switch (status) {
            case "all" -> true;
            case "" -> !one.path("status").asText().equals("canceled");
            case "ended" -> ENDED.contains(one.path("status").asText());
            default -> one.path("status").asText().equals(status);
        };
        Predicate<ObjectNode> priced = one -> params.text("price").map(id -> item(one).path("price").path("id").asText().equals(id)).orElse(true);
        return Listing.page("/v1/subscriptions", store.all(Kind.SUBSCRIPTION), params, wanted.and(priced).and(Listing.same(params, "customer")));
    }

    private ObjectNode delete(ObjectNode subscription, Params params) {
        if (params.flag("invoice_now").orElse(false) || params.flag("prorate").orElse(false)) {
            throw Refusal.invalid("Invoices and prorations at the moment of cancellation are not simulated.");
        }
        if (isOver(subscription)) {
            throw Refusal.missing(Kind.SUBSCRIPTION, subscription.path("id").asText());
        }
        cancel(subscription, "cancellation_requested");
        return subscription;
    }

    /** A new one, that nobody has been told of. */
    ObjectNode add(Order order, String id, Instant periodEnd, String status) {
        Instant now = store.now();
        Optional<Instant> trialEnd = order.trialDays().map(days -> periodEnd);
        String item = store.ids().next(Kind.SUBSCRIPTION_ITEM);
        return store.addAs(Kind.SUBSCRIPTION, id, "application", Json.NULL, "billing_cycle_anchor", trialEnd.orElse(now),
                "billing_mode", Json.object("type", "flexible"), "cancel_at", Json.NULL, "cancel_at_period_end", false, "canceled_at", Json.NULL,
                "cancellation_details", Json.object("comment", Json.NULL, "feedback", Json.NULL, "reason", Json.NULL),
                "collection_method", "charge_automatically", "currency", order.price().get("currency"), "customer", order.customer(),
                "days_until_due", Json.NULL, "default_payment_method", Json.NULL, "description", Json.NULL, "discounts", List.of(),
                "ended_at", Json.NULL, "items", Json.list("/v1/subscription_items?subscription=" + id, List.of(Json.object("id", item,
                        "object", Kind.SUBSCRIPTION_ITEM.object(), "created", now, "current_period_end", periodEnd,
                        "current_period_start", now, "discounts", List.of(), "metadata", Map.of(), "price", order.price().deepCopy(),
                        "quantity", order.quantity(), "subscription", id, "tax_rates", List.of())), false),
                "latest_invoice", Json.NULL, "metadata", order.metadata().deepCopy(), "pause_collection", Json.NULL,
                "pending_setup_intent", Json.NULL, "pending_update", Json.NULL, "schedule", Json.NULL, "start_date", now, "status", status,
                "test_clock", Json.NULL, "trial_end", trialEnd, "trial_settings", Json.object("end_behavior",
                        Json.object("missing_payment_method", order.withoutCard())), "trial_start", trialEnd.map(end -> now));
    }

    static ObjectNode item(JsonNode subscription) {
        return (ObjectNode) subscription.path("items").path("data").get(0);
    }

    static boolean isOver(JsonNode subscription) {
        return ENDED.contains(subscription.path("status").asText());
    }

    static boolean is(JsonNode subscription, String status) {
        return subscription.path("status").asText().equals(status);
    }

    void status(ObjectNode subscription, String status) {
        if (!is(subscription, status)) {
            store.change(UPDATED, subscription, one -> one.put("status", status));
        }
    }

    /** At the end of the period, or not any more. */
    Consumer<ObjectNode> cancelAtPeriodEnd(boolean cancel) {
        return one -> {
            Json.with(one, "cancel_at_period_end", cancel, "cancel_at", cancel ? item(one).get("current_period_end") : Json.NULL,
                    "canceled_at", cancel ? Json.value(store.now()) : Json.NULL);
            one.withObjectProperty("cancellation_details").set("reason", cancel ? Json.value("cancellation_requested") : Json.NULL);
        };
    }

    void cancel(ObjectNode subscription, String reason) {
        end(subscription, "canceled", reason);
        store.emit("customer.subscription.deleted", subscription);
    }

    /** Nobody paid the first invoice in time. */
    void expire(ObjectNode subscription) {
        store.each(Kind.INVOICE, "id", subscription.path("latest_invoice").asText()).forEach(invoices::cancel);
        store.change(UPDATED, subscription, one -> end(one, "incomplete_expired", "payment_failed"));
    }

    private void end(ObjectNode subscription, String status, String reason) {
        Json.with(subscription, "status", status, "ended_at", store.now(), "pending_update", Json.NULL);
        if (subscription.path("canceled_at").isNull()) {
            subscription.set("canceled_at", Json.value(store.now()));
        }
        subscription.withObjectProperty("cancellation_details").put("reason", reason);
        store.each(Kind.INVOICE, "status", "open").stream()
                .filter(invoice -> Invoices.subscription(invoice).equals(Json.text(subscription, "id"))).forEach(invoices::rest);
    }

    void cancelAllOf(String customer) {
        store.each(Kind.SUBSCRIPTION, "customer", customer).stream().filter(one -> !isOver(one))
                .forEach(one -> cancel(one, "cancellation_requested"));
    }

    static void price(ObjectNode subscription, ObjectNode price, long quantity) {
        Json.with(item(subscription), "price", price.deepCopy(), "quantity", quantity);
    }

    /** The price changes once an invoice is paid. */
    void await(ObjectNode subscription, ObjectNode price, long quantity, String invoice, Instant until) {
        String id = subscription.path("id").asText();
        ObjectNode item = item(subscription).deepCopy();
        Json.with(item, "price", price.deepCopy(), "quantity", quantity);
        awaited.put(id, invoice);
        store.change(UPDATED, subscription, one -> Json.with(one, "latest_invoice", invoice, "pending_update",
                Json.object("billing_cycle_anchor", Json.NULL, "expires_at", until, "subscription_items", List.of(item), "trial_end", Json.NULL,
                        "trial_from_plan", Json.NULL)));
        store.agenda().at(until, () -> giveUp(subscription, invoice));
    }

    private void giveUp(ObjectNode subscription, String invoice) {
        if (awaited.remove(subscription.path("id").asText(), invoice)) {
            invoices.cancel(store.get(Kind.INVOICE, invoice));
            store.change(UPDATED, subscription, one -> one.set("pending_update", Json.NULL));
            store.emit("customer.subscription.pending_update_expired", subscription);
        }
    }

    /** The invoice was paid that a change of price waited for. */
    void apply(ObjectNode subscription, String invoice) {
        if (awaited.remove(subscription.path("id").asText(), invoice)) {
            JsonNode item = subscription.path("pending_update").path("subscription_items").get(0);
            store.change(UPDATED, subscription, one -> {
                price(one, (ObjectNode) item.get("price"), item.path("quantity").asLong());
                one.set("pending_update", Json.NULL);
            });
            store.emit("customer.subscription.pending_update_applied", subscription);
        }
    }
}
