package io.tastemaker.adapters.http.shared;

import java.io.Serial;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What went wrong, before it becomes a document (RFC 9457).
 *
 * @param code which problem
 * @param detail this occurrence, for people
 * @param members further members of the document, in order
 * @param faults one entry per fault of the input
 * @param headers headers to answer with
 */
public record Problem(ProblemCode code, String detail, Map<String, Object> members, List<Fault> faults, Map<String, String> headers)
        implements Reply {

    /**
     * A problem with nothing but its explanation.
     *
     * @param code which problem
     * @return the problem
     */
    public static Problem of(ProblemCode code) {
        return of(code, code.explanation());
    }

    /**
     * A problem with its own words.
     *
     * @param code which problem
     * @param detail this occurrence, for people
     * @return the problem
     */
    public static Problem of(ProblemCode code, String detail) {
        return new Problem(code, detail, Map.of(), List.of(), Map.of());
    }

    /**
     * All faults of an input in one problem.
     *
     * @param faults at least one
     * @return a problem of the faults' kind, or {@code invalid_request} when they are of several kinds
     */
    public static Problem of(List<Fault> faults) {
        boolean alike = faults.stream().map(Fault::code).distinct().count() == 1;
        ProblemCode code = alike ? faults.getFirst().code() : ProblemCode.INVALID_REQUEST;
        return new Problem(code, "See errors.", Map.of(), List.copyOf(faults), Map.of());
    }

    /**
     * One fault of the body that only the handler could find.
     *
     * @param pointer where, such as {@code #/creator_ids/3}
     * @param detail what is wrong
     * @return 400 {@code invalid_field}
     */
    public static Problem invalid(String pointer, String detail) {
        return of(List.of(new Fault(ProblemCode.INVALID_FIELD, pointer, detail)));
    }

    /**
     * A failed login, whatever it failed at.
     *
     * @return 401 {@code invalid_credentials}
     */
    public static Problem invalidCredentials() {
        return Problems.unauthenticated(ProblemCode.INVALID_CREDENTIALS);
    }

    /**
     * A token that continues nothing.
     *
     * @return 401 {@code unauthenticated}
     */
    public static Problem unauthenticated() {
        return Problems.unauthenticated(ProblemCode.UNAUTHENTICATED);
    }

    /**
     * A thing whose state forbids what is asked.
     *
     * @param detail this occurrence, for people
     * @param state the state it is in
     * @param allowed what it allows instead
     * @return 409 {@code state_conflict}
     */
    public static Problem conflict(String detail, String state, List<String> allowed) {
        return of(ProblemCode.STATE_CONFLICT, detail).with("state", state).with("allowed", allowed);
    }

    /**
     * Adds a member to the document.
     *
     * @param name in snake_case
     * @param value a JSON value or a record
     * @return a copy with the member
     */
    public Problem with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Problem(code, detail, more, faults, headers);
    }

    /**
     * Adds a header.
     *
     * @param name the header's name
     * @param value its value
     * @return a copy with the header
     */
    public Problem header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(code, detail, members, faults, more);
    }

    Problem retryAfter(Duration wait) {
        return header("Retry-After", String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds())));
    }

    /**
     * Ends the request with this problem from any depth.
     *
     * @return to be thrown
     */
    public RuntimeException asException() {
        return new Raised(this);
    }

    String title() {
        if (faults.size() > 1 && code.status() == 400) {
            return "The request has " + faults.size() + " faults";
        }
        return code.title();
    }

    /** Carries a problem up to where it is answered. */
    static final class Raised extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        Raised(Problem problem) {
            super(problem.code().code(), null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }
}
