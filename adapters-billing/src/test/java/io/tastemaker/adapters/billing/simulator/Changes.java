package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Changes of a subscription by its seller or its owner: another price, the end of a trial, a cancellation. */
final class Changes {

    private static final Duration TIME_FOR_PAYMENT = Duration.ofHours(23);

    private record Wish(ObjectNode price, long quantity, String proration, String payment) {}

    private final Store store;
    private final Customers customers;
    private final Discounts discounts;
    private final Invoices invoices;
    private final Subscriptions subscriptions;
    private final Dunning dunning;
    private final Cycles cycles;

    Changes(Store store, Customers customers, Discounts discounts, Invoices invoices, Subscriptions subscriptions, Dunning dunning,
            Cycles cycles) {
        this.store = store;
        this.customers = customers;
        this.discounts = discounts;
        this.invoices = invoices;
        this.subscriptions = subscriptions;
        this.dunning = dunning;
        this.cycles = cycles;
    }

    List<Route> routes() {
        return List.of(Route.post("/v1/subscriptions/{id}", "cancel_at_period_end items[][id] items[][price] items[][quantity] "
                + "proration_behavior payment_behavior trial_end metadata metadata[*] cancellation_details[comment] "
                + "cancellation_details[feedback]", request -> update(store.get(Kind.SUBSCRIPTION, request.id()), request.params())));
    }

    private ObjectNode update(ObjectNode subscription, Params params) {
        boolean onlyMetadata = params.all().keySet().stream().allMatch(name -> name.startsWith("metadata") || name.startsWith("expand"));
        if (Subscriptions.isOver(subscription) && !onlyMetadata) {
            throw Refusal.invalid("A canceled subscription can only update its cancellation_details and metadata.");
        }
        Optional<Wish> wish = wish(subscription, params);
        Consumer<ObjectNode> edit = edit(params);
        if (params.word("trial_end", "now").isPresent()) {
            refuseUnpaid(subscription, params.text("payment_behavior").orElse(""));
            cycles.endTrial(subscription, edit.andThen(one -> wish.ifPresent(to -> Subscriptions.price(one, to.price(), to.quantity()))));
        } else {
            wish.ifPresentOrElse(to -> change(subscription, to, edit), () -> store.change(Subscriptions.UPDATED, subscription, edit));
        }
        return subscription;
    }

    private Consumer<ObjectNode> edit(Params params) {
        Optional<Boolean> cancel = params.flag("cancel_at_period_end");
        return one -> {
            Metadata.merge(one, params);
            cancel.filter(flag -> flag != one.path("cancel_at_period_end").asBoolean())
                    .ifPresent(flag -> subscriptions.cancelAtPeriodEnd(flag).accept(one));
            params.in("cancellation_details").all().forEach(one.withObjectProperty("cancellation_details")::put);
        };
    }

    private Optional<Wish> wish(ObjectNode subscription, Params params) {
        List<Params> items = params.each("items");
        String proration = params.word("proration_behavior", "none", "create_prorations", "always_invoice").orElse("create_prorations");
        String payment = params.word("payment_behavior", "allow_incomplete", "error_if_incomplete", "pending_if_incomplete")
                .orElse("allow_incomplete");
        if (items.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode item = Subscriptions.item(subscription);
        Params wanted = items.getFirst();
        if (items.size() > 1 || !wanted.required("id").equals(item.path("id").asText())) {
            throw Refusal.invalid("resource_missing", wanted.named("id"), "Only the one item of the subscription can be changed.");
        }
        ObjectNode price = wanted.text("price").map(id -> store.named(Kind.PRICE, id, wanted.named("price"))).orElse((ObjectNode) item.get("price"));
        return Optional.of(new Wish(price, wanted.number("quantity").orElse(item.path("quantity").asLong()), proration, payment));
    }

    /** As the page of the portal does it: what is left of the month is settled at once. */
    void changeAtPortal(ObjectNode subscription, ObjectNode price) {
        long quantity = Subscriptions.item(subscription).path("quantity").asLong();
        change(subscription, new Wish(price, quantity, "always_invoice", "allow_incomplete"), one -> { });
    }

    private void change(ObjectNode subscription, Wish wish, Consumer<ObjectNode> edit) {
        Consumer<ObjectNode> all = edit.andThen(one -> Subscriptions.price(one, wish.price(), wish.quantity()));
        ObjectNode item = Subscriptions.item(subscription);
        boolean same = item.path("price").get("id").equals(wish.price().get("id")) && item.path("quantity").asLong() == wish.quantity();
        if (same || Subscriptions.is(subscription, "trialing") || wish.proration().equals("none")) {
            store.change(Subscriptions.UPDATED, subscription, all);
        } else if (wish.proration().equals("create_prorations")) {
            cycles.waiting(subscription).addAll(prorations(subscription, wish));
            store.change(Subscriptions.UPDATED, subscription, all);
        } else {
            invoice(subscription, wish, all);
        }
    }

    private void invoice(ObjectNode subscription, Wish wish, Consumer<ObjectNode> edit) {
        List<Line> lines = prorations(subscription, wish);
        boolean fails = invoices.due(subscription.path("customer").asText(), lines) > 0 && !works(subscription);
        if (fails && wish.payment().equals("error_if_incomplete")) {
            throw Refusal.card();
        }
        ObjectNode invoice = invoices.draft(subscription, "subscription_update", store.now(), lines);
        if (fails && wish.payment().equals("pending_if_incomplete")) {
            subscriptions.await(subscription, wish.price(), wish.quantity(), invoice.path("id").asText(), store.now().plus(TIME_FOR_PAYMENT));
        } else {
            store.change(Subscriptions.UPDATED, subscription, edit.andThen(one -> one.set("latest_invoice", invoice.get("id"))));
        }
        dunning.collect(invoice);
    }

    private void refuseUnpaid(ObjectNode subscription, String payment) {
        if (payment.equals("error_if_incomplete") && !works(subscription)) {
            throw Refusal.card();
        }
    }

    private boolean works(ObjectNode subscription) {
        return customers.card(subscription.path("customer").asText()) == Customers.Card.WORKS;
    }

    /** The unused time of what was billed last is given back, and the rest of the month is paid at the new price. */
    private List<Line> prorations(ObjectNode subscription, Wish wish) {
        ObjectNode item = Subscriptions.item(subscription);
        Instant now = store.now();
        Instant end = Json.instant(item.get("current_period_end"));
        List<Line> lines = new ArrayList<>();
        billedLast(subscription).ifPresent(old -> lines.add(new Line("Unused time", old.price(), old.quantity(), -part(old.amount(), old.start(),
                now, old.end()), -part(old.discount(), old.start(), now, old.end()), now, old.end(), true)));
        long amount = part(Line.price(wish.price(), wish.quantity()), Json.instant(item.get("current_period_start")), now, end);
        long off = discounts.on(subscription).map(discounts::meant).filter(Discount::isPercent).map(one -> one.percentOff(amount)).orElse(0L);
        lines.add(new Line("Remaining time", wish.price(), wish.quantity(), amount, off, now, end, true));
        return lines;
    }

    /** Of a whole period the part from now on, to the second, rounded half up. */
    private static long part(long amount, Instant start, Instant now, Instant end) {
        BigDecimal left = BigDecimal.valueOf(Duration.between(now, end).toSeconds());
        BigDecimal whole = BigDecimal.valueOf(Duration.between(start, end).toSeconds());
        return BigDecimal.valueOf(amount).multiply(left).divide(whole, 0, RoundingMode.HALF_UP).longValueExact();
    }

    private Optional<Line> billedLast(ObjectNode subscription) {
        List<Line> billed = new ArrayList<>();
        store.all(Kind.INVOICE).stream()
                .filter(invoice -> Invoices.subscription(invoice).equals(Json.text(subscription, "id")))
                .filter(invoice -> !invoice.path("status").asText().equals("void"))
                .forEach(invoice -> Json.objects(invoice.path("lines").path("data")).forEach(line -> billed.add(read(line))));
        billed.addAll(cycles.waiting(subscription));
        return billed.reversed().stream().filter(line -> line.amount() > 0 && line.covers(store.now())).findFirst();
    }

    private Line read(ObjectNode line) {
        JsonNode period = line.path("period");
        ObjectNode price = store.get(Kind.PRICE, line.path("pricing").path("price_details").path("price").asText());
        return new Line(line.path("description").asText(), price, line.path("quantity").asLong(), line.path("amount").asLong(),
                line.path("discount_amounts").path(0).path("amount").asLong(), Json.instant(period.get("start")), Json.instant(period.get("end")),
                false);
    }
}
