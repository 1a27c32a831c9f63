package io.tastemaker.adapters.http.shared;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

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

    /** Whether a POST may, or must, carry an {@code Idempotency-Key}. */
    enum Idempotency {
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
    private final Draft draft;
    private final Function<Call, Reply> handler;

    private Route(Draft draft, Function<Call, Reply> handler) {
        this.method = draft.method;
        this.path = draft.path;
        this.access = draft.access;
        this.draft = draft;
        this.handler = handler;
        List<String> variables = VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
        List<String> declared = draft.pathShape.map(shape -> shape.members().stream().map(Shape.Member::name).toList()).orElse(List.of());
        if (!variables.equals(declared)) {
            throw new IllegalArgumentException(this + " has the variables " + variables + " and declares " + declared);
        }
        if (draft.tag.isBlank() || draft.summary.isBlank() || draft.results.isEmpty()) {
            throw new IllegalArgumentException(this + " lacks documentation: tag, summary and at least one answer are needed");
        }
        if (draft.idempotency != Idempotency.NONE && (method != Method.POST || !(access instanceof Access.Needs))) {
            throw new IllegalArgumentException(this + " cannot take an Idempotency-Key: only authenticated POSTs do");
        }
    }

    /**
     * Begins a route under the base.
     *
     * @param method the method
     * @param path relative to {@link #BASE}, with variables as {@code {creator_id}}
     * @param access who may call it
     * @return the rest of the declaration
     */
    public static Draft of(Method method, String path, Access access) {
        return new Draft(method, BASE + path, access);
    }

    /**
     * Begins a GET outside of the base, for documents and probes.
     *
     * @param path the whole path
     * @return the rest of the declaration
     */
    public static Draft bare(String path) {
        return new Draft(Method.GET, path, Access.open());
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

    Optional<Shape.Members> queryShape() {
        return draft.queryShape;
    }

    Optional<Shape.Members> bodyShape() {
        return draft.bodyShape;
    }

    Optional<Shape.Members> uploadShape() {
        return draft.uploadShape;
    }

    List<Result> results() {
        return List.copyOf(draft.results);
    }

    Idempotency idempotency() {
        return draft.idempotency;
    }

    boolean needsVersion() {
        return draft.version;
    }

    boolean streamsEvents() {
        return draft.results.stream().anyMatch(result -> result.contentType().equals(EventStream.MEDIA_TYPE));
    }

    String produces() {
        return draft.results.stream()
                .filter(result -> result.body().isPresent() || !result.contentType().equals(Answer.JSON))
                .map(Result::contentType)
                .findFirst()
                .orElse(Answer.JSON);
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
            all.addAll(Set.of(ProblemCode.UNAUTHENTICATED, ProblemCode.FORBIDDEN, ProblemCode.TWO_CREDENTIALS, ProblemCode.UNAVAILABLE));
        }
        if (draft.bodyShape.isPresent() || draft.uploadShape.isPresent()) {
            all.addAll(Set.of(ProblemCode.MALFORMED_JSON, ProblemCode.INVALID_FIELD, ProblemCode.UNKNOWN_FIELD, ProblemCode.INVALID_REQUEST,
                    ProblemCode.BODY_TOO_LARGE, ProblemCode.UNSUPPORTED_MEDIA_TYPE, ProblemCode.REQUEST_TOO_SLOW));
        }
        if (draft.idempotency != Idempotency.NONE) {
            all.addAll(Set.of(ProblemCode.IDEMPOTENCY_KEY_REUSED, ProblemCode.REQUEST_IN_PROGRESS));
        }
        if (draft.idempotency == Idempotency.REQUIRED) {
            all.add(ProblemCode.IDEMPOTENCY_KEY_MISSING);
        }
        if (draft.version) {
            all.addAll(Set.of(ProblemCode.IF_MATCH_MISSING, ProblemCode.STALE_VERSION));
        }
        return all;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    /** The declaration of a route, ended by {@link #handle}. */
    public static final class Draft {
        private final Method method;
        private final String path;
        private final Access access;
        private String tag = "";
        private String summary = "";
        private String about = "";
        private Optional<Shape.Members> pathShape = Optional.empty();
        private Optional<Shape.Members> queryShape = Optional.empty();
        private Optional<Shape.Members> bodyShape = Optional.empty();
        private Optional<Shape.Members> uploadShape = Optional.empty();
        private final List<Result> results = new ArrayList<>();
        private final Set<ProblemCode> problems = EnumSet.noneOf(ProblemCode.class);
        private Idempotency idempotency = Idempotency.NONE;
        private boolean version;

        private Draft(Method method, String path, Access access) {
            this.method = method;
            this.path = path;
            this.access = access;
        }

        /**
         * Documents the route.
         *
         * @param context the context it belongs to
         * @param sentence what it does, in a few words
         * @return this declaration
         */
        public Draft says(String context, String sentence) {
            this.tag = context;
            this.summary = sentence;
            return this;
        }

        /**
         * Says more.
         *
         * @param sentences what a caller should know
         * @return this declaration
         */
        public Draft about(String sentences) {
            this.about = sentences;
            return this;
        }

        /**
         * Declares the variables of the path.
         *
         * @param type a record with one component per variable, in order
         * @return this declaration
         */
        public Draft path(Class<? extends Record> type) {
            this.pathShape = Optional.of(Shape.of(type));
            return this;
        }

        /**
         * Declares the query parameters; without this, any parameter is a fault.
         *
         * @param type a record with one component per parameter
         * @return this declaration
         */
        public Draft query(Class<? extends Record> type) {
            this.queryShape = Optional.of(Shape.of(type));
            return this;
        }

        /**
         * Declares the JSON body.
         *
         * @param type its record
         * @return this declaration
         */
        public Draft body(Class<? extends Record> type) {
            this.bodyShape = Optional.of(Shape.of(type));
            return this;
        }

        /**
         * Declares a multipart body: a part {@code file}, and a JSON part {@code options}.
         *
         * @param options the record of the options
         * @return this declaration
         */
        public Draft upload(Class<? extends Record> options) {
            this.uploadShape = Optional.of(Shape.of(options));
            return this;
        }

        /**
         * Declares an answer with a JSON body, a problem document excepted.
         *
         * @param status its status
         * @param type its record
         * @param when when it comes
         * @return this declaration
         */
        public Draft answers(int status, Class<? extends Record> type, String when) {
            results.add(new Result(status, when, Optional.of(Shape.of(type)), Answer.JSON));
            return this;
        }

        /**
         * Declares a 200 with a page of a list.
         *
         * @param entry the entries' record
         * @param when what the list holds
         * @return this declaration
         */
        public Draft lists(Class<? extends Record> entry, String when) {
            results.add(new Result(200, when, Optional.of(Shape.listOf(entry)), Answer.JSON));
            problems.add(ProblemCode.INVALID_CURSOR);
            return this;
        }

        /**
         * Declares a 204.
         *
         * @param when what has happened
         * @return this declaration
         */
        public Draft answersNothing(String when) {
            results.add(new Result(204, when, Optional.empty(), Answer.JSON));
            return this;
        }

        /**
         * Declares a stream of events.
         *
         * @param when what the events are
         * @return this declaration
         */
        public Draft streams(String when) {
            results.add(new Result(200, when, Optional.empty(), EventStream.MEDIA_TYPE));
            return this;
        }

        Draft document(String contentType, String when) {
            results.add(new Result(200, when, Optional.empty(), contentType));
            return this;
        }

        /**
         * Declares problems that follow from what the route does.
         *
         * @param codes the problems
         * @return this declaration
         */
        public Draft problems(ProblemCode... codes) {
            problems.addAll(List.of(codes));
            return this;
        }

        /**
         * Accepts an {@code Idempotency-Key}.
         *
         * @return this declaration
         */
        public Draft repeatable() {
            this.idempotency = Idempotency.ACCEPTED;
            return this;
        }

        /**
         * Requires an {@code Idempotency-Key}.
         *
         * @return this declaration
         */
        public Draft needsKey() {
            this.idempotency = Idempotency.REQUIRED;
            return this;
        }

        /**
         * Requires {@code If-Match}.
         *
         * @return this declaration
         */
        public Draft needsVersion() {
            this.version = true;
            return this;
        }

        /**
         * Ends the declaration.
         *
         * @param handler what answers
         * @return the row of the table
         */
        public Route handle(Function<Call, Reply> handler) {
            return new Route(this, handler);
        }
    }
}
