package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** All that happened, oldest first, and whether the other side has been told. Only used under the lock of the {@link Store}. */
final class EventLog {

    /** What became of an event. */
    enum Fate { PENDING, DELIVERED, LOST }

    /** For how long Stripe lists events. */
    static final Duration LISTED = Duration.ofDays(30);

    private final Map<String, SimulatedEvent> events = new LinkedHashMap<>();
    private final Map<String, ObjectNode> envelopes = new LinkedHashMap<>();
    private final Map<String, Fate> fates = new LinkedHashMap<>();
    private final List<SimulatedEvent> pending = new ArrayList<>();
    private final Ids ids;
    private String version;
    private Cause cause = Cause.NONE;
    private Optional<Consumer<SimulatedEvent>> courier = Optional.empty();

    EventLog(Ids ids, String version) {
        this.ids = ids;
        this.version = version;
    }

    void add(String type, Instant now, JsonNode object, ObjectNode previous) {
        ObjectNode data = Json.object("object", object.deepCopy());
        if (!previous.isEmpty()) {
            data.set("previous_attributes", previous);
        }
        String id = ids.next(Kind.EVENT);
        ObjectNode envelope = Json.object("id", id, "object", "event", "api_version", version, "created", now, "data", data,
                "livemode", false, "pending_webhooks", 1, "request", cause.json(), "type", type);
        SimulatedEvent event = new SimulatedEvent(id, type, now, Json.write(envelope));
        events.put(id, event);
        envelopes.put(id, envelope);
        fates.put(id, Fate.PENDING);
        courier.ifPresentOrElse(takes -> takes.accept(event), () -> pending.add(event));
    }

    /** From now on events say that they are of another version of the API. */
    void version(String other) {
        version = other;
    }

    <T> T causedBy(Cause request, Supplier<T> work) {
        cause = request;
        try {
            return work.get();
        } finally {
            cause = Cause.NONE;
        }
    }

    /** Someone takes what is pending, and from now on each event as it happens. */
    void courier(Consumer<SimulatedEvent> takes) {
        courier = Optional.of(takes);
        List.copyOf(pending).forEach(takes);
        pending.clear();
    }

    void pileUp() {
        courier = Optional.empty();
    }

    List<SimulatedEvent> pending() {
        return List.copyOf(pending);
    }

    List<SimulatedEvent> takePending() {
        List<SimulatedEvent> taken = List.copyOf(pending);
        pending.clear();
        return taken;
    }

    void fate(String id, Fate fate) {
        fates.put(id, fate);
    }

    Fate fate(String id) {
        return fates.get(id);
    }

    /** Those since a moment, as they are listed. */
    List<ObjectNode> envelopes(Instant since) {
        return envelopes.values().stream().filter(one -> one.path("created").asLong() > since.getEpochSecond()).toList();
    }

    List<SimulatedEvent> all() {
        return List.copyOf(events.values());
    }
}
