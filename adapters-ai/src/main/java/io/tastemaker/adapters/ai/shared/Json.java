package io.tastemaker.adapters.ai.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Writes questions and reads answers. */
public final class Json {

    /** Whoever means NaN writes it, though JSON has none: it spoils the number where it stands, not the whole answer. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /**
     * An object to be filled.
     *
     * @return without members
     */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * Reads a text.
     *
     * @param text any characters
     * @return empty unless it is one JSON value and nothing else, and no object in it has a name twice
     */
    public static Optional<JsonNode> read(String text) {
        try {
            return Optional.of(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException none) {
            return Optional.empty();
        }
    }

    /**
     * Writes a value.
     *
     * @param node the value; no text in it has half a character
     * @return JSON
     * @throws IllegalArgumentException when a text has half a character
     */
    public static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("cannot be written: " + failure.getOriginalMessage(), failure);
        }
    }
}
