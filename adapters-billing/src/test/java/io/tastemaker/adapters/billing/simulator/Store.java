package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** All objects, each kept as the JSON that is answered; one lock around all of them, their time and their events. */
final class Store {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Kind, Map<String, ObjectNode>> tables = new EnumMap<>(Kind.class);
    private final Ids ids;
    private final Agenda agenda;
    private final EventLog events;

    Store(Ids ids, Agenda agenda, EventLog events) {
        this.ids = ids;
        this.agenda = agenda;
        this.events = events;
        for (Kind kind : Kind.values()) {
            tables.put(kind, new LinkedHashMap<>());
        }
    }

    /** Alone with the state, after what was due by now has happened. */
    <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            agenda.catchUp();
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    void locked(Runnable work) {
        locked(() -> {
            work.run();
            return true;
        });
    }

    Agenda agenda() {
        return agenda;
    }

    Instant now() {
        return agenda.instant();
    }

    Ids ids() {
        return ids;
    }

    /** What happens is said to be caused by this request. */
    <T> T causedBy(Cause cause, Supplier<T> work) {
        return events.causedBy(cause, work);
    }

    /** A new object, without an event yet. */
    ObjectNode add(Kind kind, Object... namesAndValues) {
        return addAs(kind, ids.next(kind), namesAndValues);
    }

    /** The same, under an id that is known already. */
    ObjectNode addAs(Kind kind, String id, Object... namesAndValues) {
        ObjectNode made = Json.object("id", id, "object", kind.object(), "created", now(), "livemode", false);
        Json.with(made, namesAndValues);
        tables.get(kind).put(id, made);
        return made;
    }

    void remove(Kind kind, String id) {
        tables.get(kind).remove(id);
    }

    /** In the order in which they came to be. */
    Collection<ObjectNode> all(Kind kind) {
        return tables.get(kind).values();
    }

    /** The same, to change them on the way. */
    List<ObjectNode> each(Kind kind, String member, String value) {
        return new ArrayList<>(all(kind).stream().filter(one -> one.path(member).asText().equals(value)).toList());
    }

    Optional<ObjectNode> find(Kind kind, String id) {
        return Optional.ofNullable(tables.get(kind).get(id));
    }

    /** Whatever has this id. */
    Optional<ObjectNode> find(String id) {
        return tables.values().stream().filter(table -> table.containsKey(id)).map(table -> table.get(id)).findFirst();
    }

    /** The one that the address of a request names. */
    ObjectNode get(Kind kind, String id) {
        return find(kind, id).orElseThrow(() -> Refusal.missing(kind, id));
    }

    /** The one that a parameter names. */
    ObjectNode named(Kind kind, String id, String param) {
        return find(kind, id).filter(one -> !one.path("deleted").asBoolean()).orElseThrow(() -> Refusal.noSuch(kind, id, param));
    }

    void emit(String type, JsonNode object) {
        events.add(type, now(), object, Json.object());
    }

    /** Changes an object and says so, with what stood there before; an update that changes nothing is none. */
    void change(String type, ObjectNode object, Consumer<ObjectNode> change) {
        ObjectNode before = object.deepCopy();
        change.accept(object);
        ObjectNode previous = differences(before, object);
        boolean idle = previous.isEmpty() && type.endsWith(".updated");
        if (!idle) {
            events.add(type, now(), object, previous);
        }
    }

    private static ObjectNode differences(ObjectNode before, ObjectNode after) {
        ObjectNode previous = Json.object();
        after.fieldNames().forEachRemaining(name -> {
            JsonNode old = before.path(name).isMissingNode() ? Json.NULL : before.get(name);
            if (!old.equals(after.get(name))) {
                previous.set(name, old);
            }
        });
        return previous;
    }
}
