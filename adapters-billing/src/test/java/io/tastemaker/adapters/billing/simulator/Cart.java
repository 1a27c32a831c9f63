package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** What a session sells, and what is to be written on what comes out of it. */
record Cart(String mode, List<Item> items, Optional<Long> trialDays, String withoutCard, ObjectNode metadata, String description,
        boolean invoice, Optional<Discount> discount) {

    /** A price, so many times. */
    record Item(String id, ObjectNode price, long quantity, String name) {

        long amount() {
            return Line.price(price, quantity);
        }
    }

    boolean isSubscription() {
        return mode.equals("subscription");
    }

    String currency() {
        return items.getFirst().price().path("currency").asText();
    }

    /** Nothing while a trial lasts. */
    long subtotal() {
        return trialDays.isPresent() ? 0 : items.stream().mapToLong(Item::amount).sum();
    }

    long off() {
        return discount.map(one -> one.off(subtotal())).orElse(0L);
    }

    long total() {
        return subtotal() - off();
    }

    Cart with(Discount chosen) {
        return new Cart(mode, items, trialDays, withoutCard, metadata, description, invoice, Optional.of(chosen));
    }
}
