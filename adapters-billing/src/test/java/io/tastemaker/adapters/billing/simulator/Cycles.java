package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Months of subscriptions: they begin, are paid, end, and begin again. */
final class Cycles {

    private static final Duration NOTICE = Duration.ofDays(3);
    private static final Duration TIME_FOR_FIRST_PAYMENT = Duration.ofHours(23);

    private final Store store;
    private final Customers customers;
    private final Discounts discounts;
    private final Invoices invoices;
    private final Subscriptions subscriptions;
    private final Dunning dunning;
    /** Lines that wait for the next invoice of a subscription. */
    private final Map<String, List<Line>> waiting = new HashMap<>();
    private Duration drafts = Duration.ZERO;

    Cycles(Store store, Customers customers, Discounts discounts, Invoices invoices, Subscriptions subscriptions, Dunning dunning) {
        this.store = store;
        this.customers = customers;
        this.discounts = discounts;
        this.invoices = invoices;
        this.subscriptions = subscriptions;
        this.dunning = dunning;
    }

    /** For how long the invoice of a new month stays a draft. */
    void drafts(Duration duration) {
        drafts = duration;
    }

    /** The first month, or the trial; the attempt is how the first payment goes. */
    ObjectNode start(Order order, Payments.Attempt attempt) {
        Instant now = store.now();
        String id = store.ids().next(Kind.SUBSCRIPTION);
        Instant end = order.trialDays().map(days -> now.plus(Duration.ofDays(days))).orElseGet(() -> monthAfter(now, now));
        String status = order.trialDays().isPresent() ? "trialing" : attempt == Payments.Attempt.FAILS ? "incomplete" : "active";
        ObjectNode subscription = subscriptions.add(order, id, end, status);
        order.discount().map(discount -> discounts.keep(discount, order.customer(), id, order.session()))
                .ifPresent(kept -> subscription.set("discounts", Json.array(List.of(kept.get("id")))));
        ObjectNode invoice = invoices.draft(subscription, "subscription_create", now, List.of(line(subscription)));
        subscription.set("latest_invoice", invoice.get("id"));
        store.emit("customer.subscription.created", subscription);
        order.trialDays().ifPresent(days -> giveNotice(subscription, end));
        ends(subscription);
        dunning.collect(invoice, attempt);
        if (Subscriptions.is(subscription, "incomplete")) {
            store.agenda().at(now.plus(TIME_FOR_FIRST_PAYMENT), () -> expire(subscription));
        }
        return subscription;
    }

    private void expire(ObjectNode subscription) {
        if (Subscriptions.is(subscription, "incomplete")) {
            subscriptions.expire(subscription);
        }
    }

    private void giveNotice(ObjectNode subscription, Instant end) {
        Instant notice = end.minus(NOTICE);
        if (notice.isAfter(store.now())) {
            store.agenda().at(notice, () -> noticeIfOn(subscription, end));
        } else {
            store.emit("customer.subscription.trial_will_end", subscription);
        }
    }

    private void noticeIfOn(ObjectNode subscription, Instant end) {
        if (Subscriptions.is(subscription, "trialing") && Json.instant(subscription.get("trial_end")).equals(end)) {
            store.emit("customer.subscription.trial_will_end", subscription);
        }
    }

    private void ends(ObjectNode subscription) {
        Instant end = Json.instant(Subscriptions.item(subscription).get("current_period_end"));
        store.agenda().at(end, () -> ended(subscription, end));
    }

    private void ended(ObjectNode subscription, Instant end) {
        boolean still = !Subscriptions.isOver(subscription)
                && Json.instant(Subscriptions.item(subscription).get("current_period_end")).equals(end);
        if (still && subscription.path("cancel_at_period_end").asBoolean()) {
            subscriptions.cancel(subscription, "cancellation_requested");
        } else if (still && Subscriptions.is(subscription, "trialing") && endsWithoutCard(subscription)) {
            subscriptions.cancel(subscription, "payment_failed");
        } else if (still && !Subscriptions.is(subscription, "incomplete")) {
            next(subscription, end, one -> { });
        }
    }

    private boolean endsWithoutCard(JsonNode subscription) {
        return customers.card(subscription.path("customer").asText()) == Customers.Card.NONE
                && subscription.path("trial_settings").path("end_behavior").path("missing_payment_method").asText().equals("cancel");
    }

    /** The trial is over at once, and the month begins. */
    void endTrial(ObjectNode subscription, Consumer<ObjectNode> edit) {
        if (!Subscriptions.is(subscription, "trialing")) {
            throw Refusal.invalid("parameter_invalid", "trial_end", "The subscription is not in trial.");
        }
        Instant now = store.now();
        next(subscription, now, edit.andThen(one -> Json.with(one, "trial_end", now, "billing_cycle_anchor", now)));
    }

    private void next(ObjectNode subscription, Instant from, Consumer<ObjectNode> edit) {
        JsonNode previous = Subscriptions.item(subscription).get("current_period_start");
        boolean billed = !Subscriptions.is(subscription, "unpaid");
        Optional<ObjectNode> invoice = Optional.of(subscription.deepCopy()).filter(one -> billed).map(one -> {
            turn(one, from, edit);
            return invoices.draft(one, "subscription_cycle", Json.instant(previous), lines(one));
        });
        store.change(Subscriptions.UPDATED, subscription, one -> {
            turn(one, from, edit);
            invoice.ifPresent(made -> one.set("latest_invoice", made.get("id")));
        });
        ends(subscription);
        invoice.ifPresent(this::collect);
    }

    private static void turn(ObjectNode subscription, Instant from, Consumer<ObjectNode> edit) {
        edit.accept(subscription);
        Instant end = monthAfter(Json.instant(subscription.get("billing_cycle_anchor")), from);
        Json.with(Subscriptions.item(subscription), "current_period_start", from, "current_period_end", end);
        if (Subscriptions.is(subscription, "trialing")) {
            subscription.put("status", "active");
        }
    }

    private void collect(ObjectNode invoice) {
        if (drafts.isZero()) {
            dunning.collect(invoice);
            return;
        }
        Instant finished = store.now().plus(drafts);
        invoice.set("automatically_finalizes_at", Json.value(finished));
        store.agenda().at(finished, () -> dunning.collect(invoice));
    }

    private List<Line> lines(ObjectNode subscription) {
        List<Line> lines = new ArrayList<>(waiting.getOrDefault(subscription.path("id").asText(), List.of()));
        waiting.remove(subscription.path("id").asText());
        lines.add(line(subscription));
        return lines;
    }

    /** What waits for the next invoice. */
    List<Line> waiting(JsonNode subscription) {
        return waiting.computeIfAbsent(subscription.path("id").asText(), id -> new ArrayList<>());
    }

    /** The period that the item is in. */
    private Line line(ObjectNode subscription) {
        ObjectNode item = Subscriptions.item(subscription);
        ObjectNode price = (ObjectNode) item.get("price");
        boolean trial = Subscriptions.is(subscription, "trialing");
        long quantity = item.path("quantity").asLong();
        long amount = trial ? 0 : Line.price(price, quantity);
        return new Line(trial ? "Trial period" : quantity + " × subscription", price, quantity, amount, off(subscription, amount),
                Json.instant(item.get("current_period_start")), Json.instant(item.get("current_period_end")), false);
    }

    private long off(ObjectNode subscription, long amount) {
        Optional<ObjectNode> kept = discounts.on(subscription).filter(one -> amount > 0);
        kept.ifPresent(discounts::used);
        return kept.map(one -> discounts.meant(one).off(amount)).orElse(0L);
    }

    /** The first of the anchor's days after a moment; a day that a month does not have is its last. */
    static Instant monthAfter(Instant anchor, Instant moment) {
        ZonedDateTime first = anchor.atZone(ZoneOffset.UTC);
        long months = 1;
        while (!first.plusMonths(months).toInstant().isAfter(moment)) {
            months++;
        }
        return first.plusMonths(months).toInstant();
    }
}
