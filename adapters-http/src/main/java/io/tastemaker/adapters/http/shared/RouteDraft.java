package io.tastemaker.adapters.http.shared;

import io.tastemaker.domain.entitlements.Action;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The declaration of a route, ended by {@link #handle}. */
public final class RouteDraft {
    final Route.Method method;
    final String path;
    final Access access;
    String tag = "";
    String summary = "";
    String about = "";
    Optional<Shape.Members> pathShape = Optional.empty();
    Optional<Shape.Members> queryShape = Optional.empty();
    Optional<Shape.Members> bodyShape = Optional.empty();
    boolean needsBody = true;
    boolean remembersBodies;
    Optional<Shape.Members> uploadShape = Optional.empty();
    Optional<String> signatureHeader = Optional.empty();
    final List<Route.Result> results = new ArrayList<>();
    final Set<ProblemCode> problems = EnumSet.noneOf(ProblemCode.class);
    Route.Idempotency idempotency = Route.Idempotency.NONE;
    Route.Guard guard = Route.Guard.NONE;
    boolean versioned;
    boolean readsQuery = true;
    Optional<RateClass> rateClass = Optional.empty();
    boolean counted = true;
    List<Action> actions = List.of();

    RouteDraft(Route.Method method, String path, Access access) {
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
    public RouteDraft says(String context, String sentence) {
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
    public RouteDraft about(String sentences) {
        this.about = sentences;
        return this;
    }

    /**
     * Declares the variables of the path.
     *
     * @param type a record with one component per variable, in order
     * @return this declaration
     */
    public RouteDraft path(Class<? extends Record> type) {
        this.pathShape = Optional.of(Shape.of(type));
        return this;
    }

    /**
     * Declares the query parameters; without this, any parameter is a fault.
     *
     * @param type a record with one component per parameter
     * @return this declaration
     */
    public RouteDraft query(Class<? extends Record> type) {
        this.queryShape = Optional.of(Shape.of(type));
        return this;
    }

    /**
     * Takes whatever stands in the query and looks at none of it: other sites lead here and add what they like.
     *
     * @return this declaration
     */
    public RouteDraft anyQuery() {
        this.readsQuery = false;
        return this;
    }

    /**
     * Declares the JSON body.
     *
     * @param type its record
     * @return this declaration
     */
    public RouteDraft body(Class<? extends Record> type) {
        this.bodyShape = Optional.of(Shape.of(type));
        return this;
    }

    /**
     * Declares a JSON body that may be left out, which is the same as an empty object.
     *
     * @param type its record, all of whose members may be left out
     * @return this declaration
     */
    public RouteDraft optionalBody(Class<? extends Record> type) {
        this.needsBody = false;
        return body(type);
    }

    /**
     * Says that the same bodies are sent over and over, and hold no secret: equal bytes are read once and give the same record, as long
     * as they are remembered.
     *
     * @return this declaration
     */
    public RouteDraft rememberingBodies() {
        this.remembersBodies = true;
        return this;
    }

    /**
     * Declares a multipart body: a part {@code file}, and a JSON part {@code options}.
     *
     * @param options the record of the options
     * @return this declaration
     */
    public RouteDraft upload(Class<? extends Record> options) {
        this.uploadShape = Optional.of(Shape.of(options));
        return this;
    }

    /**
     * Declares a body whose bytes are signed: whatever they are, they reach the handler as they came, as {@link Call#signedBody}.
     *
     * @param header the header that signs them
     * @return this declaration
     */
    public RouteDraft signedBody(String header) {
        this.signatureHeader = Optional.of(header);
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
    public RouteDraft answers(int status, Class<? extends Record> type, String when) {
        results.add(new Route.Result(status, when, Optional.of(Shape.of(type)), Answer.JSON));
        return this;
    }

    /**
     * Declares a 200 with a page of a list.
     *
     * @param entry the entries' record
     * @param when what the list holds
     * @return this declaration
     */
    public RouteDraft lists(Class<? extends Record> entry, String when) {
        results.add(new Route.Result(200, when, Optional.of(Shape.listOf(entry)), Answer.JSON));
        problems.add(ProblemCode.INVALID_CURSOR);
        return this;
    }

    /**
     * Declares that the whole list comes as JSON Lines where the client asks for them.
     *
     * @param when what the list holds
     * @return this declaration
     */
    public RouteDraft alsoLines(String when) {
        results.add(new Route.Result(200, when, Optional.empty(), LineStream.MEDIA_TYPE));
        return this;
    }

    /**
     * Declares a 204.
     *
     * @param when what has happened
     * @return this declaration
     */
    public RouteDraft answersNothing(String when) {
        results.add(new Route.Result(204, when, Optional.empty(), Answer.JSON));
        return this;
    }

    /**
     * Declares a stream of events.
     *
     * @param when what the events are
     * @return this declaration
     */
    public RouteDraft streams(String when) {
        results.add(new Route.Result(200, when, Optional.empty(), EventStream.MEDIA_TYPE));
        return this;
    }

    /**
     * Declares a document that is no JSON.
     *
     * @param contentType its media type
     * @param when what it is
     * @return this declaration
     */
    public RouteDraft document(String contentType, String when) {
        results.add(new Route.Result(200, when, Optional.empty(), contentType));
        return this;
    }

    /**
     * Declares that the caller is sent on to another address, whatever media types it accepts.
     *
     * @param when when
     * @return this declaration
     */
    public RouteDraft redirects(String when) {
        results.add(new Route.Result(302, when, Optional.empty(), Answer.JSON));
        return this;
    }

    /**
     * Declares problems that follow from what the route does.
     *
     * @param codes the problems
     * @return this declaration
     */
    public RouteDraft problems(ProblemCode... codes) {
        problems.addAll(List.of(codes));
        return this;
    }

    /**
     * Accepts an {@code Idempotency-Key}.
     *
     * @return this declaration
     */
    public RouteDraft repeatable() {
        this.idempotency = Route.Idempotency.ACCEPTED;
        return this;
    }

    /**
     * Requires an {@code Idempotency-Key}.
     *
     * @return this declaration
     */
    public RouteDraft needsKey() {
        this.idempotency = Route.Idempotency.REQUIRED;
        return this;
    }

    /**
     * Requires an {@code Idempotency-Key}, which the handler gives to whoever keeps the answers together with what was done.
     *
     * @return this declaration
     */
    public RouteDraft keepsAnswers() {
        this.idempotency = Route.Idempotency.KEPT_BY_HANDLER;
        return this;
    }

    /**
     * Requires {@code If-Match}, and answers the new version as {@code ETag}.
     *
     * @return this declaration
     */
    public RouteDraft needsVersion() {
        this.guard = Route.Guard.REQUIRED;
        return versioned();
    }

    /**
     * Heeds {@code If-Match} when it is sent.
     *
     * @return this declaration
     */
    public RouteDraft heedsVersion() {
        this.guard = Route.Guard.ACCEPTED;
        return this;
    }

    /**
     * Says that the answer carries the version as {@code ETag}; a GET then honours {@code If-None-Match}.
     *
     * @return this declaration
     */
    public RouteDraft versioned() {
        this.versioned = true;
        return this;
    }

    /**
     * Says that the route may charge credits, and what for. It then takes {@code dry_run} and {@code X-Credits-Max}, and every answer of
     * it says what was charged.
     *
     * @param what what a charge is booked as
     * @return this declaration
     */
    public RouteDraft charges(Action... what) {
        this.actions = List.of(what);
        this.queryShape = queryShape.or(() -> Optional.of(Shape.of(ChargeQuery.class)));
        return answers(200, DryRunJson.class, "With dry_run: what it would cost");
    }

    /**
     * Says what its calls are counted as; without this it follows from access, method and body.
     *
     * @param kind which limit holds
     * @return this declaration
     */
    public RouteDraft limitedAs(RateClass kind) {
        this.rateClass = Optional.of(kind);
        return this;
    }

    /**
     * Says that its calls are not counted: none is ever answered 429.
     *
     * @return this declaration
     */
    public RouteDraft neverLimited() {
        this.counted = false;
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
