package io.tastemaker.adapters.http.shared;

import java.util.List;
import java.util.Optional;

/** What a test may know of a route. */
public final class RouteTable {

    /** One row of the table. */
    public record Line(String method, String path, Optional<String> permission, String summary, List<String> problems) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private RouteTable() {}

    /** All rows. */
    public static List<Line> lines(List<Route> routes) {
        return routes.stream()
                .map(route -> new Line(
                        route.method().name(), route.path(),
                        route.access() instanceof Access.Needs(var permission) ? Optional.of(permission.name()) : Optional.empty(),
                        route.summary(), route.problems().stream().map(ProblemCode::code).toList()))
                .toList();
    }
}
