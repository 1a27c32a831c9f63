package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;

/** The events of the last 30 days, to be asked for by those who may have missed some. */
final class EventRoutes {

    private final Store store;
    private final EventLog events;

    EventRoutes(Store store, EventLog events) {
        this.store = store;
        this.events = events;
    }

    List<Route> routes() {
        return List.of(
                Route.list("/v1/events", "type types[] delivery_success", request -> list(request.params())),
                Route.get("/v1/events/{id}", request -> listed().stream()
                        .filter(one -> one.path("id").asText().equals(request.id())).findFirst()
                        .orElseThrow(() -> Refusal.missing(Kind.EVENT, request.id()))));
    }

    private List<ObjectNode> listed() {
        return events.envelopes(store.now().minus(EventLog.LISTED));
    }

    private ObjectNode list(Params params) {
        List<String> types = params.texts("types");
        Predicate<ObjectNode> ofType = one -> types.isEmpty() || types.contains(one.path("type").asText());
        Predicate<ObjectNode> delivered = one -> params.flag("delivery_success")
                .map(wanted -> wanted == (events.fate(one.path("id").asText()) == EventLog.Fate.DELIVERED)).orElse(true);
        return Listing.page("/v1/events", listed(), params, ofType.and(delivered).and(Listing.same(params, "type")));
    }
}
