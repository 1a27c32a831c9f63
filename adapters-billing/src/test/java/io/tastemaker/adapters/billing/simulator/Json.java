package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes and reads JSON the way Stripe does: moments are seconds, and what is unset is a null that is there. */
final class Json {

    static final JsonNode NULL = NullNode.getInstance();

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    /** An object of names and values in turn. */
    static ObjectNode object(Object... namesAndValues) {
        return with(NODES.objectNode(), namesAndValues);
    }

    /** Sets names and values in turn. */
    static ObjectNode with(ObjectNode node, Object... namesAndValues) {
        for (int at = 0; at < namesAndValues.length; at += 2) {
            node.set((String) namesAndValues[at], value(namesAndValues[at + 1]));
        }
        return node;
    }

    static ArrayNode array(Iterable<?> values) {
        ArrayNode array = NODES.arrayNode();
        values.forEach(value -> array.add(value(value)));
        return array;
    }

    static ObjectNode list(String url, Iterable<? extends JsonNode> data, boolean more) {
        return object("object", "list", "data", array(data), "has_more", more, "url", url);
    }

    static JsonNode value(Object value) {
        return switch (value) {
            case JsonNode node -> node;
            case Optional<?> optional -> optional.map(Json::value).orElse(NULL);
            case String text -> NODES.textNode(text);
            case Long number -> NODES.numberNode(number);
            case Integer number -> NODES.numberNode(number.longValue());
            case BigDecimal number -> DecimalNode.valueOf(number);
            case Boolean flag -> NODES.booleanNode(flag);
            case Instant moment -> NODES.numberNode(moment.getEpochSecond());
            case Map<?, ?> members -> object(members.entrySet().stream()
                    .flatMap(member -> Stream.of(member.getKey(), member.getValue())).toArray());
            case Iterable<?> values -> array(values);
            default -> throw new IllegalArgumentException("not JSON: " + value.getClass());
        };
    }

    static Instant instant(JsonNode seconds) {
        return Instant.ofEpochSecond(seconds.asLong());
    }

    /** What a member says, unless it is null or not there. */
    static Optional<String> text(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name)).filter(member -> !member.isNull()).map(JsonNode::asText);
    }

    static Optional<Long> number(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name)).filter(JsonNode::isNumber).map(JsonNode::asLong);
    }

    static List<ObjectNode> objects(JsonNode array) {
        List<ObjectNode> objects = new ArrayList<>();
        array.forEach(element -> objects.add((ObjectNode) element));
        return objects;
    }

    static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static ObjectNode read(String text) {
        try {
            return MAPPER.readTree(text) instanceof ObjectNode object ? object : object();
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("not JSON: " + failure.getOriginalMessage(), failure);
        }
    }
}
