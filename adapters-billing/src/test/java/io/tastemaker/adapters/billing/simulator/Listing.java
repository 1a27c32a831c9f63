package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A page of a list: the newest first, cut and filtered as the parameters say. */
final class Listing {

    private Listing() {}

    /** A filter by members that are called like their parameters. */
    static Predicate<ObjectNode> same(Params params, String... names) {
        return one -> List.of(names).stream()
                .allMatch(name -> params.text(name).map(wanted -> one.path(name).asText().equals(wanted)).orElse(true));
    }

    static ObjectNode page(String url, Collection<ObjectNode> oldestFirst, Params params, Predicate<ObjectNode> filter) {
        List<ObjectNode> all = new ArrayList<>(oldestFirst);
        Collections.reverse(all);
        long limit = params.number("limit").orElse(10L);
        if (limit < 1 || limit > 100) {
            throw Refusal.invalid("parameter_invalid_integer", "limit", "This value must be between 1 and 100.");
        }
        int from = cursor(all, params, "starting_after").map(at -> at + 1).orElse(0);
        int to = cursor(all, params, "ending_before").orElse(all.size());
        List<ObjectNode> wanted = all.subList(from, Math.max(from, to)).stream().filter(filter.and(created(params))).toList();
        int size = (int) Math.min(limit, wanted.size());
        boolean back = params.text("ending_before").isPresent();
        List<ObjectNode> page = back ? wanted.subList(wanted.size() - size, wanted.size()) : wanted.subList(0, size);
        return Json.list(url, page, page.size() < wanted.size());
    }

    private static Optional<Integer> cursor(List<ObjectNode> all, Params params, String name) {
        return params.text(name).map(id -> {
            for (int at = 0; at < all.size(); at++) {
                if (all.get(at).path("id").asText().equals(id)) {
                    return at;
                }
            }
            throw Refusal.invalid("resource_missing", name, "No such object: '" + id + "'");
        });
    }

    private static Predicate<JsonNode> created(Params params) {
        Optional<Long> exactly = params.number("created");
        Optional<Long> after = params.number("created[gt]");
        Optional<Long> from = params.number("created[gte]");
        Optional<Long> before = params.number("created[lt]");
        Optional<Long> until = params.number("created[lte]");
        return one -> {
            long created = one.path("created").asLong();
            return exactly.map(at -> created == at).orElse(true) && after.map(at -> created > at).orElse(true)
                    && from.map(at -> created >= at).orElse(true) && before.map(at -> created < at).orElse(true)
                    && until.map(at -> created <= at).orElse(true);
        };
    }
}
