package io.tastemaker.adapters.integrations.creators;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One JSON object as values by name. */
final class JsonObjects {

    private static final int DEEPEST_NAME = 5;
    private static final int LONGEST_NAME = 200;

    /** Numbers with more digits than this are left in the short form in which they may have been written. */
    private static final int MOST_DIGITS = 40;

    /** Numbers keep all their digits: a time in seconds must not become 1.65E9, nor an id of 19 digits another one. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).build()).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private JsonObjects() {}

    /** The object that a text is; empty when it is none, or something stands behind it. */
    static Optional<JsonNode> read(String text) {
        try {
            return Optional.ofNullable(MAPPER.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException broken) {
            return Optional.empty(); // whoever asked says so
        }
    }

    /**
     * Whether an object looks like the one envelope of a whole list rather than an entry of it: of few members one is a list of objects or
     * lists, or empty.
     */
    static boolean isEnvelope(JsonNode object) {
        return object.size() <= 5 && object.properties().stream().map(Map.Entry::getValue)
                .anyMatch(value -> value.isArray() && (value.isEmpty() || value.get(0).isContainerNode()));
    }

    /** The values of an object, those within others by names with dots between. */
    static Map<String, String> flat(JsonNode object) {
        Map<String, String> values = new LinkedHashMap<>();
        flatten("", object, 0, values);
        return values;
    }

    private static void flatten(String path, JsonNode node, int depth, Map<String, String> values) {
        if (node.isObject() && depth < DEEPEST_NAME) {
            node.properties().forEach(member ->
                    flatten(depth == 0 ? member.getKey() : path + "." + member.getKey(), member.getValue(), depth + 1, values));
        } else {
            values.putIfAbsent(path.length() > LONGEST_NAME ? path.substring(0, LONGEST_NAME) : path, text(node));
        }
    }

    private static String text(JsonNode node) {
        if (node.isArray()) {
            List<String> parts = new ArrayList<>();
            node.forEach(part -> parts.add(plain(part)));
            return String.join(" ", parts);
        }
        return plain(node);
    }

    private static String plain(JsonNode node) {
        if (node.isNull()) {
            return "";
        }
        if (node.isBigDecimal()) {
            BigDecimal number = node.decimalValue();
            return number.precision() + Math.abs((long) number.scale()) > MOST_DIGITS ? number.toString() : number.toPlainString();
        }
        return node.isValueNode() ? node.asText() : node.toString();
    }
}
