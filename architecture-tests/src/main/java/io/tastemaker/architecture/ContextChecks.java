package io.tastemaker.architecture;

import static io.tastemaker.architecture.House.target;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who may know whom among the contexts. */
final class ContextChecks {

    private ContextChecks() {}

    static Stream<String> map(House house) {
        Layout layout = house.layout();
        Stream<String> mistyped = layout.map().stream()
                .flatMap(map -> map.unknown(house.contexts()))
                .map(name -> "the context map names " + name + ", which is no context of " + layout.base());
        Stream<String> circular = layout.map().stream()
                .flatMap(map -> Cycles.in(map.arrows()).stream())
                .map(cycle -> "the declared context map is circular: " + cycle);
        Stream<String> undeclared = layout.map().stream()
                .flatMap(map -> crossings(house, Layout.DOMAIN)
                        .filter(crossing -> !map.allows(crossing.from(), crossing.to())))
                .map(crossing -> crossing.dependency().getDescription());
        Stream<String> circles = Stream.of(Layout.DOMAIN, Layout.APPLICATION)
                .flatMap(layer -> Cycles.in(graph(house, layer)).stream().map(cycle -> layer + " contexts in a circle: " + cycle));
        return Stream.of(mistyped, circular, undeclared, circles).flatMap(fault -> fault);
    }

    static Stream<String> ids(House house) {
        ContextMap map = house.layout().effectiveMap();
        return crossings(house, Layout.DOMAIN)
                .filter(crossing -> !map.allowsAllTypes(crossing.from(), crossing.to()))
                .filter(crossing -> !isId(target(crossing.dependency())))
                .map(crossing -> crossing.dependency().getDescription());
    }

    private static boolean isId(JavaClass type) {
        return type.isRecord() && type.getSimpleName().endsWith("Id");
    }

    private static Map<String, Set<String>> graph(House house, String layer) {
        Map<String, Set<String>> graph = new HashMap<>();
        crossings(house, layer).forEach(crossing ->
                graph.computeIfAbsent(crossing.from(), absent -> new TreeSet<>()).add(crossing.to()));
        return graph;
    }

    private static Stream<Crossing> crossings(House house, String layer) {
        return house.in(layer).flatMap(type -> House.dependencies(type)
                .filter(dependency -> house.isIn(target(dependency), layer))
                .map(dependency -> new Crossing(
                        house.at(type).context(), house.at(target(dependency)).context(), dependency))
                .filter(crossing -> !crossing.from().equals(crossing.to())));
    }

    /** A dependency between two contexts of one layer. */
    private record Crossing(String from, String to, Dependency dependency) {}
}
