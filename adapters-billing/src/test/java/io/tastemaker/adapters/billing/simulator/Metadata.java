package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** The names and values that a caller hangs on an object. */
final class Metadata {

    private static final int NAMES = 50;
    private static final int NAME = 40;
    private static final int VALUE = 500;

    private Metadata() {}

    static ObjectNode of(Params params) {
        ObjectNode metadata = Json.object();
        merge(metadata, params.in("metadata"), params.named("metadata"));
        return metadata;
    }

    /** A given name is set, a name given as nothing is removed, and metadata given as nothing is emptied. */
    static void merge(ObjectNode object, Params params) {
        ObjectNode metadata = object.withObjectProperty("metadata");
        if (params.has("metadata") && params.in("metadata").all().isEmpty()) {
            metadata.removeAll();
        }
        merge(metadata, params.in("metadata"), params.named("metadata"));
    }

    private static void merge(ObjectNode metadata, Params given, String param) {
        for (Map.Entry<String, String> one : new TreeMap<>(given.all()).entrySet()) {
            if (one.getKey().length() > NAME || one.getValue().length() > VALUE) {
                throw Refusal.invalid("parameter_invalid_string_length", param, "Metadata is limited to " + NAME + " and " + VALUE + " letters.");
            }
            if (one.getValue().isEmpty()) {
                metadata.remove(one.getKey());
            } else {
                metadata.put(one.getKey(), one.getValue());
            }
        }
        if (metadata.size() > NAMES) {
            throw Refusal.invalid("parameter_invalid", param, "Metadata is limited to " + NAMES + " names.");
        }
    }
}
