package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Charges that the holder of the card says not to owe. */
final class Disputes {

    private static final Duration TIME_TO_ANSWER = Duration.ofDays(7);

    private final Store store;

    Disputes(Store store) {
        this.store = store;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/v1/disputes/{id}", request -> store.get(Kind.DISPUTE, request.id())),
                Route.list("/v1/disputes", "charge payment_intent", request -> Listing.page("/v1/disputes", store.all(Kind.DISPUTE),
                        request.params(), Listing.same(request.params(), "charge", "payment_intent"))));
    }

    /** Of the whole charge unless an amount is given. */
    ObjectNode open(ObjectNode charge, Optional<Long> amount, boolean onlyAsked) {
        boolean disputable = charge.path("status").asText().equals("succeeded") && !charge.path("disputed").asBoolean();
        if (!disputable) {
            throw new IllegalStateException("The charge has not succeeded, or is disputed already");
        }
        ObjectNode dispute = store.add(Kind.DISPUTE, "amount", amount.orElse(charge.path("amount").asLong()), "balance_transactions", List.of(),
                "charge", charge.get("id"), "currency", charge.get("currency"), "evidence", Map.of(),
                "evidence_details", Json.object("due_by", store.now().plus(TIME_TO_ANSWER), "has_evidence", false, "past_due", false,
                        "submission_count", 0), "is_charge_refundable", onlyAsked, "metadata", Map.of(),
                "payment_intent", charge.get("payment_intent"), "reason", "fraudulent",
                "status", onlyAsked ? "warning_needs_response" : "needs_response");
        charge.put("disputed", !onlyAsked);
        store.emit("charge.dispute.created", dispute);
        if (!onlyAsked) {
            store.emit("charge.dispute.funds_withdrawn", dispute);
        }
        return dispute;
    }

    /** Evidence was sent in; the bank looks at it. */
    void review(ObjectNode dispute) {
        open(dispute);
        String status = isOnlyAsked(dispute) ? "warning_under_review" : "under_review";
        store.change("charge.dispute.updated", dispute, one -> one.put("status", status));
    }

    void close(ObjectNode dispute, boolean won) {
        open(dispute);
        boolean onlyAsked = isOnlyAsked(dispute);
        String status = onlyAsked ? "warning_closed" : won ? "won" : "lost";
        store.change("charge.dispute.closed", dispute, one -> one.put("status", status));
        if (won && !onlyAsked) {
            store.emit("charge.dispute.funds_reinstated", dispute);
        }
    }

    private static void open(ObjectNode dispute) {
        if (List.of("won", "lost", "warning_closed").contains(dispute.path("status").asText())) {
            throw new IllegalStateException("The dispute is closed");
        }
    }

    private static boolean isOnlyAsked(ObjectNode dispute) {
        return dispute.path("status").asText().startsWith("warning_");
    }
}
