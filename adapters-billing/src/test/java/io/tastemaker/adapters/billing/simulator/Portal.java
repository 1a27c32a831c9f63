package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The pages on which customers look after their subscriptions. */
final class Portal {

    private final Store store;
    private final String base;

    Portal(Store store, String base) {
        this.store = store;
        this.base = base;
    }

    List<Route> routes() {
        return List.of(Route.post("/v1/billing_portal/sessions", "customer return_url", request -> create(request.params())));
    }

    private ObjectNode create(Params params) {
        String customer = params.required("customer");
        store.named(Kind.CUSTOMER, customer, "customer");
        String id = store.ids().next(Kind.PORTAL);
        return store.addAs(Kind.PORTAL, id, "configuration", "bpc_simulated", "customer", customer, "flow", Json.NULL, "locale", Json.NULL,
                "on_behalf_of", Json.NULL, "return_url", params.text("return_url"), "url", base + "/portal/" + id);
    }
}
