package io.tastemaker.adapters.integrations.standin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What Decodo puts around a page that it has fetched. */
final class Envelopes {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Envelopes() {}

    static String of(String handle, ObjectNode user) {
        ObjectNode result = result(handle, 200);
        result.putObject("content").putObject("data").set("user", user);
        return whole(result);
    }

    /** The page could not be had. */
    static String status(String handle, int code) {
        ObjectNode result = result(handle, code);
        result.put("content", "");
        return whole(result);
    }

    /** There is nothing on the page. */
    static String empty(String handle) {
        ObjectNode result = result(handle, 200);
        result.putObject("content");
        return whole(result);
    }

    /** What is said instead of results. */
    static String message(String status, String text) {
        return JSON.objectNode().put("status", status).put("message", text).put("task_id", "7168").toString();
    }

    private static ObjectNode result(String handle, int code) {
        return JSON.objectNode().put("status_code", code).put("query", handle).put("task_id", "7168")
                .put("created_at", "2026-03-02 09:00:00").put("updated_at", "2026-03-02 09:00:04");
    }

    private static String whole(ObjectNode result) {
        ObjectNode envelope = JSON.objectNode();
        envelope.putArray("results").add(result);
        return envelope.toString();
    }
}
