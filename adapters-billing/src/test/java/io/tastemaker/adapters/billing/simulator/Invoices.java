package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Invoices from draft to paid. What a paid or an unpaid one means for its subscription is known to {@link Dunning}. */
final class Invoices {

    private final Store store;
    private final Customers customers;
    private final Payments payments;
    private final String base;
    private long numbers;

    Invoices(Store store, Customers customers, Payments payments, String base) {
        this.store = store;
        this.customers = customers;
        this.payments = payments;
        this.base = base;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/v1/invoices/{id}", request -> store.get(Kind.INVOICE, request.id())),
                Route.list("/v1/invoices", "customer subscription status", request -> list(request.params())),
                Route.list("/v1/invoice_payments", "invoice status payment[type] payment[payment_intent]", request -> payments(request.params())));
    }

    private ObjectNode list(Params params) {
        Predicate<ObjectNode> ofSubscription = one -> params.text("subscription").map(id -> subscription(one).equals(Optional.of(id))).orElse(true);
        return Listing.page("/v1/invoices", store.all(Kind.INVOICE), params, ofSubscription.and(Listing.same(params, "customer", "status")));
    }

    private ObjectNode payments(Params params) {
        Predicate<ObjectNode> ofIntent = one -> params.text("payment[payment_intent]")
                .map(id -> one.path("payment").path("payment_intent").asText().equals(id)).orElse(true);
        return Listing.page("/v1/invoice_payments", store.all(Kind.INVOICE_PAYMENT), params,
                ofIntent.and(Listing.same(params, "invoice", "status")));
    }

    static Optional<String> subscription(JsonNode invoice) {
        return Json.text(invoice.path("parent").path("subscription_details"), "subscription");
    }

    /** The lines of one subscription. */
    ObjectNode draft(JsonNode subscription, String reason, Instant periodStart, List<Line> lines) {
        ObjectNode parent = Json.object("quote_details", Json.NULL, "subscription_details", Json.object("metadata",
                subscription.path("metadata").deepCopy(), "subscription", subscription.get("id"), "subscription_proration_date", Json.NULL),
                "type", "subscription_details");
        List<ObjectNode> made = new ArrayList<>();
        lines.forEach(line -> made.add(line(line, subscription.path("discounts"), item(subscription, line))));
        return draft(subscription.path("customer").asText(), reason, periodStart, parent, lines, made);
    }

    /** What was bought once. */
    ObjectNode draft(String customer, List<Line> lines) {
        List<ObjectNode> made = new ArrayList<>();
        lines.forEach(line -> made.add(line(line, Json.array(List.of()), Json.object("invoice_item_details", Json.object("invoice_item",
                store.ids().next("ii_"), "proration", false, "proration_details", Json.NULL, "subscription", Json.NULL),
                "subscription_item_details", Json.NULL, "type", "invoice_item_details"))));
        return draft(customer, "manual", store.now(), Json.NULL, lines, made);
    }

    private static ObjectNode item(JsonNode subscription, Line line) {
        return Json.object("invoice_item_details", Json.NULL, "subscription_item_details", Json.object("invoice_item", Json.NULL,
                "proration", line.proration(), "proration_details", Json.object("credited_items", Json.NULL),
                "subscription", subscription.get("id"), "subscription_item", Subscriptions.item(subscription).get("id")),
                "type", "subscription_item_details");
    }

    private ObjectNode line(Line line, JsonNode discounts, ObjectNode parent) {
        boolean discounted = line.discount() != 0;
        return Json.object("id", store.ids().next(Kind.LINE), "object", Kind.LINE.object(), "amount", line.amount(),
                "currency", line.price().get("currency"), "description", line.description(),
                "discount_amounts", discounted ? List.of(Json.object("amount", line.discount(), "discount",
                        discounts.isEmpty() ? Json.NULL : discounts.get(0))) : List.of(),
                "discountable", true, "discounts", List.of(), "livemode", false, "metadata", Map.of(), "parent", parent,
                "period", Json.object("end", line.end(), "start", line.start()), "pretax_credit_amounts", List.of(),
                "pricing", Json.object("price_details", Json.object("price", line.price().get("id"), "product", line.price().get("product")),
                        "type", "price_details", "unit_amount_decimal", line.price().get("unit_amount_decimal")),
                "quantity", line.quantity(), "subtotal", line.amount(), "taxes", List.of());
    }

    private ObjectNode draft(String customer, String reason, Instant periodStart, JsonNode parent, List<Line> lines, List<ObjectNode> made) {
        String id = store.ids().next(Kind.INVOICE);
        made.forEach(line -> line.put("invoice", id));
        long subtotal = lines.stream().mapToLong(Line::amount).sum();
        long off = lines.stream().mapToLong(Line::discount).sum();
        JsonNode payer = store.find(Kind.CUSTOMER, customer).map(JsonNode.class::cast).orElse(Json.NULL);
        ObjectNode invoice = store.addAs(Kind.INVOICE, id, "account_country", "US", "account_name", "Simulated",
                "amount_due", Math.max(0, subtotal - off),
                "amount_overpaid", 0, "amount_paid", 0, "amount_remaining", Math.max(0, subtotal - off), "amount_shipping", 0,
                "attempt_count", 0, "attempted", false, "auto_advance", true, "automatically_finalizes_at", Json.NULL,
                "billing_reason", reason, "collection_method", "charge_automatically", "currency", lines.getFirst().price().get("currency"),
                "customer", customer, "customer_email", Json.text(payer, "email"), "customer_name", Json.text(payer, "name"),
                "default_payment_method", Json.NULL, "description", Json.NULL, "discounts", List.of(), "due_date", Json.NULL,
                "effective_at", Json.NULL, "ending_balance", Json.NULL, "hosted_invoice_url", Json.NULL, "invoice_pdf", Json.NULL,
                "lines", Json.list("/v1/invoices/" + id + "/lines", made, false), "metadata", Map.of(), "next_payment_attempt", Json.NULL,
                "number", Json.NULL, "parent", parent, "period_end", store.now(), "period_start", periodStart, "starting_balance", 0,
                "status", "draft", "status_transitions", Json.object("finalized_at", Json.NULL, "marked_uncollectible_at", Json.NULL,
                        "paid_at", Json.NULL, "voided_at", Json.NULL), "subtotal", subtotal, "subtotal_excluding_tax", subtotal,
                "total", subtotal - off, "total_discount_amounts", off == 0 ? List.of() : List.of(Json.object("amount", off,
                        "discount", discountOf(made))), "total_excluding_tax", subtotal - off, "total_taxes", List.of(),
                "webhooks_delivered_at", store.now());
        store.emit("invoice.created", invoice);
        return invoice;
    }

    private static JsonNode discountOf(List<ObjectNode> lines) {
        return lines.stream().map(line -> line.path("discount_amounts").path(0).path("discount")).filter(JsonNode::isTextual)
                .findFirst().orElse(Json.NULL);
    }

    /** What a customer would owe for lines, with what there is in credit. */
    long due(String customer, List<Line> lines) {
        long total = lines.stream().mapToLong(line -> line.amount() - line.discount()).sum();
        return Math.max(0, total + customers.balance(customer));
    }

    /** No longer a draft; what the customer has in credit is used. */
    void finish(ObjectNode invoice) {
        String customer = invoice.path("customer").asText();
        long balance = customers.balance(customer);
        long rest = invoice.path("total").asLong() + balance;
        Json.with(invoice, "status", "open", "number", "TM-" + String.format(Locale.ROOT, "%04d", ++numbers), "effective_at", store.now(),
                "hosted_invoice_url", base + "/invoice/" + invoice.path("id").asText(), "starting_balance", balance,
                "ending_balance", Math.min(0, rest), "amount_due", Math.max(0, rest), "amount_remaining", Math.max(0, rest));
        Json.with(invoice.withObjectProperty("status_transitions"), "finalized_at", store.now());
        customers.balance(customer, Math.min(0, rest));
        store.emit("invoice.finalized", invoice);
    }

    /** Tries to charge an open one; {@code next} is when it is tried again should this fail. */
    void attempt(ObjectNode invoice, Payments.Attempt attempt, Optional<Instant> next) {
        long due = invoice.path("amount_remaining").asLong();
        invoice.put("attempted", true);
        if (due == 0) {
            paid(invoice);
            return;
        }
        ObjectNode payment = payment(invoice, due);
        ObjectNode intent = store.get(Kind.PAYMENT_INTENT, payment.path("payment").path("payment_intent").asText());
        boolean arrives = intent.path("status").asText().equals("processing");
        invoice.put("attempt_count", invoice.path("attempt_count").asLong() + (arrives ? 0 : 1));
        payments.attempt(intent, attempt);
        switch (attempt) {
            case SUCCEEDS -> {
                Json.with(payment, "status", "paid", "amount_paid", due);
                Json.with(payment.withObjectProperty("status_transitions"), "paid_at", store.now());
                Json.with(invoice, "amount_paid", due, "amount_remaining", 0);
                paid(invoice);
            }
            case FAILS -> {
                invoice.set("next_payment_attempt", Json.value(next));
                store.emit("invoice.payment_failed", invoice);
            }
            case PENDS -> invoice.set("next_payment_attempt", Json.NULL);
        }
    }

    private void paid(ObjectNode invoice) {
        Json.with(invoice, "status", "paid", "auto_advance", false, "next_payment_attempt", Json.NULL);
        Json.with(invoice.withObjectProperty("status_transitions"), "paid_at", store.now());
        store.emit("invoice.paid", invoice);
        store.emit("invoice.payment_succeeded", invoice);
    }

    void paidBy(ObjectNode invoice, ObjectNode intent) {
        long amount = intent.path("amount_received").asLong();
        ObjectNode payment = payment(invoice, intent, amount);
        Json.with(payment, "status", "paid", "amount_paid", amount);
        Json.with(payment.withObjectProperty("status_transitions"), "paid_at", store.now());
        Json.with(invoice, "amount_paid", amount, "amount_remaining", 0, "attempted", true, "attempt_count", 1);
        paid(invoice);
    }

    private ObjectNode payment(ObjectNode invoice, long due) {
        return store.each(Kind.INVOICE_PAYMENT, "invoice", invoice.path("id").asText()).stream().findFirst().orElseGet(() -> {
            String description = invoice.path("billing_reason").asText().equals("subscription_create") ? "Subscription creation"
                    : "Subscription update";
            ObjectNode intent = payments.intent(due, invoice.path("currency").asText(), Json.text(invoice, "customer"), Json.object(), description);
            return payment(invoice, intent, due);
        });
    }

    private ObjectNode payment(ObjectNode invoice, ObjectNode intent, long due) {
        return store.add(Kind.INVOICE_PAYMENT, "amount_paid", Json.NULL, "amount_requested", due, "currency", invoice.get("currency"),
                "invoice", invoice.get("id"), "is_default", true,
                "payment", Json.object("payment_intent", intent.get("id"), "type", "payment_intent"), "status", "open",
                "status_transitions", Json.object("canceled_at", Json.NULL, "paid_at", Json.NULL));
    }

    /** Nobody tries to charge it any more by itself. */
    void rest(ObjectNode invoice) {
        Json.with(invoice, "auto_advance", false, "next_payment_attempt", Json.NULL);
    }

    /** The seller no longer hopes for the money. */
    void writeOff(ObjectNode invoice) {
        store.change("invoice.marked_uncollectible", invoice, one -> {
            rest(one);
            one.put("status", "uncollectible");
            Json.with(one.withObjectProperty("status_transitions"), "marked_uncollectible_at", store.now());
        });
    }

    void cancel(ObjectNode invoice) {
        store.change("invoice.voided", invoice, one -> {
            rest(one);
            Json.with(one, "status", "void", "amount_remaining", 0);
            Json.with(one.withObjectProperty("status_transitions"), "voided_at", store.now());
        });
    }
}
