package io.tastemaker.adapters.http.shared;

import java.util.List;

/** The documents made from the route table. */
final class Documents {

    private Documents() {}

    static List<Route> routes(List<Route> api, String version) {
        return List.of();
    }
}
