package io.tastemaker.architecture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Circles in a directed graph. */
final class Cycles {

    private Cycles() {}

    /** One description per circle that a walk from every node meets first; empty exactly when there is none. */
    static Set<String> in(Map<String, Set<String>> graph) {
        Set<String> found = new TreeSet<>();
        Set<String> done = new HashSet<>();
        new TreeMap<>(graph).keySet().forEach(start -> walk(graph, start, new ArrayList<>(), done, found));
        return found;
    }

    private static void walk(Map<String, Set<String>> graph, String node, List<String> path, Set<String> done, Set<String> found) {
        int met = path.indexOf(node);
        if (met >= 0) {
            found.add(String.join(" -> ", path.subList(met, path.size())) + " -> " + node);
            return;
        }
        if (!done.contains(node)) {
            path.add(node);
            new TreeSet<>(graph.getOrDefault(node, Set.of())).forEach(next -> walk(graph, next, path, done, found));
            path.removeLast();
            done.add(node);
        }
    }
}
