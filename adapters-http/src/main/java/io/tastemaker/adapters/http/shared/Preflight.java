package io.tastemaker.adapters.http.shared;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Answers a browser that asks what a page of a known origin may send. */
final class Preflight {

    static final String ASKS = "Access-Control-Request-Method";

    private static final String TEN_MINUTES = "600";

    private Preflight() {}

    static Answer of(Set<String> methods, List<Route> routes) {
        Set<String> headers = new TreeSet<>(Set.of("Authorization", "X-Api-Key", RequestIds.HEADER));
        for (Route route : routes) {
            if (route.bodyShape().isPresent() || route.uploadShape().isPresent()) {
                headers.add("Content-Type");
            }
            if (route.idempotency().isTaken()) {
                headers.add("Idempotency-Key");
            }
            if (route.guard() != Route.Guard.NONE) {
                headers.add("If-Match");
            }
            if (route.versioned()) {
                headers.add("If-None-Match");
            }
            if (route.streamsEvents()) {
                headers.add("Last-Event-ID");
            }
            if (route.charges()) {
                headers.add(Credits.MAX);
            }
        }
        return Answer.noContent()
                .header("Access-Control-Allow-Methods", String.join(", ", methods))
                .header("Access-Control-Allow-Headers", String.join(", ", headers))
                .header("Access-Control-Max-Age", TEN_MINUTES);
    }
}
