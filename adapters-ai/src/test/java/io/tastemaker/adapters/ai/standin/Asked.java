package io.tastemaker.adapters.ai.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What was asked; the headers by their lower-case names. */
public record Asked(String method, String path, String query, String body, Map<String, String> headers) {

    /** The body as JSON. */
    public JsonNode json() {
        return StandInJson.read(body);
    }
}
