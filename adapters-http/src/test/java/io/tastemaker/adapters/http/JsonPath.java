package io.tastemaker.adapters.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;

/** Picks values out of answers. */
final class JsonPath {

    private static final JsonMapper MAPPER = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private JsonPath() {}

    static JsonNode tree(HttpResponse<String> answer) {
        try {
            return MAPPER.readTree(answer.body());
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(answer.body(), unreadable);
        }
    }

    static JsonNode at(HttpResponse<String> answer, String pointer) {
        return tree(answer).at(pointer);
    }

    static String text(HttpResponse<String> answer, String pointer) {
        return at(answer, pointer).asText();
    }
}
