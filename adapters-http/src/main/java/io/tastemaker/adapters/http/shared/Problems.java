package io.tastemaker.adapters.http.shared;

import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever ended a request into a problem, and a problem into its document (RFC 9457). */
final class Problems {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final int MOST_FAULTS = 100;

    private Problems() {}

    /**
     * What is answered to a request that ended so.
     *
     * @param versioned whether the request named a version with {@code If-Match}; without one no version can be too old
     */
    static Problem of(Throwable ended, boolean versioned) {
        return switch (ended) {
            case Problem.Raised raised -> raised.problem();
            case Refusal.StaleVersion race when !versioned ->
                Problem.conflict("Somebody changed it at the same moment. Look at it and try again.", "changed", List.of());
            case Refusal refusal -> of(refusal);
            default -> {
                LOG.error("a request failed unexpectedly", ended);
                yield Problem.of(ProblemCode.INTERNAL, "The instance names this request in the program's log.");
            }
        };
    }

    private static Problem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unauthenticated none -> unauthenticated(ProblemCode.UNAUTHENTICATED);
            case Refusal.Forbidden forbidden -> forbidden(forbidden.denied());
            case Refusal.NotFound none -> Problem.of(ProblemCode.NOT_FOUND);
            case Refusal.StaleVersion stale ->
                Problem.of(ProblemCode.STALE_VERSION).with("current_version", stale.current());
            case Refusal.RateLimited limited -> Problem.of(ProblemCode.RATE_LIMITED).retryAfter(limited.retryAfter());
            case Refusal.ProposalsLocked locked -> Problem.of(ProblemCode.PROPOSALS_LOCKED);
            case Refusal.NotConfigured missing -> Problem.of(ProblemCode.NOT_CONFIGURED).with("part", missing.part());
            case Refusal.Unavailable down ->
                Problem.of(ProblemCode.UNAVAILABLE).with("dependency", down.dependency()).retryAfter(down.retryAfter());
        };
    }

    static Problem unauthenticated(ProblemCode code) {
        String error = code == ProblemCode.TOKEN_EXPIRED ? ", error=\"invalid_token\"" : "";
        return Problem.of(code).header("WWW-Authenticate", "Bearer realm=\"tastemaker\"" + error);
    }

    static Problem forbidden(AccessPolicy.Decision.Denied denied) {
        Problem problem = Problem.of(ProblemCode.FORBIDDEN);
        if (denied.requiredRole().isPresent()) {
            problem = problem.with("required_role", denied.requiredRole().get().code());
        }
        if (denied.requiredScope().isPresent()) {
            problem = problem.with("required_scope", denied.requiredScope().get().code());
        }
        return problem;
    }

    /** A problem for a status that the server itself answers, before or besides any route. */
    static ProblemCode ofStatus(int status) {
        Optional<ProblemCode> own = switch (status) {
            case 400 -> Optional.of(ProblemCode.BAD_REQUEST);
            case 404 -> Optional.of(ProblemCode.NOT_FOUND);
            case 405 -> Optional.of(ProblemCode.METHOD_NOT_ALLOWED);
            case 408 -> Optional.of(ProblemCode.REQUEST_TOO_SLOW);
            case 413 -> Optional.of(ProblemCode.BODY_TOO_LARGE);
            case 414 -> Optional.of(ProblemCode.URI_TOO_LONG);
            case 415 -> Optional.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
            case 431 -> Optional.of(ProblemCode.HEADERS_TOO_LARGE);
            case 503 -> Optional.of(ProblemCode.UNAVAILABLE);
            case 505 -> Optional.of(ProblemCode.HTTP_VERSION_NOT_SUPPORTED);
            default -> Optional.empty();
        };
        return own.orElse(status < 500 ? ProblemCode.BAD_REQUEST : ProblemCode.INTERNAL);
    }

    static byte[] document(Problem problem, String requestId) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "/problems/" + problem.code().code());
        document.put("title", problem.title());
        document.put("status", problem.code().status());
        document.put("code", problem.code().code());
        document.put("detail", problem.detail());
        document.put("instance", "urn:request:" + requestId);
        document.putAll(problem.members());
        if (!problem.faults().isEmpty()) {
            List<Map<String, String>> errors = new ArrayList<>();
            for (Fault fault : problem.faults().stream().limit(MOST_FAULTS).toList()) {
                Map<String, String> error = new LinkedHashMap<>();
                error.put("pointer", fault.pointer());
                error.put("detail", fault.detail());
                errors.add(error);
            }
            document.put("errors", errors);
        }
        return Json.bytes(document);
    }
}
