package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An answer that is an error, in the words of Stripe. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    private Refusal(int status, ObjectNode error) {
        super(error.path("message").asText());
        answer = new Answer(status, Json.object("error", error));
    }

    Answer answer() {
        return answer;
    }

    static Refusal invalid(String message) {
        return new Refusal(400, Json.object("type", "invalid_request_error", "message", message));
    }

    static Refusal invalid(String code, String param, String message) {
        return new Refusal(400, Json.object("type", "invalid_request_error", "code", code, "param", param, "message", message));
    }

    static Refusal missing(Kind kind, String id) {
        return new Refusal(404, Json.object("type", "invalid_request_error", "code", "resource_missing", "param", "id",
                "message", "No such " + kind.words() + ": '" + id + "'"));
    }

    static Refusal noSuch(Kind kind, String id, String param) {
        return invalid("resource_missing", param, "No such " + kind.words() + ": '" + id + "'");
    }

    static Refusal unknownAddress(String method, String path) {
        return new Refusal(404, Json.object("type", "invalid_request_error",
                "message", "Unrecognized request URL (" + method + ": " + path + ")."));
    }

    static Refusal key(String message) {
        return new Refusal(401, Json.object("type", "invalid_request_error", "message", message));
    }

    static Refusal card() {
        return new Refusal(402, Json.object("type", "card_error", "code", "card_declined", "decline_code", "generic_decline",
                "message", "Your card was declined."));
    }

    static Refusal otherParameters(String key) {
        return new Refusal(400, Json.object("type", "idempotency_error",
                "message", "Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key "
                        + "other than '" + key + "' if you meant to execute a different request."));
    }

    static Refusal keyInUse(String key) {
        return new Refusal(409, Json.object("type", "invalid_request_error", "code", "idempotency_key_in_use",
                "message", "There is currently another in-progress request using this Idempotent Key '" + key + "'."));
    }

    static Refusal overload() {
        return new Refusal(429, Json.object("type", "invalid_request_error", "code", "rate_limit", "message", "Request rate limit exceeded."));
    }

    static Refusal broken(int status) {
        return new Refusal(status, Json.object("type", "api_error", "message", "An error occurred while processing your request."));
    }
}
