package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Payment intents, and the charges that were tried for each. */
final class Payments {

    /** How an attempt to charge ends. */
    enum Attempt { SUCCEEDS, FAILS, PENDS }

    private final Store store;

    Payments(Store store) {
        this.store = store;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/v1/payment_intents/{id}", request -> store.get(Kind.PAYMENT_INTENT, request.id())),
                Route.list("/v1/payment_intents", "customer", request -> Listing.page("/v1/payment_intents", store.all(Kind.PAYMENT_INTENT),
                        request.params(), Listing.same(request.params(), "customer"))),
                Route.get("/v1/charges/{id}", request -> store.get(Kind.CHARGE, request.id())),
                Route.list("/v1/charges", "customer payment_intent", request -> Listing.page("/v1/charges", store.all(Kind.CHARGE),
                        request.params(), Listing.same(request.params(), "customer", "payment_intent"))));
    }

    ObjectNode intent(long amount, String currency, Optional<String> customer, JsonNode metadata, String description) {
        String id = store.ids().next(Kind.PAYMENT_INTENT);
        ObjectNode intent = store.addAs(Kind.PAYMENT_INTENT, id, "amount", amount, "amount_capturable", 0, "amount_received", 0,
                "application", Json.NULL, "application_fee_amount", Json.NULL, "automatic_payment_methods", Json.NULL,
                "canceled_at", Json.NULL, "cancellation_reason", Json.NULL, "capture_method", "automatic",
                "client_secret", store.ids().next(id + "_secret_"), "confirmation_method", "automatic", "currency", currency,
                "customer", customer, "description", description, "last_payment_error", Json.NULL, "latest_charge", Json.NULL,
                "metadata", metadata.deepCopy(), "next_action", Json.NULL, "payment_method", Json.NULL,
                "payment_method_types", List.of("card"), "processing", Json.NULL, "receipt_email", Json.NULL,
                "setup_future_usage", Json.NULL, "status", "requires_payment_method");
        store.emit("payment_intent.created", intent);
        return intent;
    }

    void attempt(ObjectNode intent, Attempt attempt) {
        switch (attempt) {
            case SUCCEEDS -> succeed(intent);
            case FAILS -> fail(intent);
            case PENDS -> pend(intent);
        }
    }

    private void pend(ObjectNode intent) {
        ObjectNode charge = charge(intent, "pending");
        Json.with(intent, "status", "processing", "latest_charge", charge.get("id"), "payment_method", charge.get("payment_method"));
        store.emit("charge.pending", charge);
        store.emit("payment_intent.processing", intent);
    }

    private void succeed(ObjectNode intent) {
        ObjectNode charge = pending(intent).orElseGet(() -> charge(intent, "pending"));
        Json.with(charge, "status", "succeeded", "paid", true, "captured", true, "amount_captured", intent.get("amount"));
        Json.with(intent, "status", "succeeded", "amount_received", intent.get("amount"), "latest_charge", charge.get("id"),
                "last_payment_error", Json.NULL, "payment_method", charge.get("payment_method"));
        store.emit("charge.succeeded", charge);
        store.emit("payment_intent.succeeded", intent);
    }

    private void fail(ObjectNode intent) {
        ObjectNode charge = pending(intent).orElseGet(() -> charge(intent, "pending"));
        Json.with(charge, "status", "failed", "failure_code", "card_declined", "failure_message", "Your card was declined.");
        Json.with(intent, "status", "requires_payment_method", "latest_charge", charge.get("id"), "payment_method", Json.NULL,
                "last_payment_error", Json.object("charge", charge.get("id"), "code", "card_declined", "decline_code", "generic_decline",
                        "message", "Your card was declined.", "type", "card_error"));
        store.emit("charge.failed", charge);
        store.emit("payment_intent.payment_failed", intent);
    }

    private Optional<ObjectNode> pending(ObjectNode intent) {
        return Json.text(intent, "latest_charge").flatMap(id -> store.find(Kind.CHARGE, id))
                .filter(charge -> charge.path("status").asText().equals("pending"));
    }

    private ObjectNode charge(ObjectNode intent, String status) {
        String id = store.ids().next(Kind.CHARGE);
        return store.addAs(Kind.CHARGE, id, "amount", intent.get("amount"), "amount_captured", 0, "amount_refunded", 0,
                "balance_transaction", Json.NULL, "billing_details", Json.object("address", Json.NULL, "email", Json.NULL, "name", Json.NULL,
                        "phone", Json.NULL, "tax_id", Json.NULL), "captured", false, "currency", intent.get("currency"),
                "customer", intent.get("customer"), "description", intent.get("description"), "disputed", false, "failure_code", Json.NULL,
                "failure_message", Json.NULL, "fraud_details", Map.of(), "metadata", intent.get("metadata").deepCopy(), "outcome", Json.NULL,
                "paid", false, "payment_intent", intent.get("id"), "payment_method", store.ids().next("pm_"),
                "payment_method_details", Json.object("card", Json.object("brand", "visa", "country", "US", "exp_month", 8, "exp_year", 2035,
                        "fingerprint", "AOB934RVNwzk6xtn", "funding", "credit", "last4", "4242", "network", "visa"), "type", "card"),
                "receipt_email", Json.NULL, "receipt_number", Json.NULL, "receipt_url", Json.NULL, "refunded", false, "review", Json.NULL,
                "shipping", Json.NULL, "statement_descriptor", Json.NULL, "status", status, "transfer_data", Json.NULL,
                "transfer_group", Json.NULL);
    }
}
