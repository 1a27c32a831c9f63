package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Puts whole objects where an answer only has ids, as {@code expand[]} asks. */
final class Expansion {

    private final Store store;
    private final Sessions sessions;

    Expansion(Store store, Sessions sessions) {
        this.store = store;
        this.sessions = sessions;
    }

    /** A copy of an answer, expanded. */
    JsonNode of(JsonNode answer, List<String> paths) {
        JsonNode expanded = answer.deepCopy();
        paths.forEach(path -> expand(expanded, path, path));
        return expanded;
    }

    private void expand(JsonNode node, String path, String whole) {
        if (node.isArray()) {
            node.forEach(element -> expand(element, path, whole));
            return;
        }
        if (!(node instanceof ObjectNode object)) {
            return;
        }
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        included(object, name).ifPresent(value -> object.set(name, value));
        if (!object.has(name)) {
            throw Refusal.invalid("parameter_invalid", "expand", "This property cannot be expanded (" + whole + ").");
        }
        if (object.get(name).isTextual()) {
            object.set(name, store.find(object.get(name).asText()).map(ObjectNode::deepCopy).orElseThrow(() ->
                    Refusal.invalid("parameter_invalid", "expand", "This property cannot be expanded (" + whole + ").")));
        }
        if (dot >= 0) {
            expand(object.get(name), path.substring(dot + 1), whole);
        }
    }

    /** What is only there when it is asked for. */
    private Optional<JsonNode> included(ObjectNode object, String name) {
        String id = object.path("id").asText();
        return switch (object.path("object").asText() + " " + name) {
            case "invoice payments" -> Optional.of(Json.list("/v1/invoice_payments", store.each(Kind.INVOICE_PAYMENT, "invoice", id).stream()
                    .map(ObjectNode::deepCopy).toList(), false));
            case "checkout.session line_items" -> Optional.of(sessions.lines(object));
            case "charge refunds" -> Optional.of(Json.list("/v1/charges/" + id + "/refunds", store.each(Kind.REFUND, "charge", id).reversed()
                    .stream().map(ObjectNode::deepCopy).toList(), false));
            default -> Optional.empty();
        };
    }
}
