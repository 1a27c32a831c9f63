package io.tastemaker.adapters.http.shared;

import io.tastemaker.domain.entitlements.Action;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One row of the route table: the single source for routing, permission, documentation and tests. */
public final class Route {

    /** Where the API's routes live. */
    public static final String BASE = "/api/v1";

    /** The methods that are used. */
    public enum Method {
        /** Read. */
        GET,
        /** Make, or do. */
        POST,
        /** Replace. */
        PUT,
        /** Change with a JSON Merge Patch. */
        PATCH,
        /** Remove. */
        DELETE
    }

    /** Whether a POST may, or must, carry an {@code Idempotency-Key}, and who keeps the answers. */
    enum Idempotency {
        NONE,
        /** Whoever sends one is answered alike again. */
        ACCEPTED,
        /** There must be one. */
        REQUIRED,
        /** There must be one, and the handler itself answers repeats: the wallet keeps what it answered with what it booked. */
        KEPT_BY_HANDLER;

        boolean isTaken() {
            return this != NONE;
        }

        boolean isNeeded() {
            return this == REQUIRED || this == KEPT_BY_HANDLER;
        }
    }

    /** Whether {@code If-Match} guards the change. */
    enum Guard {
        NONE,
        ACCEPTED,
        REQUIRED
    }

    /**
     * What the route answers when all is well.
     *
     * @param status the status
     * @param about when
     * @param body the body's shape, if there is one
     * @param contentType its media type
     */
    record Result(int status, String about, Optional<Shape.Members> body, String contentType) {}

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z_]+)}");

    private final Method method;
    private final String path;
    private final Access access;
    private final RouteDraft draft;
    private final boolean streamsEvents;
    private final Optional<RateClass> rateClass;
    private final Function<Call, Reply> handler;

    Route(RouteDraft draft, Function<Call, Reply> handler) {
        this.method = draft.method;
        this.path = draft.path;
        this.access = draft.access;
        this.draft = draft;
        this.streamsEvents = draft.results.stream().anyMatch(result -> result.contentType().equals(EventStream.MEDIA_TYPE));
        this.rateClass = draft.counted && path.startsWith(BASE + "/")
                ? Optional.of(draft.rateClass.orElseGet(() -> RateClass.of(draft))) : Optional.empty();
        this.handler = handler;
        List<String> variables = VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
        List<String> declared = draft.pathShape.map(shape -> shape.members().stream().map(Shape.Member::name).toList()).orElse(List.of());
        if (!variables.equals(declared)) {
            throw new IllegalArgumentException(this + " has the variables " + variables + " and declares " + declared);
        }
        if (draft.tag.isBlank() || draft.summary.isBlank() || draft.results.isEmpty()) {
            throw new IllegalArgumentException(this + " lacks documentation: tag, summary and at least one answer are needed");
        }
        if (charges() && !saysDryRun(draft)) {
            throw new IllegalArgumentException(this + " charges, and its query has no " + ChargeQuery.DRY_RUN);
        }
        if (Stream.of(draft.bodyShape, draft.uploadShape, draft.signatureHeader).filter(Optional::isPresent).count() > 1) {
            throw new IllegalArgumentException(this + " has one body");
        }
        if (draft.idempotency.isTaken() && (method != Method.POST || !(access instanceof Access.Needs))) {
            throw new IllegalArgumentException(this + " cannot take an Idempotency-Key: only authenticated POSTs do");
        }
    }

    private static boolean saysDryRun(RouteDraft draft) {
        return draft.queryShape.stream().flatMap(shape -> shape.members().stream()).anyMatch(member -> member.name().equals(ChargeQuery.DRY_RUN));
    }

    /**
     * Begins a route under the base.
     *
     * @param method the method
     * @param path relative to {@link #BASE}, with variables as {@code {creator_id}}
     * @param access who may call it
     * @return the rest of the declaration
     */
    public static RouteDraft of(Method method, String path, Access access) {
        return new RouteDraft(method, BASE + path, access);
    }

    /**
     * Begins a GET outside of the base, for documents and probes.
     *
     * @param path the whole path
     * @return the rest of the declaration
     */
    public static RouteDraft bare(String path) {
        return new RouteDraft(Method.GET, path, Access.open());
    }

    Method method() {
        return method;
    }

    String path() {
        return path;
    }

    Access access() {
        return access;
    }

    String tag() {
        return draft.tag;
    }

    String summary() {
        return draft.summary;
    }

    String about() {
        return draft.about;
    }

    Optional<Shape.Members> pathShape() {
        return draft.pathShape;
    }

    boolean readsQuery() {
        return draft.readsQuery;
    }

    Optional<Shape.Members> queryShape() {
        return draft.queryShape;
    }

    Optional<Shape.Members> bodyShape() {
        return draft.bodyShape;
    }

    boolean remembersBodies() {
        return draft.remembersBodies;
    }

    boolean needsBody() {
        return draft.needsBody;
    }

    Optional<Shape.Members> uploadShape() {
        return draft.uploadShape;
    }

    /** The header that signs its body; empty when no body is signed. */
    Optional<String> signatureHeader() {
        return draft.signatureHeader;
    }

    List<Result> results() {
        return List.copyOf(draft.results);
    }

    Idempotency idempotency() {
        return draft.idempotency;
    }

    Guard guard() {
        return draft.guard;
    }

    /** Whether its answers carry an {@code ETag}. */
    boolean versioned() {
        return draft.versioned;
    }

    /** What its calls are counted as; empty for documents and probes, and for what says so: those are always answered. */
    Optional<RateClass> rateClass() {
        return rateClass;
    }

    /** What a charge for it is booked as; none when nothing is charged. */
    List<Action> actions() {
        return draft.actions;
    }

    boolean charges() {
        return !draft.actions.isEmpty();
    }

    boolean streamsEvents() {
        return streamsEvents;
    }

    /** Whether it sends callers on: whoever follows a link takes what comes there. */
    boolean redirects() {
        return draft.results.stream().anyMatch(result -> result.status() == 302);
    }

    /** Whether its 202 leads to a job. */
    boolean startsJob() {
        return draft.results.stream().filter(result -> result.status() == 202).flatMap(result -> result.body().stream())
                .anyMatch(body -> body.members().stream().anyMatch(member -> member.name().equals("job_id")));
    }

    /** The media types of a JSON body. */
    List<String> reads() {
        return method == Method.PATCH ? List.of(Answer.JSON, Answer.MERGE_PATCH) : List.of(Answer.JSON);
    }

    /** The media types it answers with, the one that comes unless another is asked for first. */
    List<String> produces() {
        List<String> types = draft.results.stream()
                .filter(result -> result.body().isPresent() || !result.contentType().equals(Answer.JSON))
                .map(Result::contentType)
                .distinct()
                .toList();
        return types.isEmpty() ? List.of(Answer.JSON) : types;
    }

    Reply handle(Call call) {
        return handler.apply(call);
    }

    /** Every problem this route can answer: its own, and those that follow from what it takes. */
    Set<ProblemCode> problems() {
        EnumSet<ProblemCode> all = EnumSet.of(ProblemCode.INTERNAL, ProblemCode.NOT_ACCEPTABLE, ProblemCode.URI_TOO_LONG,
                ProblemCode.HEADERS_TOO_LARGE, ProblemCode.BAD_REQUEST, ProblemCode.UNKNOWN_PARAMETER, ProblemCode.INVALID_PARAMETER);
        all.addAll(draft.problems);
        if (access instanceof Access.Needs) {
            all.addAll(Set.of(ProblemCode.UNAUTHENTICATED, ProblemCode.TOKEN_EXPIRED, ProblemCode.FORBIDDEN, ProblemCode.TWO_CREDENTIALS,
                    ProblemCode.UNAVAILABLE));
        }
        if (rateClass().isPresent()) {
            all.add(ProblemCode.RATE_LIMITED);
        }
        if (draft.bodyShape.isPresent() || draft.uploadShape.isPresent()) {
            all.addAll(Set.of(ProblemCode.MALFORMED_JSON, ProblemCode.INVALID_FIELD, ProblemCode.UNKNOWN_FIELD, ProblemCode.INVALID_REQUEST,
                    ProblemCode.BODY_TOO_LARGE, ProblemCode.UNSUPPORTED_MEDIA_TYPE, ProblemCode.REQUEST_TOO_SLOW));
        }
        if (draft.uploadShape.isPresent()) {
            all.add(ProblemCode.MALFORMED_MULTIPART);
        }
        if (draft.signatureHeader.isPresent()) {
            all.addAll(Set.of(ProblemCode.SIGNATURE_INVALID, ProblemCode.BODY_TOO_LARGE, ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                    ProblemCode.REQUEST_TOO_SLOW));
        }
        if (draft.idempotency.isTaken()) {
            all.add(ProblemCode.IDEMPOTENCY_KEY_REUSED);
        }
        if (draft.idempotency.isTaken() && draft.idempotency != Idempotency.KEPT_BY_HANDLER) {
            all.add(ProblemCode.REQUEST_IN_PROGRESS);
        }
        if (draft.idempotency.isNeeded()) {
            all.add(ProblemCode.IDEMPOTENCY_KEY_MISSING);
        }
        if (charges()) {
            all.addAll(Set.of(ProblemCode.CREDITS_MISSING, ProblemCode.PLAN_REQUIRED, ProblemCode.MEMBER_CAP_REACHED,
                    ProblemCode.PRICE_ABOVE_MAX));
        }
        if (draft.guard != Guard.NONE) {
            all.add(ProblemCode.STALE_VERSION);
        }
        if (draft.guard == Guard.REQUIRED) {
            all.add(ProblemCode.IF_MATCH_MISSING);
        }
        return all;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
