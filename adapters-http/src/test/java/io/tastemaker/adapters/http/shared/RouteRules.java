package io.tastemaker.adapters.http.shared;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What must hold for whole rows of the route table, for tests of other packages. */
public final class RouteRules {

    private RouteRules() {}

    /** The authenticated POSTs that create or charge, and do not take an Idempotency-Key. */
    public static List<String> creatingWithoutKey(List<Route> routes) {
        return creating(routes).filter(route -> route.idempotency() == Route.Idempotency.NONE).map(Route::toString).toList();
    }

    /** The routes that need an Idempotency-Key. */
    public static List<String> needingKey(List<Route> routes) {
        return routes.stream().filter(route -> route.idempotency().isNeeded()).map(Route::toString).toList();
    }

    /** The routes of each kind of limit. */
    public static TreeMap<String, TreeSet<String>> byRateClass(List<Route> routes) {
        TreeMap<String, TreeSet<String>> kinds = new TreeMap<>();
        routes.forEach(route -> kinds.computeIfAbsent(route.rateClass().map(RateClass::code).orElse("none"), kind -> new TreeSet<>())
                .add(route.toString()));
        return kinds;
    }

    private static Stream<Route> creating(List<Route> routes) {
        return routes.stream()
                .filter(route -> route.method() == Route.Method.POST && route.access() instanceof Access.Needs)
                .filter(route -> !route.actions().isEmpty()
                        || route.results().stream().anyMatch(result -> result.status() == 201 || result.status() == 202));
    }
}
