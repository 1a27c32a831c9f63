package io.tastemaker.adapters.integrations.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What of an answer could not be read: each sort of fault once, with how often it occurs. Never shows what stands there instead. */
final class Faults {

    private static final int MOST = 50;

    private final Map<String, Integer> counted = new LinkedHashMap<>();

    void add(String what, String why) {
        String fault = what + ": " + why;
        if (counted.containsKey(fault) || counted.size() < MOST) {
            counted.merge(fault, 1, Integer::sum);
        }
    }

    /** The same, however often it occurs. */
    void once(String what, String why) {
        if (!counted.containsKey(what + ": " + why)) {
            add(what, why);
        }
    }

    List<String> all() {
        return counted.entrySet().stream()
                .map(entry -> entry.getValue() == 1 ? entry.getKey() : entry.getKey() + " (" + entry.getValue() + " times)").toList();
    }
}
