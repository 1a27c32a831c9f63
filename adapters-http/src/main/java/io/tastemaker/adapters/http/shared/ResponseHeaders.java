package io.tastemaker.adapters.http.shared;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Describes the headers of answers, as OpenAPI 3.1 has it. */
final class ResponseHeaders {

    private static final Set<ProblemCode> TO_BE_TRIED_AGAIN =
            EnumSet.of(ProblemCode.REQUEST_IN_PROGRESS, ProblemCode.RATE_LIMITED, ProblemCode.UNAVAILABLE);

    private ResponseHeaders() {}

    /** Of an answer that is no problem. */
    static Map<String, Object> of(Route route, int status) {
        Map<String, Object> headers = onEvery();
        limited(route, headers);
        if (route.versioned()) {
            headers.put("ETag", header("string", "The version, in quotes"));
        }
        if (status == 201) {
            headers.put("Location", header("string", "The address of what was made"));
        }
        if (status == 302) {
            headers.put("Location", header("string", "Where to go on"));
        }
        if (status == 202 && route.startsJob()) {
            headers.put("Location", header("string", "The address of the job"));
            headers.put("Retry-After", header("integer", "Seconds to wait before asking for the job"));
        }
        charged(route, headers);
        if (route.idempotency().isTaken()) {
            headers.put(Repeats.REPLAYED, header("string", "true when this is the first answer again"));
        }
        return headers;
    }

    /** Of the problems of one status. */
    static Map<String, Object> of(Route route, List<ProblemCode> problems) {
        Map<String, Object> headers = onEvery();
        limited(route, headers);
        charged(route, headers);
        if (problems.stream().anyMatch(TO_BE_TRIED_AGAIN::contains)) {
            headers.put("Retry-After", header("integer", "Seconds to wait before asking again, where that helps"));
        }
        if (problems.contains(ProblemCode.UNAUTHENTICATED)) {
            headers.put("WWW-Authenticate", header("string", "How to say who calls"));
        }
        return headers;
    }

    private static void charged(Route route, Map<String, Object> headers) {
        if (route.charges()) {
            headers.put(Credits.CHARGED, header("integer", "The credits that were charged"));
            headers.put(Credits.SOURCE, header("string",
                    "none, plan_quota, free_allowance, credits, mixed, or already_unlocked for what is open and free"));
            headers.put(Credits.REMAINING, header("integer", "The credits that are left for the action, once the wallet was looked at"));
        }
    }

    private static void limited(Route route, Map<String, Object> headers) {
        if (route.rateClass().isPresent()) {
            headers.put("RateLimit-Policy", header("string", "What is allowed: at once, refilled in a second, and in a minute"));
            headers.put("RateLimit", header("string", "What is left of the limit reached first, and in how many seconds it is whole"));
        }
    }

    private static Map<String, Object> onEvery() {
        Map<String, Object> headers = new TreeMap<>();
        headers.put(RequestIds.HEADER, header("string", "The id of the request, as it was sent or as it was made"));
        return headers;
    }

    private static Map<String, Object> header(String type, String about) {
        return Map.of("description", about, "schema", Map.of("type", type));
    }
}
