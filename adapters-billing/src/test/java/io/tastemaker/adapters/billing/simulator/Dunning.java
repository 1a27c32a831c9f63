package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Gets invoices paid, tries again, and lets subscriptions feel how it went. */
final class Dunning {

    /** What becomes of a subscription after the last attempt. */
    enum Last { CANCELS, LEAVES_UNPAID }

    private static final List<Duration> RETRIES = List.of(Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(5), Duration.ofDays(7));

    private final Store store;
    private final Customers customers;
    private final Invoices invoices;
    private final Subscriptions subscriptions;
    private Last last = Last.CANCELS;

    Dunning(Store store, Customers customers, Invoices invoices, Subscriptions subscriptions) {
        this.store = store;
        this.customers = customers;
        this.invoices = invoices;
        this.subscriptions = subscriptions;
    }

    List<Route> routes() {
        return List.of(Route.post("/v1/invoices/{id}/pay", "", request -> payByApi(store.get(Kind.INVOICE, request.id()))));
    }

    void last(Last what) {
        last = what;
    }

    private ObjectNode payByApi(ObjectNode invoice) {
        if (!isOpen(invoice)) {
            throw Refusal.invalid("Invoice is already " + invoice.path("status").asText() + ".");
        }
        collect(invoice);
        if (!invoice.path("status").asText().equals("paid")) {
            throw Refusal.card();
        }
        return invoice;
    }

    /** With the card on file. */
    void collect(ObjectNode invoice) {
        collect(invoice, onFile(invoice));
    }

    Payments.Attempt onFile(ObjectNode invoice) {
        boolean works = customers.card(invoice.path("customer").asText()) == Customers.Card.WORKS;
        return works ? Payments.Attempt.SUCCEEDS : Payments.Attempt.FAILS;
    }

    void collect(ObjectNode invoice, Payments.Attempt attempt) {
        if (invoice.path("status").asText().equals("draft")) {
            invoices.finish(invoice);
        }
        invoices.attempt(invoice, attempt, nextAttempt(invoice));
        subscription(invoice).filter(one -> !Subscriptions.isOver(one)).ifPresent(one -> {
            if (invoice.path("status").asText().equals("paid")) {
                paid(one, invoice);
            } else if (attempt == Payments.Attempt.FAILS) {
                failed(one, invoice);
            }
        });
    }

    private Optional<ObjectNode> subscription(JsonNode invoice) {
        return Invoices.subscription(invoice).flatMap(id -> store.find(Kind.SUBSCRIPTION, id));
    }

    /** The first invoice of a subscription, and one that a change waits for, are not tried again by themselves. */
    private Optional<Instant> nextAttempt(JsonNode invoice) {
        boolean alone = subscription(invoice).filter(one -> Subscriptions.is(one, "incomplete") || !one.path("pending_update").isNull()).isPresent();
        Instant created = Json.instant(invoice.get("created"));
        return alone ? Optional.empty() : RETRIES.stream().map(created::plus).filter(next -> next.isAfter(store.now())).findFirst();
    }

    private void paid(ObjectNode subscription, JsonNode invoice) {
        subscriptions.apply(subscription, invoice.path("id").asText());
        boolean waited = List.of("past_due", "unpaid", "incomplete").contains(subscription.path("status").asText());
        if (waited && !owes(subscription)) {
            subscriptions.status(subscription, "active");
        }
    }

    private boolean owes(JsonNode subscription) {
        return store.each(Kind.INVOICE, "status", "open").stream()
                .anyMatch(one -> Invoices.subscription(one).equals(Json.text(subscription, "id")));
    }

    private void failed(ObjectNode subscription, ObjectNode invoice) {
        if (Subscriptions.is(subscription, "incomplete") || !subscription.path("pending_update").isNull()) {
            return;
        }
        Optional<Instant> next = Json.number(invoice, "next_payment_attempt").map(Instant::ofEpochSecond);
        if (next.isPresent()) {
            store.agenda().at(next.get(), () -> retry(invoice, next.get()));
            subscriptions.status(subscription, "past_due");
        } else if (last == Last.CANCELS) {
            subscriptions.cancel(subscription, "payment_failed");
        } else {
            subscriptions.status(subscription, "unpaid");
        }
    }

    private void retry(ObjectNode invoice, Instant planned) {
        boolean still = isOpen(invoice) && Json.number(invoice, "next_payment_attempt").equals(Optional.of(planned.getEpochSecond()));
        if (still) {
            collect(invoice);
        }
    }

    private static boolean isOpen(JsonNode invoice) {
        return invoice.path("status").asText().equals("open");
    }
}
