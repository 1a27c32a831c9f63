package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One method and address of the API, the parameters that it takes, and what it does. */
record Route(String method, String path, Set<String> params, Function<Request, JsonNode> handler) {

    private static final String LISTING = "limit starting_after ending_before created created[gt] created[gte] created[lt] created[lte]";

    static Route get(String path, Function<Request, JsonNode> handler) {
        return new Route("GET", path, params(""), handler);
    }

    static Route list(String path, String filters, Function<Request, JsonNode> handler) {
        return new Route("GET", path, params(LISTING + " " + filters), handler);
    }

    static Route post(String path, String params, Function<Request, JsonNode> handler) {
        return new Route("POST", path, params(params), handler);
    }

    static Route delete(String path, String params, Function<Request, JsonNode> handler) {
        return new Route("DELETE", path, params(params), handler);
    }

    /** The id in the address, or nothing in it, if it is this one. */
    Optional<String> match(String asked, String address) {
        Matcher matcher = Pattern.compile(path.replace("{id}", "(?<id>[^/]+)")).matcher(address);
        if (!method.equals(asked) || !matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(path.contains("{id}") ? matcher.group("id") : "");
    }

    String name() {
        return method + " " + path;
    }

    private static Set<String> params(String names) {
        return Stream.of((names + " expand[]").trim().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
