package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Money given back, in one part or in several. */
final class Refunds {

    private final Store store;

    Refunds(Store store) {
        this.store = store;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/v1/refunds", "charge payment_intent amount reason metadata metadata[*]", request -> create(request.params())),
                Route.get("/v1/refunds/{id}", request -> store.get(Kind.REFUND, request.id())),
                Route.list("/v1/refunds", "charge payment_intent", request -> Listing.page("/v1/refunds", store.all(Kind.REFUND),
                        request.params(), Listing.same(request.params(), "charge", "payment_intent"))));
    }

    private ObjectNode create(Params params) {
        if (params.has("charge") == params.has("payment_intent")) {
            throw Refusal.invalid("parameter_missing", "charge", "One of the following params should be provided for this request: "
                    + "payment_intent or charge.");
        }
        ObjectNode charge = charge(params);
        Optional<String> reason = params.word("reason", "duplicate", "fraudulent", "requested_by_customer");
        return refund(charge, params.number("amount"), reason, Metadata.of(params));
    }

    private ObjectNode charge(Params params) {
        return params.text("charge").map(id -> store.named(Kind.CHARGE, id, "charge")).orElseGet(() -> {
            ObjectNode intent = store.named(Kind.PAYMENT_INTENT, params.required("payment_intent"), "payment_intent");
            return Json.text(intent, "latest_charge").flatMap(id -> store.find(Kind.CHARGE, id))
                    .orElseThrow(() -> Refusal.invalid("This PaymentIntent does not have a successful charge to refund."));
        });
    }

    /** The rest of the charge unless an amount is given. */
    ObjectNode refund(ObjectNode charge, Optional<Long> wanted, Optional<String> reason, JsonNode metadata) {
        long left = charge.path("amount_captured").asLong() - charge.path("amount_refunded").asLong();
        check(charge, wanted, left);
        long amount = wanted.orElse(left);
        ObjectNode refund = store.add(Kind.REFUND, "amount", amount, "balance_transaction", Json.NULL, "charge", charge.get("id"),
                "currency", charge.get("currency"), "destination_details", Json.object("card", Json.object("type", "refund"), "type", "card"),
                "metadata", metadata, "payment_intent", charge.get("payment_intent"), "reason", reason, "receipt_number", Json.NULL,
                "source_transfer_reversal", Json.NULL, "status", "succeeded", "transfer_reversal", Json.NULL);
        refund.remove("livemode");
        store.emit("refund.created", refund);
        store.change("charge.refunded", charge, one -> give(one, amount));
        return refund;
    }

    private static void check(ObjectNode charge, Optional<Long> wanted, long left) {
        String id = charge.path("id").asText();
        if (!charge.path("status").asText().equals("succeeded")) {
            throw Refusal.invalid("charge_not_refundable", "charge", "Charge " + id + " has not succeeded.");
        }
        if (charge.path("refunded").asBoolean()) {
            throw Refusal.invalid("charge_already_refunded", "charge", "Charge " + id + " has already been refunded.");
        }
        if (charge.path("disputed").asBoolean()) {
            throw Refusal.invalid("charge_disputed", "charge", "Charge " + id + " has been charged back; cannot issue a refund.");
        }
        if (wanted.filter(amount -> amount <= 0 || amount > left).isPresent()) {
            throw Refusal.invalid("amount_too_large", "amount", "Refund amount (" + wanted.get() + ") is not between 1 and what is left of the "
                    + "charge (" + left + ").");
        }
    }

    private static void give(ObjectNode charge, long amount) {
        long given = charge.path("amount_refunded").asLong() + amount;
        Json.with(charge, "amount_refunded", given, "refunded", given == charge.path("amount").asLong());
    }

    /** The bank could not pay it out: the money is with the seller again. */
    void fail(ObjectNode refund) {
        if (!refund.path("status").asText().equals("succeeded")) {
            throw new IllegalStateException("The refund is " + refund.path("status").asText());
        }
        give(store.get(Kind.CHARGE, refund.path("charge").asText()), -refund.path("amount").asLong());
        store.change("refund.updated", refund, one -> Json.with(one, "status", "failed", "failure_reason", "lost_or_stolen_card"));
        store.emit("refund.failed", refund);
    }
}
