package io.tastemaker.adapters.ai.content;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What keeps models from being used: gathered to the last one, so that an operator mends them all at once. */
final class Faults {

    private final List<String> found = new ArrayList<>();

    void add(Path where, String what) {
        found.add(where + ": " + what);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<String> all() {
        return List.copyOf(found);
    }
}
