package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where sessions are paid. */
final class Till {

    private final Store store;
    private final Customers customers;
    private final Discounts discounts;
    private final Payments payments;
    private final Invoices invoices;
    private final Dunning dunning;
    private final Cycles cycles;
    private final Sessions sessions;

    Till(Store store, Customers customers, Discounts discounts, Payments payments, Invoices invoices, Dunning dunning, Cycles cycles,
            Sessions sessions) {
        this.store = store;
        this.customers = customers;
        this.discounts = discounts;
        this.payments = payments;
        this.invoices = invoices;
        this.dunning = dunning;
        this.cycles = cycles;
        this.sessions = sessions;
    }

    /** Somebody presses the button. After a refused card the page stays, and they may try another. */
    void pay(ObjectNode session, Payments.Attempt attempt) {
        if (!Sessions.isOpen(session)) {
            throw new IllegalStateException("The session is " + session.path("status").asText());
        }
        Cart cart = sessions.cart(session);
        if (cart.discount().filter(one -> !discounts.isUsable(one)).isPresent()) {
            throw new IllegalStateException("The promotion is over");
        }
        if (attempt == Payments.Attempt.FAILS && asksForCard(session, cart)) {
            decline(session, cart);
            return;
        }
        cart.discount().ifPresent(discounts::redeem);
        boolean wantsCustomer = cart.isSubscription() || cart.invoice() || session.path("customer_creation").asText().equals("always");
        if (wantsCustomer && Json.text(session, "customer").isEmpty()) {
            session.set("customer", newCustomer(session).get("id"));
        }
        if (cart.isSubscription()) {
            subscribe(session, cart, attempt);
        } else {
            sell(session, cart, attempt);
        }
        complete(session, cart.total() == 0 ? "no_payment_required" : attempt == Payments.Attempt.PENDS ? "unpaid" : "paid");
        store.emit("checkout.session.completed", session);
    }

    private void decline(ObjectNode session, Cart cart) {
        if (cart.total() > 0) {
            payments.attempt(intent(session, cart), Payments.Attempt.FAILS);
        }
    }

    /** For a trial, too, unless it is only to be asked for when something is paid. */
    private static boolean asksForCard(ObjectNode session, Cart cart) {
        return cart.total() > 0 || cart.isSubscription() && session.path("payment_method_collection").asText().equals("always");
    }

    private void complete(ObjectNode session, String paymentStatus) {
        Optional<ObjectNode> customer = Json.text(session, "customer").flatMap(id -> store.find(Kind.CUSTOMER, id));
        Json.with(session, "status", "complete", "url", Json.NULL, "payment_status", paymentStatus, "customer_details",
                Json.object("address", Json.NULL, "email", customer.flatMap(one -> Json.text(one, "email")).or(() -> Json.text(session,
                        "customer_email")), "name", customer.flatMap(one -> Json.text(one, "name")), "phone", Json.NULL, "tax_exempt", "none",
                        "tax_ids", List.of()));
    }

    private ObjectNode intent(ObjectNode session, Cart cart) {
        return Json.text(session, "payment_intent").flatMap(id -> store.find(Kind.PAYMENT_INTENT, id)).orElseGet(() -> {
            ObjectNode made = payments.intent(cart.total(), cart.currency(), Json.text(session, "customer"),
                    cart.isSubscription() ? Json.object() : cart.metadata(), cart.description());
            if (!cart.isSubscription()) {
                session.set("payment_intent", made.get("id"));
            }
            return made;
        });
    }

    private void sell(ObjectNode session, Cart cart, Payments.Attempt attempt) {
        if (cart.total() > 0) {
            payments.attempt(intent(session, cart), attempt);
        }
        if (cart.invoice() && attempt == Payments.Attempt.SUCCEEDS) {
            invoice(session, cart);
        }
    }

    private void invoice(ObjectNode session, Cart cart) {
        Instant now = store.now();
        long rest = cart.off();
        List<Line> lines = new ArrayList<>();
        for (Cart.Item item : cart.items()) {
            long off = Math.min(rest, item.amount());
            rest -= off;
            lines.add(new Line(item.name(), item.price(), item.quantity(), item.amount(), off, now, now, false));
        }
        ObjectNode invoice = invoices.draft(session.path("customer").asText(), lines);
        session.set("invoice", invoice.get("id"));
        invoices.finish(invoice);
        Json.text(session, "payment_intent").flatMap(id -> store.find(Kind.PAYMENT_INTENT, id)).ifPresentOrElse(
                intent -> invoices.paidBy(invoice, intent), () -> invoices.attempt(invoice, Payments.Attempt.SUCCEEDS, Optional.empty()));
    }

    private void subscribe(ObjectNode session, Cart cart, Payments.Attempt attempt) {
        String customer = session.path("customer").asText();
        if (asksForCard(session, cart)) {
            customers.card(customer, Customers.Card.WORKS);
        }
        Cart.Item item = cart.items().getFirst();
        ObjectNode subscription = cycles.start(new Order(customer, item.price(), item.quantity(), cart.trialDays(), cart.withoutCard(),
                cart.metadata(), cart.discount(), session.path("id").asText()), attempt);
        Json.with(session, "subscription", subscription.get("id"), "invoice", subscription.get("latest_invoice"));
    }

    private ObjectNode newCustomer(ObjectNode session) {
        String email = Json.text(session, "customer_email").map(address -> "email=" + address.replace("@", "%40")).orElse("");
        return customers.create(Params.of(email));
    }

    /** A payment that was on its way arrives, or does not. */
    void settle(ObjectNode session, boolean succeeds) {
        boolean waits = session.path("status").asText().equals("complete") && session.path("payment_status").asText().equals("unpaid");
        if (!waits) {
            throw new IllegalStateException("No payment of the session is on its way");
        }
        Payments.Attempt end = succeeds ? Payments.Attempt.SUCCEEDS : Payments.Attempt.FAILS;
        Cart cart = sessions.cart(session);
        if (cart.isSubscription()) {
            dunning.collect(store.get(Kind.INVOICE, session.path("invoice").asText()), end);
        } else {
            payments.attempt(intent(session, cart), end);
        }
        if (succeeds && cart.invoice()) {
            invoice(session, cart);
        }
        if (succeeds) {
            session.put("payment_status", "paid");
        }
        store.emit(succeeds ? "checkout.session.async_payment_succeeded" : "checkout.session.async_payment_failed", session);
    }
}
