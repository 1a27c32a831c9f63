package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Customers, and the card that Stripe has on file for each. */
final class Customers {

    /** What becomes of a charge when nobody is there to type in another card. */
    enum Card { NONE, WORKS, FAILS }

    private static final String MEMBERS = "email name description phone metadata metadata[*]";

    private final Store store;
    private final Map<String, Card> cards = new HashMap<>();

    Customers(Store store) {
        this.store = store;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/v1/customers", MEMBERS, request -> create(request.params())),
                Route.list("/v1/customers", "email", request -> Listing.page("/v1/customers",
                        store.all(Kind.CUSTOMER).stream().filter(one -> !one.has("deleted")).toList(), request.params(),
                        Listing.same(request.params(), "email"))),
                Route.get("/v1/customers/{id}", request -> store.get(Kind.CUSTOMER, request.id())),
                Route.post("/v1/customers/{id}", MEMBERS, request -> update(living(request.id()), request.params())));
    }

    /** The one that an address names, unless it is deleted. */
    ObjectNode living(String id) {
        return store.find(Kind.CUSTOMER, id).filter(one -> !one.has("deleted")).orElseThrow(() -> Refusal.missing(Kind.CUSTOMER, id));
    }

    ObjectNode create(Params params) {
        ObjectNode customer = store.add(Kind.CUSTOMER, "address", Json.NULL, "balance", 0, "currency", Json.NULL, "default_source", Json.NULL,
                "delinquent", false, "description", params.text("description"), "email", params.text("email"),
                "invoice_prefix", "TM" + store.ids().next("").substring(0, 6), "invoice_settings", Json.object("custom_fields", Json.NULL,
                        "default_payment_method", Json.NULL, "footer", Json.NULL, "rendering_options", Json.NULL),
                "metadata", Metadata.of(params), "name", params.text("name"), "next_invoice_sequence", 1, "phone", params.text("phone"),
                "preferred_locales", List.of(), "shipping", Json.NULL, "tax_exempt", "none", "test_clock", Json.NULL);
        store.emit("customer.created", customer);
        return customer;
    }

    private ObjectNode update(ObjectNode customer, Params params) {
        store.change("customer.updated", customer, one -> {
            for (String name : List.of("email", "name", "description", "phone")) {
                params.text(name).ifPresent(value -> one.put(name, value));
            }
            Metadata.merge(one, params);
        });
        return customer;
    }

    /** What is left of a deleted customer. */
    ObjectNode delete(ObjectNode customer) {
        store.emit("customer.deleted", customer);
        String id = customer.path("id").asText();
        customer.removeAll();
        return Json.with(customer, "id", id, "object", Kind.CUSTOMER.object(), "deleted", true);
    }

    Card card(String customer) {
        return cards.getOrDefault(customer, Card.NONE);
    }

    void card(String customer, Card card) {
        cards.put(customer, card);
    }

    /** Below zero: what the customer has in credit. */
    long balance(String customer) {
        return store.find(Kind.CUSTOMER, customer).map(one -> one.path("balance").asLong()).orElse(0L);
    }

    void balance(String customer, long balance) {
        Optional<ObjectNode> known = store.find(Kind.CUSTOMER, customer).filter(one -> balance(customer) != balance);
        known.ifPresent(one -> store.change("customer.updated", one, changed -> changed.put("balance", balance)));
    }
}
